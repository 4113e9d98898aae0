"""Lines: a text as lines that each hold a whole paragraph or heading, and what a line looks like.

Text that was wrapped to a width is unwrapped: a line break is a wrap where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NARROWEST_WRAP, WIDEST_WRAP = 40, 120
"""Characters of the lines to which people and programs wrap text."""
FEWEST_WRAPS = 3
RAGGED = 10
"""Characters by which a wrapped line may fall short of the width beyond the word that did not fit."""
PROSE_WORDS = 7
"""Words from which a line that ends like a sentence is a paragraph and not a label."""
LONG_WORDS = 28
"""Words from which a line is a paragraph however it ends: headlines are shorter."""
UNENDED_WORDS = 18
"""Words from which a line of several sentences is a paragraph though it ends like a headline."""
HEADING_WORDS = 25

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SPACELESS = re.compile("[\u3040-\u9fff]")
_REMEMBERED = 2048
"""Lines of which the look is remembered: every stage asks about the same ones."""
_BULLET = re.compile(r"\s*(?:[•‣▪●◦·■►▶➤*#>+–—-]+\s+|\d{1,3}[.)]\s+)")
_CLOSERS = "\"'”’»)]*_ "
_ENDS = ".!?…:。！？؟۔।"
_WITHIN = re.compile(r"[.!?][\"'”’)]{0,2} [\"'“‘(]{0,2}[A-Z]")
_TRUNCATED = re.compile(
    r"(?:\.\.\.|…|\[\s?(?:\.\.\.|…)\s?\])\s*(?:(?:read|continue|view|show|see) [a-z ]{2,20})?[»›→>]*\Z", re.IGNORECASE
)


class _Row(msgspec.Struct, frozen=True):
    number: int
    text: str
    indent: int
    gap: bool


def lines_of(text: str) -> tuple[Line, ...]:
    """Give the lines of a normalised text that hold anything, unwrapped."""
    rows = _rows(text)
    width = _wrap_width(rows)
    margin = Counter(row.indent for row in rows).most_common(1)[0][0] if rows else 0
    joined: list[tuple[_Row, list[str]]] = []
    for before, row in zip([None, *rows], rows, strict=False):
        if before and width and row.indent <= margin and _continues(before, row, width):
            joined[-1][1].append(row.text)
        else:
            joined.append((row, [row.text]))
    return tuple(Line(row.number, " ".join(" ".join(texts).split()), row.gap) for row, texts in joined)


@lru_cache(_REMEMBERED)
def words(text: str) -> int:
    """Count the words of a text; a character of a script without spaces counts as half a word."""
    return len(_WORD.findall(text)) + len(_SPACELESS.findall(text)) // 2


def bare(text: str) -> str:
    """Give a line without its bullet, number or heading marks."""
    mark = _BULLET.match(text)
    return text[mark.end() :].strip() if mark else text


def ends_sentence(text: str) -> bool:
    """Tell whether a text ends like a sentence."""
    return text.rstrip(_CLOSERS)[-1:] in _ENDS and bool(text)


def truncated(text: str) -> bool:
    """Tell whether a text was cut short with dots, as teasers are."""
    return _TRUNCATED.search(text[-60:]) is not None


@lru_cache(_REMEMBERED)
def is_prose(text: str) -> bool:
    """Tell whether a line is a paragraph of running text."""
    count = words(text)
    if count >= LONG_WORDS:
        return True
    if count < PROSE_WORDS:
        return False
    end = text.rstrip(_CLOSERS)[-1:]
    if end and end in _ENDS and end not in "?!":
        return True
    return count >= UNENDED_WORDS and _WITHIN.search(text) is not None


@lru_cache(_REMEMBERED)
def is_heading(text: str) -> bool:
    """Tell whether a line could be a headline or a subheading."""
    plain = bare(text)
    if not 1 <= words(plain) <= HEADING_WORDS or plain[:1].islower() or is_prose(plain):
        return False
    return plain.rstrip(_CLOSERS)[-1:] not in {".", ",", ";", "…"}


def prose_words(lines: Iterable[Line]) -> int:
    """Count the words of the paragraphs among some lines, those that were cut short left out."""
    return sum(words(line.text) for line in lines if is_prose(line.text) and not truncated(line.text))


def _rows(text: str) -> list[_Row]:
    rows = []
    gap = False
    for number, raw in enumerate(text.split("\n"), 1):
        stripped = raw.strip()
        if stripped:
            rows.append(_Row(number, stripped, len(raw) - len(raw.lstrip()), gap))
        gap = not stripped
    return rows


def _wrap_width(rows: Sequence[_Row]) -> int | None:
    """Give the width to which a text was wrapped, or None where its lines are paragraphs."""
    if any(len(row.text) > WIDEST_WRAP and is_prose(row.text) for row in rows):
        return None
    followed = [(row, after) for row, after in pairwise(rows) if not after.gap]
    if len(followed) < FEWEST_WRAPS:
        return None
    width = max(len(row.text) + row.indent for row, _ in followed)
    wrapped = sum(_full(row, after, width) for row, after in followed)
    if width < NARROWEST_WRAP or wrapped < max(FEWEST_WRAPS, len(followed) / 2):
        return None
    return width


def _full(row: _Row, after: _Row, width: int) -> bool:
    return len(row.text) + row.indent + 1 + len(after.text.partition(" ")[0]) > width - RAGGED


def _continues(before: _Row, row: _Row, width: int) -> bool:
    if row.gap or _BULLET.match(row.text):
        return False
    return _full(before, row, width) or (row.text[0].islower() and not ends_sentence(before.text))
