"""What answers at addresses without a page of their own: small pages of plain HTML, which need no theme and no script.

A story has the id of its first article; the ids of its other articles lead to it. So its address stays when another
article becomes the first, or when two stories become one. The others are the corpus's fates of addresses: those that
lead elsewhere, and those of what was taken down, which tell nothing of what it was.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from generator.addresses import FilePath, PagePath, address, html_link, story_page
from generator.markup import Markup, attribute
from generator.model import ArticleId

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.corpus import Corpus
    from generator.fates import Fate

STYLES = FilePath("assets/stylesheets/plain.css")
_PAGE = Markup(
    '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{}</title>'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'\">"
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
    '<meta name="color-scheme" content="light dark"><link rel="stylesheet" href="{}">{}</head>\n'
    "<body><h1>{}</h1>\n<p>{}</p></body>\n</html>\n"
)
_LEADING = Markup('<link rel="canonical" href="{0}"><meta http-equiv="refresh" content="0; url={0}">')
_MOVED_TO = Markup('What stood here has another address: <a href="{}">{}</a>.')
_HOME = Markup('{} <a href="{}">To the home page</a>.')


def files(corpus: Corpus) -> Iterator[tuple[FilePath, Callable[[], bytes]]]:
    """Give the path of each such address, and what makes its file."""
    for article, story in corpus.story_of.items():
        if article != ArticleId(story):
            yield _file(address(story_page(article))), partial(_to_story, article, corpus)
    for former in corpus.fates:
        yield _file(former), partial(_answer, former, corpus)


def answer(former: str, fate: Fate) -> bytes:
    """Give the page that says at an address without a page of its own what became of it."""
    if fate.page:
        return _leading(former, fate.page)
    if fate.outcome == "taken down":
        return _telling(former, "Taken down", "What stood at this address was taken down.")
    return _telling(former, "Not shown", "What stands at this address cannot be shown at present.")


def _to_story(article: ArticleId, corpus: Corpus) -> bytes:
    # The story is looked up here and not by who asks, or a page that led elsewhere before would stay as it was.
    return _leading(address(story_page(article)), story_page(ArticleId(corpus.story_of[article])))


def _answer(former: str, corpus: Corpus) -> bytes:
    return answer(former, corpus.fates[former])


def _leading(former: str, page: PagePath) -> bytes:
    link = attribute(_link(former, page))
    told = _MOVED_TO.format(link, address(page) or "the home page")
    return _PAGE.format("Moved", _styles(former), _LEADING.format(link), "Moved", told).encode()


def _telling(former: str, title: str, told: str) -> bytes:
    home = attribute(_link(former, PagePath("index.md")))
    return _PAGE.format(title, _styles(former), Markup(""), title, _HOME.format(told, home)).encode()


def _styles(former: str) -> Markup:
    return attribute(_link(former, STYLES))


def _link(former: str, target: PagePath | FilePath) -> str:
    return html_link(PagePath(f"{former.rstrip('/')}.md"), target)


def _file(former: str) -> FilePath:
    return FilePath(f"{former}index.html")
