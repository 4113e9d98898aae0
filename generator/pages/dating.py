"""The articles whose source states no date: how each date was derived, or where one was looked for."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from generator.addresses import PagePath
from generator.markup import Markup, element
from generator.pages.page import Page
from generator.pages.parts import article_item, count, heading, in_pages, listing, paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, DateStatus

NOT_STATED = PagePath("articles/dates/not-stated.md")
ARTICLES_A_PAGE = 50
TITLES: dict[DateStatus, str] = {
    "derived": "Derived from something in the text or beside it",
    "unknown": "Not known",
}
NO_EVIDENCE: dict[DateStatus, str] = {
    "stated": "The source states this date.",
    "derived": "It is not noted what this date was derived from.",
    "unknown": "The source states no date, and none was found.",
}
"""What is told of a date whose evidence nobody noted."""


def date_evidence(article: Article) -> str:
    """Say how the date of an article is known."""
    return article.front.date_evidence or NO_EVIDENCE[article.front.date_status]


def date_pages(corpus: Corpus) -> Iterator[Page]:
    """Give the pages that list the articles without a stated date; none where all have one."""
    articles = sorted(
        (annotated for annotated in corpus.articles.values() if _status(annotated) != "stated"), key=_status
    )
    told = f"{count(len(articles), 'article')} whose source states no date, and what is known instead."
    for path, part, pager in in_pages(NOT_STATED, articles, ARTICLES_A_PAGE) if articles else ():
        blocks: list[Markup] = []
        for status, group in groupby(part, key=_status):
            items = (
                article_item(path, annotated, corpus, element("p", date_evidence(annotated.article), class_="reason"))
                for annotated in group
            )
            blocks += [heading(TITLES[status]), listing(items)]
        yield Page(
            path=path,
            kind="index",
            title="Dates that are not stated",
            description=told,
            content=paragraphs(Markup.escape(told) if path == NOT_STATED else "", *blocks, pager),
        )


def _status(annotated: AnnotatedArticle) -> DateStatus:
    return annotated.article.front.date_status
