"""Reads a YAML file into plain data and remembers on which line each value stands."""

from dataclasses import dataclass, field
from pathlib import Path

import yaml

from ktc.errors import CourseError, Problem, relative

Place = tuple[str | int, ...]


class _Loader(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):
    """Safe loader without YAML's surprises: `no`, `on` and dates stay the text that was typed."""


_PLAIN_TEXT = {"tag:yaml.org,2002:timestamp": "0123456789", "tag:yaml.org,2002:bool": "yYnNoO"}
_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if first not in _PLAIN_TEXT.get(tag, "")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@dataclass(frozen=True)
class YamlFile:
    """Plain data with the places it came from.

    `lines` maps a path of keys and indexes, as pydantic gives them, to a line from 1.
    """

    name: str
    data: object
    lines: dict[Place, int] = field(repr=False)

    def line(self, *place: str | int) -> int:
        """The line of a place, or of the nearest place around it that exists."""
        for end in range(len(place), 0, -1):
            if tuple(place[:end]) in self.lines:
                return self.lines[tuple(place[:end])]
        return 1

    def problem(self, what: str, remedy: str = "", at: Place = (), severity="error") -> Problem:
        return Problem(self.name, self.line(*at), what, remedy, severity)


def read_yaml(path: Path, root: Path) -> YamlFile:
    """Read one file. Raises CourseError for a missing file, broken YAML or a key written twice."""
    name = relative(path, root)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise CourseError([Problem(name, 0, "this file is missing", "restore or create it")]) from None
    except UnicodeDecodeError:
        raise CourseError([Problem(name, 0, "not UTF-8", "save the file as UTF-8 text")]) from None
    return parse_yaml(text, name)


def parse_yaml(text: str, name: str) -> YamlFile:
    """Parse YAML text. Raises CourseError."""
    loader = _Loader(text)
    try:
        node = loader.get_single_node()
        lines: dict[Place, int] = {}
        if node is not None:
            _note(node, (), lines, name)
        data = loader.construct_document(node) if node is not None else {}
    except yaml.YAMLError as error:
        raise CourseError([_syntax(error, name)]) from None
    finally:
        loader.dispose()
    return YamlFile(name, data, lines)


def _note(node: yaml.Node, place: Place, lines: dict[Place, int], name: str) -> None:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*place, key.value)
            if here in lines:
                what = f"the key '{key.value}' stands here twice"
                raise CourseError([Problem(name, key.start_mark.line + 1, what, "keep one of the two")])
            lines[here] = key.start_mark.line + 1
            _note(value, here, lines, name)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            _note(value, (*place, index), lines, name)


def _syntax(error: yaml.YAMLError, name: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or "broken YAML"
    remedy = "check indentation and quotes; put a text with ': ' or a leading quote mark in quotes"
    return Problem(name, mark.line + 1 if mark else 0, f"not valid YAML: {what}", remedy)
