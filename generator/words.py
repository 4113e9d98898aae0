"""Words of a text, and the form in which spellings of one are equal. Each ideograph counts as a word."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

_PLAIN_WORD = re.compile(r"([a-zA-Z0-9]+)")
_WORD = re.compile(r"([\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff\uf900-\ufaff]+)")
_LETTER = re.compile(r"[^\W_]")
_FOLDED_KEPT = 2**16
"""Words with marks or of other scripts whose folded form is kept, as texts repeat them."""


class Words:
    """The words of a text in order, in lists side by side; word `i` stands at `[starts[i], ends[i])`.

    `folded` are the forms by which words are compared. `gaps[i]` is what stands between word `i` and the one before
    it; there is one gap more than words. Lists and not objects, as this is made of every text.
    """

    __slots__ = ("ends", "folded", "gaps", "starts", "text", "written")

    def __init__(self, text: str) -> None:
        parts: list[str] = _PLAIN_WORD.split(text)
        plain = _LETTER.search("".join(parts[::2])) is None
        if not plain:
            parts = _WORD.split(text)
        ends = [*accumulate(map(len, parts))]
        self.text = text
        self.gaps, self.written = parts[::2], parts[1::2]
        self.starts, self.ends = ends[:-1:2], ends[1::2]
        self.folded = [*map(str.lower if plain else fold, self.written)]

    def __len__(self) -> int:
        return len(self.written)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where the words from one to another, exclusive, stand in the text."""
        return self.starts[first], self.ends[last - 1]


def words(text: str) -> list[str]:
    """Give the words of a text as printed, in order."""
    return Words(text).written


@lru_cache(_FOLDED_KEPT)
def fold(word: str) -> str:
    """Give the form in which spellings of a word are equal: case folded, Latin marks dropped; it is never empty."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)) or apart
