"""All pages of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.pages.article import article_page_of
from generator.pages.front import front_pages
from generator.pages.quotations import quotation_pages
from generator.pages.record import record_pages
from generator.pages.sections import section_pages
from generator.pages.world_map import map_page

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.countries import Country
    from generator.model import Article, ArticleId, RecordId
    from generator.pages.page import Page
    from generator.problems import Problem


def site_pages(
    corpus: Corpus,
    countries: Mapping[RecordId, Country],
    written: Mapping[ArticleId, Article],
    problems: Sequence[Problem],
) -> Iterator[Page]:
    """Give every page; `written` are the editors' own, by name, and `problems` what the account of the corpus tells."""
    yield from front_pages(corpus, written, problems)
    yield from section_pages(corpus, countries)
    yield from quotation_pages(corpus)
    yield map_page(corpus)
    for record in corpus.records.values():
        yield from record_pages(record, corpus, countries)
    for annotated in corpus.articles.values():
        yield article_page_of(annotated, corpus)
