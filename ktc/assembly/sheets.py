"""What the course gives to certificates: texts of an achievement, and the pages to print."""

import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from certificates import page
from certificates.files import write_whole
from ktc.course.course import Course
from ktc.course.editions import published

FEW = 8  # pages, for which other processes are not worth their start


def achievement(course: Course, site: str, edition: str, language: str) -> dict[str, str]:
    """The texts of a template: what was studied, in one language (English where the site lacks it)."""
    code = language if language in course.language_codes else "en"
    view, quiz = course.view(code), published(course.root)[edition]["key"]["quiz"]
    title, studied = quiz, "about/certificates/index.html"
    if quiz in course.quizzes:
        title = view.quiz(quiz).title.text
        studied = view.code(course.quizzes[quiz].code).page.removesuffix(".md") + ".html"
    return {
        "achievement": f"{site}/{code}/{studied}#{edition}", "criteria": f"{site}/{code}/about/certificates/index.html",
        "title": title, "description": view.word("sheet.achievement").strip("\u2066\u2069"), "language": code,
    }  # fmt: skip


def tongue(course: Course, code: str) -> page.Tongue:
    """A language as certificates/page.py needs it; its words are plain data, so that other processes can have it."""
    view = course.view(code)
    keys = [key for key, word in course.words.root.items() if word.text]
    words = {key: view.word(key) for key in keys if key.startswith(("cert.", "sheet.", "site.name"))}
    language = view.language
    return page.Tongue(code, language.dir, language.name, language.babel, words.__getitem__)


class Sheets:
    """Writes the pages of a batch, many at a time."""

    def __init__(self, course: Course, site: str):
        self.site = site
        self.tongues = {code: tongue(course, code) for code in course.language_codes}

    def write(self, found: list[tuple[dict, str, Path]]) -> None:
        """A page beside each path: (values, id of the template, path without its ending)."""
        jobs = [(values, name, path, self.tongues[values["language"]], self.site) for values, name, path in found]
        if len(jobs) <= FEW:
            for job in jobs:
                write_page(job)
            return
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(write_page, jobs, chunksize=4))


def write_page(job: tuple) -> None:
    values, name, path, language, site = job
    write_whole(path.with_suffix(".html"), page.of_certificate(values, name, language, site))
