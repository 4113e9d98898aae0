"""How a quotation is shown: its words within their sentence, in full or in part, when and where, and who is named."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.addresses import article_page, html_link
from generator.markup import Markup, element, join
from generator.pages.body import sentence_anchor
from generator.pages.parts import (
    BETWEEN,
    NO_DATE,
    article_link,
    badge,
    count,
    date_badge,
    date_of,
    in_tongue,
    listing,
    record_link,
)
from generator.pages.passages import set_off
from generator.rights import in_full, shown_sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Span
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId
    from generator.statements import Said

EXTENTS = {"full": "in full", "partial": "in part"}
"""What a reader calls a quotation of whole sentences, and one of parts of a sentence."""
MOST_NAMED = 6
MOST_ALSO = 4


def said_list(origin: PagePath, statements: Iterable[Said], corpus: Corpus) -> Markup:
    """Give a list of quotations; those of one passage and extent are one item."""
    items = (_item(origin, list(group), corpus) for _, group in groupby(statements, key=_passage))
    return listing(items, "saids")


def _passage(said: Said) -> tuple[str, Span, str]:
    return said.article, said.passage, said.quotation.extent


def source_line(origin: PagePath, article: Article, corpus: Corpus) -> list[Markup]:
    """Say when and where something stands: date with its status, article, outlet."""
    outlet = corpus.records.get(article.front.source.outlet or "")  # type: ignore[call-overload]
    date = join((part for part in (article.front.published and date_of(article), date_badge(article)) if part), " ")
    return [
        date,
        article_link(origin, article, corpus, "where"),
        record_link(origin, outlet) if outlet else Markup(""),
    ]


def also_line(origin: PagePath, also: Sequence[ArticleId], corpus: Corpus) -> Markup:
    """Name the articles that tell the same in the same words; nothing where there are none."""
    if not also:
        return Markup("")
    links = [article_link(origin, corpus.articles[key].article, corpus) for key in also[:MOST_ALSO]]
    left = f" and {count(len(also) - MOST_ALSO, 'more article')}" if len(also) > MOST_ALSO else ""
    return element("p", Markup("also in ") + join(links, "; ") + left, class_="meta")


def sentence_target(origin: PagePath, annotated: AnnotatedArticle, start: int) -> str:
    """Give the address of the sentence of an article in which an offset of its body lies, or of the article."""
    page = article_page(annotated.article.id)
    anchor = f"#{sentence_anchor(annotated.annotation.sentences.body, start)}" if in_full(annotated.article) else ""
    return anchor if page == origin and anchor else f"{html_link(origin, page)}{anchor}"


def year_of(article: Article) -> str:
    """Give the year in which an article was published, or that it is undated."""
    return (article.front.published or NO_DATE)[:7].split("-")[0]


def _item(origin: PagePath, said: Sequence[Said], corpus: Corpus) -> Markup:
    annotated, first = corpus.articles[said[0].article], said[0]
    extent = first.quotation.extent
    named = [record_link(origin, corpus.records[key]) for key in first.named[:MOST_NAMED]]
    line = [badge(EXTENTS[extent], extent), *source_line(origin, annotated.article, corpus)]
    target = sentence_target(origin, annotated, first.quotation.start)
    quoted = _words(said, annotated)
    words = element("a", quoted, href=target, **in_tongue(quoted, annotated.article, corpus))
    return element(
        "li",
        element("p", words, class_="words")
        + element("p", join((part for part in line if part), BETWEEN), class_="meta")
        + (element("p", Markup("Names ") + join(named, ", "), class_="meta") if named else Markup(""))
        + also_line(origin, tuple(dict.fromkeys(key for one in said for key in one.also)), corpus),
        class_=f"said--{extent}",
        data_extent=extent,
        data_year=year_of(annotated.article),
    )


def _words(said: Sequence[Said], annotated: AnnotatedArticle) -> Markup:
    """Give the sentences of quotations with their words set off; of an excerpt these alone, as far as may be shown."""
    body = annotated.article.body
    spans = [(one.quotation.start, one.quotation.end) for one in said]
    if in_full(annotated.article):
        return set_off(body, said[0].passage, spans)
    shown = (shown_sentence(annotated.article, body[start:end]) for start, end in spans)
    return join((element("b", f"“{words}”") for words in shown), " ")
