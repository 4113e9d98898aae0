"""Walking: a page's tree as the blocks of text that it shows, in their order, each with where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec
from lxml import etree
from lxml.html import HtmlElement

from generator.ingest.lines import ends_sentence
from generator.ingest.web.parsing import names_of
from generator.normalise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["heading", "paragraph", "item", "quote", "row"]

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul video".split()
)
_LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")
_KINDS: dict[str, Kind] = {"li": "item", "dd": "item", "dt": "item", "blockquote": "quote", "tr": "row"}
_KINDS |= dict.fromkeys(_LEVELS, "heading")
_ABUTS = re.compile(r"\d\d|[^\W\d_A-Z][A-Z]")
"""The end and the beginning of two elements that only a style sheet keeps apart: "2022" and "2:22 PM"."""
_PARTED = re.compile(r"\n\s*\n\s*")
NARROWEST = 60
"""Characters of a line that may have been broken for its width; a shorter one ends where its writer ended it."""


class Block(msgspec.Struct, frozen=True):
    """A block of text: what it is, its text, the share of links in it, its item's number, and its element."""

    kind: Kind
    text: str
    linked: float
    number: int | None
    element: HtmlElement

    @property
    def line(self) -> int:
        """The line of the page's source on which the block's element begins."""
        return self.element.sourceline or 1

    @property
    def level(self) -> int:
        """The level of a heading, from 1."""
        tag = next(
            (element.tag for element in (self.element, *self.element.iterancestors()) if element.tag in _LEVELS), "h6"
        )
        return int(tag[1])

    @property
    def called(self) -> str:
        """What the page calls the block's element and the one that holds it."""
        parent = self.element.getparent()
        return f"{names_of(self.element)} {'' if parent is None else names_of(parent)}"


def blocks_of(root: HtmlElement) -> Iterator[Block]:
    """Give the blocks of a tree in their order; line breaks part them, but for those within a sentence."""
    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            yield from walk.enter(element)
        else:
            yield from walk.leave(element)


def _lines(paragraph: str) -> Iterator[str]:
    """Give the lines of a paragraph between line breaks, those joined that were broken for their width."""
    joined = ""
    for line in paragraph.split("\n"):
        text = line.strip()
        if joined and len(joined) >= NARROWEST and not ends_sentence(joined):
            joined = f"{joined} {text}"
        else:
            if joined:
                yield joined
            joined = text
    if joined:
        yield joined


def _is_layout(cell: HtmlElement) -> bool:
    """Tell whether a cell of a table lays out a page: a cell of data has no lines or blocks in it."""
    return next(cell.iter("br", "p", "div", "table", "ul", "h1", "h2", "h3"), None) is not None


class _Walk:
    """The text that was read since the last block, and the block elements that are open."""

    def __init__(self) -> None:
        self.open: list[HtmlElement] = []
        self.numbers: list[int | None] = []
        self.texts: list[str] = []
        self.linked = 0
        self.links = 0

    def enter(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag
        if tag in _BLOCKS:
            yield from self.flush()
            self.open.append(element)
            if tag in {"ol", "ul"}:
                self.numbers.append(0 if tag == "ol" else None)
            elif tag == "li" and self.numbers and self.numbers[-1] is not None:
                self.numbers[-1] += 1
        elif tag == "br":
            self.texts.append("\n")
        elif tag in {"td", "th"}:
            if _is_layout(element):
                yield from self.flush()
            elif self.texts:
                self.texts.append(" | ")
        elif tag == "a":
            self.links += 1
        if tag not in _BLOCKS and self.texts and _ABUTS.search(f"{self.texts[-1][-1:]}{(element.text or '')[:1]}"):
            before = element.getprevious()
            self.texts.append("" if before is None or before.tail else " ")
        self.read(element.text)

    def leave(self, element: HtmlElement) -> Iterator[Block]:
        if element.tag in {"td", "th"} and _is_layout(element):
            yield from self.flush()
        elif element.tag in _BLOCKS:
            yield from self.flush()
            self.open.pop()
            if element.tag in {"ol", "ul"}:
                self.numbers.pop()
        elif element.tag == "a":
            self.links -= 1
        self.read(element.tail)

    def read(self, text: str | None) -> None:
        if text:
            plain = " ".join(text.split()) if text.isspace() else re.sub(r"\s+", " ", text)
            self.texts.append(plain or " ")
            self.linked += len(plain) if self.links else 0

    def flush(self) -> Iterator[Block]:
        whole, linked = "".join(self.texts), self.linked
        self.texts, self.linked = [], 0
        if not self.open or not whole.strip():
            return
        share = min(linked / len(whole.strip()), 1.0)
        kind: Kind = next(
            (_KINDS[element.tag] for element in reversed(self.open) if element.tag in _KINDS), "paragraph"
        )
        number = self.numbers[-1] if kind == "item" and self.numbers else None
        for text in (line for paragraph in _PARTED.split(whole) for line in _lines(paragraph)):
            plain = one_line(text).strip("| ")
            if plain:
                yield Block(kind, plain, share, number, self.open[-1])
