"""Tokens: the words and marks of a text as whoever looks for speakers reads it; "Xi's" and "well-known" are one."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

_TOKEN = re.compile(r"(\w[\w'.\-]*|[^\w\s])")
_TRAILING = "'.-"


class Tokens:
    """The words and marks of a text in order, in lists side by side: as written, and in lower case.

    Apostrophes are straight. Lists and not objects, as this is made of every text with quotations.
    """

    __slots__ = ("lower", "starts", "text", "written")

    def __init__(self, text: str) -> None:
        parts: list[str] = _TOKEN.split(text.replace("’", "'"))
        self.text = text
        self.written = [token.rstrip(_TRAILING) or token for token in parts[1::2]]
        self.lower = [*map(str.lower, self.written)]
        self.starts = [*accumulate(map(len, parts))][:-1:2]

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
