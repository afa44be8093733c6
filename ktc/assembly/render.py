"""Renders assembled trees with MkDocs: one run a language, in forked workers that share the imports."""

import logging
import multiprocessing
import os
import re
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

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
    import mkdocs.commands.build  # noqa: F401  imported once here, shared by the forked workers

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


def render(root: Path, job: Job) -> Outcome:
    """One MkDocs run in this process."""
    import mkdocs.commands.build
    from mkdocs.config import load_config

    lines: list[str] = []
    handler = _listen(lines)
    os.environ.update(KTC_LANG=job.language, KTC_DOCS=str(job.docs), KTC_SITE=str(job.site), **dict(job.settings))
    try:
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs.commands.build.build(config)
        return Outcome(job.language, True, "\n".join(lines))
    except (SystemExit, Exception) as error:  # mkdocs-macros exits, MkDocs raises
        said = [] if lines and isinstance(error, SystemExit) else [_said(error)]
        return Outcome(job.language, False, "\n".join([*lines, *said]))
    finally:
        logging.getLogger("mkdocs").removeHandler(handler)


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
