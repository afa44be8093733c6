"""Published grading keys: one small file an edition, in a folder that only ever grows."""

import json
from datetime import UTC, date, datetime
from pathlib import Path

from certificates import verify
from ktc.course.course import Course
from ktc.course.key import grading_key
from ktc.errors import CourseError, Problem, relative

FOLDER = "quizzes/editions"


def published(root: Path) -> dict[str, dict]:
    """All published editions by id: `{"published": "YYYY-MM-DD", "key": {...}}`.

    Raises CourseError for a file whose name is not the edition of the key inside.
    """
    editions, problems = {}, []
    for path in sorted((root / FOLDER).glob("*.json")):
        try:
            edition = json.loads(path.read_text(encoding="utf-8"))
            intact = verify.edition_id(edition["key"]) == path.stem and date.fromisoformat(edition["published"])
        except (ValueError, KeyError, TypeError, AttributeError):
            intact = False
        if intact:
            editions[path.stem] = edition
        else:
            remedy = "bring its first version back from git, or delete it if it was never committed"
            what = "this is not the edition that its name says: it was altered or renamed"
            problems.append(Problem(relative(path, root), 0, what, remedy))
    if problems:
        raise CourseError(problems)
    return editions


def publish(course: Course, today: date | None = None) -> list[str]:
    """Write the current edition of each final check that has none yet; returns the new ids."""
    known, new = published(course.root), []
    day = (today or datetime.now(UTC).date()).isoformat()
    for quiz in course.quizzes.values():
        if quiz.kind == "final" and course.edition(quiz.id) not in known:
            edition = course.edition(quiz.id)
            _write(
                course.root / FOLDER / f"{edition}.json",
                {"published": day, "key": grading_key(quiz, course.bank(quiz.id))},
            )
            new.append(edition)
    return new


def _write(path: Path, edition: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(edition, sort_keys=True, indent=1) + "\n")
