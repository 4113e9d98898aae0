"""Everything that is found in one article, in one function: the map that the build runs over all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.annotate.accounts import Account
from generator.annotate.countries import weigh_countries
from generator.annotate.datelines import dateline_countries
from generator.annotate.event_dates import event_dates
from generator.annotate.figures import figures
from generator.annotate.names import find_names
from generator.annotate.passages import read_passage
from generator.annotate.quotations import quotations
from generator.annotate.sources import with_sources
from generator.annotate.topics import find_topics
from generator.annotation import AnnotatedArticle, Annotation, Mention, Sentences, TopicWeight
from generator.model import FIELDS, Article, RecordId
from generator.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.annotate.gazetteer import Gazetteer


def annotate(article: Article, gazetteer: Gazetteer) -> AnnotatedArticle:
    """Give an article with the records, countries, topics, quotations and figures that its text shows.

    What an editor asserts is added, what an editor denies is left out. Unknown ids in either are ignored here: whoever
    reads the content has told them.
    """
    denied = {*article.front.exclude.entities, *article.front.exclude.topics, *_ids(article.front.exclude.countries)}
    passages = [read_passage(field, article.text(field), gazetteer.vocabulary) for field in FIELDS]
    datelines = dateline_countries(article.front.source.dateline, gazetteer)
    names = find_names(passages, datelines, gazetteer, _known(article.front.entities, gazetteer))
    mentions = tuple(mention for mention in names.mentions if mention.record not in denied)
    countries = tuple(country for country in _ids(article.front.countries) if country in gazetteer.records)
    topics, terms = find_topics(passages, gazetteer)
    asserted = {*article.front.entities, *article.front.topics, *countries}
    spans = Sentences(*(sentences(passage.text) for passage in passages))
    body = passages[-1]
    account = Account(body.words, spans.body, [one for one in mentions if one.field == "body"], gazetteer.kinds)
    quoted = quotations(account)
    return AnnotatedArticle(
        article,
        Annotation(
            sentences=spans,
            mentions=(
                *(Mention(record, "title", 0, 0, "asserted") for record in _known(asserted, gazetteer)),
                *mentions,
                *(term for term in terms if term.record not in denied),
            ),
            countries=weigh_countries(mentions, [one for one in datelines if one not in denied], countries, gazetteer),
            topics=_with_asserted(topics, _known(article.front.topics, gazetteer), denied),
            quotations=quoted,
            figures=with_sources(figures(body, spans.body), quoted, account),
            event_dates=event_dates(body.text, spans.body, _stated(article)),
            unresolved=names.unresolved,
        ),
    )


def _stated(article: Article) -> str | None:
    return article.front.published if article.front.date_status == "stated" else None


def _ids(codes: Iterable[str]) -> tuple[RecordId, ...]:
    """Give the ids of countries that people write by their codes in capitals."""
    return tuple(RecordId(code.lower()) for code in codes)


def _known(records: Iterable[str], gazetteer: Gazetteer) -> tuple[RecordId, ...]:
    return tuple(RecordId(record) for record in sorted(set(records)) if record in gazetteer.records)


def _with_asserted(
    topics: tuple[TopicWeight, ...], asserted: tuple[RecordId, ...], denied: set[str]
) -> tuple[TopicWeight, ...]:
    """Add the topics that an editor asserts, at full weight; the strongest that is left is the primary one."""
    found = [topic for topic in topics if topic.id not in denied and topic.id not in asserted]
    stated = [TopicWeight(topic, 1.0, primary=False) for topic in asserted]
    return tuple(msgspec.structs.replace(topic, primary=rank == 0) for rank, topic in enumerate([*stated, *found]))
