"""Suggesting: the names in articles that no record has become proposed records. The order of the steps stands here."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from generator.countries import all_countries
from generator.making.workers import shared_out
from generator.suggest.finding import find, small_words
from generator.suggest.known import KnownNames, seeds_of
from generator.suggest.merging import merge
from generator.suggest.proposing import propose
from generator.suggest.recognition import passages
from generator.suggest.wellknown import country_names, well_known

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from concurrent.futures import Executor

    from generator.model import Article, Record, RecordId
    from generator.suggest.model import Finding, Passage, Proposal
    from generator.suggest.recognition import Tagger

WORTH_PROCESSES = 50
"""Articles from which reading their names for others pays."""


def suggest(
    articles: Iterable[Article],
    records: Mapping[RecordId, Record],
    denied: Collection[str],
    tag: Tagger,
    jobs: int = 1,
    executor: Executor | None = None,
) -> list[Proposal]:
    """Give proposals, sorted by id, for the names in articles that none of the records bears.

    `records` are those that the authority files and decisions settled, `denied` the names that are none (case folded),
    and `tag` tags words and entities. The same articles and records always give the same proposals, with any number
    `jobs` of processes and any executor whose workers do the reading.
    """
    names = KnownNames(seeds_of(records, well_known()), all_countries().values(), _country_names(records.values()))
    of_corpus = list(passages(articles, tag, jobs, executor))
    of_articles = [list(together) for _, together in groupby(of_corpus, key=lambda passage: passage.article)]
    state = names, small_words(of_corpus)
    found = shared_out(_found, state, of_articles, jobs, executor, WORTH_PROCESSES)
    return propose(merge(list(chain.from_iterable(found)), names.seeds), {*records, *all_countries()}, denied)


def _found(state: tuple[KnownNames, frozenset[str]], of_articles: Sequence[Sequence[Passage]]) -> list[list[Finding]]:
    names, small = state
    return [find(together, names, small) for together in of_articles]


def _country_names(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Give what countries are called beside the names in the libraries: well known, and in records of countries."""
    names = dict(country_names())
    for record in records:
        if record.kind == "country":
            code = record.id.upper()
            names[code] = (*names.get(code, ()), record.label, *record.aliases)
    return names
