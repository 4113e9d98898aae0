"""Parts that several kinds of page have: facts, listings, badges, pagers, evidence."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from markdown.extensions.toc import slugify

from generator.addresses import FilePath, PagePath, article_page, html_link, numbered, record_page, story_page
from generator.citing.embedded import coins
from generator.dates import spoken
from generator.making.tracing import remembered_of
from generator.markup import Markup, element, join
from generator.rights import shown_standfirst
from generator.tongues import name_tongue, tongue
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.annotation import AnnotatedArticle
    from generator.corpus import Corpus
    from generator.model import Article, ArticleId, Kind, Record

T = TypeVar("T")

NAMES_OF_KINDS: dict[Kind, tuple[str, str]] = {
    "person": ("Person", "People"),
    "organisation": ("Organisation", "Organisations"),
    "group": ("Group", "Groups"),
    "place": ("Place", "Places"),
    "event": ("Event", "Events"),
    "work": ("Work", "Works"),
    "programme": ("Programme", "Programmes"),
    "outlet": ("Outlet", "Outlets"),
    "topic": ("Topic", "Topics"),
    "country": ("Country", "Countries"),
}
"""What a reader calls one record of a kind, and several."""

NO_DATE = "undated"
BETWEEN = Markup(" · ")


def paragraphs(*blocks: str) -> Markup:
    """Put blocks of a page below one another, leaving out empty ones."""
    return join((block for block in blocks if block), "\n\n")


def heading(text: str, level: int = 2) -> Markup:
    """Give a heading of a page's section."""
    return Markup("{} {}").format(Markup("#" * level), text)


def anchor(title: str) -> str:
    """Give the id that the first heading of a text has on its page, as Python-Markdown makes it."""
    return str(slugify(title, "-"))


def contents(parts: Iterable[tuple[str, str, int]]) -> Markup:
    """Lead to the parts of a page, if it has several: the name of each, its id, and how many things are there."""
    items = [
        element(
            "li",
            element("a", name, href=f"#{to}") + (" " + element("span", f"{number:,}", class_="meta") if number else ""),
        )
        for name, to, number in parts
    ]
    return element("nav", listing(items, "letters"), aria_label="On this page") if len(items) > 1 else Markup("")


def link(origin: PagePath, target: PagePath | FilePath, text: str, **attributes: str | None) -> Markup:
    """Link to another page or file of the site from HTML."""
    return element("a", text, href=html_link(origin, target), **attributes)


def record_link(origin: PagePath, record: Record) -> Markup:
    """Link to a record's page by its label."""
    return _named_link(html_link(origin, record_page(record)), record.label)


@lru_cache(maxsize=32_768)
def _named_link(href: str, label: str) -> Markup:
    return element("a", label, href=href, **name_tongue(label))


def in_tongue(text: str, article: Article, corpus: Corpus) -> dict[str, str]:
    """Give the attributes `lang` and `dir` of words of an article, where they are not of the site's language."""
    return tongue(article.front.language, corpus.site.language, text)


def words_of(text: str, article: Article, corpus: Corpus) -> Markup:
    """Give words of an article to stand among others, told apart where they are of another language than the site's."""
    written = in_tongue(text, article, corpus)
    return element("span", text, **written) if written else Markup.escape(text)


def article_link(origin: PagePath, article: Article, corpus: Corpus, class_: str | None = None) -> Markup:
    """Link to an article's page by its title."""
    title = article.front.title
    return link(origin, article_page(article.id), title, class_=class_, **in_tongue(title, article, corpus))


def count(number: int, one: str, several: str = "") -> str:
    """Say a number of things: "1 article", "1,204 articles"."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def date_of(article: Article) -> str:
    """Say when an article was published, as far as that is known."""
    return spoken(article.front.published) if article.front.published else NO_DATE


def badge(text: str, variant: str) -> Markup:
    """Mark a state in a word or two."""
    return element("span", text, class_=f"badge badge--{variant}")


def date_badge(article: Article) -> Markup:
    """Mark a date that the source does not state."""
    status = article.front.date_status
    return Markup("") if status == "stated" else badge(f"date {status}", status)


def letter_of(record: Record) -> str:
    """Give the letter of the alphabet under which a record stands."""
    first = fold(record.label)[:1].upper()
    return first if first.isalpha() else "0–9 and signs"


def facts(rows: Iterable[tuple[str, str]], class_: str = "facts") -> Markup:
    """Give a box of labelled facts; rows without a value are left out."""
    shown = [element("div", element("dt", term) + element("dd", value)) for term, value in rows if value]
    return element("dl", join(shown), class_=class_) if shown else Markup("")


def article_meta(origin: PagePath, article: Article, corpus: Corpus) -> Markup:
    """Give the line that says where and when an article appeared."""
    outlet = corpus.records.get(article.front.source.outlet or "")  # type: ignore[call-overload]
    parts = [
        record_link(origin, outlet) if outlet else Markup("Outlet not known"),
        Markup.escape(date_of(article) if article.front.published else ""),
        date_badge(article),
        _copy_badge(origin, article, corpus),
    ]
    return element("p", join((part for part in parts if part), BETWEEN), class_="meta")


def _copy_badge(origin: PagePath, article: Article, corpus: Corpus) -> Markup:
    """Mark a copy of another article's text, as a link to the story that shows both."""
    if article.id not in corpus.copies:
        return Markup("")
    of = corpus.articles[corpus.copies[article.id]].article.front.title
    return link(
        origin, story_page(corpus.story_of[article.id]), "copy", class_="badge badge--copy", title=f"A copy of: {of}"
    )


def cited_item(origin: PagePath, annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    """Give an article as an item of a list page, from which reference managers take all articles at once.

    Not on an article's own page, where the many would stand before the one that the page is about.
    """
    return article_item(origin, annotated, corpus, for_managers(annotated, corpus))


def for_managers(annotated: AnnotatedArticle, corpus: Corpus) -> Markup:
    """Give an element without text from which reference managers take an article of a list page, as COinS has it."""
    return _for_managers(corpus, annotated.article.id)


@remembered_of
def _for_managers(corpus: Corpus, article: ArticleId) -> Markup:
    return element("span", "", class_="Z3988", title=coins(corpus.articles[article], corpus))


def article_item(origin: PagePath, annotated: AnnotatedArticle, corpus: Corpus, more: str = "") -> Markup:
    """Give an article as an item of a listing: title, source, standfirst, and what else there is to say."""
    article = annotated.article
    return element(
        "li",
        article_link(origin, article, corpus) + article_meta(origin, article, corpus) + snippet(article, corpus) + more,
    )


def snippet(article: Article, corpus: Corpus) -> Markup:
    """Give the standfirst of an article as a line of a listing, as far as it may be shown."""
    text = shown_standfirst(article)
    return element("p", text, class_="snippet", **in_tongue(text, article, corpus)) if text else Markup("")


def listing(items: Iterable[Markup], class_: str = "listing") -> Markup:
    """Give a list of items."""
    shown = join(items)
    return element("ul", shown, class_=class_) if shown else Markup("")


def in_pages(first: PagePath, items: Sequence[T], size: int) -> Iterator[tuple[PagePath, Sequence[T], Markup]]:
    """Part a listing into pages: the path of each, its items, and the links to the other pages."""
    pages = max(1, -(-len(items) // size))
    for number in range(1, pages + 1):
        part = items[(number - 1) * size : number * size]
        yield numbered(first, number), part, _pager(first, number, pages)


def _pager(first: PagePath, number: int, pages: int) -> Markup:
    if pages == 1:
        return Markup("")
    here = numbered(first, number)
    links = []
    if number > 1:
        links.append(link(here, numbered(first, number - 1), "Previous", rel="prev"))
    links.append(element("span", f"Page {number} of {pages}"))
    if number < pages:
        links.append(link(here, numbered(first, number + 1), "Next", rel="next"))
    return element("nav", join(links, " "), class_="pager", aria_label="Pages of this list")


def details(summary: str, content: str, class_: str = "evidence") -> Markup:
    """Give a part that opens when a reader asks for it, without a script."""
    return element("details", element("summary", summary) + content, class_=class_)
