"""Evidence: the sentences that a statement of the site rests on, the words that count marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import PagePath, article_page, html_link
from generator.markup import Markup, element, join
from generator.pages.body import sentence_anchor
from generator.pages.parts import count, listing
from generator.rights import in_full, shown_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import AnnotatedArticle, Mention, Rule, Span

MOST_SENTENCES = 5
"""Sentences shown of one article; the others are counted."""

RULES: dict[Rule, str] = {
    "label": "its name",
    "alias": "another name",
    "partial": "a part of its full name",
    "asserted": "an editor",
    "name": "its name",
    "demonym": "its people or adjective",
    "capital": "its capital",
    "city": "a city",
    "region": "a region",
    "record": "what belongs to it",
    "dateline": "the dateline",
    "term": "its terms",
}
"""What each rule of annotation says to a reader."""


def evidence(
    origin: PagePath, annotated: AnnotatedArticle, mentions: Sequence[Mention], most: int = MOST_SENTENCES
) -> Markup:
    """Give the sentences of an article that hold some mentions, in order, each linked to its place in the text."""
    by_sentence: dict[tuple[str, Span], list[Mention]] = {}
    for mention in mentions:
        span = _sentence_span(annotated, mention)
        if span is not None:
            by_sentence.setdefault((mention.field, span), []).append(mention)
    items = [_item(origin, annotated, span, found) for (_, span), found in by_sentence.items()]
    shown = [item for item in items if item]
    if len(shown) > most:
        left = f"and {count(len(shown) - most, 'more sentence')} in the article"
        page = article_page(annotated.article.id)
        told = Markup.escape(left) if page == origin else element("a", left, href=html_link(origin, page))
        shown = [*shown[:most], element("li", told, class_="more")]
    return listing(shown, "mentions")


def rules_told(mentions: Sequence[Mention]) -> str:
    """Say by which rules a record was found."""
    return ", ".join(dict.fromkeys(RULES[mention.rule] for mention in mentions))


def _sentence_span(annotated: AnnotatedArticle, mention: Mention) -> Span | None:
    if mention.rule == "asserted":
        return None
    spans: tuple[Span, ...] = getattr(annotated.annotation.sentences, mention.field)
    return next((span for span in spans if span.start <= mention.start < span.end), None)


def _item(origin: PagePath, annotated: AnnotatedArticle, span: Span, mentions: Sequence[Mention]) -> Markup:
    """Give one sentence; its marks are dropped where the rights cut it, since their places are not sure any more."""
    field = mentions[0].field
    whole = annotated.article.text(field)[span.start : span.end]
    shown = shown_sentence(annotated.article, whole)
    if not shown:
        return Markup("")
    text = _marked(whole, span.start, mentions) if shown == whole else Markup.escape(shown)
    here = article_page(annotated.article.id)
    target = "" if here == origin else html_link(origin, here)
    if field == "body" and in_full(annotated.article):
        target += f"#{sentence_anchor(annotated.annotation.sentences.body, span.start)}"
    return element("li", element("a", text, href=target) if target else text)


def _marked(sentence: str, offset: int, mentions: Sequence[Mention]) -> Markup:
    parts: list[str] = []
    position = 0
    for start, end in sorted({(mention.start - offset, mention.end - offset) for mention in mentions}):
        if start >= position:
            parts += [sentence[position:start], element("mark", sentence[start:end])]
            position = end
    return join([*parts, sentence[position:]])
