"""Above: what a page prints between its headline and its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest import phrases
from generator.ingest.credits import is_place
from generator.ingest.headlines import folded, same_heading
from generator.ingest.lines import ends_sentence, is_prose, words
from generator.ingest.metalines import is_meta
from generator.ingest.model import Line, relabelled

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

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
    r"(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?title|sub-?he?a?d(?:line|ing)?|summary|lede?|excerpt|intro|"
    r"description|teaser|tagline|chap[oe]|chapeau|vorspann|entradilla|sommario|bajada|ingress|synopsis)(?:$|[\s_-])",
    re.IGNORECASE,
)


def after_headline(blocks: Sequence[Block], chosen: Sequence[int], title: str | None) -> int:
    """Give the index of the first block after the headline, or of the first chosen one where that has none above."""
    last = min(chosen[0] + MOST_TAKEN, len(blocks) - 1)
    sizes = {index: words(blocks[index].text) for index in chosen}
    for index in range(last, max(chosen[0] - MOST_BLOCKS, 0) - 1, -1):
        if title and same_heading(blocks[index].text, title):
            under = sum(size for place, size in sizes.items() if place > index)
            if under >= sum(sizes.values()) / 2:
                return index + 1
    return chosen[0]


def text_begins(blocks: Sequence[Block], chosen: Sequence[int], facts: Facts) -> int:
    """Give the index of the first chosen block that is text and not printed above it."""
    for index in chosen:
        block = blocks[index]
        follows = blocks[index + 1] if index + 1 < len(blocks) else None
        before = follows is not None and _is_meta(follows, facts)
        if is_prose(block.text) and not _is_meta(block, facts) and not is_standfirst(block, facts, before_meta=before):
            return index
    return chosen[0]


def above(blocks: Mapping[int, Block], chosen: Collection[int], facts: Facts) -> Iterator[Line]:
    """Give the blocks above a text, by index, as lines: standfirst and byline are named, notices and labels removed.

    Of others those are kept that are dates or places, or, being `chosen`, headings and sentences.
    """
    taken = False
    last_meta = max((index for index, block in blocks.items() if _is_meta(block, facts)), default=-1)
    for index, block in blocks.items():
        line = Line(index + 1, block.text, gap=True)
        before = index < last_meta or index not in chosen
        if _names_author(block, facts):
            yield relabelled(line, "byline", "byline")
        elif is_meta(block.text) or is_place(block.text) or names_genre(block.text):
            yield line
        elif block.linked >= MOSTLY_LINKS:
            yield relabelled(line, "removed", "link above the text")
        elif block.kind == "item" and index < last_meta and words(block.text) >= FEWEST_WORDS:
            text = block.text if ends_sentence(block.text) else f"{block.text}."
            yield Line(index + 1, text, role="standfirst", reason="summary above the text")
        elif not taken and is_standfirst(block, facts, before_meta=before):
            taken = True
            yield relabelled(line, "standfirst", "standfirst")
        elif index in chosen and (block.kind != "paragraph" or ends_sentence(block.text)):
            yield line
        else:
            yield relabelled(line, "removed", "notice or label above the text")


def is_standfirst(block: Block, facts: Facts, *, before_meta: bool) -> bool:
    """Tell whether a block is a standfirst: by its name, or as what the page states it to be about.

    A paragraph may open the text and a heading may part it, so these must stand before the date or the byline, too.
    """
    if not FEWEST_WORDS <= words(block.text) <= LONGEST_STANDFIRST or is_meta(block.text):
        return False
    told = folded(block.text) in map(folded, facts.descriptions)
    named = _STANDFIRST.search(block.called) is not None
    return named or (told or before_meta if block.kind == "heading" else told and before_meta)


def _is_meta(block: Block, facts: Facts) -> bool:
    return is_meta(block.text) or _names_author(block, facts)


def names_genre(text: str) -> bool:
    """Tell whether a label names the genre of a text."""
    return any(pattern.fullmatch(text) for pattern in phrases.GENRES.values())


def _names_author(block: Block, facts: Facts) -> bool:
    """Tell whether a block is little more than the name of an author that is known."""
    named = [name for name in facts.credits.authors if name.casefold() in block.text.casefold()]
    return bool(named) and words(block.text) <= sum(map(words, named)) + MOST_BESIDE_NAME
