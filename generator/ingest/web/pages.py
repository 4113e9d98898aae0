"""The reader of web pages: parse, read the facts, prune, choose the text; then the stages of plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.ingest.bodies import read_ends
from generator.ingest.cleaning import clean
from generator.ingest.heads import read_head
from generator.ingest.model import Harvest, Line, Part, relabelled
from generator.ingest.trimming import trim
from generator.ingest.web.candidates import candidate
from generator.ingest.web.choosing import choose, extracted, stated
from generator.ingest.web.entries import pointing
from generator.ingest.web.facts import read_facts
from generator.ingest.web.authors import printed_authors
from generator.ingest.web.above import above, after_headline
from generator.ingest.web.parsing import parse
from generator.ingest.web.pruning import prune
from generator.ingest.web.walking import blocks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.ingest.model import RawFile
    from generator.ingest.web.choosing import Chosen
    from generator.ingest.web.facts import Facts
    from generator.ingest.web.walking import Block
    from generator.model import Rights


LOWEST = 7
"""The level of text, below that of all headings."""


def articles_of_page(file: RawFile, rights: Rights) -> Harvest:
    """Give the article of a web page; raises ContentError where the file is no page."""
    page = parse(file)
    facts = read_facts(page.root, file.retrieval.url if file.retrieval else None)
    removed = prune(page.root)
    blocks = tuple(blocks_of(page.root))
    chosen = choose(blocks, [extracted(page.root), *map(stated, facts.texts)])
    if not chosen.indexes:
        return Harvest()
    first = after_headline(blocks, chosen.indexes, facts.title)
    if not facts.credited:
        printed = printed_authors(blocks[: chosen.indexes[0] + 1], facts.sites)
        facts = msgspec.structs.replace(facts, credits=printed or facts.credits)
    sources = {index + 1: blocks[index] for index in chosen.indexes if index >= first}
    lines = [*above(blocks[first : chosen.indexes[0]], first + 1, facts), *_lines(sources, pointing(blocks, chosen.indexes))]
    part = Part(tuple(_read(lines, sources, facts)), 1)
    return Harvest((candidate(page, facts, part, sources, [piece for piece in removed if chosen.holds(piece.parent)], rights),))


def _lines(sources: Mapping[int, Block], pointing: frozenset[int]) -> Iterator[Line]:
    for number, block in sources.items():
        line = Line(number, block.text, gap=True)
        yield relabelled(line, "removed", "it points to another article") if number - 1 in pointing else line


def _read(lines: Sequence[Line], sources: Mapping[int, Block], facts: Facts) -> Iterator[Line]:
    headline = [Line(0, f"# {facts.title}")] if facts.title else []
    cleaned = [_with_heading(line, sources) for line in clean(lines)]
    return _without_empty_headings(read_ends(read_head([*headline, *trim(cleaned)])), sources)


def _with_heading(line: Line, sources: Mapping[int, Block]) -> Line:
    block = sources.get(line.number)
    return relabelled(line, "subheading", "subheading") if block and block.kind == "heading" and line.role == "text" else line


def _without_empty_headings(lines: Iterable[Line], sources: Mapping[int, Block]) -> Iterator[Line]:
    """Remove headings under which nothing is left: another of their level or a higher one follows, or the end."""
    kept = [*lines]
    below = 0  # the level of the heading that follows; nothing is lower than a text
    for place in range(len(kept) - 1, -1, -1):
        line = kept[place]
        if line.role == "text":
            below = LOWEST
        elif line.role == "subheading" and line.number in sources:
            level = sources[line.number].level
            if below <= level:
                kept[place] = relabelled(line, "removed", "heading without a text")
            else:
                below = level
    yield from kept
