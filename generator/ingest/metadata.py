"""Metadata from elsewhere: the keys of a table's row or a Markdown file become those of our front matter.

Columns are called as in front matter, `source` nested or dotted; the usual names of other systems are understood. What
no key takes is told, never dropped in silence; names that stand with a kind become records to propose.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from generator.formats.schema import Reader
from generator.formats.yaml_nodes import Node
from generator.ingest.credits import byline
from generator.ingest.keys import BODY, LISTS, all_keys, is_presentation, kind_called, known_key
from generator.ingest.printed_dates import printed_dates
from generator.model import FrontMatter, Record, RecordId
from generator.problems import Problem, nearest
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

UNKNOWN = "unknown key, left out"
MOST_UNKNOWN = 100
"""Unknown keys that are told one by one."""

_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.{0,20}\Z")
_NAMES = ("name", "label", "text", "id", "code")
"""Where an item of a list that is a mapping holds its name."""
_SORTS = ("kind", "type", "label_", "sort")
"""Where it holds what it is."""


class Metadata(msgspec.Struct, frozen=True):
    """Front matter that came with a text: the keys that were given, and what was wrong; None where it is none."""

    front: FrontMatter | None
    given: frozenset[str]
    proposed: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_metadata(members: Mapping[str, Node], path: str, line: int, defaults: Mapping[str, str]) -> Metadata:
    """Read the members of a row or of a file's head; `defaults` stand where a key is not given."""
    found, unknown = _sorted_out(members)
    proposed = tuple(_told(members))
    problems = [Problem(path, child.line, UNKNOWN, key, _hint(key)) for key, child in unknown[:MOST_UNKNOWN]]
    if len(unknown) > MOST_UNKNOWN:
        problems.append(Problem(path, line, f"{len(unknown) - MOST_UNKNOWN} more unknown keys, left out"))
    given = frozenset(found)
    notes = _settle(found, line)
    for key, value in defaults.items():
        found.setdefault(key, Node(value, line))
    reader = Reader(path)
    front = reader.record(_nested(found, line), FrontMatter)
    return Metadata(front, given, proposed, (*problems, *reader.problems), notes)


def is_blank(node: Node) -> bool:
    """Tell whether a value says nothing: left out, null, an empty text or list."""
    return node.is_null or not node.value or (isinstance(node.value, str) and not node.value.strip())


@lru_cache(MOST_UNKNOWN)
def _hint(key: str) -> str:
    return nearest(key, all_keys())


def _sorted_out(members: Mapping[str, Node]) -> tuple[dict[str, Node], list[tuple[str, Node]]]:
    """Give the members by our keys, lists of one key joined, and those that are unknown or contradict another."""
    found: dict[str, Node] = {}
    unknown: list[tuple[str, Node]] = []
    for name, child in _flat(members):
        key = known_key(name)
        if is_blank(child) or is_presentation(name) or key == BODY:
            continue
        value = _value(name, child, key)
        if key is None or (key in found and key not in LISTS and _scalar(child) != _scalar(found[key])):
            unknown.append((name, child))
        elif key in found and key in LISTS:
            found[key] = Node((*_items(found[key]), *_items(value)), child.line)
        else:
            found.setdefault(key, value)
    return found, unknown


def _flat(members: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """Give the members with nested keys dotted; a source that is one text is an address or an outlet."""
    for name, child in members.items():
        if name in {"source", "exclude", "review"} and isinstance(child.value, dict):
            yield from ((f"{name}.{inner}", node) for inner, node in child.value.items())
        elif name == "source":
            address = _scalar(child).strip().lower().startswith("http")
            yield ("source.url" if address else "source.outlet"), child
        else:
            yield name, child


def _value(name: str, child: Node, key: str | None) -> Node:
    """Give a value in the form that front matter has: a byline's names, the names of a list's items."""
    if name.lower() in {"author", "byline"} and isinstance(child.value, str):
        said = child.value if child.value.lower().startswith("by ") else f"By {child.value}"
        return Node(tuple(Node(person, child.line) for person in byline(said).authors or (child.value,)), child.line)
    if key in {"entities", "countries", "topics"}:
        return Node(tuple(Node(_label(item), item.line) for item in _items(child) if _label(item)), child.line)
    return child


def _told(members: Mapping[str, Node]) -> Iterator[Record]:
    """Give records for the entities that stand with a kind, by their column or beside them."""
    for name, child in members.items():
        if known_key(name) != "entities":
            continue
        for item in _items(child):
            kind = kind_called(_member(item, _SORTS)) or kind_called(name)
            if kind and _label(item):
                yield Record(id=RecordId(slug(_label(item))), kind=kind, label=_label(item))


def _settle(found: dict[str, Node], line: int) -> tuple[str, ...]:
    """Bring values into our forms: days out of times and printed dates, a title, an id that may stand in an address."""
    for key in ("published", "source.retrieved"):
        raw = _scalar(found[key]) if key in found else ""
        day = _day(raw)
        if day != raw:
            found[key] = Node(day, line)
            if key == "published":
                found.setdefault("date_evidence", Node(f"published: {raw}", line))
    if "published" in found:
        found.setdefault("date_status", Node("stated", line))
    if "source.headline" in found:
        found.setdefault("title", found["source.headline"])
    if "id" in found and not is_slug(_scalar(found["id"])):
        return (f"the id “{_scalar(found.pop('id'))}” cannot stand in an address: another was made",)
    return ()


def _day(raw: str) -> str:
    time = _ISO_TIME.match(raw)
    if time:
        return time[1]
    printed = next(printed_dates(raw), None)
    return printed.published if printed else raw


def _items(node: Node) -> tuple[Node, ...]:
    return node.value if isinstance(node.value, tuple) else (node,)


def _label(node: Node) -> str:
    return node.value.strip() if isinstance(node.value, str) else _member(node, _NAMES)


def _member(node: Node, names: tuple[str, ...]) -> str:
    members = node.value if isinstance(node.value, dict) else {}
    return next((_scalar(members[name]) for name in names if name in members), "")


def _scalar(node: Node) -> str:
    return node.value if isinstance(node.value, str) else ""


def _nested(found: Mapping[str, Node], line: int) -> Node:
    """Give dotted keys as mappings within the mapping."""
    members: dict[str, Node] = {}
    groups: dict[str, dict[str, Node]] = {}
    for key, child in found.items():
        outer, _, inner = key.partition(".")
        if inner:
            groups.setdefault(outer, {})[inner] = child
        else:
            members[key] = child
    return Node(members | {outer: Node(group, line) for outer, group in groups.items()}, line)
