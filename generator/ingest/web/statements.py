"""Statements: what a page says of itself beside its text, in its metadata, as it stands there.

JSON-LD (schema.org), `meta` elements (OpenGraph, article:*, Highwire, Dublin Core and others) and microdata.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from generator.ingest.decoding import unescaped
from generator.ingest.web.parsing import text_of
from generator.ingest.web.titles import alike
from generator.normalise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

LARGEST_OBJECTS = 2**20
"""Characters of the JSON-LD of a page that are read."""
MOST_OBJECTS = 2000
"""Objects in the JSON-LD of a page that are looked at."""
LONGEST_VALUE = 2000
"""Characters of a statement; longer ones are no title, name or description."""

ARTICLES = frozenset(
    "Article NewsArticle AnalysisNewsArticle AskPublicNewsArticle BackgroundNewsArticle OpinionNewsArticle "
    "ReportageNewsArticle ReviewNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting TechArticle "
    "ScholarlyArticle MedicalScholarlyArticle "
    "Report AdvertiserContentArticle Review CriticReview Recipe PodcastEpisode".split()
)
"""Types of schema.org that are one article."""
LISTS = frozenset("CollectionPage ItemList SearchResultsPage Blog".split())
"""Types of schema.org that list others' articles."""

_AROUND = " \t\r\n/*;"
"""What stands around an object, and around the marks that keep old programs from reading a script as markup."""
_Object = dict[str, Any]


class Statements(msgspec.Struct, frozen=True):
    """What a page states: its `meta` values by name, the article among its objects, and the types of all of them."""

    meta: Mapping[str, tuple[str, ...]]
    article: Mapping[str, Any]
    types: frozenset[str]
    objects: Mapping[str, Mapping[str, Any]]
    """The objects that others refer to, by id."""

    def of_meta(self, *names: str) -> Iterator[tuple[str, str]]:
        """Give the values of `meta` elements with their names, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                yield name, value

    def of_article(self, key: str) -> Iterator[str]:
        """Give the texts that the article's object has under a key; of objects the name."""
        yield from self._texts(self.article.get(key))

    def kinds(self) -> set[str]:
        """Give the types of the article's object."""
        return _types(self.article)

    def whole(self, key: str) -> Iterator[str]:
        """Give the texts under a key of the article's object however long they are, with their lines."""
        yield from (value for value in _listed(self.article.get(key)) if isinstance(value, str))

    def people(self, key: str) -> Iterator[tuple[str, str]]:
        """Give names that the article's object has under a key, each with its type, which may be empty."""
        for value in _listed(self.article.get(key)):
            found = self._resolved(value)
            if isinstance(found, dict):
                for name in self._texts(found.get("name")):
                    yield name, " ".join(_types(found))
            else:
                yield from ((name, "") for name in self._texts(found))

    def _texts(self, value: object) -> Iterator[str]:
        for one in _listed(value):
            found = self._resolved(one)
            if isinstance(found, dict):
                found = found.get("name") or found.get("@value")
            if isinstance(found, str) and (text := _text(found)):
                yield text

    def _resolved(self, value: object) -> object:
        """Give the object that a reference names."""
        if isinstance(value, dict) and not value.keys() - {"@id", "@type", "type"}:
            return self.objects.get(str(value.get("@id")), value)
        return value


def read_statements(root: HtmlElement, address: str | None, headings: Sequence[str]) -> Statements:
    """Give what a page states; by its address and its headings its article is known among others."""
    objects = [*_objects(root)]
    articles = [item for item in objects if ARTICLES & _types(item)]
    types = frozenset(kind for item in objects for kind in _types(item))
    return Statements(
        meta=_meta(root),
        article=_chosen(articles, address, headings, listed=bool(LISTS & types)),
        types=types,
        objects={str(item["@id"]): item for item in reversed(objects) if "@id" in item and len(item) > 1},
    )


def _chosen(articles: list[_Object], address: str | None, headings: Sequence[str], *, listed: bool) -> _Object:
    """Give the article that a page is about: the one that has its address or heading, or else the first.

    A page that lists articles is about none of them.
    """
    for item in articles:
        page = item.get("mainEntityOfPage")
        named = [item.get("url"), item.get("@id"), page]
        named += [page.get("@id"), page.get("url")] if isinstance(page, dict) else []
        headline = item.get("headline")
        if (address and address in named) or (
            isinstance(headline, str) and any(alike(headline, heading) for heading in headings)
        ):
            return item
    return articles[0] if articles and not (listed and len(articles) > 1) else {}


def _objects(root: HtmlElement) -> Iterator[_Object]:
    """Give the JSON-LD objects of a page, those within others after them; what is no JSON is left out."""
    left = LARGEST_OBJECTS
    waiting: list[Any] = []
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" not in (script.get("type") or "").lower() or len(source) > left:
            continue
        left -= len(source)
        try:
            waiting.append(json.loads(_unwrapped(source), strict=False))
        except (ValueError, RecursionError):
            continue
    number = 0
    while number < min(len(waiting), MOST_OBJECTS):
        value = waiting[number]
        number += 1
        if isinstance(value, dict):
            yield value
            waiting += (child for child in value.values() if isinstance(child, dict | list))
        elif isinstance(value, list):
            waiting += value


def _unwrapped(source: str) -> str:
    """Give the source of a script without the comment or section that it is wrapped in."""
    plain = source.strip(_AROUND)
    for opened, closed in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        plain = plain.removeprefix(opened).removesuffix(closed).strip(_AROUND)
    return plain


def _types(item: Mapping[str, Any]) -> set[str]:
    return {kind.rpartition("/")[2] for kind in _listed(item.get("@type")) if isinstance(kind, str)}


def _meta(root: HtmlElement) -> dict[str, tuple[str, ...]]:
    """Give the values of `meta` and microdata elements by lower-case name, in the order of the page."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        value = _text(element.get("content") or "")
        for key in ("property", "name", "itemprop"):
            name = (element.get(key) or "").strip().lower()
            if name and value:
                found.setdefault(f"itemprop {name}" if key == "itemprop" else name, []).append(value)
    for element in root.xpath("//*[@itemprop][not(self::meta)]"):
        value = element.get("datetime") or element.get("content") or text_of(element)
        if value and len(value) <= LONGEST_VALUE:
            found.setdefault(f"itemprop {element.get('itemprop').strip().lower()}", []).append(one_line(value))
    return {name: tuple(values) for name, values in found.items()}


def _text(value: str) -> str:
    return one_line(unescaped(value)) if len(value) <= LONGEST_VALUE else ""


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
