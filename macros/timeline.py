"""The timeline: what happened when, what was then and what came in its place."""

from dataclasses import dataclass

from ktc.course.shown import EventView
from macros.fact import Way, ways
from macros.render import render, use, view


@dataclass(frozen=True)
class Entry:
    """An event, the entries that it put an end to, those that put an end to it, and the pages that tell more."""

    event: EventView
    before: tuple[EventView, ...]
    after: tuple[EventView, ...]
    pages: tuple[Way, ...]


def timeline(env, until: str = "9999") -> str:
    """All events, oldest first; with a year, those up to it."""
    use(env, "background")
    events = [event for event in view(env).events if event.year <= int(until)]
    return render(env, "timeline.html", entries=[_entry(env, event, events) for event in events])


def _entry(env, event: EventView, others: list[EventView]) -> Entry:
    before = tuple(other for other in others if other.id in event.replaces)
    after = tuple(other for other in others if event.id in other.replaces)
    return Entry(event, before, after, ways(env, event.facts))
