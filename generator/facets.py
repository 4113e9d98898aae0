"""Facets: under which name each record is listed in the search, and the address of a search for it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from generator.model import ENTITY_KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model import Record, RecordId

ARTICLE = "Article"
"""The value of the facet for kinds of page that stands for articles."""


_UNFILTERABLE = str.maketrans({'"': "”", "\\": "⧵"})


def filterable(value: str) -> str:
    """Give a value as the index can filter by it: Pagefind 1.5 finds none with a straight quotation mark or backslash.

    The scripts of the search page do the same to what an address asks for (`filterable` in selection.js).
    """
    return value.translate(_UNFILTERABLE)


def facet(record: Record) -> str:
    """Name the facet that lists a record."""
    return "entity" if record.kind in ENTITY_KINDS else record.kind


def facet_values(records: Mapping[RecordId, Record]) -> dict[RecordId, str]:
    """Give the name under which a facet lists each record: its label, with its id where two of a facet share one."""
    bearers = Counter((facet(record), record.label) for record in records.values())
    return {
        record.id: record.label if bearers[facet(record), record.label] == 1 else f"{record.label} ({record.id})"
        for record in records.values()
    }


def search_for(*records: Record, values: Mapping[RecordId, str]) -> str:
    """Give the query part of an address of the search page that shows the articles that have all of some records."""
    chosen = [(facet(record), filterable(values[record.id])) for record in records]
    return "?" + urlencode([("kind", ARTICLE), *chosen])
