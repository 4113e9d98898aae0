"""Composing: the chosen blocks of a page go through the stages of plain text and become an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.ingest.bodies import read_ends
from generator.ingest.cleaning import clean
from generator.ingest.credits import Credits
from generator.ingest.heads import read_head
from generator.ingest.languages import language_of
from generator.ingest.model import Line, Part, relabelled
from generator.ingest.splitting import FEWEST_ARTICLES, split
from generator.ingest.trimming import trim
from generator.ingest.web.above import above, after_headline, names_genre, text_begins
from generator.ingest.web.authors import printed_authors
from generator.ingest.web.candidates import candidate
from generator.ingest.web.days import as_printed, printed_day
from generator.ingest.web.entries import pointing
from generator.ingest.web.titles import as_shown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from generator.ingest.model import Candidate
    from generator.ingest.web.choosing import Chosen
    from generator.ingest.web.facts import Facts
    from generator.ingest.web.parsing import Page
    from generator.ingest.web.pruning import Pruned
    from generator.ingest.web.walking import Block
    from generator.model import Rights

NEAR = 3
"""Blocks above a headline that may hold the date and the byline."""
LOWEST = 7
"""The level of text, below that of all headings."""


def article_of(
    page: Page,
    facts: Facts,
    blocks: Sequence[Block],
    chosen: Chosen,
    pruned: Iterable[Pruned],
    rights: Rights,
    position: int = 1,
    note: str = "",
) -> Candidate:
    """Give the article that the chosen ones of some blocks are, with what the page states of it, and a note on it."""
    if facts.title:
        facts = msgspec.structs.replace(facts, title=as_shown(facts.title, (block.text for block in blocks)))
    first = after_headline(blocks, chosen.indexes, facts.title)
    below = [index for index in chosen.indexes if index >= first]
    begin = text_begins(blocks, below, facts)
    under = [block for block in blocks[below[-1] + 1 : below[-1] + 1 + NEAR] if chosen.is_beside(block.element)]
    facts = _with_printed(facts, blocks[max(first - NEAR, 0) : begin], under)
    head = {index: blocks[index] for index in range(first, begin)}
    text = [index for index in below if index >= begin]
    labels = [block.text for block in blocks[max(first - NEAR, 0) : first] if names_genre(block.text)]
    left = {index for index in {*range(begin, text[-1])} - {*text} if chosen.holds(blocks[index].element)}
    sources = {index + 1: blocks[index] for index in sorted({*head, *text, *left})}
    kinds = [Line(0, text, role="removed", reason="label of the genre") for text in labels]
    lines = [*kinds, *above(head, chosen.indexes, facts), *_lines(blocks, text, left)]
    headline = [Line(0, f"# {facts.title}")] if facts.title else []
    cleaned = [_with_heading(line, sources) for line in clean(lines)]
    read = read_ends(read_head([*headline, *trim(cleaned)]))
    part = Part(tuple(_without_empty_headings(read, sources)), position, note)
    return candidate(page, facts, part, sources, [piece for piece in pruned if chosen.holds(piece.parent)], rights)


def articles_within(
    page: Page, facts: Facts, blocks: Sequence[Block], chosen: Chosen, rights: Rights
) -> tuple[Candidate, ...]:
    """Give the articles into which the chosen blocks fall by their headings and dates, if those of several."""
    first = chosen.indexes[0]
    indexes = [*(index for index in range(max(first - NEAR, 0), first) if chosen.holds(blocks[index].element))]
    indexes += chosen.indexes
    sources = {index + 1: blocks[index] for index in indexes}
    parts = split(clean([*_lines(blocks, indexes)]))
    if len(parts) < FEWEST_ARTICLES:
        return ()
    own = msgspec.structs.replace(facts, address=None, credits=Credits(), dating=None, descriptions=())
    return tuple(
        candidate(
            page, own, msgspec.structs.replace(part, lines=read_ends(read_head(trim(part.lines)))), sources, (), rights
        )
        for part in parts
    )


def _with_printed(facts: Facts, above: Sequence[Block], under: Sequence[Block]) -> Facts:
    """Put what is printed above and under a text in the place of what is not sure in the metadata."""
    printed = Credits() if facts.credited else printed_authors(above, under, facts.sites)
    language = facts.language or language_of(" ".join(block.text for block in above))
    dating = as_printed(facts.dating, above) if facts.dating else printed_day((*above, *under), language)
    return msgspec.structs.replace(facts, credits=printed or facts.credits, dating=dating)


def _lines(blocks: Sequence[Block], chosen: Sequence[int], left: Collection[int] = ()) -> Iterator[Line]:
    """Give the chosen blocks as lines, and as removed ones those that only point away and those left among them."""
    pointers = pointing(blocks, chosen)
    for index in sorted({*chosen, *left}):
        line = Line(index + 1, blocks[index].text, gap=True)
        if index in left:
            yield relabelled(line, "removed", "not of the main text")
        else:
            yield relabelled(line, "removed", "it points to another article") if index in pointers else line


def _with_heading(line: Line, sources: Mapping[int, Block]) -> Line:
    block = sources.get(line.number)
    is_heading = block is not None and block.kind == "heading" and line.role == "text"
    return relabelled(line, "subheading", "subheading") if is_heading else line


def _without_empty_headings(lines: Sequence[Line], sources: Mapping[int, Block]) -> Iterator[Line]:
    """Remove headings under which nothing is left: another of their level or a higher one follows, or the end."""
    kept: list[Line] = []
    below = 0  # the level of the heading that follows
    for line in reversed(lines):
        level = sources[line.number].level if line.role == "subheading" and line.number in sources else LOWEST
        empty = line.role == "subheading" and below <= level < LOWEST
        if not empty and line.role in {"text", "subheading"}:
            below = level
        kept.append(relabelled(line, "removed", "heading without a text") if empty else line)
    yield from reversed(kept)
