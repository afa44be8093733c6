"""Page texts: front matter, and which translated page is current, stale or missing."""

import hashlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ktc.course.yamlfile import YamlFile, parse_yaml
from ktc.errors import CourseError, Problem, relative


@dataclass(frozen=True)
class Page:
    """One Markdown file. `name` is its path below docs/<lang>/; `first_line` is where the body begins."""

    name: str
    file: str
    meta: YamlFile
    body: str
    first_line: int

    @property
    def digest(self) -> str:
        """The first 8 hex digits of SHA-256 over title, description and body."""
        parts = [str(self.meta.data.get(key, "")) for key in ("title", "description")]
        return hashlib.sha256("\0".join([*parts, self.body.strip()]).encode("utf-8")).hexdigest()[:8]


def slug_of(name: str) -> str:
    """The folder that a page stands in: learn/vision/mission/index.md is "mission"."""
    return PurePosixPath(name).parent.name


def read_pages(root: Path, language: str) -> dict[str, Page]:
    """All pages of a language by name. Raises CourseError for one without front matter."""
    folder = root / "docs" / language
    pages, problems = {}, []
    for path in sorted(folder.rglob("*.md")):
        try:
            page = read_page(path, folder, root)
            pages[page.name] = page
        except CourseError as error:
            problems += error.problems
    if problems:
        raise CourseError(problems)
    return pages


def read_page(path: Path, folder: Path, root: Path) -> Page:
    """Read one page. Raises CourseError."""
    file = relative(path, root)
    text = path.read_text(encoding="utf-8")
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not mark:
        raise CourseError([Problem(file, 1, "no front matter", "begin with ---, title: ..., ---")])
    meta = parse_yaml("\n" + head, file)
    if not isinstance(meta.data, dict) or not meta.data.get("title"):
        raise CourseError([Problem(file, 1, "no title in the front matter", "add `title: ...`")])
    return Page(path.relative_to(folder).as_posix(), file, meta, body, head.count("\n") + 4)
