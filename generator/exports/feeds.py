"""Feeds of the newest articles, in Atom and as JSON Feed: one of the whole site, and one of each record with articles.

Every date is a record's, and none is the clock's: an article is dated by the first moment of its date of publication,
or, where that is unknown, by the day it was retrieved, or else by the newest date in the corpus. Ids are absolute
addresses, which answer for ever; a site that does not know its own address gives UUIDs made from its name and the
address within it. A feed holds no more of an article than its standfirst.
"""

from __future__ import annotations

import uuid
from functools import cache, partial
from posixpath import dirname
from typing import TYPE_CHECKING

import msgspec

from generator import dates, markup, rights
from generator.absolute import absolute
from generator.addresses import HOME, FilePath, PagePath, address, article_page, beside, html_link, record_page
from generator.exports.feed_formats import ATOM, JSON, Entry, Feed
from generator.exports.holdings import holdings
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.corpus import Corpus
    from generator.exports.feed_formats import Format
    from generator.model import AnnotatedArticle, Site

NEWEST = 50
"""Articles in a feed."""

_NEVER = "1970-01-01T00:00:00Z"
"""The date of a corpus without any date, since Atom wants one."""


class Channel(msgspec.Struct, frozen=True):
    """What a feed is of: its title, the page that shows the same, its files without their suffix, and its articles."""

    title: str
    page: PagePath
    stem: FilePath
    articles: tuple[ArticleId, ...]


def files(corpus: Corpus) -> Iterator[tuple[FilePath, Callable[[], bytes]]]:
    """Give the path and the maker of each feed."""
    moments = _moments(corpus)
    for form in (ATOM, JSON):
        # An article stands in a feed of each of its records, so it is written once for all those at the same depth.
        written = cache(lambda key, root, form=form: form.entry(_entry(key, corpus, root, moments[key])))
        for channel in channels(corpus):
            path = FilePath(f"{channel.stem}.{form.suffix}")
            yield path, partial(_made, form, channel, path, corpus, moments, written)


def channels(corpus: Corpus) -> Iterator[Channel]:
    """Give the channel of the whole site, and one of each record that has articles."""
    name = corpus.site.name
    yield Channel(name, HOME, FilePath("feeds/all"), tuple(corpus.articles)[:NEWEST])
    for key, articles in holdings(corpus).items():
        page = record_page(corpus.records[key])
        yield Channel(f"{corpus.records[key].label} – {name}", page, beside(page, "feed"), articles[:NEWEST])


def _made(
    form: Format,
    channel: Channel,
    path: FilePath,
    corpus: Corpus,
    moments: Mapping[ArticleId, str],
    written: Callable[[ArticleId, str], str],
) -> bytes:
    root = html_link(PagePath(f"{dirname(path)}/index.md"), HOME)  # relative addresses start where the feed stands
    feed = Feed(
        id=_identifier(corpus.site, path),
        title=channel.title,
        page=_link(corpus.site, channel.page, root),
        address=absolute(corpus.site, path),
        updated=max((moments[key] for key in channel.articles), default=_NEVER),
        author=corpus.site.name,
        language=corpus.site.language,
    )
    return form.feed(feed, [written(key, root) for key in channel.articles])


def _entry(key: ArticleId, corpus: Corpus, root: str, updated: str) -> Entry:
    article, page = corpus.articles[key], article_page(key)
    front = article.article.front
    return Entry(
        id=_identifier(corpus.site, page),
        title=front.title,
        page=_link(corpus.site, page, root),
        original=markup.url(front.source.url),
        published=dates.first_moment(front.published) if dates.is_day(front.published) else None,
        updated=updated,
        language=front.language,
        summary=rights.shown_standfirst(article.article),
        subjects=_subjects(article, corpus),
    )


def _subjects(article: AnnotatedArticle, corpus: Corpus) -> tuple[str, ...]:
    found = article.annotation
    keys = [topic.id for topic in found.topics] + [country.id for country in found.countries if country.about]
    return tuple(corpus.records[key].label for key in keys if key in corpus.records)


def _moments(corpus: Corpus) -> dict[ArticleId, str]:
    fronts = {key: article.article.front for key, article in corpus.articles.items()}
    known = [date for front in fronts.values() for date in (front.published, front.source.retrieved) if date]
    newest = max((dates.first_moment(date) for date in known), default=_NEVER)
    return {
        key: dates.first_moment(date) if (date := front.published or front.source.retrieved) else newest
        for key, front in fronts.items()
    }


def _link(site: Site, page: PagePath, root: str) -> str:
    return absolute(site, page) or f"{root}{address(page)}"


def _identifier(site: Site, path: PagePath | FilePath) -> str:
    return absolute(site, path) or uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{address(path)}").urn
