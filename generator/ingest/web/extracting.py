"""Extracting: the main text of a page as blocks, by trafilatura, with what they were in HTML."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

import msgspec
import trafilatura

from generator.ingest.web.parsing import text_of
from generator.normalise import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element
    from lxml.html import HtmlElement

Kind = Literal["heading", "paragraph", "item", "quote"]

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Block(msgspec.Struct, frozen=True):
    """A block of text: what it is, its text, how much of it are links, and the number of its item in a list."""

    kind: Kind
    text: str
    linked: float = 0.0
    number: int | None = None


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """Give the blocks of a page's main text; none where it has none. The tree is left as it is."""
    document = trafilatura.bare_extraction(
        root,
        fast=True,
        include_comments=False,
        include_links=True,
        include_tables=True,
        include_images=False,
        favor_precision=False,
        with_metadata=False,
    )
    if document is None or isinstance(document, dict) or document.body is None:
        return ()
    return tuple(block for block in _blocks(document.body) if block.text)


def _blocks(parent: _Element) -> Iterator[Block]:
    yield from _loose(parent.text)
    for element in parent:
        if element.tag == "head":
            yield _block("heading", element)
        elif element.tag == "list":
            yield from _items(element)
        elif element.tag == "quote":
            yield from _quotes(element)
        elif element.tag == "table":
            for row in element.iter("row"):
                yield Block(
                    "paragraph", " | ".join(text for cell in row.iter("cell") if (text := text_of(cell))), _linked(row)
                )
        elif element.tag in {"ref", "hi", "del"} or len(element) == 0 or element.tag == "p":
            yield _block("paragraph", element)
        else:
            yield from _blocks(element)
        yield from _loose(element.tail)


def _items(element: _Element) -> Iterator[Block]:
    for number, item in enumerate(element.iter("item"), 1):
        yield _block("item", item, number if element.get("rend") == "ol" else None)


def _quotes(element: _Element) -> Iterator[Block]:
    parts = element.findall("p")
    if not parts:
        yield _block("quote", element)
        return
    yield from (Block("quote", one_line(text), 0.0) for text in [element.text or ""] if text.strip())
    for part in parts:
        yield _block("quote", part)
        yield from (Block("quote", one_line(part.tail)) for _ in [0] if part.tail and part.tail.strip())


def _block(kind: Kind, element: _Element, number: int | None = None) -> Block:
    return Block(kind, text_of(element), _linked(element), number)


def _loose(text: str | None) -> Iterator[Block]:
    if text and text.strip():
        yield Block("paragraph", one_line(text))


def _linked(element: _Element) -> float:
    length = len(text_of(element))
    links = [element] if element.tag == "ref" else element.iter("ref")
    return min(sum(len(text_of(link)) for link in links) / length, 1.0) if length else 0.0
