"""Feeds of the newest articles, in Atom and as JSON Feed: one of the whole site, and one of each record with articles.

Every date is a record's, and none is the clock's: an article is dated by the first moment of its date of publication,
or, where that is unknown, by the day it was retrieved, or else by the newest date in the corpus. Ids are absolute
addresses, which answer for ever; a site that does not know its own address gives UUIDs made from its name and the
address within it. A feed holds no more of an article than its standfirst.
"""

from __future__ import annotations

import uuid
from functools import partial
from posixpath import dirname
from typing import TYPE_CHECKING

import msgspec

from generator import markup, rights
from generator.addresses import HOME, FilePath, PagePath, address, article_page, beside, html_link, record_page
from generator.exports import dates
from generator.exports.absolute import absolute
from generator.exports.feed_formats import Entry, Feed, atom, json_feed
from generator.exports.holdings import holdings
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.corpus import Corpus
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
    newest = _newest_date(corpus)
    for channel in channels(corpus):
        for suffix, written in (("atom", atom), ("json", json_feed)):
            path = FilePath(f"{channel.stem}.{suffix}")
            yield path, partial(_made, written, channel, path, corpus, newest)


def channels(corpus: Corpus) -> Iterator[Channel]:
    """Give the channel of the whole site, and one of each record that has articles."""
    name = corpus.site.name
    yield Channel(name, HOME, FilePath("feeds/all"), tuple(corpus.articles)[:NEWEST])
    for key, articles in holdings(corpus).items():
        page = record_page(corpus.records[key])
        yield Channel(f"{corpus.records[key].label} – {name}", page, beside(page, "feed"), articles[:NEWEST])


def _made(written: Callable[[Feed], bytes], channel: Channel, path: FilePath, corpus: Corpus, newest: str) -> bytes:
    return written(_feed(channel, path, corpus, newest))


def _feed(channel: Channel, path: FilePath, corpus: Corpus, newest: str) -> Feed:
    folder = PagePath(f"{dirname(path)}/index.md")  # relative addresses start where the feed itself stands
    entries = tuple(_entry(corpus.articles[key], corpus, newest, folder) for key in channel.articles)
    return Feed(
        id=_identifier(corpus.site, path),
        title=channel.title,
        page=absolute(corpus.site, channel.page) or html_link(folder, channel.page),
        address=absolute(corpus.site, path),
        updated=max((entry.updated for entry in entries), default=newest),
        author=corpus.site.name,
        language=corpus.site.language,
        entries=entries,
    )


def _entry(article: AnnotatedArticle, corpus: Corpus, newest: str, folder: PagePath) -> Entry:
    front, page = article.article.front, article_page(article.article.id)
    date = front.published or front.source.retrieved
    return Entry(
        id=_identifier(corpus.site, page),
        title=front.title,
        page=absolute(corpus.site, page) or html_link(folder, page),
        original=markup.url(front.source.url),
        published=dates.first_moment(front.published) if dates.is_day(front.published) else None,
        updated=dates.first_moment(date) if date else newest,
        language=front.language,
        summary=rights.shown_standfirst(article.article),
        subjects=_subjects(article, corpus),
    )


def _subjects(article: AnnotatedArticle, corpus: Corpus) -> tuple[str, ...]:
    found = article.annotation
    keys = [topic.id for topic in found.topics] + [country.id for country in found.countries if country.about]
    return tuple(corpus.records[key].label for key in keys if key in corpus.records)


def _newest_date(corpus: Corpus) -> str:
    fronts = [article.article.front for article in corpus.articles.values()]
    known = [date for front in fronts for date in (front.published, front.source.retrieved) if date]
    return max((dates.first_moment(date) for date in known), default=_NEVER)


def _identifier(site: Site, path: PagePath | FilePath) -> str:
    return absolute(site, path) or uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{address(path)}").urn
