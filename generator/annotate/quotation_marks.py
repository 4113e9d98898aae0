"""Stretches in quotation marks: where they begin and end, whatever the marks and however they were mistyped.

Only the outermost stretch counts; what is quoted inside it is a part of it. A stretch does not reach over a blank line,
unless the paragraph breaks off in mid-sentence. Apostrophes are not marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

import msgspec

from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_EAST_ASIAN = ("「」", "『』", "〝〞")
_GUILLEMETS = ("«»", "‹›")
_DOUBLE = '“”„‟"＂'
_SINGLE = "‘’‚‛'"
_OPENERS = frozenset("“„‟‘‚‛" + "".join(pair[0] for pair in (*_GUILLEMETS, *_EAST_ASIAN)))
_CLOSERS = frozenset("”’" + "".join(pair[1] for pair in (*_GUILLEMETS, *_EAST_ASIAN)))
_FAMILY = dict.fromkeys(_DOUBLE, "double") | dict.fromkeys(_SINGLE, "single")
_FAMILY |= {mark: pair for pair in (*_GUILLEMETS, *_EAST_ASIAN) for mark in pair}

_MARK = re.compile(rf"[{''.join(_FAMILY)}](?!(?<=\w['’])\w)")
"""Any of them, but for the apostrophe inside a word."""
_BEFORE_OPENER = frozenset("([{-–—/:" + "".join(_OPENERS) + "\"'")
_AFTER_CLOSER = frozenset(")]}-–—/.,;:?!…" + "".join(_CLOSERS) + "\"'")
_LEADING_APOSTROPHE = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|n|bout|round)\b", re.IGNORECASE)
_ENDING = re.compile(r"(?:s|t|re|ve|ll|d|m)\b")
"""What follows an apostrophe that was typed as a double mark (Brazil"s)."""
_FUNCTION_WORD = re.compile(
    r" (?:and|or|but|to|in|on|at|by|for|of|with|from|as|is|are|was|were|be|it|he|she|they|who|which|that|the|a|an"
    r"|said|says|after|before|during|because|while|when|if|so|than|under|over|against)\b",
)
_SENTENCE_END = re.compile(r"[.!?…]+")
_SURPLUS_OF_REVERSED = 2
"""A closing mark typed as an opening one leaves two openers too many in its paragraph."""


class Quoted(msgspec.Struct, frozen=True, gc=False):
    """A quoted stretch: `[start, end)` without its marks, `[outer, close)` with them.

    `continued` tells that no mark closes it because the next paragraph takes the quotation up again.
    """

    outer: int
    start: int
    end: int
    close: int
    continued: bool = False


class _Mark(msgspec.Struct, frozen=True, gc=False):
    """A quotation mark in its place; a `weak` closing one may as well be the apostrophe of a plural's genitive."""

    at: int
    family: str
    role: Literal["open", "close", "either"]
    weak: bool = False


def quoted_stretches(text: str) -> list[Quoted]:
    """Give the outermost quoted stretches of a text in order; linear in its length."""
    blocks = [(start, end, _marks(text, start, end)) for start, end in _blocks(text)]
    stretches: list[Quoted] = []
    for (start, end, marks), following in pairwise([*blocks, (0, 0, [])]):
        continued = bool(following[2]) and following[2][0].role != "close" and following[2][0].at == following[0]
        if marks:
            stretches.extend(_Reading(text[start:end], start, marks, continued=continued).stretches())
    return stretches


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs; one that breaks off after a word or comma goes on in a next one in lower case."""
    begin = start = 0
    for part, following in pairwise([*text.split(BLOCK_SEPARATOR), ""]):
        end = start + len(part)
        start = end + len(BLOCK_SEPARATOR)
        broken = part.rstrip()[-1:].isalpha() or part.rstrip()[-1:] == ","
        if not (broken and following.lstrip()[:1].islower()):
            yield begin, end
            begin = start


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Give the quotation marks of a paragraph: apostrophes and single marks that nothing can close left out."""
    found = [mark for match in _MARK.finditer(text, start, end) if (mark := _mark(text, match.start(), start, end))]
    last = max((mark.at for mark in found if mark.family == "single" and mark.role == "close"), default=-1)
    return [mark for mark in found if mark.family != "single" or mark.role == "close" or mark.at < last]


def _mark(text: str, at: int, start: int, end: int) -> _Mark | None:
    """Read a mark by its form and by the white space around it, which decides where the two differ."""
    char, family = text[at], _FAMILY[text[at]]
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    opens = not (after.isspace() or after in ",;:?!)]}") and (before.isspace() or before in _BEFORE_OPENER)
    closes = not before.isspace() and (after.isspace() or after in _AFTER_CLOSER)
    if family == "single" and _is_apostrophe(text, at, opens=opens, closes=closes):
        return None
    if before.isalpha() and _ENDING.match(text, at + 1):
        return None
    role: Literal["open", "close", "either"] = "open" if char in _OPENERS else "close" if char in _CLOSERS else "either"
    if opens != closes and family not in _EAST_ASIAN:
        role = "open" if opens else "close"
    weak = family == "single" and before == "s" and after == " " and not _FUNCTION_WORD.match(text, at + 1)
    return _Mark(at, family, role, weak)


def _is_apostrophe(text: str, at: int, *, opens: bool, closes: bool) -> bool:
    if text[at] in "’'" and not opens and not closes:
        return True
    return opens and (text[at] == "’" or _LEADING_APOSTROPHE.match(text, at + 1) is not None)


class _Reading:
    """One paragraph read from left to right: the marks that are open, and the stretches found so far."""

    def __init__(self, text: str, offset: int, marks: Sequence[_Mark], *, continued: bool) -> None:
        self._text, self._offset, self._marks, self._continued = text, offset, marks, continued
        roles = [mark.role for mark in marks if mark.family == "double"]
        self._surplus = roles.count("open") - roles.count("close")
        self._open: list[_Mark] = []
        self._depth = {mark.family: 0 for mark in marks}
        self._next_of_family = self._following()
        self._found: list[Quoted] = []

    def stretches(self) -> list[Quoted]:
        """Give the outermost stretches."""
        for mark, following in zip(self._marks, self._next_of_family, strict=True):
            if mark.weak and following is not None and following.role == "close":
                continue
            if self._closes(mark, following):
                self._close(mark)
            elif mark.role != "close":
                self._begin(mark)
        if self._open:
            self._break_off()
        return [stretch for stretch in self._found if stretch.start < stretch.end]

    def _following(self) -> list[_Mark | None]:
        latest: dict[str, _Mark] = {}
        following: list[_Mark | None] = []
        for mark in reversed(self._marks):
            following.append(latest.get(mark.family))
            latest[mark.family] = mark
        return following[::-1]

    def _closes(self, mark: _Mark, following: _Mark | None) -> bool:
        if not self._open:
            return False
        if mark.role == "open":
            return self._is_reversed(mark, following)
        return self._depth[mark.family] > 0 or (mark.role == "close" and self._is_mismatched(mark))

    def _is_reversed(self, mark: _Mark, following: _Mark | None) -> bool:
        """Tell whether an opening mark was typed for a closing one: “How many? “he asked."""
        at = mark.at - self._offset
        ends = self._text[max(0, at - 2) : at].rstrip()[-1:] in tuple(".,?!…")
        alone = following is None or following.role == "open"
        reverse = ends and alone and self._depth[mark.family] > 0 and self._surplus >= _SURPLUS_OF_REVERSED
        if reverse:
            self._surplus -= _SURPLUS_OF_REVERSED
        return reverse

    def _is_mismatched(self, mark: _Mark) -> bool:
        """Tell whether a mark closes one of the other family, which nothing else closes: “economic level’."""
        if mark.family == "single" and self._surplus > 0 and not self._continued and not mark.weak:
            self._surplus -= 1
            return True
        if mark.family == "double" and self._surplus < 0:
            self._surplus += 1
            return True
        return False

    def _begin(self, mark: _Mark) -> None:
        if self._open and mark.family == "double" and self._surplus > 0 and not self._continued:
            end = self._sentence_end()
            if end is not None and end < mark.at:
                self._break_off()
        self._open.append(mark)
        self._depth[mark.family] += 1

    def _close(self, mark: _Mark) -> None:
        outermost = self._open[0]
        family = mark.family if self._depth[mark.family] else outermost.family
        while self._open:
            popped = self._open.pop()
            self._depth[popped.family] -= 1
            if popped.family == family:
                break
        if not self._open:
            self._add(outermost, mark.at, mark.at + 1)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [match.start() for match in _SENTENCE_END.finditer(self._text)]

    def _sentence_end(self) -> int | None:
        """Give where the sentence ends in which the outermost mark opens; None where it opens a sentence itself."""
        begin = self._open[0].at - self._offset + 1
        if not self._text[begin : begin + 1].islower():
            return None
        later = bisect_left(self._sentence_ends, begin)
        return self._offset + (self._sentence_ends[later] if later < len(self._sentence_ends) else len(self._text))

    def _break_off(self) -> None:
        """End the outermost stretch, which no mark closes."""
        end = None if self._continued else self._sentence_end()
        end = self._offset + len(self._text) if end is None else end
        self._add(self._open[0], end, end, continued=self._continued)
        self._open.clear()
        self._depth = dict.fromkeys(self._depth, 0)
        self._surplus -= 1

    def _add(self, opening: _Mark, end: int, close: int, *, continued: bool = False) -> None:
        inner = self._text[opening.at + 1 - self._offset : end - self._offset]
        start = end - len(inner.lstrip())
        self._found.append(Quoted(opening.at, start, start + len(inner.strip()), close, continued))
