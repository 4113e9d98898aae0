"""The one reduce: all annotated articles and records together, looked up by key, with what they have in common.

Orders are part of the meaning: articles newest first and undated ones last, records by label, everything else by
strength and then by key, so that the same content gives the same bytes whatever the order in which it was read.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from generator.annotation import AnnotatedArticle, Mention
from generator.comentions import Comention
from generator.connected import Connected, connected
from generator.countings import Countings, countings
from generator.facets import facet_values
from generator.fates import Fate
from generator.model import ENTITY_KINDS, ArticleId, Record, RecordId, Site
from generator.related import Related
from generator.statements import Statements, statements
from generator.story import Story, StoryId
from generator.times import Times, times
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.making.memo import Memo

FEWEST_CONNECTED = 2
"""Articles of a record that may have a page of connections; the only article of one shows them by itself."""
PAGES_OF_CONNECTIONS = 500
"""About so many such pages a large corpus has, by Zipf's law: those of records with a share of this of all articles."""


class Corpus(msgspec.Struct, frozen=True):
    """Everything that pages, exports and search are made of; `records` are those that have a page.

    `publications` are the articles that an outlet published or an agency is credited with. `narrower` are the parts of
    a record, by label. Stories stand by their newest article; `story_of` names the one that an article tells, `copies`
    the article that it copies. `mentioned_in` is the number of a record's articles, for whom that is enough. `fates`
    tell what answers at published addresses that have no page.
    """

    site: Site
    articles: dict[ArticleId, AnnotatedArticle]
    records: dict[RecordId, Record]
    mentions: dict[RecordId, dict[ArticleId, tuple[Mention, ...]]]
    publications: dict[RecordId, tuple[ArticleId, ...]]
    comentions: dict[RecordId, tuple[Comention, ...]]
    related: dict[ArticleId, tuple[Related, ...]]
    facet_values: dict[RecordId, str]
    statements: Statements
    countings: Countings
    times: Times
    narrower: dict[str, tuple[Record, ...]] = {}
    mentioned_in: dict[RecordId, int] = {}
    connected_from: int = FEWEST_CONNECTED
    stories: dict[StoryId, Story] = {}
    story_of: dict[ArticleId, StoryId] = {}
    copies: dict[ArticleId, ArticleId] = {}
    fates: dict[str, Fate] = {}

    def of_kind(self, *kinds: str) -> tuple[Record, ...]:
        """Give the records of some kinds, by label."""
        return tuple(record for record in self.records.values() if record.kind in kinds)

    @property
    def entities(self) -> tuple[Record, ...]:
        """The records that have a page under /entities/."""
        return self.of_kind(*ENTITY_KINDS)

    def articles_of(self, record: RecordId) -> tuple[AnnotatedArticle, ...]:
        """Give the articles that mention a record, newest first."""
        return tuple(self.articles[article] for article in self.mentions.get(record, {}))

    def records_of(self, article: ArticleId) -> tuple[Record, ...]:
        """Give the public records that an article mentions, by label."""
        named = {mention.record for mention in self.articles[article].annotation.mentions}
        return self.public(named)

    def public(self, keys: Collection[RecordId]) -> tuple[Record, ...]:
        """Give those of some records that have a page, by label; no other is looked at."""
        return tuple(sorted((self.records[key] for key in keys if key in self.records), key=_by_label))


def gather(
    site: Site,
    articles: Iterable[AnnotatedArticle],
    records: Mapping[RecordId, Record],
    stories: Iterable[Story] = (),
    known: Memo[Connected] | None = None,
) -> Corpus:
    """Make the corpus of annotated articles, settled records and stories; private records stand nowhere in it.

    `known` is what connected the articles of an earlier run.
    """
    ordered = {annotated.article.id: annotated for annotated in sorted(articles, key=newest_first)}
    mentions = _mentions(ordered.values(), records)
    together = connected(ordered, mentions, records, known)
    publications = _publications(ordered.values(), records)
    shown = {*mentions, *publications}
    public = {record.id: record for record in sorted((records[key] for key in shown), key=_by_label)}
    newest = {article: place for place, article in enumerate(ordered)}
    by_newest = sorted(stories, key=lambda story: min(map(newest.__getitem__, story.articles)))
    copies = {one.article: one.of for story in by_newest for one in story.members if one.of and one.is_copy}
    return Corpus(
        site=site,
        articles=ordered,
        records=public,
        mentions=mentions,
        publications=publications,
        comentions=together.comentions,
        narrower=_narrower(public),
        mentioned_in={key: len(articles) for key, articles in mentions.items()},
        connected_from=max(FEWEST_CONNECTED, len(ordered) // PAGES_OF_CONNECTIONS),
        related=together.related,
        facet_values=facet_values(public),
        stories={story.id: story for story in by_newest},
        story_of={article: story.id for story in by_newest for article in story.articles},
        statements=statements(ordered.values(), public, copies),
        copies=copies,
        countings=countings(ordered.values(), public, copies),
        times=times(ordered.values(), public),
    )


def _by_label(record: Record) -> tuple[str, RecordId]:
    return fold(record.label), record.id


def _narrower(records: Mapping[RecordId, Record]) -> dict[str, tuple[Record, ...]]:
    found: dict[str, list[Record]] = defaultdict(list)
    for record in records.values():
        if record.broader:
            found[record.broader].append(record)
    return {broader: tuple(parts) for broader, parts in found.items()}


def newest_first(annotated: AnnotatedArticle) -> tuple[bool, tuple[int, ...], str]:
    """Give the key that sorts articles by date, newest first and undated ones last, then by id."""
    published = annotated.article.front.published or ""
    return not published, tuple(-int(part) for part in published.split("-") if part), annotated.article.id


def _mentions(
    articles: Iterable[AnnotatedArticle], records: Mapping[RecordId, Record]
) -> dict[RecordId, dict[ArticleId, tuple[Mention, ...]]]:
    found: dict[RecordId, dict[ArticleId, tuple[Mention, ...]]] = {}
    for annotated in articles:
        of_article: dict[RecordId, list[Mention]] = {}
        for mention in annotated.annotation.mentions:
            of_article.setdefault(mention.record, []).append(mention)
        for country in annotated.annotation.countries:
            of_article.setdefault(country.id, [])
        for record in sorted(of_article):
            if record in records and not records[record].private:
                found.setdefault(record, {})[annotated.article.id] = tuple(of_article[record])
    return dict(sorted(found.items()))


def _publications(
    articles: Iterable[AnnotatedArticle], records: Mapping[RecordId, Record]
) -> dict[RecordId, tuple[ArticleId, ...]]:
    found: dict[RecordId, list[ArticleId]] = {}
    for annotated in articles:
        source = annotated.article.front.source
        for outlet in dict.fromkeys((source.outlet, *source.agencies)):
            key = RecordId(outlet or "")
            if key in records and not records[key].private:
                found.setdefault(key, []).append(annotated.article.id)
    return {key: tuple(ids) for key, ids in sorted(found.items())}
