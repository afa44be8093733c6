"""Diagrams: a picture drawn from facts/diagrams/, and beside it the same in words."""

from dataclasses import dataclass

from ktc.course.shown import DiagramView, LinkView, NodeView
from macros.render import address, render, use, view


@dataclass(frozen=True)
class Arrow:
    """A link between two boxes; `up` when it points to the box above."""

    link: LinkView
    start: NodeView
    end: NodeView
    up: bool


@dataclass(frozen=True)
class Step:
    """A box with the arrows below it, to and from the next box."""

    node: NodeView
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class Layers:
    """Boxes from top to bottom. The long way `back` goes around the `inner` ones; `rest` stands below the picture."""

    above: tuple[Step, ...]
    inner: tuple[Step, ...]
    below: tuple[Step, ...]
    back: Arrow | None
    rest: tuple[Arrow, ...]


def diagram(env, id: str) -> str:
    """A diagram by its id."""
    use(env, "background")
    one = view(env).diagram(id)
    layers = layers_of(one) if one.kind == "layers" else None
    return render(env, f"diagram-{one.kind}.html", diagram=one, layers=layers, page=lambda code: _page(env, code))


def _page(env, code: str) -> str:
    """Where a code is told in full."""
    return address(view(env).code(code).page)


def layers_of(diagram: DiagramView) -> Layers:
    """The boxes in order, short arrows between neighbours, and one long way from a lower box back to a higher one."""
    nodes = sorted(diagram.nodes, key=lambda node: node.layer or 0)
    order = [node.id for node in nodes]
    arrows = [_arrow(nodes, order, link) for link in diagram.links]
    steps = [Step(node, _between(arrows, order, at)) for at, node in enumerate(nodes)]
    far = [arrow for arrow in arrows if abs(order.index(arrow.start.id) - order.index(arrow.end.id)) > 1]
    back = next((arrow for arrow in far if arrow.up), None)
    top, end = (order.index(back.end.id), order.index(back.start.id) + 1) if back else (len(nodes), len(nodes))
    rest = tuple(arrow for arrow in far if arrow is not back)
    return Layers(tuple(steps[:top]), tuple(steps[top:end]), tuple(steps[end:]), back, rest)


def _arrow(nodes: list[NodeView], order: list[str], link: LinkView) -> Arrow:
    start, end = order.index(link.from_), order.index(link.to)
    return Arrow(link, nodes[start], nodes[end], up=end < start)


def _between(arrows: list[Arrow], order: list[str], at: int) -> tuple[Arrow, ...]:
    """The arrows between a box and the next one."""
    pair = set(order[at : at + 2])
    return tuple(arrow for arrow in arrows if len(pair) == 2 and {arrow.start.id, arrow.end.id} == pair)
