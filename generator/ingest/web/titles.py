"""Titles: the headline of a page as it is printed, without the name of its site and the label above it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.headlines import folded
from generator.ingest.lines import words
from generator.ingest.web.parsing import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.html import HtmlElement

    from generator.ingest.web.statements import Statements

FEWEST_WORDS = 4
"""Words of a heading that is the headline though the metadata have another."""
LONGEST = 60
"""Words of a headline at most."""
SHARED = 0.5
"""Share of the words of the shorter of two headlines from which they are of the same article."""

_PARTED = re.compile(r"\s{1,3}(?:\||»|•|·|::|[-–—])\s+|\s{0,3}\|\s*|(?<=[\u3040-\u9fff])\s{0,3}[_-]\s*")
"""What stands between a title and the name of its site; in Chinese and Japanese without spaces."""
_LABEL = re.compile(
    r"kicker|eyebrow|overline|label|category|flag|badge|visually-hidden|sr-only|screen-reader", re.ASCII
)
_HEADING = (
    "//*[self::h1 or self::h2][not(ancestor::nav or ancestor::footer or ancestor::aside)]"
    "[self::h1 or @itemprop='headline' or contains(@class, 'headline') or contains(@class, '-title')]"
)


def headline(root: HtmlElement, statements: Statements, sites: Sequence[str]) -> str | None:
    """Give the headline: the heading of the page that its metadata agree with, or else what they state."""
    stated = [title for title in (without_site(title, sites) for title in _stated(root, statements)) if title]
    headings = [title for title in (without_site(title, sites) for title in printed(root)) if words(title) <= LONGEST]
    agreed = [title for title in headings if any(alike(title, other) for other in stated)]
    if agreed:
        return _without_label(agreed[0], stated)
    long = [title for title in headings if words(title) >= FEWEST_WORDS]
    return next(iter([*(long if len(long) == 1 or not stated else []), *stated, *headings]), None)


def printed(root: HtmlElement) -> Iterator[str]:
    """Give the texts of the headings that may be the headline, first those of the first level, without labels."""
    for element in sorted(root.xpath(_HEADING), key=lambda heading: heading.tag):
        labels = [child for child in element if _LABEL.search(child.get("class") or "")]
        text = text_of(element)
        for label in labels:
            text = text.removeprefix(text_of(label)).strip()
        if text:
            yield text


def as_shown(title: str, texts: Iterable[str]) -> str:
    """Give the piece of a title that a page shows as a text of its own, or the title where it shows none."""
    pieces = sorted({piece.strip() for piece in re.split(rf"{_PARTED.pattern}|:\s+", title)} - {title}, key=len)
    shown = {folded(text): text for text in texts}
    if folded(title) in shown:
        return title
    kept = (piece for piece in reversed(pieces) if words(piece) >= FEWEST_WORDS and folded(piece) in shown)
    return next((shown[folded(piece)] for piece in kept), title)


def without_site(title: str, sites: Iterable[str]) -> str:
    """Give a title without the name of the site before or after it."""
    names = {_letters(site) for site in sites} - {""}
    pieces = _PARTED.split(title)
    marks = [found[0] for found in _PARTED.finditer(title)]
    while len(pieces) > 1 and _letters(pieces[-1]) in names:
        pieces.pop()
        marks.pop()
    while len(pieces) > 1 and _letters(pieces[0]) in names:
        del pieces[0], marks[0]
    return "".join(piece for pair in zip(pieces, [*marks, ""], strict=False) for piece in pair).strip()


def _stated(root: HtmlElement, statements: Statements) -> Iterator[str]:
    yield from statements.of_article("headline")
    names = ("og:title", "twitter:title", "citation_title", "dc.title", "itemprop headline", "title")
    yield from (title for _, title in statements.of_meta(*names))
    yield from (text_of(element) for element in root.xpath("/html/head/title"))
    yield from statements.of_article("name")


def alike(one: str, other: str) -> bool:
    """Tell whether two headlines are of the same article: they share words, or one is within the other."""
    first, second = set(folded(one).split()), set(folded(other).split())
    if len(first & second) >= SHARED * min(len(first), len(second)) > 0:
        return True
    whole, piece = sorted((_letters(one), _letters(other)), key=len, reverse=True)
    return len(piece) >= FEWEST_WORDS and piece in whole


def _without_label(title: str, stated: Iterable[str]) -> str:
    """Give a heading without a label such as "Opinion:" that stands before what the metadata state."""
    for other in stated:
        label, found, rest = title.partition(other)
        if found and not rest and 0 < len(label.split()) <= 2 and title[: len(label)].rstrip()[-1:] in ":|":  # noqa: PLR2004
            return other
    return title


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold()).removeprefix("the")
