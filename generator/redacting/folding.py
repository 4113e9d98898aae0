"""Folding: texts as names are compared, whatever their case, width, accents, normal form and invisible characters."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from anyascii import anyascii

if TYPE_CHECKING:
    from collections.abc import Sequence

_TATWEEL = "\u0640"
"""The Arabic sign that only makes words longer."""
_VIRAMA = 9
"""The combining class of signs that are part of how a word is spelled."""


class _Folds(dict[int, str]):
    """What each character becomes, worked out when it first occurs."""

    def __missing__(self, code: int) -> str:
        folded = "".join(map(_folded_letter, unicodedata.normalize("NFKD", chr(code)).casefold()))
        self[code] = folded
        return folded


def folded(text: str) -> str:
    """Give a text without case, accents, width and characters that nobody sees."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """Give a text folded, and for each of its characters, and its end, the place in the text that it comes from."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    parts = [_FOLDS[ord(char)] for char in text]
    places = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), [*places, len(text)]


def _folded_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    if _is_unseen(letter):
        return ""
    return anyascii(letter).lower() if unicodedata.name(letter, "").startswith("LATIN") else letter


def _is_unseen(letter: str) -> bool:
    """Tell whether a character is an accent or format character; the vowel signs of Indic scripts are neither."""
    category = unicodedata.category(letter)
    is_accent = category in {"Mn", "Me"} and unicodedata.combining(letter) not in {0, _VIRAMA}
    is_selector = "\ufe00" <= letter <= "\ufe0f"
    return is_accent or is_selector or category == "Cf" or letter == _TATWEEL


_FOLDS = _Folds()
