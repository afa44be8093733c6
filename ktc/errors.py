"""The one family of errors: a problem names its file, its place and the remedy."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in a file that a person edits.

    `line` counts from 1; 0 means the whole file. `severity` is "error" or "warning".
    """

    file: str
    line: int
    what: str
    remedy: str = ""
    severity: str = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        remedy = f"\n    {self.remedy}" if self.remedy else ""
        return f"{self.severity}: {place}: {self.what}{remedy}"


class KtcError(Exception):
    """Base of all errors that are shown to a person without a traceback."""


class CourseError(KtcError):
    """The course data cannot be used: carries every problem found, not only the first."""

    def __init__(self, problems: list[Problem]):
        self.problems = sorted(problems)
        super().__init__("\n".join(map(str, self.problems)))


class BuildError(KtcError):
    """The site could not be built or served; the message says what to do."""


def relative(path: Path, root: Path) -> str:
    """The path as it is printed: from the project folder where possible."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return path.as_posix()
