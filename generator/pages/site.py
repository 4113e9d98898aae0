"""All pages of the site."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.pages.about import about_page
from generator.pages.article import article_page_of
from generator.pages.dating import date_pages
from generator.pages.figures import figure_pages, pages_about
from generator.pages.front import front_pages
from generator.pages.network import network_page
from generator.pages.page import LaterPage, Page, at_once
from generator.pages.quotations import quotation_pages, speaker_pages
from generator.pages.record import record_pages
from generator.pages.sections import section_pages
from generator.pages.story import story_indexes, story_pages
from generator.pages.timeline import timeline_pages, timelines_about
from generator.pages.world_map import map_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from generator.corpus import Corpus
    from generator.countries import Country
    from generator.model import Article, ArticleId, RecordId
    from generator.pages.about import Account
    from generator.story import StoryId


def page_makers(
    corpus: Corpus,
    countries: Mapping[RecordId, Country],
    written: Mapping[ArticleId, Article],
    account: Account,
) -> Iterator[tuple[str, Callable[[], Iterable[Page | LaterPage]]]]:
    """Give what makes the pages, each with a name of its own; it reads what it needs of the corpus when it is called.

    `written` are the editors' own pages, by name, and `account` is what the page about the corpus tells beside it.
    """
    yield "front", partial(front_pages, corpus, written)
    yield "about", lambda: (about_page(corpus, account),)
    yield "sections", partial(section_pages, corpus, countries)
    yield "dates", partial(date_pages, corpus)
    yield "stories", partial(story_indexes, corpus)
    for story in corpus.stories:
        yield f"story/{story}", partial(_of_story, story, corpus)
    yield "quotations", partial(quotation_pages, corpus)
    for speaker in corpus.statements.by_record:
        yield f"quotations/{speaker}", partial(speaker_pages, speaker, corpus)
    yield "figures", partial(figure_pages, corpus)
    for record in corpus.countings.by_record:
        yield f"figures/{record}", partial(pages_about, record, corpus)
    yield "timeline", partial(timeline_pages, corpus)
    for record in corpus.times.by_record:
        yield f"timeline/{record}", partial(timelines_about, record, corpus)
    yield "map", lambda: (map_page(corpus),)
    yield "network", lambda: (network_page(corpus),)
    for record in corpus.records:
        yield f"record/{record}", partial(_of_record, record, corpus, countries)
    for article in corpus.articles:
        yield f"article/{article}", partial(_of_article, article, corpus)


def site_pages(
    corpus: Corpus,
    countries: Mapping[RecordId, Country],
    written: Mapping[ArticleId, Article],
    account: Account,
) -> Iterator[Page]:
    """Give every page."""
    for _, make in page_makers(corpus, countries, written, account):
        yield from at_once(make())


def _of_story(key: StoryId, corpus: Corpus) -> Iterator[Page]:
    yield from story_pages(corpus.stories[key], corpus)


def _of_record(key: RecordId, corpus: Corpus, countries: Mapping[RecordId, Country]) -> Iterator[Page | LaterPage]:
    yield from record_pages(corpus.records[key], corpus, countries)


def _of_article(key: ArticleId, corpus: Corpus) -> Iterator[Page]:
    yield article_page_of(corpus.articles[key], corpus)
