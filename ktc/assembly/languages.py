"""Languages that the theme must know by name: Material's own, or a partial of ours."""

from importlib.util import find_spec
from pathlib import Path

from ktc.course import Course
from ktc.errors import Problem

OURS = "overrides/partials/languages"


def unknown_to_theme(course: Course) -> list[Problem]:
    """Languages for which neither Material nor the project has the theme's words: the build would stop."""
    material = Path(find_spec("material").origin).parent / "templates" / "partials" / "languages"
    file = course.files["facts/languages.yml"]
    return [
        file.problem(
            f"the theme does not know the language '{code}'",
            f"copy {OURS}/sw.html to {OURS}/{code}.html and translate its words",
            (code,),
        )
        for code in course.language_codes
        if not any((folder / f"{code}.html").exists() for folder in (material, course.root / OURS))
    ]
