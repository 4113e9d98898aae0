"""Words of a text, and the form in which spellings of one are equal. Each ideograph counts as a word."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+")


class Word(NamedTuple):
    """A word of a text with its place, and its folded form by which it is compared."""

    start: int
    end: int
    text: str
    folded: str


def words(text: str) -> list[Word]:
    """Give the words of a text in order."""
    return [Word(match.start(), match.end(), match[0], fold(match[0])) for match in _WORD.finditer(text)]


def fold(word: str) -> str:
    """Give the form in which spellings of a word are equal: case folded, Latin marks dropped."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(char))
