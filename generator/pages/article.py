"""The page of an article: facts, text, evidence for what is said about it, related articles, source, citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import article_page, beside
from generator.citing.citations import reference
from generator.citing.embedded import meta_tags
from generator.dates import spoken
from generator.markup import Markup, element, join, url
from generator.model import ENTITY_KINDS, CountryWeight, RecordId, TopicWeight
from generator.pages.body import body_text, sentence_anchor
from generator.pages.evidence import evidence, rules_told
from generator.pages.page import Page
from generator.pages.parts import (
    BETWEEN,
    NAMES_OF_KINDS,
    NO_DATE,
    article_item,
    article_meta,
    badge,
    count,
    date_badge,
    details,
    facts,
    heading,
    link,
    listing,
    paragraphs,
    record_link,
)
from generator.pages.story import same_story, told_also
from generator.rights import in_full, shown_standfirst

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.model import AnnotatedArticle, Article, Mention, Record

EVIDENCE_SHOWN = 2
"""Sentences shown for a topic, or a country that the article is about, beside the text that holds them all."""
EVIDENCE_OF_MENTION = 1
"""Sentences shown for a country that is only mentioned."""

RIGHTS = {
    "full": "Full text",
    "excerpt": "Excerpt of the original",
    "digest": "Digest in our words",
    "metadata": "Metadata only; the text is not shown",
}


def article_page_of(annotated: AnnotatedArticle, corpus: Corpus) -> Page:
    """Give the page of an article."""
    article = annotated.article
    here = article_page(article.id)
    standfirst = shown_standfirst(article)
    return Page(
        path=here,
        kind="article",
        title=article.front.title,
        description=standfirst,
        language=article.front.language,
        citation=meta_tags(annotated, corpus),
        content=paragraphs(
            article_meta(here, article, corpus),
            element("p", standfirst, class_="standfirst") if standfirst else "",
            _facts(here, annotated, corpus),
            body_text(annotated, corpus) or _not_shown(article),
            heading("What the article names"),
            *_evidence(here, annotated, corpus),
            *same_story(here, article.id, corpus),
            *_related(here, annotated, corpus),
            heading("Source"),
            _source(here, article, corpus),
            heading("How to cite"),
            _citation(here, annotated, corpus),
        ),
    )


def _not_shown(article: Article) -> Markup:
    if article.front.rights == "metadata":
        return Markup("*The rights of this article do not allow its text to be shown here.*")
    return Markup("") if article.blocks else Markup("*The text of this article is empty.*")


def _facts(here: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    article = annotated.article
    about = [country.id for country in annotated.annotation.countries if country.about]
    topics = [topic.id for topic in annotated.annotation.topics]
    return facts(
        [
            (
                "Published",
                element("span", spoken(article.front.published) if article.front.published else NO_DATE)
                + " "
                + date_badge(article),
            ),
            ("About", _links(here, about, corpus)),
            ("Topics", _links(here, topics, corpus)),
            ("Story", told_also(here, article.id, corpus)),
            ("Genre", article.front.genre.capitalize()),
            ("Shown here", RIGHTS[article.front.rights]),
            ("Review", badge(article.front.review.state, article.front.review.state)),
        ],
    )


def _links(here: PagePath, records: Iterable[str], corpus: Corpus) -> Markup:
    shown = (corpus.records.get(RecordId(record)) for record in records)
    return join((record_link(here, record) for record in shown if record), ", ")


def _evidence(here: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> list[Markup]:
    by_record: dict[RecordId, list[Mention]] = {}
    for mention in annotated.annotation.mentions:
        by_record.setdefault(mention.record, []).append(mention)
    found: tuple[tuple[str, Iterable[CountryWeight | TopicWeight]], ...] = (
        ("Countries", annotated.annotation.countries),
        ("Topics", annotated.annotation.topics),
    )
    blocks = []
    for title, weights in found:
        items = [
            _evidence_of(here, annotated, corpus.records[weight.id], weight, by_record.get(weight.id, []))
            for weight in weights
            if weight.id in corpus.records
        ]
        blocks += [heading(title, 3), element("div", join(items), class_="evidences")] if items else []
    return [*blocks, *_names(here, annotated, by_record, corpus)]


def _evidence_of(
    here: PagePath,
    annotated: AnnotatedArticle,
    record: Record,
    weight: CountryWeight | TopicWeight,
    mentions: list[Mention],
) -> Markup:
    """Give a country or topic of the article with the sentences that show it."""
    told = count(len(mentions), "mention") if mentions else "the dateline or an editor"
    only_mentioned = isinstance(weight, CountryWeight) and not weight.about
    about = Markup(" ") + badge("about", "about") if isinstance(weight, CountryWeight) and weight.about else Markup("")
    summary = (
        element("strong", record.label) + Markup(" ") + element("span", Markup.escape(told) + about, class_="meta")
    )
    rules = rules_told(mentions)
    found_by = f"Weight {weight.weight}; by {rules}. " if rules else f"Weight {weight.weight}. "
    return details(
        summary,
        evidence(here, annotated, mentions, EVIDENCE_OF_MENTION if only_mentioned else EVIDENCE_SHOWN)
        + element("p", Markup("{}{}").format(found_by, record_link(here, record)), class_="meta"),
    )


def _names(
    here: PagePath, annotated: AnnotatedArticle, by_record: Mapping[RecordId, Sequence[Mention]], corpus: Corpus
) -> list[Markup]:
    """List the named records by kind, each with how often it is named, which leads to where."""
    named = corpus.records_of(annotated.article.id)
    rows = []
    for kind in (*ENTITY_KINDS, "outlet"):
        of_kind = [record for record in named if record.kind == kind]
        items = (record_link(here, record) + _times(annotated, by_record[record.id]) for record in of_kind)
        rows.append((NAMES_OF_KINDS[kind][1], join(items, BETWEEN)))
    box = facts(rows)
    told = "The number after a name is how often it stands here, and leads to the first place."
    lead = element("p", told, class_="meta")
    return [heading("Names", 3), lead, box] if box else []


def _times(annotated: AnnotatedArticle, mentions: Sequence[Mention]) -> Markup:
    """Give how often a record is named, as a link to the first of its sentences in the text that is shown."""
    in_body = next((mention for mention in mentions if mention.field == "body" and mention.rule != "asserted"), None)
    if in_body is None or not in_full(annotated.article):
        return Markup("")
    anchor = sentence_anchor(annotated.annotation.sentences.body, in_body.start)
    times = str(len(mentions))
    return Markup("\u00a0") + element("a", times, href=f"#{anchor}", class_="times")


def _related(here: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> list[Markup]:
    items = []
    story = corpus.story_of.get(annotated.article.id)
    for related in corpus.related[annotated.article.id]:
        if story and corpus.story_of.get(related.article) == story:
            continue  # listed as telling the same story
        shared = _links(here, related.shared, corpus)
        reason = element("p", Markup("Both mention {}").format(shared), class_="reason")
        items.append(article_item(here, corpus.articles[related.article], corpus, reason))
    return [heading("Related articles"), listing(items)] if items else []


def _source(here: PagePath, article: Article, corpus: Corpus) -> Markup:
    source = article.front.source
    document = source.document and f"{source.document}, article {source.position or 1}"
    return facts(
        [
            ("Headline as printed", source.headline or ""),
            ("Outlet", _links(here, [source.outlet or ""], corpus) or "not known"),
            ("Agency", _links(here, source.agencies, corpus)),
            ("Authors", ", ".join(source.authors)),
            ("Dateline", source.dateline or ""),
            (
                "Date",
                f"{article.front.date_status}: {article.front.date_evidence}"
                if article.front.date_evidence
                else article.front.date_status,
            ),
            ("Original", _web_link(source.url)),
            ("Archived copy", _web_link(source.archive_url)),
            ("Retrieved", spoken(source.retrieved) if source.retrieved else ""),
            ("Document", document or ""),
            ("SHA-256 of the document", element("code", source.sha256) if source.sha256 else ""),
            ("Captions", "; ".join(source.captions) if in_full(article) else ""),
        ],
    )


def _web_link(address: str | None) -> Markup:
    target = url(address)
    return element("a", address or "", href=target, rel="noopener noreferrer nofollow ugc") if target else Markup("")


def _citation(here: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    files = (("BibTeX", "citation.bib"), ("RIS", "citation.ris"), ("CSL JSON", "citation.json"))
    links = join((link(here, beside(here, name), label) for label, name in files), BETWEEN)
    text = element("pre", element("code", reference(annotated, corpus)))
    return element("section", text + element("p", links), class_="cite", aria_label="Citation")
