"""Authority files: lists of records of any kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.list_files import read_items
from generator.model import Record
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from generator.formats.schema import Reader
    from generator.formats.yaml_nodes import Node
    from generator.problems import Problem

_OF_TOPICS = ("terms", "requires", "excludes", "definition")


def read_authorities(raw: bytes, path: str) -> tuple[dict[int, Record], tuple[Problem, ...]]:
    """Read one authority file: its good records by line, and the problems of the others.

    Raises ContentError where the file as a whole cannot be read.
    """
    items, reader = read_items(raw, path, "an authority file is a list of records", "begin each record with '- id: …'")
    records = {}
    for item in items:
        before = len(reader.problems)
        record = reader.record(item, Record)
        if record is not None:
            _check(record, item, reader)
        if record is not None and len(reader.problems) == before:
            records[item.line] = record
    return records, tuple(reader.problems)


def _check(record: Record, node: Node, reader: Reader) -> None:
    members = node.value if isinstance(node.value, dict) else {}
    if not is_slug(record.id):
        hint = f"use lower-case letters, digits and hyphens, such as {slug(record.id)}"
        reader.problem(members["id"].line, "the id cannot stand in an address", record.id, hint)
    if not record.label:
        reader.problem(members["label"].line, "'label' is empty", hint="give the record a name")
    if record.kind != "topic":
        for key in _OF_TOPICS:
            if key in members:
                reader.problem(members[key].line, f"'{key}' belongs to topics only", hint="remove it")
    if record.country and not (len(record.country) == 2 and record.country.isascii() and record.country.isupper()):  # noqa: PLR2004
        hint = "write the two capitals of ISO 3166, such as CN"
        reader.problem(members["country"].line, "'country' is not a country code", record.country, hint)
