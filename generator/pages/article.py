"""The page of an article: facts, text, evidence for what is said about it, related articles, source, citation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import article_page, beside
from generator.citing.bibliography import citation
from generator.citing.citations import reference
from generator.citing.embedded import json_ld, meta_tags
from generator.dates import spoken
from generator.markup import Markup, element, join, url
from generator.model import RecordId
from generator.pages.body import body_text, standfirst_text
from generator.pages.dating import date_evidence
from generator.pages.grounds import review_told
from generator.pages.named import NAMED, named_in
from generator.pages.page import Page
from generator.pages.parts import (
    BETWEEN,
    anchor,
    article_item,
    article_meta,
    badge,
    date_of,
    details,
    facts,
    heading,
    in_tongue,
    link,
    listing,
    paragraphs,
    record_link,
    words_of,
)
from generator.pages.story import same_story, told_also
from generator.rights import in_full, shown_standfirst

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, DateStatus

RIGHTS = {
    "full": "Full text",
    "excerpt": "Excerpt of the original",
    "digest": "Digest in our words",
    "metadata": "Metadata only; the text is not shown",
}
HOW_DATED: dict[DateStatus, str] = {
    "stated": "stated by the source",
    "derived": "derived: from what?",
    "unknown": "not known: why?",
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
        tongue=in_tongue(article.front.title, article, corpus),
        hide=("navigation", "toc"),
        citation=meta_tags(annotated, corpus),
        linked_data=json_ld(annotated, corpus),
        content=paragraphs(
            article_meta(here, article, corpus),
            standfirst_text(annotated, corpus.site.language),
            _facts(here, annotated, corpus),
            body_text(annotated, corpus) or _not_shown(article),
            named_in(annotated, corpus),
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
            ("About", _links(here, about, corpus)),
            ("Topics", _links(here, topics, corpus)),
            ("Story", told_also(here, article.id, corpus)),
            ("Published", _date_evidence(article)),
            ("Genre", article.front.genre.capitalize()),
            ("Shown here", RIGHTS[article.front.rights]),
            ("Review", badge(review_told(article.front.review), article.front.review.state)),
            ("Below", _below(article)),
        ],
    )


def _below(article: Article) -> Markup:
    """Lead past the text to what stands under it."""
    parts = {"Evidence": NAMED, "Source": "Source", "How to cite": "How to cite"}
    shown = (element("a", name, href=f"#{anchor(title)}") for name, title in parts.items())
    return join(shown, BETWEEN) if article.blocks else Markup("")


def _date_evidence(article: Article) -> Markup:
    """Give the control that tells how the date is known."""
    front = article.front
    reviewed = f"Article {review_told(front.review)}."
    told = element("p", date_evidence(article)) + element("p", reviewed, class_="meta")
    known = f"{date_of(article)}, " if front.published else ""
    return details(known + HOW_DATED[front.date_status], told)


def _links(here: PagePath, records: Iterable[str], corpus: Corpus) -> Markup:
    shown = (corpus.records.get(RecordId(record)) for record in records)
    return join((record_link(here, record) for record in shown if record), ", ")


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
            ("Headline as printed", words_of(source.headline or "", article, corpus)),
            ("Outlet", _links(here, [source.outlet or ""], corpus) or "not known"),
            ("Agency", _links(here, source.agencies, corpus)),
            ("Authors", join((words_of(author, article, corpus) for author in source.authors), ", ")),
            ("Dateline", words_of(source.dateline or "", article, corpus)),
            ("Original", _web_link(source.url)),
            ("Archived copy", _web_link(source.archive_url)),
            ("Retrieved", spoken(source.retrieved) if source.retrieved else ""),
            ("Document", document or ""),
            ("SHA-256 of the document", element("code", source.sha256) if source.sha256 else ""),
            (
                "Captions",
                join((words_of(caption, article, corpus) for caption in source.captions if in_full(article)), "; "),
            ),
        ],
    )


def _web_link(address: str | None) -> Markup:
    target = url(address)
    return element("a", address or "", href=target, rel="noopener noreferrer nofollow ugc") if target else Markup("")


def _citation(here: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    files = (("BibTeX", "citation.bib"), ("RIS", "citation.ris"), ("CSL JSON", "citation.json"))
    links = join((link(here, beside(here, name), label) for label, name in files), BETWEEN)
    before, title, after = reference(annotated, corpus).partition(citation(annotated, corpus).title)
    cited = join((before, words_of(title, annotated.article, corpus), after))
    text = element("pre", element("code", cited))
    return element("section", text + element("p", links), class_="cite", aria_label="Citation")
