"""References of articles to records: every key that an article names must be there, and of the right kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import ENTITY_KINDS, RecordId
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model import Article, Record

_COUNTRIES = "write the two capitals of ISO 3166, such as CN"


def check_articles(articles: Iterable[Article], records: Mapping[RecordId, Record]) -> tuple[Problem, ...]:
    """Tell which outlets, agencies, entities, countries and topics of articles have no record."""
    return tuple(problem for article in articles for problem in _check(article, records))


def _check(article: Article, records: Mapping[RecordId, Record]) -> Iterator[Problem]:
    front = article.front
    outlet = (front.source.outlet,) if front.source.outlet else ()
    entities: set[str] = {*ENTITY_KINDS, "outlet"}
    named: tuple[tuple[str, tuple[str, ...], set[str]], ...] = (
        ("source.outlet", outlet, {"outlet"}),
        ("source.agencies", front.source.agencies, {"outlet"}),
        ("entities", front.entities, entities),
        ("countries", front.countries, {"country"}),
        ("topics", front.topics, {"topic"}),
        ("exclude.entities", front.exclude.entities, entities),
        ("exclude.countries", front.exclude.countries, {"country"}),
        ("exclude.topics", front.exclude.topics, {"topic"}),
    )
    for key, values, kinds in named:
        known = {record.id for record in records.values() if record.kind in kinds} if values else set()
        for value in values:
            is_country = kinds == {"country"}
            if (value.lower() if is_country else value) not in known:
                hint = _COUNTRIES if is_country else nearest(value, known) or "add a record to an authority file"
                yield Problem(article.path, article.lines.get(key, 1), f"'{key}' names no such record", value, hint)
