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


def timeline(env) -> str:
    """All events, oldest first."""
    use(env, "background")
    return render(env, "timeline.html", entries=[_entry(env, event) for event in view(env).events])


def _entry(env, event: EventView) -> Entry:
    others = view(env).events
    before = tuple(other for other in others if other.id in event.replaces)
    after = tuple(other for other in others if event.id in other.replaces)
    return Entry(event, before, after, ways(env, event.facts))
