"""Above: what a page prints between its headline and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.headlines import folded, same_heading
from generator.ingest.lines import is_prose, words
from generator.ingest.metalines import is_meta
from generator.ingest.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.ingest.web.facts import Facts
    from generator.ingest.web.walking import Block

MOST_BLOCKS = 40
"""Blocks between a headline and its text; with more the headline is not that of the text below it."""
MOST_TAKEN = 5
"""Blocks taken for main text that may stand above the headline: labels and pictures."""
LONGEST_STANDFIRST = 80
FEWEST_WORDS = 4
MOSTLY_LINKS = 0.5
MOST_BESIDE_NAME = 8
"""Words beside the name of an author in a byline: a post, an outlet, a date."""

_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?title|sub-?head(?:line|ing)?|summary|lede?|excerpt|intro|"
    r"description|teaser|abstract|kicker-text|tagline)(?:$|[\s_-])",
    re.IGNORECASE,
)


def after_headline(blocks: Sequence[Block], chosen: Sequence[int], title: str | None) -> int:
    """Give the index of the first block after the headline, or of the first chosen one where that has none above."""
    last = min(chosen[0] + MOST_TAKEN, len(blocks) - 1)
    for index in range(last, max(chosen[0] - MOST_BLOCKS, 0) - 1, -1):
        if title and same_heading(blocks[index].text, title):
            return index + 1
    return chosen[0]


def above(blocks: Sequence[Block], first: int, facts: Facts) -> Iterator[Line]:
    """Give the blocks above a text as lines with numbers from `first`, the standfirst among them named."""
    taken = False
    for number, block in enumerate(blocks, first):
        line = Line(number, block.text, gap=True)
        if block.linked >= MOSTLY_LINKS and not is_meta(block.text):
            yield Line(number, block.text, role="removed", reason="link above the text")
        elif _names_author(block, facts):
            yield Line(number, block.text, role="byline", reason="byline")
        elif not taken and is_standfirst(block, facts):
            taken = True
            yield Line(number, block.text, role="standfirst", reason="standfirst")
        elif is_prose(block.text) and not is_meta(block.text):
            yield Line(number, block.text, role="removed", reason="notice above the text")
        else:
            yield line


def is_standfirst(block: Block, facts: Facts) -> bool:
    """Tell whether a block above a text is called its standfirst, or is what the page gives as its description."""
    if not FEWEST_WORDS <= words(block.text) <= LONGEST_STANDFIRST or is_meta(block.text):
        return False
    if block.kind == "heading" or _STANDFIRST.search(block.called):
        return True
    return folded(block.text) in map(folded, facts.descriptions)


def _names_author(block: Block, facts: Facts) -> bool:
    """Tell whether a block is little more than the name of an author that is known."""
    named = [name for name in facts.credits.authors if name.casefold() in block.text.casefold()]
    return bool(named) and words(block.text) <= sum(map(words, named)) + MOST_BESIDE_NAME
