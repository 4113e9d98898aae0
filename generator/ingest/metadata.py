"""Metadata from elsewhere: the keys of a table's row or a Markdown file become those of our front matter.

Columns are called as in front matter, `source` nested or dotted; the usual names of other systems are understood. What no key
takes is told, never dropped in silence; names that stand with a kind become records to propose.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import msgspec

from generator.ingest.credits import byline
from generator.ingest.printed_dates import printed_dates
from generator.model import ENTITY_KINDS, FrontMatter, Kind, Record, RecordId
from generator.problems import Problem, nearest
from generator.reading.schema import Reader
from generator.reading.yaml_nodes import Node
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

OWN = ("id", "title", "published", "date_status", "date_evidence", "genre", "rights", "language", "entities", "countries", "topics")
SOURCE = (
    "headline", "outlet", "url", "authors", "dateline", "standfirst", "captions", "agencies", "retrieved", "archive_url",
    "document", "position", "sha256",
)  # fmt: skip
LISTS = frozenset(
    {"source.authors", "source.captions", "source.agencies", "entities", "countries", "topics"}
    | {f"exclude.{name}" for name in ("entities", "countries", "topics")}
)
"""Keys whose values are lists; in a CSV cell their items are parted by a bar."""
BODY = "body"
UNKNOWN = "unknown key, left out"

_CALLED = {
    "source.headline": "headline heading",
    "source.outlet": "outlet publisher publication site site_name sitename website newspaper media source_name",
    "source.url": "url link address web_address source_url canonical_url canonical original_url",
    "source.authors": "author authors byline creator creators writer writers",
    "source.dateline": "dateline",
    "source.standfirst": "standfirst subtitle description summary excerpt dek deck abstract lede",
    "source.captions": "caption captions",
    "source.agencies": "agency agencies",
    "source.retrieved": "retrieved fetched accessed crawled clipped saved retrieved_at fetched_at date_retrieved crawl_date",
    "source.archive_url": "archive_url archive archived archived_url wayback wayback_url",
    "source.document": "document file filename",
    "source.position": "position",
    "source.sha256": "sha256",
    "published": "date datetime published_at publish_date date_published pubdate pub_date publication_date published_date date_publish created",
    "language": "lang",
    "countries": "country",
    "topics": "topic tags tag keywords categories category",
    "entities": "entity names",
    BODY: "text content article body_text fulltext full_text maintext main_text plain_text",
}
_KEY_OF = {called: key for key, names in _CALLED.items() for called in names.split()} | {f"source.{name}": f"source.{name}" for name in SOURCE}
_KINDS_OF_COLUMN: dict[str, Kind] = {
    "people": "person", "persons": "person", "person": "person", "organisations": "organisation", "organizations": "organisation",
    "orgs": "organisation", "groups": "group", "places": "place", "locations": "place", "events": "event", "works": "work",
    "programmes": "programme", "programs": "programme",
}  # fmt: skip
_KIND_WORDS: dict[str, Kind] = {
    "per": "person", "org": "organisation", "organization": "organisation", "company": "organisation", "norp": "group", "loc": "place",
    "gpe": "place", "fac": "place", "location": "place", "law": "work", "work_of_art": "work", "program": "programme", "product": "programme",
} | {kind: kind for kind in ENTITY_KINDS}  # fmt: skip
_PRESENTATION = frozenset("layout draft weight toc comments template menu image images cover thumbnail featured_image type slug math pin aliases".split())
"""Keys of other site generators that say how a page looks and nothing of the article."""
_ISO_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:?\d{2}.{0,20}\Z")
_SPACES = re.compile(r"[\s-]+")


class Metadata(msgspec.Struct, frozen=True):
    """Front matter that came with a text: the keys that were given, the text itself, and what was wrong."""

    front: FrontMatter | None
    given: frozenset[str]
    body: str | None
    proposed: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()


def read_metadata(members: Mapping[str, Node], path: str, line: int, defaults: Mapping[str, str]) -> Metadata:
    """Read the members of a row or of a file's head; `front` is None where they cannot be front matter."""
    found, unknown = _sorted_out(members)
    proposed = tuple(_with_kinds(members, found))
    problems = [Problem(path, child.line, UNKNOWN, key, nearest(key, _known_keys())) for key, child in unknown]
    notes = _settle(found)
    body = found.pop(BODY, None)
    if "published" in found and "date_status" not in found:
        found["date_status"] = Node("stated", line)
    given = frozenset(found)
    for key, value in defaults.items():
        found.setdefault(key, Node(value, line))
    reader = Reader(path)
    front = reader.record(_nested(found, line), FrontMatter)
    text = None if body is None else _scalar(body)
    return Metadata(front, given, text, proposed, (*problems, *reader.problems), tuple(notes))


def known_key(name: str) -> str | None:
    """Give the key that a column's name stands for (`body` for the text), or None."""
    plain = _SPACES.sub("_", name.strip().lower())
    if plain in OWN or plain in LISTS or plain == BODY or plain in {"source", "review", "exclude"} or plain.startswith("review."):
        return plain
    return _KEY_OF.get(plain) or ("entities" if plain in _KINDS_OF_COLUMN else None)


def _known_keys() -> Iterator[str]:
    yield from (*OWN, *_KEY_OF, BODY)


def _sorted_out(members: Mapping[str, Node]) -> tuple[dict[str, Node], list[tuple[str, Node]]]:
    """Give the members by our keys, lists of one key joined, and those that are unknown."""
    found: dict[str, Node] = {}
    unknown: list[tuple[str, Node]] = []
    for name, child in _flat(members):
        key = known_key(name)
        if child.is_null or _SPACES.sub("_", name.strip().lower()) in _PRESENTATION:
            continue
        if key is None:
            unknown.append((name, child))
        elif key in LISTS and key in found:
            found[key] = Node((*_items(found[key]), *_items(child)), child.line)
        elif key not in found:
            found[key] = _people(child) if name.lower() in {"author", "byline"} else child
        elif _scalar(child) != _scalar(found[key]):
            unknown.append((name, child))
    return found, unknown


def _flat(members: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    for name, child in members.items():
        if name in {"source", "exclude"} and isinstance(child.value, dict):
            yield from ((f"{name}.{inner}", node) for inner, node in child.value.items())
        elif name == "source":
            address = isinstance(child.value, str) and child.value.strip().lower().startswith("http")
            yield ("source.url" if address else "source.outlet"), child
        else:
            yield name, child


def _with_kinds(members: Mapping[str, Node], found: dict[str, Node]) -> Iterator[Record]:
    """Give records for the entities that stand with a kind, and leave their names in the list."""
    for name, child in members.items():
        of_column = _KINDS_OF_COLUMN.get(name.strip().lower())
        if of_column is None and known_key(name) != "entities":
            continue
        for item in _items(child):
            label = _label(item)
            kind = _KIND_WORDS.get(_member(item, "kind", "type", "label_").lower(), of_column)
            if label and kind:
                yield Record(id=RecordId(slug(label)), kind=kind, label=label)
    if "entities" in found:
        items = _items(found["entities"])
        found["entities"] = Node(tuple(Node(_label(item), item.line) for item in items if _label(item)), found["entities"].line)


def _settle(found: dict[str, Node]) -> list[str]:
    """Bring values into our forms: days out of times and printed dates, a title, an id that can stand in an address."""
    notes = []
    for key in ("published", "source.retrieved"):
        raw = _scalar(found[key]) if key in found else ""
        day = _day(raw)
        if day and day != raw:
            found[key] = Node(day, found[key].line)
            if key == "published":
                found.setdefault("date_evidence", Node(f"published: {raw}", found[key].line))
    if "title" not in found and "source.headline" in found:
        found["title"] = found["source.headline"]
    if "id" in found and not is_slug(_scalar(found["id"])):
        notes.append(f"the id “{_scalar(found.pop('id'))}” cannot stand in an address: another was made")
    return notes


def _day(raw: str) -> str:
    time = _ISO_TIME.match(raw)
    if time:
        return time[1]
    printed = next(printed_dates(raw), None)
    return printed.published if printed else raw


def _people(node: Node) -> Node:
    """Read a byline that is one text into the names in it."""
    if not isinstance(node.value, str):
        return node
    names = byline(f"By {node.value}" if not node.value.lower().startswith("by ") else node.value).authors or (node.value,)
    return Node(tuple(Node(name, node.line) for name in names), node.line)


def _items(node: Node) -> tuple[Node, ...]:
    return node.value if isinstance(node.value, tuple) else (node,)


def _label(node: Node) -> str:
    return node.value.strip() if isinstance(node.value, str) else _member(node, "name", "label", "text", "id")


def _member(node: Node, *names: str) -> str:
    if not isinstance(node.value, dict):
        return ""
    return next((_scalar(node.value[name]) for name in names if name in node.value), "")


def _scalar(node: Node) -> str:
    return node.value if isinstance(node.value, str) else ""


def _nested(found: Mapping[str, Node], line: int) -> Node:
    """Give dotted keys as mappings within the mapping."""
    members: dict[str, Node] = {}
    for key, child in found.items():
        outer, _, inner = key.partition(".")
        if inner:
            group = members.setdefault(outer, Node({}, line))
            cast("dict[str, Node]", group.value)[inner] = child
        else:
            members[key] = child
    return Node(members, line)
