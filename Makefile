# Two commands matter: `make serve` and `make test`. Every target is one line; the work is done by `ktc`.
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3.11)
PORT ?= 8000
PY := .venv/bin/python
export NO_MKDOCS_2_WARNING := 1

help:           ## list the targets
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*## */\t/'

serve: .venv/site      ## build every language and serve the site on http://localhost:8000
	@$(PY) -m ktc serve --port $(PORT)

lan: .venv/site        ## show the finished site to phones in the same network (ADDRESS=... if there are several)
	@$(PY) -m ktc serve --lan --port $(PORT) --address "$(ADDRESS)"

build: .venv/site      ## write the finished site to site/
	@$(PY) -m ktc build

test: .venv/test       ## set everything up and run every test
	@$(PY) -m ktc browser && $(PY) -m ktc judges && $(PY) -m pytest --numprocesses auto --dist worksteal

check: .venv/test      ## content checks and linters, in seconds (STRICT=--strict: warnings fail)
	@$(PY) -m ktc check $(STRICT) && $(PY) -m ruff check -q && $(PY) -m ruff format -q --check

bench: .venv/test      ## measure the build, the pages and the verification script
	@$(PY) -m ktc browser && $(PY) -m tests.bench

fuzz: .venv/test       ## 200 000 mutations of signed certificates (MUTATIONS=number)
	@$(PY) -m tests.fuzz $(or $(MUTATIONS),200000)

lighthouse: .venv/test build   ## what Lighthouse says of the main pages on a slow phone (minutes)
	@$(PY) -m ktc browser && $(PY) -m tests.lighthouse

screenshots: .venv/test build  ## pictures of the main pages in build/screenshots/
	@$(PY) -m ktc browser && $(PY) -m ktc screenshots

usb: build             ## build/know-the-code-VERSION.zip: the site for USB sticks
	@$(PY) -m ktc usb

publish: .venv/site    ## publish the grading keys that have no edition yet
	@$(PY) -m ktc editions publish

stamp: .venv/site      ## TO=fr [UNIT=id]: say that translated texts match the English of today
	@$(PY) -m ktc translations stamp "$(TO)" --unit "$(UNIT)"

status: .venv/site     ## what is translated, by language
	@$(PY) -m ktc translations status

schemas: .venv/site    ## write the JSON Schemas for editors
	@$(PY) -m ktc schemas

lock:           ## renew the lock files (needs uv)
	for name in requirements requirements-test requirements-judges requirements-node; do uv pip compile -q --universal --python-version 3.11.5 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header -o $$name.lock $$name.in; done

clean:          ## remove everything that was made
	rm -rf .venv node_modules libraries/node_modules tests/certificates/others/node_modules build site .pytest_cache .hypothesis .ruff_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: install it, or say where it is: make PYTHON=/path/to/python3 ..." >&2; exit 1; }
	@echo "setting up .venv ..." && $(PYTHON) -m venv .venv

.venv/site: requirements.lock | .venv/bin/python
	@echo "installing what the site needs ..." && $(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock && touch $@

.venv/test: requirements-test.lock .venv/site
	@echo "installing what the tests need ..." && $(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-test.lock && touch $@

.PHONY: help serve lan build test check bench fuzz lighthouse screenshots usb publish stamp status schemas lock clean
