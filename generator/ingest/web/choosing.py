"""Choosing: which blocks of a page are its main text.

trafilatura finds the text, and the page itself may state it (articleBody); both are witnesses. The blocks are those of
our own walk, so that nothing is lost of their order and kind, and what stands among them unnoticed is not missed.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec
import trafilatura
from lxml.html import HtmlElement

from generator.ingest.headlines import folded
from generator.ingest.lines import is_prose, words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.ingest.web.walking import Block

SURE = 6
"""Words of a block that is recognised within a longer text; a shorter one must be a whole line there."""
MOST = 0.9
"""Share of the words of all known blocks that stand in the element of the main text; others are told again."""
MOSTLY_LINKS = 0.5
"""Share of links from which a block that no witness knows is no text."""

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


class Witness(msgspec.Struct, frozen=True):
    """A text that tells which blocks are the main text: whole, and as lines."""

    whole: str
    lines: frozenset[str]

    def knows(self, plain: str, size: int) -> bool:
        """Tell whether a block, folded and of so many words, stands in the text."""
        return plain in self.lines or (size >= SURE and plain in self.whole)


class Chosen(msgspec.Struct, frozen=True):
    """The main text: the indexes of its blocks, and the element that holds them; both empty where there is none."""

    indexes: tuple[int, ...]
    container: HtmlElement | None

    def holds(self, element: HtmlElement) -> bool:
        """Tell whether an element stands where the main text does."""
        return self.container is not None and _is_within(element, self.container)

    def is_beside(self, element: HtmlElement) -> bool:
        """Tell whether an element stands where the main text does, or next to that."""
        around = None if self.container is None else self.container.getparent()
        return around is not None and _is_within(element, around)


def extracted(root: HtmlElement) -> Witness:
    """Give the main text that trafilatura finds; the tree is left as it is."""
    document = trafilatura.bare_extraction(root, fast=True, include_comments=False, include_links=True)
    body = None if document is None or isinstance(document, dict) else document.body
    if body is None:
        return Witness("", frozenset())
    lines = {folded(" ".join(element.itertext())) for element in body.iter("p", "head", "item", "quote", "row", "ref")}
    lines |= {folded(text) for text in body.itertext()}
    return Witness(folded(" ".join(body.itertext())), frozenset(lines - {""}))


def stated(text: str) -> Witness:
    """Give the main text that a page states of itself."""
    return Witness(folded(text), frozenset(map(folded, text.split("\n"))) - {""})


def choose(blocks: Sequence[Block], witnesses: Sequence[Witness]) -> Chosen:
    """Give the blocks that a witness knows, each text once, and those among them that are of the same text."""
    known: dict[int, int] = {}
    seen: set[str] = set()
    again = False
    for index, block in enumerate(blocks):
        plain, size = folded(block.text), words(block.text)
        again = block.text in seen or (again and size < SURE)
        if not again and any(witness.knows(plain, size) for witness in witnesses):
            known[index] = size
            seen |= {block.text} if size >= SURE else set()
    sure = {index: size for index, size in known.items() if size >= SURE}
    if not sure:
        return Chosen((), None)
    container = _holding_most({blocks[index].element: size for index, size in sure.items()})
    within = [index for index, block in enumerate(blocks) if _is_within(block.element, container)]
    inside = [index for index in within if index in sure]
    parents = {blocks[index].element.getparent() for index in inside}
    between = [
        index
        for index in within
        if inside[0] < index < inside[-1]
        and index not in known
        and blocks[index].text not in seen
        and blocks[index].linked < MOSTLY_LINKS
        and _belongs(blocks[index], parents)
    ]
    return Chosen(tuple(sorted({*between, *(index for index in within if index in known)})), container)


def _belongs(block: Block, parents: set[HtmlElement]) -> bool:
    """Tell whether a block that no witness knows stands beside some that are known, as their like."""
    if block.element.getparent() not in parents:
        return False
    return block.kind in {"item", "heading"} or is_prose(block.text)


def _holding_most(sizes: Mapping[HtmlElement, int]) -> HtmlElement:
    """Give the innermost element that holds nearly all of some elements, by their sizes."""
    held: dict[HtmlElement, int] = {}
    for element, size in sizes.items():
        for holder in (element, *element.iterancestors()):
            held[holder] = held.get(holder, 0) + size
    enough = MOST * sum(sizes.values())
    return min(
        (holder for holder in held if held[holder] >= enough), key=lambda holder: (held[holder], -_depth(holder))
    )


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _is_within(element: HtmlElement, container: HtmlElement) -> bool:
    return element is container or any(ancestor is container for ancestor in element.iterancestors())
