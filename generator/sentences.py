"""Sentences: where they begin and end in plain text, by punctuation, capitals and a list of abbreviations."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.annotation import Span
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator

_ABBREVIATIONS = r"""
Mr Mrs Ms Dr Prof St Gen Col Maj Capt Lt Sgt Sen Rep Gov Hon Rev Jr Sr No Nos vs etc Inc Ltd Co Corp Jan Feb Mar Apr
Jun Jul Aug Sep Sept Oct Nov Dec approx ca cf pp vol ed eds e\.g i\.e a\.m p\.m [A-Z]
"""


def _width(pattern: str) -> int:
    return len(re.sub(r"\[[^\[\]]*\]", "_", pattern).replace("\\", ""))


_NOT_ABBREVIATED = "".join(
    rf"(?<!\b(?:{'|'.join(alike)})\.)" for _, alike in groupby(sorted(_ABBREVIATIONS.split(), key=_width), key=_width)
)  # one look back for each length, as the module `re` wants it
_MARKS, _IDEOGRAPHIC = "[.!?…。！？۔؟]", "[。！？]"
_CLOSING = r"""["'”’»)\]」』]"""
_END = re.compile(
    rf"{_MARKS}(?<!{_MARKS}{_MARKS})(?:(?<={_IDEOGRAPHIC}){_MARKS}*{_CLOSING}*"
    rf"|{_NOT_ABBREVIATED}{_MARKS}*{_CLOSING}*(?=(\s)))"
)
"""What may end a sentence: marks with a space after them, unless a full stop only abbreviates; ideographic ones alone.

One class of marks at the beginning, so that the search goes from mark to mark and not from letter to letter.
"""
_NEAR = 2
"""White space over which a small letter goes on with the sentence after such a mark; the ideographic ones end it."""


def sentences(text: str) -> tuple[Span, ...]:
    """Give the spans of a text's sentences; a blank line ends one, white space between them belongs to none."""
    spans: list[Span] = []
    start = 0
    for block in text.split(BLOCK_SEPARATOR):
        spans += _of_block(text, start, start + len(block))
        start += len(block) + len(BLOCK_SEPARATOR)
    return tuple(spans)


def _of_block(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _END.finditer(text, start, end):
        stop = match.end()
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
        goes_on = match.lastindex and begin - stop <= _NEAR and text[begin : begin + 1].islower()
        if not goes_on:
            yield Span(start, stop)
            start = begin
    if start < end:
        yield Span(start, end)
