"""How much room letters take in a drawing, so that labels can be placed and cut where nothing can be measured."""

from __future__ import annotations

import unicodedata

NARROW = frozenset("ijltfrI.,:;'|!()[]-‐’ ")
WIDE = frozenset("mwMWÆŒ@%—")
_NARROW, _USUAL, _CAPITAL, _WIDE, _FULL = 0.36, 0.58, 0.7, 0.9, 1.0
"""Widths in ems, on the wide side of common sans serif fonts, so that a label is rather too short than too long."""
ELLIPSIS = "…"


def text_width(text: str, size: float) -> float:
    """Give about how wide a text is, in the unit of `size`, the height of its font."""
    return size * sum(map(_em, text))


def _em(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return _FULL
    if letter in NARROW:
        return _NARROW
    if letter in WIDE:
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL


def cut(text: str, room: float, size: float) -> str:
    """Give a text as far as there is room for it, with an ellipsis where it is cut."""
    if text_width(text, size) <= room:
        return text
    kept = text[: int(room / (size * _NARROW)) + 1]
    while kept and text_width(kept + ELLIPSIS, size) > room:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS


def in_lines(text: str, room: float, size: float, most: int = 2) -> list[str]:
    """Break a text between words into at most some lines, the last of them cut where there is no room for the rest."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= room:
            line += f" {words.pop(0)}"
        lines.append(cut(line, room, size))
    return [*lines, cut(" ".join(words), room, size)] if words else lines
