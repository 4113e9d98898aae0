"""What an article names: its countries, topics and names, each with a control that opens the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import article_page
from generator.markup import Markup, element, join
from generator.model import ENTITY_KINDS, RecordId, Review
from generator.pages.correcting import wrong_link
from generator.pages.evidence import evidence_at_home, places
from generator.pages.grounds import grounds, review_told
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    count,
    details,
    facts,
    heading,
    paragraphs,
    record_link,
)
from generator.rights import in_full
from generator.tongues import name_tongue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.annotation import AnnotatedArticle, CountryWeight, Mention, TopicWeight
    from generator.corpus import Corpus
    from generator.model import Record

NAMED = "What the article names"


def named_in(annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    """Give the section of an article's page that tells what it names, and by what that is known."""
    by_record: dict[RecordId, list[Mention]] = {}
    for mention in annotated.annotation.mentions:
        by_record.setdefault(mention.record, []).append(mention)
    found: tuple[tuple[str, Iterable[CountryWeight | TopicWeight]], ...] = (
        ("About", (country for country in annotated.annotation.countries if country.about)),
        ("Topics", annotated.annotation.topics),
    )
    blocks = []
    for title, weights in found:
        items = [
            _weighed(annotated, corpus.records[weight.id], by_record.get(weight.id, []), corpus)
            for weight in weights
            if weight.id in corpus.records
        ]
        blocks += [heading(title, 3), element("div", join(items), class_="evidences")] if items else []
    wrong = wrong_link(corpus.site, annotated.article.id, "What is wrong, and in which sentence?")
    return paragraphs(
        heading(NAMED),
        *blocks,
        *_names(annotated, by_record, corpus),
        element("p", wrong, class_="meta") if wrong else "",
    )


def _weighed(
    annotated: AnnotatedArticle,
    record: Record,
    mentions: Sequence[Mention],
    corpus: Corpus,
) -> Markup:
    """Give a country or topic that the article is about, with a sentence that shows it."""
    here = article_page(annotated.article.id)
    times = count(len(mentions), "mention") if mentions else "the dateline or an editor"
    return details(
        element("strong", record.label, **name_tongue(record.label)) + " " + times,
        evidence_at_home(annotated, mentions, corpus.site.language)
        + grounds(here, annotated, record, mentions, corpus),
    )


def _names(
    annotated: AnnotatedArticle, by_record: Mapping[RecordId, Sequence[Mention]], corpus: Corpus
) -> list[Markup]:
    """List the named records by kind, each with how often it is named, which opens where and by what words."""
    here = article_page(annotated.article.id)
    mentioned = {country.id for country in annotated.annotation.countries if not country.about}
    countries = corpus.public(mentioned)
    language = corpus.site.language
    named = [record for record in corpus.records_of(annotated.article.id) if record.kind != "country"]
    rows = []
    for kind in (*ENTITY_KINDS, "outlet", "country"):
        items = (
            record_link(here, record) + "\u00a0" + _control(annotated, record, by_record.get(record.id, ()), language)
            for record in (*named, *countries)
            if record.kind == kind
        )
        rows.append((NAMES_OF_KINDS[kind][1], join(items, BETWEEN)))
    box = facts(rows, "facts names")
    if not box:
        return []
    told = (
        "The number beside a name is how often the article uses it. It opens the sentences, and what the name was "
        "recognised by: the words it was written as, or else another name in the text. "
        "No editor has checked a name unless it says so."
    )
    return [heading("Names", 3), element("p", told, class_="meta"), box]


def _control(annotated: AnnotatedArticle, record: Record, mentions: Sequence[Mention], language: str) -> Markup:
    shown = Markup("") if in_full(annotated.article) else evidence_at_home(annotated, mentions, language)
    told = [
        places(annotated, record, mentions) if mentions else "the dateline or an editor",
        review_told(record.review) if record.review != Review() else "",
    ]
    return element("details", element("summary", str(len(mentions))) + shown + join(filter(None, told), "; "))
