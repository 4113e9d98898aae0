"""Authors: who wrote a page, from its metadata and its byline, as names alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.agencies import known_agency
from generator.ingest.credits import Credits
from generator.ingest.headlines import folded
from generator.ingest.web.parsing import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from generator.ingest.web.statements import Statements

LONGEST = 200
"""Characters of a byline."""
LONGEST_NAME = 60

_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|(?<!\w)@\w+")
_BY = re.compile(r"^\W*(?:(?:written|reported|words|story|text|posted) )?by\b[:\s]+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:;|\||/|,?\s+and\s+|,?\s+&\s+|,\s+(?=[^\W\d_]+\s+[^\W\d_]))\s*")
_ROLE = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|contributors?|columnists?|columnist|producers?|author|"
    r"senior|chief|officer|director|professor|fellow|analyst|founder|president|manager|publisher|journalist|bureau|desk|"
    r"ceo|cto|phd|md|team|guest|special to|contributing|managing)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    "admin administrator staff editor editors webmaster guest author anonymous user newsroom editorial none null "
    "unknown staffreporter staffwriter newsdesk webdesk team contributor wires".split()
)
_BYLINE = (
    "//*[@rel='author' or contains(@itemprop, 'author') or contains(@class, 'byline') or contains(@class, 'Byline')"
    " or contains(@class, 'author') or contains(@class, 'Author')]"
    "[not(ancestor::nav or ancestor::footer or ancestor::aside)]"
)


def authors(root: HtmlElement, statements: Statements, outlets: Sequence[str]) -> Credits:
    """Give the authors of a page and the agencies credited in their place; its own outlets are no authors."""
    own = {_letters(name) for name in outlets}
    for names in (_linked(statements), _stated(statements), _printed(root)):
        found = Credits()
        for name in names:
            found += _credited(name, own)
        if found:
            return found
    return Credits()


def _linked(statements: Statements) -> Iterator[str]:
    for name, _ in [
        *statements.people("author"),
        *([] if statements.article.get("author") else statements.people("creator")),
    ]:
        yield name


def _stated(statements: Statements) -> Iterator[str]:
    names = ("author", "article:author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author")
    for name in (*names, "sailthru.author", "byl", "article:author_name", "author.name", "itemprop author"):
        values = [value for _, value in statements.of_meta(name)]
        if values:
            yield from values
            return


def _printed(root: HtmlElement) -> Iterator[str]:
    for element in root.xpath(_BYLINE):
        text = text_of(element)
        if 0 < len(text) <= LONGEST:
            yield text
            return


def _credited(text: str, own: set[str]) -> Credits:
    """Read what stands where an author is named: people, agencies, or neither."""
    if "://" in text or len(text) > LONGEST:
        return Credits()
    found = Credits()
    for piece in _AND.split(_ADDRESS.sub(" ", _BY.sub("", text))):
        name = _name(piece)
        if known_agency(name):
            found += Credits(agencies=(name,))
        elif name and _letters(name) not in own and _letters(name) not in _NOBODY:
            found += Credits(authors=(name,))
    return found


def _name(piece: str) -> str:
    """Give a piece of a byline without the marks, the title and the post around a name."""
    name = _BY.sub("", piece)
    head, _, rest = name.partition(",")
    if rest and (_ROLE.search(rest) or not rest.strip()):
        name = head
    head, mark, rest = name.partition(" • ")
    name = head if mark else name
    name = re.sub(r"\s*\([^)]*\)\s*$", "", name).strip(" \t.,;:|/()[]*_-–—•·")
    if len(name) > LONGEST_NAME or not name or (_ROLE.fullmatch(name)):
        return ""
    return name


def _letters(text: str) -> str:
    return folded(text).replace(" ", "").removeprefix("the")
