"""References of articles to records: every key that an article names must be there, and of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model import ENTITY_KINDS, RecordId
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Article, Record

_COUNTRIES = "write the two capitals of ISO 3166, such as CN"


def check_articles(articles: Iterable[Article], records: Mapping[RecordId, Record]) -> tuple[Problem, ...]:
    """Tell which outlets, agencies, entities, countries and topics of articles have no record."""
    outlets, countries, topics, entities = (
        {record.id for record in records.values() if record.kind in kinds}
        for kinds in ({"outlet"}, {"country"}, {"topic"}, {*ENTITY_KINDS, "outlet"})
    )
    known = _Known(outlets, countries, topics, entities)
    return tuple(problem for article in articles for problem in _check(article, known))


class _Known(NamedTuple):
    """The ids of records that articles may name, by the kinds that fit."""

    outlets: set[RecordId]
    countries: set[RecordId]
    topics: set[RecordId]
    entities: set[RecordId]


def _check(article: Article, records: _Known) -> Iterator[Problem]:
    front = article.front
    outlet = (front.source.outlet,) if front.source.outlet else ()
    named: tuple[tuple[str, tuple[str, ...], set[RecordId]], ...] = (
        ("source.outlet", outlet, records.outlets),
        ("source.agencies", front.source.agencies, records.outlets),
        ("entities", front.entities, records.entities),
        ("countries", front.countries, records.countries),
        ("topics", front.topics, records.topics),
        ("exclude.entities", front.exclude.entities, records.entities),
        ("exclude.countries", front.exclude.countries, records.countries),
        ("exclude.topics", front.exclude.topics, records.topics),
    )
    for key, values, known in named:
        for value in values:
            is_country = known is records.countries
            if (value.lower() if is_country else value) not in known:
                hint = _COUNTRIES if is_country else nearest(value, known) or "add a record to an authority file"
                yield Problem(article.path, article.lines.get(key, 1), f"'{key}' names no such record", value, hint)
