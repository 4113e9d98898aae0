"""Candidates: an article with its lists, quotations and headings, and what its page states over what its text shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.ingest.attributing import attribute
from generator.ingest.cleaning import clean
from generator.ingest.dating import date_article
from generator.ingest.escaping import HEADING, escaped
from generator.ingest.headlines import folded
from generator.ingest.languages import language_of
from generator.ingest.lines import truncated, words
from generator.ingest.model import BODY_ROLES, Candidate, Line, RawDocument, Removed
from generator.ingest.web.pruning import CAPTION
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.ingest.model import Part
    from generator.ingest.web.facts import Facts
    from generator.ingest.web.parsing import Page
    from generator.ingest.web.pruning import Pruned
    from generator.ingest.web.walking import Block
    from generator.model import Rights, Source

FEWEST_WORDS = 5
"""Words of a description that may stand for a standfirst."""

_MARKS = {"heading": HEADING, "item": "- ", "quote": "> "}


def candidate(
    page: Page, facts: Facts, part: Part, sources: Mapping[int, Block], removed: Sequence[Pruned], rights: Rights
) -> Candidate:
    """Give the article of a page: `part` are its lines, `sources` its blocks by their numbers."""
    document = RawDocument(page.name, page.sha256, "", page.encoding)
    dating = facts.dating or date_article(part.lines, page.name, facts.address)
    shown = attribute(part, document, dating, rights)
    body = BLOCK_SEPARATOR.join(_written(part.lines, sources))
    front = msgspec.structs.replace(
        shown.front,
        source=_source(shown.front.source, facts, shown.text, [piece.text for piece in removed if _is_caption(piece)]),
        genre=facts.genre or shown.front.genre if shown.front.genre == "news" else shown.front.genre,
        language=_language(shown.text, facts.language),
    )
    gone = [msgspec.structs.replace(line, line=_line(line.line, sources)) for line in shown.removed]
    gone += [
        Removed(
            piece.line,
            piece.text,
            f"{piece.reason} (kept in source.captions)" if piece.reason == CAPTION else piece.reason,
        )
        for piece in removed
    ]
    return msgspec.structs.replace(
        shown,
        front=front,
        body=f"{body}\n" if body else "",
        removed=tuple(sorted(gone, key=lambda line: line.line)),
        line=1,
    )


def _source(shown: Source, facts: Facts, text: str, captions: Sequence[str]) -> Source:
    return msgspec.structs.replace(
        shown,
        outlet=facts.outlet or shown.outlet,
        url=facts.address or shown.url,
        authors=facts.credits.authors or shown.authors,
        agencies=tuple(dict.fromkeys((*facts.credits.agencies, *shown.agencies))),
        standfirst=shown.standfirst or _description(facts, text),
        captions=tuple(dict.fromkeys((*captions, *shown.captions))),
    )


def _description(facts: Facts, text: str) -> str | None:
    """Give what the page says it is about, if that is a sentence of its own and no piece of the text."""
    whole = folded(text)
    for description in facts.descriptions:
        if words(description) >= FEWEST_WORDS and not truncated(description) and folded(description) not in whole:
            return description
    return None


def _is_caption(piece: Pruned) -> bool:
    """Tell whether a piece is the caption of a picture, and neither its credit alone nor a call to the reader."""
    return piece.reason == CAPTION and clean([Line(piece.line, piece.text)])[0].role in {"text", "caption"}


def _written(lines: Sequence[Line], sources: Mapping[int, Block]) -> Iterator[str]:
    for line in lines:
        if line.role in BODY_ROLES:
            block = sources.get(line.number)
            mark = HEADING if line.role == "subheading" else _MARKS.get(block.kind, "") if block else ""
            if block and block.number and mark == "- ":
                mark = f"{block.number}. "
            yield mark + escaped(line.text)


def _line(number: int, sources: Mapping[int, Block]) -> int:
    """Give the line of the page's source for the number of a block."""
    return sources[number].line if number in sources else 1


def _language(text: str, stated: str | None) -> str:
    told = language_of(text)
    return stated or told if told == "en" else told
