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

from generator import dates, markup, rights
from generator.absolute import absolute
from generator.addresses import HOME, FilePath, PagePath, address, article_page, beside, html_link, record_page
from generator.exports.feed_formats import ATOM, JSON, Entry, Feed
from generator.exports.holdings import held_by
from generator.making.tracing import remembered
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.exports.feed_formats import Format
    from generator.model import RecordId, Site

NEWEST = 50
"""Articles in a feed."""

_ALL, _STEM = FilePath("feeds/all"), "feed"
_NEVER = "1970-01-01T00:00:00Z"
"""The date of a corpus without any date, since Atom wants one."""


class Channel(msgspec.Struct, frozen=True):
    """What a feed is of: its title, the page that shows the same, its files without their suffix, and its articles."""

    title: str
    page: PagePath
    stem: FilePath
    articles: tuple[ArticleId, ...]


def files(corpus: Corpus) -> Iterator[tuple[FilePath, Callable[[], bytes]]]:
    """Give the path and the maker of each feed: those of the whole site, and those of each record that has articles."""
    for form in (ATOM, JSON):
        # An article stands in a feed of each of its records, so it is written once for all those at the same depth.
        written = remembered(partial(_written, form, corpus))
        yield FilePath(f"{_ALL}.{form.suffix}"), partial(_made, form, None, corpus, written)
        for key, record in corpus.records.items():
            path = beside(record_page(record), f"{_STEM}.{form.suffix}")
            yield path, partial(_made, form, key, corpus, written)


def channel(key: RecordId | None, corpus: Corpus) -> Channel:
    """Give the channel of a record, or of the whole site."""
    name = corpus.site.name
    if key is None:
        return Channel(name, HOME, _ALL, tuple(corpus.articles)[:NEWEST])
    page = record_page(corpus.records[key])
    title = f"{corpus.records[key].label} – {name}"
    return Channel(title, page, beside(page, _STEM), held_by(key, corpus)[:NEWEST])


def _made(form: Format, key: RecordId | None, corpus: Corpus, written: Callable[[ArticleId, str], str]) -> bytes:
    of = channel(key, corpus)
    path = FilePath(f"{of.stem}.{form.suffix}")
    root = html_link(PagePath(f"{dirname(path)}/index.md"), HOME)  # relative addresses start where the feed stands
    feed = Feed(
        id=_identifier(corpus.site, path),
        title=of.title,
        page=_link(corpus.site, of.page, root),
        address=absolute(corpus.site, path),
        updated=max((_moment(article, corpus) for article in of.articles), default=_NEVER),
        author=corpus.site.name,
        language=corpus.site.language,
    )
    return form.feed(feed, [written(article, root) for article in of.articles])


def _written(form: Format, corpus: Corpus, key: ArticleId, root: str) -> str:
    return form.entry(_entry(key, corpus, root, _moment(key, corpus)))


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


def _moment(key: ArticleId, corpus: Corpus) -> str:
    front = corpus.articles[key].article.front
    date = front.published or front.source.retrieved or _newest_date(corpus)
    return dates.first_moment(date) if date else _NEVER


def _newest_date(corpus: Corpus) -> str | None:
    """Give the newest date in the corpus, for what has none of its own."""
    fronts = [article.article.front for article in corpus.articles.values()]
    known = [date for front in fronts for date in (front.published, front.source.retrieved) if date]
    return max(known, key=dates.first_moment, default=None)


def _link(site: Site, page: PagePath, root: str) -> str:
    return absolute(site, page) or f"{root}{address(page)}"


def _identifier(site: Site, path: PagePath | FilePath) -> str:
    return absolute(site, path) or uuid.uuid5(uuid.NAMESPACE_URL, f"{site.name}/{address(path)}").urn
