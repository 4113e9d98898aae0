"""Listing: a page that holds several articles becomes them; one that only points to articles is refused.

A page whose metadata state one article is never a list, whatever else it shows.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from lxml.html import HtmlElement

from generator.ingest.credits import Credits
from generator.ingest.lines import is_prose, words
from generator.ingest.splitting import FEWEST_ARTICLES, FEWEST_WORDS, FEWEST_WORDS_LISTED
from generator.ingest.web.days import day_of_element
from generator.ingest.web.entries import LINKED
from generator.ingest.web.facts import Facts, linked_address
from generator.ingest.web.parsing import text_of
from generator.ingest.web.walking import Block, blocks_of

if TYPE_CHECKING:
    from collections.abc import Sequence


FEWEST_TEASERS = 3
LONGEST_TEASER = 100
"""Words under a linked heading that may be a teaser of what it leads to."""

_POST = re.compile(r"(?:^|\s)(?:h-?entry|post|entry|story|(?:news|blog|article|list)-(?:item|post|entry))(?:\s|$)")
_HEADING = "(.//h1 | .//h2 | .//h3 | .//h4)[1]"


class Entry(msgspec.Struct, frozen=True):
    """One of several articles of a page: its element, its blocks after its heading, and what is known of it."""

    element: HtmlElement
    blocks: tuple[Block, ...]
    facts: Facts
    size: int
    """Words of running text."""


def entries(root: HtmlElement, facts: Facts) -> tuple[Entry, ...]:
    """Give the articles that a page holds in full, if there are several beside each other that are most of it."""
    if facts.is_article:
        return ()
    size = sum(words(block.text) for block in blocks_of(root) if is_prose(block.text))
    beside: dict[HtmlElement, list[Entry]] = {}
    for element in root.iter("article", "section", "div", "li"):
        entry = _entry(element, facts) if _is_post(element) else None
        if entry is not None:
            beside.setdefault(element.getparent(), []).append(entry)
    most = max(beside.values(), key=len, default=[])
    return tuple(most) if len(most) >= FEWEST_ARTICLES and sum(entry.size for entry in most) >= size / 2 else ()


def is_list(blocks: Sequence[Block], facts: Facts) -> bool:
    """Tell whether blocks are linked headings with no more than teasers under them."""
    sizes = [0]
    for block in blocks:
        if block.kind == "heading" and block.linked >= LINKED:
            sizes.append(0)
        elif is_prose(block.text):
            sizes[-1] += words(block.text)
    return not facts.is_article and len(sizes) > FEWEST_TEASERS and max(sizes) <= LONGEST_TEASER


def _is_post(element: HtmlElement) -> bool:
    return element.tag == "article" or _POST.search(element.get("class") or "") is not None


def _entry(element: HtmlElement, facts: Facts) -> Entry | None:
    """Give the article in an element if it has a heading and a text of its own."""
    heading = next(iter(element.xpath(_HEADING)), None)
    if heading is None:
        return None
    blocks = tuple(blocks_of(element))
    begin = next((index for index, block in enumerate(blocks, 1) if block.element is heading), len(blocks))
    size = sum(words(block.text) for block in blocks[begin:] if is_prose(block.text))
    if size < (FEWEST_WORDS_LISTED if facts.is_list else FEWEST_WORDS):
        return None
    return Entry(element, blocks[begin:], _facts(element, heading, facts), size)


def _facts(element: HtmlElement, heading: HtmlElement, page: Facts) -> Facts:
    """Give what is known of one of several articles of a page."""
    links = heading.xpath("(ancestor-or-self::a | .//a)[1]/@href")
    return msgspec.structs.replace(
        page,
        address=linked_address(page.address, links[0]) if links else None,
        title=text_of(heading),
        credits=Credits(),
        credited=False,
        dating=day_of_element(element),
        descriptions=(),
        genre=None,
        texts=(),
    )
