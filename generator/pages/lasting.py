"""Which pages have an address that lasts: those that people link to, and not the numbered pages of listings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from generator.addresses import (
    DOSSIER,
    EXPLORE,
    FIGURES,
    MAP,
    NETWORK,
    QUOTATIONS,
    SECTIONS,
    TIMELINE,
    article_page,
    record_page,
    section_page,
    speaker_page,
    story_page,
)
from generator.pages.about import ABOUT_CORPUS
from generator.pages.front import editors_pages
from generator.pages.quotations import has_pages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId


def lasting_pages(corpus: Corpus, written: Mapping[ArticleId, Article]) -> frozenset[PagePath]:
    """Give the pages of sections, articles, stories, records and speakers, and those that editors wrote."""
    return frozenset(
        chain(
            (EXPLORE, DOSSIER, QUOTATIONS, FIGURES, TIMELINE, MAP, NETWORK, ABOUT_CORPUS),
            map(section_page, SECTIONS),
            editors_pages(written),
            map(article_page, corpus.articles),
            map(story_page, corpus.stories),
            map(record_page, corpus.records.values()),
            (speaker_page(record) for record in corpus.statements.by_record if has_pages(record, corpus)),
        )
    )
