"""Suggesting: the names in articles that no record has become proposed records. The order of the steps stands here."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.countries import all_countries
from generator.suggest.finding import find, small_words
from generator.suggest.known import KnownNames, seeds_of
from generator.suggest.merging import merge
from generator.suggest.proposing import propose
from generator.suggest.recognition import passages
from generator.suggest.wellknown import country_names, well_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.model import Article, Record, RecordId
    from generator.suggest.model import Proposal
    from generator.suggest.recognition import Tagger


def suggest(
    articles: Iterable[Article], records: Mapping[RecordId, Record], denied: Collection[str], tag: Tagger
) -> list[Proposal]:
    """Give proposals, sorted by id, for the names in articles that none of the records bears.

    `records` are those that the authority files and decisions settled, `denied` the names that are none (case folded),
    and `tag` tags words and entities. The same articles and records always give the same proposals.
    """
    names = KnownNames(seeds_of(records, well_known()), all_countries().values(), _country_names(records.values()))
    of_corpus = list(passages(articles, tag))
    small = small_words(of_corpus)
    findings = [
        finding
        for _, of_article in groupby(of_corpus, key=lambda passage: passage.article)
        for finding in find(list(of_article), names, small)
    ]
    return propose(merge(findings, names.seeds), {*records, *all_countries()}, denied)


def _country_names(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Give what countries are called beside the names in the libraries: well known, and in records of countries."""
    names = dict(country_names())
    for record in records:
        if record.kind == "country":
            code = record.id.upper()
            names[code] = (*names.get(code, ()), record.label, *record.aliases)
    return names
