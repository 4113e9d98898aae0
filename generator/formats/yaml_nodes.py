"""YAML as it stands in the file: text with line numbers, nothing guessed and nothing executed.

Scalars stay strings as written (`NO`, `010`, `12:30`), the schema decides what they mean. Duplicate keys, anchors and
aliases, tags, several documents and deep nesting are refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import yaml

from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST = 12
"""Levels of nesting; the formats need four."""


class Node(msgspec.Struct, frozen=True):
    """A value with its line: text, a list of nodes or a mapping; `plain` for text without quotes."""

    value: str | tuple[Node, ...] | dict[str, Node]
    line: int
    plain: bool = False

    @property
    def is_null(self) -> bool:
        """Tell whether the value was left empty or written as null."""
        return self.plain and self.value in {"", "~", "null", "Null", "NULL"}


def read_yaml(text: str, path: str, first_line: int = 1) -> Node | None:
    """Read one YAML document into nodes, or None where it is empty.

    `first_line` is the line of the file on which the text begins. Raises ContentError for what YAML or we refuse.
    """
    try:
        events = yaml.parse(text, Loader=yaml.CSafeLoader)
        return _Reader(events, path, first_line).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        fault = error.problem or error.context or "not readable"
        hint = "quote values that hold ': ', '#' or quotation marks" if "mapping values" in fault else ""
        raise ContentError([Problem(path, line, f"not valid YAML: {fault}", hint=hint)]) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, error.position)
        hint = "remove control characters"
        raise ContentError([Problem(path, line, "a character that YAML does not allow", hint=hint)]) from None


class _Reader:
    """Builds nodes from the parser's events, one at a time, so that depth is known before it is spent."""

    def __init__(self, events: Iterator[yaml.Event], path: str, first_line: int) -> None:
        self.events = events
        self.path = path
        self.first_line = first_line

    def document(self) -> Node | None:
        node = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self.refused(event, "more than one YAML document", "remove the line '---'")
            elif isinstance(event, yaml.NodeEvent):
                node = self.node(event, 1)
        return None if node is None or node.is_null else node

    def node(self, event: yaml.Event, depth: int) -> Node:
        if depth > DEEPEST:
            raise self.refused(event, f"nested more than {DEEPEST} levels deep", "flatten it")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self.refused(event, "anchors and aliases are not allowed", "write the value out, or quote it")
        if getattr(event, "tag", None) not in {None, "!"}:
            raise self.refused(event, "tags are not allowed", "quote the value if it begins with '!'")
        line = self.line(event)
        if isinstance(event, yaml.ScalarEvent):
            return Node(event.value, line, not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(item := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(item, depth + 1))
            return Node(tuple(items), line)
        return Node(self.mapping(depth), line)

    def mapping(self, depth: int) -> dict[str, Node]:
        members: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            if not isinstance(key.value, str):
                raise self.refused(event, "a key must be a word", "quote the key")
            if key.value in members:
                earlier = members[key.value].line
                raise self.refused(event, f"key given twice (first on line {earlier})", "keep one", key.value)
            members[key.value] = self.node(next(self.events), depth + 1)
        return members

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def refused(self, event: yaml.Event, message: str, hint: str, value: str | None = None) -> ContentError:
        return ContentError([Problem(self.path, self.line(event), message, value, hint)])
