"""Renders assembled trees with MkDocs: one run a language, in forked workers that share the imports."""

import logging
import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import suppress
from dataclasses import dataclass
from os.path import relpath
from pathlib import Path

from jinja2 import FileSystemBytecodeCache, FileSystemLoader

from ktc.errors import BuildError, KtcError

os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")


@dataclass(frozen=True)
class Job:
    """One language to render: from a folder of pages to a folder of HTML. `settings` go to MkDocs' environment."""

    language: str
    docs: Path
    site: Path
    settings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What one run said. `log` holds warnings and errors, one a line."""

    language: str
    ok: bool
    log: str


def render_all(root: Path, jobs: list[Job], done=lambda outcome: None) -> None:
    """Render every job, as many at once as there are processors. Raises BuildError naming what failed.

    `done` is called with each outcome as it comes.
    """
    _prepare(root)
    workers = min(len(jobs), os.cpu_count() or 1)
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(workers, mp_context=fork, max_tasks_per_child=None) as pool:
        outcomes = []
        for future in as_completed([pool.submit(render, root, job) for job in jobs]):
            outcomes.append(future.result())
            done(outcomes[-1])
    failed = [outcome for outcome in outcomes if not outcome.ok]
    if failed:
        raise BuildError("\n".join(f"{one.language}: the pages could not be built\n{one.log}" for one in failed))


def _prepare(root: Path) -> None:
    """Import MkDocs and, by reading its settings, all that they name: once here, shared by the forked workers."""
    import mkdocs.commands.build  # noqa: F401
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    with suppress(Abort, ConfigurationError):  # each run will tell
        load_config(str(root / "mkdocs.yml"))


def render(root: Path, job: Job) -> Outcome:
    """One MkDocs run in this process."""
    import mkdocs.commands.build
    from mkdocs.config import load_config

    lines: list[str] = []
    handler = _listen(lines)
    os.environ.update(
        KTC_LANG=job.language, KTC_DOCS=relpath(job.docs, root), KTC_SITE=relpath(job.site, root), **dict(job.settings)
    )
    try:
        config = load_config(str(root / "mkdocs.yml"))
        _share_templates(config.theme, job.site.parent.parent / "templates")
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.commands.build.build(config)
        return Outcome(job.language, True, "\n".join(lines))
    except (SystemExit, Exception) as error:  # mkdocs-macros exits, MkDocs raises
        said = [] if lines and isinstance(error, SystemExit) else [_said(error)]
        return Outcome(job.language, False, "\n".join([*lines, *said]))
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


def _share_templates(theme, folder: Path) -> None:
    """Compile each template of the theme once for all languages: a third of a run otherwise."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = theme.get_env()
    environment.loader = _Loader(theme.dirs)
    environment.bytecode_cache = FileSystemBytecodeCache(str(folder))
    theme.get_env = lambda: environment


class _Loader(FileSystemLoader):
    """Does not list the theme's 14,000 icons, which MkDocs would sort out again one by one: their folder is hidden."""

    def list_templates(self) -> list[str]:
        found = set()
        for top in self.searchpath:
            for folder, below, files in os.walk(top):
                below[:] = [name for name in below if not name.startswith(".")]
                found.update((Path(folder, name).relative_to(top)).as_posix() for name in files)
        return sorted(found)


class _Lines(logging.Handler):
    def __init__(self, lines: list[str]):
        super().__init__(logging.WARNING)
        self.lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        said = plain(record.getMessage())
        level = "error" if "Error" in said else record.levelname.lower()
        self.lines.append(f"    {level}: {said}")


def plain(message: str) -> str:
    """A message without the traceback that mkdocs-macros adds: its page and its error stay."""
    text = re.sub(r"```.*?(```|\Z)", "", message, flags=re.S)
    words = [line.strip(" _#*") for line in text.splitlines() if line.strip()]
    said = "; ".join(words).replace("_: ", ": ").replace("`", "").removeprefix("[macros] - ERROR # _")
    return re.sub(r"File: (?=\S+\.md)", f"File: docs/{os.environ.get('KTC_LANG', 'en')}/", said)


def _said(error: BaseException) -> str:
    """Our own errors name place and remedy already; others are told as they are."""
    return str(error) if isinstance(error, KtcError) else f"    error: {error}"


def _listen(lines: list[str]) -> logging.Handler:
    handler = _Lines(lines)
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    logger.addHandler(handler)
    return handler
