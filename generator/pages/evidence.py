"""Evidence: the sentences that a statement of the site rests on, the words that count marked."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.addresses import PagePath, article_page, html_link
from generator.markup import Markup, element, join
from generator.pages.body import sentence_anchor
from generator.pages.parts import count, listing
from generator.rights import in_full, shown_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import AnnotatedArticle, FieldName, Mention, Rule, Span

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
    items = [_item(origin, annotated, span, found) for (_, span), found in by_sentence(annotated, mentions).items()]
    shown = [item for item in items if item]
    if len(shown) > most:
        left = f"and {count(len(shown) - most, 'more sentence')} in the article"
        page = article_page(annotated.article.id)
        told = Markup.escape(left) if page == origin else element("a", left, href=html_link(origin, page))
        shown = [*shown[:most], element("li", told, class_="more")]
    return listing(shown, "mentions")


def by_sentence(
    annotated: AnnotatedArticle, mentions: Sequence[Mention]
) -> dict[tuple[FieldName, Span], list[Mention]]:
    """Part mentions by the field and sentence in which they stand; an editor's word stands in none."""
    parted: dict[tuple[FieldName, Span], list[Mention]] = {}
    for mention in mentions:
        span = _sentence_span(annotated, mention)
        if span is not None:
            parted.setdefault((mention.field, span), []).append(mention)
    return parted


def sentence_address(origin: PagePath, annotated: AnnotatedArticle, field: FieldName, start: int) -> str:
    """Give the address of the sentence in which an offset lies, or of its article where it has no anchor."""
    here = article_page(annotated.article.id)
    target = "" if here == origin else html_link(origin, here)
    if field == "body" and in_full(annotated.article):
        target += f"#{sentence_anchor(annotated.annotation.sentences.body, start)}"
    return target


def sentence(origin: PagePath, annotated: AnnotatedArticle, span: Span, mentions: Sequence[Mention]) -> Markup:
    """Give a sentence as far as it may be shown, some mentions in it marked, as a link to its place in the text.

    Marks are dropped where the rights cut the sentence, since their places are not sure any more.
    """
    field = mentions[0].field
    whole = annotated.article.text(field)[span.start : span.end]
    shown = shown_sentence(annotated.article, whole)
    if not shown:
        return Markup("")
    text = _marked(whole, span.start, mentions) if shown == whole else Markup.escape(shown)
    target = sentence_address(origin, annotated, field, span.start)
    return element("a", text, href=target) if target else text


def rules_told(mentions: Sequence[Mention]) -> str:
    """Say by which rules a record was found."""
    return ", ".join(dict.fromkeys(RULES[mention.rule] for mention in mentions))


def _sentence_span(annotated: AnnotatedArticle, mention: Mention) -> Span | None:
    if mention.rule == "asserted":
        return None
    spans: tuple[Span, ...] = getattr(annotated.annotation.sentences, mention.field)
    place = bisect_right(spans, mention.start, key=attrgetter("start")) - 1
    return spans[place] if place >= 0 and mention.start < spans[place].end else None


def _item(origin: PagePath, annotated: AnnotatedArticle, span: Span, mentions: Sequence[Mention]) -> Markup:
    quoted = sentence(origin, annotated, span, mentions)
    return element("li", quoted) if quoted else quoted


def _marked(sentence: str, offset: int, mentions: Sequence[Mention]) -> Markup:
    parts: list[str] = []
    position = 0
    for start, end in sorted({(mention.start - offset, mention.end - offset) for mention in mentions}):
        if start >= position:
            parts += [sentence[position:start], element("mark", sentence[start:end])]
            position = end
    return join([*parts, sentence[position:]])
