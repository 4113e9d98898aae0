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
        written: list[str] = []
        lower: list[str] = []
        starts: list[int] = []
        lower_words = [*map(str.lower, words.written)]
        gaps = words.gaps
        telling = {gap for gap in {*gaps} if _marks_after_word(gap) != ()}
        taken, end = 0, len(gaps) - 1
        for index in [0, *[index for index in range(1, end) if gaps[index] in telling], end]:
            written += words.written[taken:index]
            lower += lower_words[taken:index]
            starts += words.starts[taken:index]
            taken = index
            offset = words.ends[index - 1] if index else 0
            marks = _marks_after_word(words.gaps[index]) if index else _marks(words.gaps[0])
            if marks is None and index < end:  # the word belongs to the token before it
                written[-1] = words.text[starts[-1] : words.ends[index]].replace("’", "'")
                lower[-1] = written[-1].lower()
                taken = index + 1
            for at, mark in marks or ():
                written.append(mark)
                lower.append(mark)
                starts.append(offset + at)
        self.written, self.lower, self.starts = written, lower, starts

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
