"""The course: facts, codes, questions and words, loaded, joined, checked and graded. No HTML here."""

from ktc.course.course import Course, load_course

__all__ = ["Course", "load_course"]
