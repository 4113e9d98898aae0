"""Evidence: the sentences that a statement of the site rests on, the words that count marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import PagePath, article_page, html_link
from generator.markup import Markup, element, join
from generator.pages.body import sentence_anchor, standfirst_anchor
from generator.pages.parts import count, details, in_tongue, link, listing
from generator.rights import in_full, shown_sentence, shown_standfirst
from generator.tongues import tongue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotation import AnnotatedArticle, Mention, Rule, Span
    from generator.corpus import Corpus
    from generator.model import FieldName, Record

MOST_SENTENCES = 5
"""Sentences shown of one article; a reader opens the others."""
MOST_OPENED = 12
"""Sentences shown and opened of one article; beyond them the article is linked."""
MOST_PLACES = 6
"""Places linked where a record is named by the same words; the others are counted."""
AROUND = 30
"""Characters kept about on either side of the first marked words of a sentence that stands on the same page in full."""
PAGE_TOP = "content"
"""The id that the theme's frame gives to the article with its title."""

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


def evidence(origin: PagePath, annotated: AnnotatedArticle, mentions: Sequence[Mention], language: str) -> Markup:
    """Give the sentences of an article that hold some mentions, in order, each linked to its place in the text.

    `language` is that of the page; sentences of another say so.

    The title is left out: whoever lists the sentences gives it above them, marked by `marked_title`.
    """
    parted = _below_title(annotated, mentions)
    items = [_item(origin, annotated, span, found, language) for (_, span), found in parted.items()]
    shown = [item for item in items if item]
    if len(shown) <= MOST_SENTENCES + 1:
        return listing(shown, "mentions")
    page = article_page(annotated.article.id)
    left = f"and {count(len(shown) - MOST_OPENED, 'more sentence')} in the article"
    last = [element("li", element("a", left, href=html_link(origin, page)), class_="more")]
    rest = [*shown[MOST_SENTENCES:MOST_OPENED], *(last if len(shown) > MOST_OPENED else [])]
    summary = count(len(shown) - MOST_SENTENCES, "more sentence")
    return listing(shown[:MOST_SENTENCES], "mentions") + details(summary, listing(rest, "mentions"))


def evidence_at_home(annotated: AnnotatedArticle, mentions: Sequence[Mention], language: str) -> Markup:
    """Give one such sentence on the article's own page, with links to the others, which all stand there.

    Where the text is shown in full, a long one is cut to what stands around the first words that count.
    """
    home = article_page(annotated.article.id)
    parted = by_sentence(annotated, mentions)
    ordered = sorted(parted, key=lambda key: key[0] == "title")  # it stands large at the top of the page
    shown = [(key, item) for key in ordered if (item := _item(home, annotated, key[1], parted[key], language))]
    if len(shown) <= 1:
        return listing((item for _, item in shown), "mentions")
    rest = [key for key, _ in shown[1:]]
    if in_full(annotated.article):
        what = "the" if rest[0][0] != "body" else "sentence" if len(rest) == 1 else "sentences"
        others = Markup("also in {} ").format(what) + _links(
            [_anchor(annotated, field, span.start) for field, span in rest]
        )
    else:
        others = Markup.escape(f"and {count(len(rest), 'more sentence')} in the article")
    return listing([shown[0][1], element("li", others, class_="more")], "mentions")


def marked_title(origin: PagePath, annotated: AnnotatedArticle, mentions: Sequence[Mention], corpus: Corpus) -> Markup:
    """Link to an article by its title with some mentions in it marked."""
    article, title = annotated.article, annotated.article.front.title
    marked = _marked(title, 0, [mention for mention in mentions if mention.field == "title"])
    return link(origin, article_page(article.id), marked, **in_tongue(title, article, corpus))


def _below_title(
    annotated: AnnotatedArticle, mentions: Sequence[Mention]
) -> dict[tuple[FieldName, Span], list[Mention]]:
    return by_sentence(annotated, [mention for mention in mentions if mention.field != "title"])


def by_sentence(
    annotated: AnnotatedArticle, mentions: Sequence[Mention]
) -> dict[tuple[FieldName, Span], list[Mention]]:
    """Part mentions by the field and sentence in which they stand; an editor's word stands in none."""
    parted: dict[tuple[FieldName, Span], list[Mention]] = {}
    for mention in mentions:
        asserted = mention.rule == "asserted"
        span = None if asserted else annotated.annotation.sentences.holding(mention.field, mention.start)
        if span is not None:
            parted.setdefault((mention.field, span), []).append(mention)
    return parted


def sentence_address(origin: PagePath, annotated: AnnotatedArticle, field: FieldName, start: int) -> str:
    """Give the address of the sentence in which an offset lies, or of its article where it has no anchor."""
    here = article_page(annotated.article.id)
    target = "" if here == origin else html_link(origin, here)
    if anchor := _anchor(annotated, field, start):
        target += f"#{anchor}"
    return target


def sentence(
    origin: PagePath, annotated: AnnotatedArticle, span: Span, mentions: Sequence[Mention], language: str
) -> Markup:
    """Give a sentence as far as it may be shown, some mentions in it marked, as a link to its place in the text.

    Marks are dropped where the rights cut the sentence, since their places are not sure any more.
    """
    field = mentions[0].field
    whole = annotated.article.text(field)[span.start : span.end]
    shown = shown_sentence(annotated.article, whole)
    if not shown:
        return Markup("")
    if shown != whole:
        text = Markup.escape(shown)
    elif origin == article_page(annotated.article.id) and in_full(annotated.article):
        text = _around(whole, span.start, mentions)
    else:
        text = _marked(whole, span.start, mentions)
    target = sentence_address(origin, annotated, field, span.start)
    written = tongue(annotated.article.front.language, language, shown)
    return element("a", text, href=target, **written) if target else element("span", text, **written)


def places(annotated: AnnotatedArticle, record: Record, mentions: Sequence[Mention]) -> Markup:
    """Give the words that name a record on the article's own page, the rule, and links to their sentences there.

    Sentences are not repeated: they stand on the same page, and a link marks the one that it leads to. Words that are
    the record's label are not repeated either; of an article that is not shown in full only the rules are told.
    """
    by_words: dict[tuple[str, Rule], dict[str, None]] = {}
    for mention in mentions:
        words = annotated.article.text(mention.field)[mention.start : mention.end]
        told = words if in_full(annotated.article) and words != record.label else ""
        anchors = by_words.setdefault((told, mention.rule), {})
        if anchor := _anchor(annotated, mention.field, mention.start) if mention.rule != "asserted" else "":
            anchors[anchor] = None
    return join((_place(words, rule, tuple(anchors)) for (words, rule), anchors in by_words.items()), "; ")


def _place(words: str, rule: Rule, anchors: Sequence[str]) -> Markup:
    told = "" if rule == "alias" else f" ({RULES[rule]})"
    named = Markup("“{}”{}").format(words, told) if words else Markup.escape(RULES[rule])
    return named + " " + _links(anchors) if anchors else named


def _links(anchors: Sequence[str]) -> Markup:
    """Link to sentences of the same page by their numbers; the title and those of the standfirst have none."""
    links = []
    for anchor in anchors[:MOST_PLACES]:
        name = anchor[1:] if anchor.startswith("s") else "standfirst" if anchor else "title"
        links.append(element("a", name, href=f"#{anchor or PAGE_TOP}"))
    more = [Markup.escape(f"and {len(anchors) - MOST_PLACES} more")] if len(anchors) > MOST_PLACES else []
    return join([*links, *more], " ")


def _item(
    origin: PagePath, annotated: AnnotatedArticle, span: Span, mentions: Sequence[Mention], language: str
) -> Markup:
    quoted = sentence(origin, annotated, span, mentions, language)
    return element("li", quoted) if quoted else quoted


def _anchor(annotated: AnnotatedArticle, field: FieldName, start: int) -> str:
    """Give the id of the sentence on the article's page, empty where the page has none for it."""
    sentences = annotated.annotation.sentences
    if field == "body" and in_full(annotated.article):
        return sentence_anchor(sentences.body, start)
    if field == "standfirst" and shown_standfirst(annotated.article):
        return standfirst_anchor(sentences.standfirst, start)
    return ""


def _around(sentence: str, offset: int, mentions: Sequence[Mention]) -> Markup:
    """Give what stands around the first marked words, cut between words; all of it where little would be saved."""
    first = min(mentions, key=lambda mention: mention.start)
    start, end = first.start - offset, first.end - offset
    begin = sentence.rfind(" ", 0, max(start - AROUND, 0)) + 1
    space = sentence.find(" ", end + AROUND)
    stop = space if space >= 0 else len(sentence)
    if begin + len(sentence) - stop < AROUND:
        return _marked(sentence, offset, mentions)
    inside = [mention for mention in mentions if mention.end - offset <= stop]
    before, after = "… " if begin else "", " …" if stop < len(sentence) else ""
    return before + _marked(sentence[begin:stop], offset + begin, inside) + after


def _marked(sentence: str, offset: int, mentions: Sequence[Mention]) -> Markup:
    parts: list[str] = []
    position = 0
    for start, end in sorted({(mention.start - offset, mention.end - offset) for mention in mentions}):
        if start >= position:
            parts += [sentence[position:start], element("mark", sentence[start:end])]
            position = end
    return join([*parts, sentence[position:]])
