"""Passages: sentences of an article with the words set off that a statement rests on, what is long cut around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotation import Span

MOST_AROUND, MOST_WITHIN = 30, 60
"""Words that are shown before, between and after what is set off, and of it; all stands in the article."""
_MOST_LETTERS = 9
"""Letters of a word, on average, beyond which text is counted by letters: not all scripts part words by spaces."""


def set_off(body: str, passage: Span, marked: Sequence[tuple[int, int]]) -> Markup:
    """Give a passage of a body with some stretches of it set off, which stand in order and do not overlap."""
    position = passage.start
    parts: list[str] = []
    for start, end in marked:
        before = _tail(body[position:start]) if position == passage.start else _middle(body[position:start])
        parts += [before, element("b", _head(body[start:end], MOST_WITHIN))]
        position = end
    return join([*parts, _head(body[position : passage.end], MOST_AROUND)])


def _head(text: str, most: int) -> str:
    """Cut a text after some words; what it begins with stays."""
    words = text.split(" ")
    if len(words) <= most and len(text) <= most * _MOST_LETTERS:
        return text
    return " ".join(words[:most])[: most * _MOST_LETTERS] + " …"


def _tail(text: str) -> str:
    """Cut a text before its last words; what it ends with stays."""
    words = text.split(" ")
    if len(words) <= MOST_AROUND and len(text) <= MOST_AROUND * _MOST_LETTERS:
        return text
    return "… " + " ".join(words[-MOST_AROUND:])[-MOST_AROUND * _MOST_LETTERS :]


def _middle(text: str) -> str:
    """Leave out the middle of a text between two stretches that are set off."""
    words = text.split(" ")
    half = MOST_AROUND // 2
    if len(words) <= MOST_AROUND and len(text) <= MOST_AROUND * _MOST_LETTERS:
        return text
    most = half * _MOST_LETTERS
    return " ".join(words[:half])[:most] + " … " + " ".join(words[-half:])[-most:]
