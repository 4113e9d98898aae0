"""Entries: lists of links, and linked titles each with a note on what they lead to, point to other texts."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.ingest.lines import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.ingest.web.walking import Block

LINKED = 0.65
"""Share of links from which a block is one."""
WHOLLY = 0.95
"""Share of links from which a paragraph is nothing but one, and leads to another text or another page of the site."""
FEWEST = 5
"""Links in a row that are a list of them, or linked titles that make what follows a list of entries."""
FEWEST_TITLE_WORDS = 4
FEWEST_IN_SECTION = 2
"""Linked titles with notes under one heading that make it a section of entries."""
LONGEST_NOTE = 80
"""Words of a note on what a title leads to."""


def pointing(blocks: Sequence[Block], chosen: Sequence[int]) -> frozenset[int]:
    """Give the indexes of the chosen blocks that only point to other texts."""
    linked = [index for index in chosen if blocks[index].linked >= LINKED]
    alone = [index for index in linked if blocks[index].kind == "paragraph" and blocks[index].linked >= WHOLLY]
    return frozenset({*alone, *_lists(blocks, chosen), *_entries(blocks, chosen, linked)})


def _lists(blocks: Sequence[Block], chosen: Sequence[int]) -> Iterator[int]:
    """Give the items of lists that are nothing but links."""
    row: list[int] = []
    for index in [*chosen, None]:
        if index is not None and blocks[index].kind == "item" and blocks[index].linked >= LINKED:
            row.append(index)
            continue
        if len(row) >= FEWEST:
            yield from row
        row = []


def _entries(blocks: Sequence[Block], chosen: Sequence[int], linked: Sequence[int]) -> Iterator[int]:
    """Give what stands from the first of many linked titles on, if most of it are titles and their notes."""
    titles = {
        index for index in linked if blocks[index].kind != "item" and words(blocks[index].text) >= FEWEST_TITLE_WORDS
    }
    noted = [
        index
        for index, after in pairwise(chosen)
        if index in titles and after not in titles and words(blocks[after].text) <= LONGEST_NOTE
    ]
    headings = [index for index in chosen if blocks[index].kind == "heading"]
    starts = [
        begin
        for begin, end in pairwise([*headings, len(blocks)])
        if sum(begin < index < end for index in noted) >= FEWEST_IN_SECTION
    ]
    start = min([*starts[:1], *noted[:1]] if not headings else starts, default=len(blocks))
    rest = [index for index in chosen if index >= start]
    texts = [index for index in rest if blocks[index].kind != "heading"]
    long = [index for index in texts if words(blocks[index].text) > LONGEST_NOTE]
    of_entries = sum(index >= start for index in noted)
    if of_entries >= FEWEST and 4 * of_entries >= len(texts) and len(long) <= of_entries / 4:
        yield from rest
