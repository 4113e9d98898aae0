"""Tokens: the words and marks of a text as whoever looks for speakers reads it; "Xi's" and "well-known" are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.words import Words

_JOINING = re.compile(r"['’.\-_]*")
"""What may stand inside a token; where it only follows a word it belongs to nothing."""
_MARK = re.compile(r"\S")
_GAPS_KEPT = 2**12


class Tokens:
    """The words and marks of a text in order, in lists side by side: as written, and in lower case.

    Apostrophes are straight. Lists and not objects, as this is made of every text with quotations.
    """

    __slots__ = ("lower", "starts", "written")

    def __init__(self, words: Words) -> None:
        self.written: list[str] = []
        self.lower: list[str] = []
        self.starts: list[int] = []
        lower = [*map(str.lower, words.written)]
        taken = 0
        for index in [index for index, gap in enumerate(words.gaps) if gap != " "]:
            self._take(words, lower, taken, index)
            taken = index
            if not index:
                self._add(_marks(words.gaps[0]), 0)
            elif (marks := _marks_after_word(words.gaps[index])) is not None:
                self._add(marks, words.ends[index - 1])
            elif index < len(words):
                self._join(words, index)
                taken = index + 1
        self._take(words, lower, taken, len(words))

    def _take(self, words: Words, lower: list[str], first: int, last: int) -> None:
        self.written += words.written[first:last]
        self.lower += lower[first:last]
        self.starts += words.starts[first:last]

    def _add(self, marks: tuple[tuple[int, str], ...], offset: int) -> None:
        for at, mark in marks:
            self.written.append(mark)
            self.lower.append(mark)
            self.starts.append(offset + at)

    def _join(self, words: Words, index: int) -> None:
        """Join a word to the token before it."""
        self.written[-1] = words.text[self.starts[-1] : words.ends[index]].replace("’", "'")
        self.lower[-1] = self.written[-1].lower()

    def __len__(self) -> int:
        return len(self.written)

    def between(self, start: int, end: int) -> tuple[int, int]:
        """Give the first and the last (exclusive) index of the tokens that begin in `[start, end)`."""
        first = bisect_left(self.starts, start)
        return first, bisect_left(self.starts, end, first)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give where the tokens from one to another, exclusive, stand in the text."""
        return self.starts[first], self.starts[last - 1] + len(self.written[last - 1])

    def is_word(self, index: int) -> bool:
        """Tell whether a token is a word or number and not a mark."""
        return self.written[index][0].isalnum()

    def is_capital(self, index: int) -> bool:
        """Tell whether a token begins with a capital letter."""
        return self.written[index][0].isupper()


@lru_cache(_GAPS_KEPT)
def _marks(gap: str) -> tuple[tuple[int, str], ...]:
    """Give the marks in what stands between words, with their places in it."""
    return tuple((match.start(), "'" if match[0] == "’" else match[0]) for match in _MARK.finditer(gap))


@lru_cache(_GAPS_KEPT)
def _marks_after_word(gap: str) -> tuple[tuple[int, str], ...] | None:
    """Give the marks in what follows a word; None where it joins the next word to that one."""
    joining = _JOINING.match(gap)
    begin = joining.end() if joining else 0
    if begin == len(gap):
        return None
    return tuple((begin + at, mark) for at, mark in _marks(gap[begin:]))
