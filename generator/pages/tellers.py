"""Who tells a story: its articles by date, each with a letter, its part in the story, and what shows that part."""

from __future__ import annotations

from string import ascii_uppercase
from typing import TYPE_CHECKING

from generator.markup import Markup, element, join
from generator.pages.evidence import sentence_address
from generator.pages.parts import (
    article_link,
    article_meta,
    badge,
    count,
    details,
    facts,
    for_managers,
    in_tongue,
)
from generator.rights import shown_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Span
    from generator.corpus import Corpus
    from generator.model import ArticleId
    from generator.story import LeadRule, Member, Sameness, SpanPair, Story

Both = tuple["AnnotatedArticle", "AnnotatedArticle"]
Letters = dict["ArticleId", str]
"""By which letter a story's page calls each of its articles."""

LEADS_BY: dict[LeadRule, str] = {
    "agency": "Leads because it is the agency’s own text, which the copies credit.",
    "stated": "Leads because its stated date is the earliest.",
    "derived": "Leads because its date is the earliest; that date was derived.",
    "longest": "Leads because it is the longest; no date is known.",
}
NAMES_SHOWN = 12
PAIRS_SHOWN = 6


def letters(story: Story) -> Letters:
    """Give each article of a story a letter, in the order of their dates; a number where there are too few letters."""
    if len(story.members) <= len(ascii_uppercase):
        return dict(zip(story.articles, ascii_uppercase, strict=False))
    return {article: str(place + 1) for place, article in enumerate(story.articles)}


def siglum(text: str, href: str | None = None) -> Markup:
    """Give the letter of an article, as a link where it leads somewhere."""
    return element("a", text, href=href, class_="siglum") if href else element("span", text, class_="siglum")


def teller(here: PagePath, member: Member, story: Story, called: Letters, corpus: Corpus) -> Markup:
    """Give an article of a story as an item of its list."""
    annotated = corpus.articles[member.article]
    article = annotated.article
    title = article_link(here, article, corpus, "title")
    words = count(len(article.body.split()), "word")
    part = element(
        "p", join((badge(member.role, member.role.replace(" ", "-")), Markup.escape(words)), " · "), class_="meta"
    )
    head = siglum(called[member.article]) + title + article_meta(here, article, corpus) + part
    return element(
        "li",
        head + _reason(here, annotated, member, story, called, corpus) + for_managers(annotated, corpus),
        id=f"text-{called[member.article]}",
    )


def _reason(
    here: PagePath, annotated: AnnotatedArticle, member: Member, story: Story, called: Letters, corpus: Corpus
) -> Markup:
    if member.sameness is None or member.of is None:
        return element("p", LEADS_BY[story.leads_by], class_="reason")
    other, same = siglum(called[member.of]), member.sameness
    when = f" ({_apart(same.days)})"
    if same.rule == "decision":
        why = f": {same.why}" if same.why else ""
        return element(
            "p", Markup("An editor decided that it is about the same event as {}{}").format(other, why), class_="reason"
        )
    if same.rule == "wording":
        told = Markup("A copy of {}{}: {} % of the shorter text stands in the longer one, word for word.")
        return element("p", told.format(other, when, str(int(100 * same.share))), class_="reason")
    told = Markup("About the same event as {}{}: {}").format(other, when, _shared(same))
    letters_of = (called[member.article], called[member.of])
    return details(told, _evidence(here, (annotated, corpus.articles[member.of]), letters_of, same, corpus))


def _apart(days: int | None) -> str:
    if days is None:
        return "days between them not known"
    return "the same day" if days == 0 else f"{count(days, 'day')} apart"


def _shared(same: Sameness) -> str:
    """Say what two texts about one event have in common, beside the words of their beginnings."""
    numbers = (
        (len(same.names), "rare name"),
        (len(same.figures), "figure"),
        (len(same.quotations), "quotation"),
    )
    shared = [count(number, what) for number, what in numbers if number]
    likeness = f"likeness {same.share:.2f} of 1"
    return f"{', '.join(shared)} in common, {likeness}" if shared else likeness


def _evidence(here: PagePath, both: Both, called: tuple[str, str], same: Sameness, corpus: Corpus) -> Markup:
    return facts(
        [
            ("Names", ", ".join(same.names[:NAMES_SHOWN])),
            ("Figures", _pairs(here, both, called, same.figures, corpus)),
            ("Quotations", _pairs(here, both, called, same.quotations, corpus)),
            ("First sentences", _pairs(here, both, called, _first_sentences(both), corpus)),
        ]
    )


def _pairs(here: PagePath, both: Both, called: tuple[str, str], pairs: Sequence[SpanPair], corpus: Corpus) -> Markup:
    """Give what two articles share as each of them prints it, linked to its sentences, as far as rights allow."""
    shown = (
        [_printed(here, *one, corpus) for one in zip(called, both, pair, strict=True)] for pair in pairs[:PAIRS_SHOWN]
    )
    return join(element("p", one) for printed in shown if all(printed) for one in printed)


def _first_sentences(both: Both) -> list[SpanPair]:
    one, other = (annotated.annotation.sentences.body for annotated in both)
    return [(one[0], other[0])] if one and other else []


def _printed(here: PagePath, letter: str, annotated: AnnotatedArticle, span: Span, corpus: Corpus) -> Markup:
    text = shown_sentence(annotated.article, annotated.article.body[span.start : span.end])
    address = sentence_address(here, annotated, "body", span.start)
    written = in_tongue(text, annotated.article, corpus)
    return siglum(letter) + " " + element("a", text, href=address, **written) if text else Markup("")


def named_by(here: PagePath, articles: Iterable[tuple[AnnotatedArticle, int | None]], called: Letters) -> Markup:
    """Give the letters of articles, each as a link to its article or to the sentence of an offset in its body."""
    together = join(
        (
            siglum(
                called[one.article.id],
                sentence_address(here, one, "title" if start is None else "body", start or 0),
            )
            for one, start in articles
        ),
        " ",
    )
    return element("span", together, class_="sigla")
