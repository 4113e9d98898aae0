"""Sentences: where they begin and end in plain text, by punctuation, capitals and a list of abbreviations."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.model import BLOCK_SEPARATOR, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_END = re.compile(r"[.!?…。！？۔؟]+[\"'”’»)\]」』]*")
"""One class of marks at the beginning, so that the search goes from mark to mark and not from letter to letter."""
_WITHOUT_SPACE = frozenset("。！？")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Maj|Capt|Lt|Sgt|Sen|Rep|Gov|Hon|Rev|Jr|Sr|No|Nos|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|approx|ca|cf|pp|vol|ed|eds|e\.g|i\.e|a\.m|p\.m))\.\Z",
)
_LONGEST_ABBREVIATION = 8
_START = attrgetter("start")


def sentences(text: str) -> tuple[Span, ...]:
    """Give the spans of a text's sentences; a blank line ends one, white space between them belongs to none."""
    spans = []
    start = 0
    for block in text.split(BLOCK_SEPARATOR):
        spans.extend(_of_block(text, start, start + len(block)))
        start += len(block) + len(BLOCK_SEPARATOR)
    return tuple(spans)


def sentence_at(spans: Sequence[Span], offset: int) -> int:
    """Give which of a text's sentences is the last that begins at an offset or before it; -1 where none does."""
    return bisect_right(spans, offset, key=_START) - 1


def _of_block(text: str, start: int, end: int) -> list[Span]:
    spans = []
    begin = start
    for match in _END.finditer(text, start, end):
        if _ends_sentence(text, match, end):
            spans.append(Span(begin, match.end()))
            begin = match.end()
            while begin < end and text[begin].isspace():
                begin += 1
    if begin < end:
        spans.append(Span(begin, end))
    return spans


def _ends_sentence(text: str, match: re.Match[str], end: int) -> bool:
    mark, after = match[0][0], text[match.end() : min(end, match.end() + 3)]
    if mark in _WITHOUT_SPACE:
        return True
    if not after[:1].isspace() or after.lstrip()[:1].islower():
        return False
    return mark != "." or not _ABBREVIATION.search(
        text, max(0, match.start() - _LONGEST_ABBREVIATION), match.start() + 1
    )
