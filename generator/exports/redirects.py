"""Addresses that lead to others: small pages of plain HTML, which need no theme and no script.

A story has the id of its first article; the ids of its other articles lead to it. So its address stays when another
article becomes the first, or when two stories become one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.addresses import FilePath, address, html_link, story_page
from generator.markup import Markup, attribute
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.corpus import Corpus

_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Moved</title>'
    '<meta name="robots" content="noindex"><link rel="canonical" href="{0}">'
    '<meta http-equiv="refresh" content="0; url={0}"></head>\n'
    '<body><h1>Moved</h1>\n<p><a href="{0}">The story has another address.</a></p></body>\n</html>\n'
)


def files(corpus: Corpus) -> Iterator[tuple[FilePath, Callable[[], bytes]]]:
    """Give the path of each address that leads to a story, and what makes its file."""
    for story in corpus.stories.values():
        first = ArticleId(story.id)
        for article in story.articles:
            if article != first:
                yield FilePath(f"{address(story_page(article))}index.html"), partial(leading, article, first)


def leading(former: ArticleId, first: ArticleId) -> bytes:
    """Give the page that leads from a former address of a story to the one that it has."""
    return _PAGE.format(attribute(html_link(story_page(former), story_page(first)))).encode()
