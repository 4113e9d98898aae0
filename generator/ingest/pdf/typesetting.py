"""Typesetting undone: running heads go, headings and words that were broken at the ends of rows are whole again."""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.lines import ends_sentence, words
from generator.ingest.model import Removed
from generator.model import BLOCK_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.ingest.pdf.rows import Row

AT_THE_EDGE = 2
"""Rows at the top and at the foot of a page among which running heads stand."""
FEWEST_PAGES = 2
SHARE_OF_PAGES = 1 / 3
"""Pages on which a running head stands: at least two, and a third of all; left and right pages may have their own."""
LARGER = 1.15
"""Times the size of the text from which letters are those of a heading."""
LONGEST_HEADLINE = 45
INDENT, LARGEST_INDENT = 0.7, 5
"""Times the size of its letters by which the first row of a paragraph is indented, at least and at most."""
AROUND, WIDE, ROOM = 12, 0.85, 0.8
"""Rows on either side that tell how long rows are; the share of them that are no longer; and the share of that length
which a row and the first word of the next stay below if the next began on purpose."""

_NUMBER = re.compile(r"\W{0,3}(?:page\s?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s?(?:of|/)\s?\d{1,4})?\W{0,3}", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"([^\W\d_]{2,40})[-\u2010]\Z")


def without_running_heads(rows: Sequence[Row], pages: int) -> tuple[list[Row], list[Removed]]:
    """Give the rows of the text, and those that stand on page after page beside it: heads, feet, numbers of pages."""
    edges: set[int] = set()
    for _, page in groupby(range(len(rows)), lambda index: rows[index].page):
        indexes = [*page]
        edges |= {*indexes[:AT_THE_EDGE], *indexes[-AT_THE_EDGE:]}
    on_pages = Counter(key for key, _ in {(_folded(rows[index]), rows[index].page) for index in edges})
    needed = max(FEWEST_PAGES, pages * SHARE_OF_PAGES)
    kept, removed = [], []
    for index, row in enumerate(rows):
        numbered = pages >= FEWEST_PAGES and _NUMBER.fullmatch(row.text)
        if index in edges and (numbered or on_pages[_folded(row)] >= needed):
            removed.append(Removed(index + 1, row.text, f"running head of page {row.page}"))
        else:
            kept.append(row)
    return kept, removed


def with_headings(rows: Sequence[Row]) -> tuple[list[Row], str]:
    """Give the rows with those of each heading joined, and the headline: what is printed largest on the first page."""
    sizes = Counter[float]()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    large = LARGER * max(sizes, key=lambda size: sizes[size], default=0.0)
    joined: list[Row] = []
    for row in rows:
        before = joined[-1] if joined else None
        if before and row.size > large and (before.page, round(before.size)) == (row.page, round(row.size)):
            joined[-1] = msgspec.structs.replace(before, text=f"{before.text} {row.text}")
        else:
            apart = row.gap or row.size > large or (before is not None and before.size > large)
            joined.append(msgspec.structs.replace(row, gap=apart))
    headings = [row for row in joined if row.page == 1 and row.size > large]
    headline = max(headings, key=lambda row: row.size).text if headings else ""
    return joined, headline if 1 < words(headline) <= LONGEST_HEADLINE else ""


def text_of(rows: Sequence[Row]) -> str:
    """Give rows as paragraphs with blank lines between them; a word that was broken at the end of a row is whole.

    It keeps its hyphen where it stands with one elsewhere in the text.
    """
    rows = [row for row in rows if row.text.split()]  # some hold nothing but signs that count as white space
    known = {_bare(word) for row in rows for word in row.text.split()}
    paragraphs: list[list[str]] = []
    for index, row in enumerate(rows):
        if index == 0 or _begins_paragraph(rows, index):
            paragraphs.append([row.text])
            continue
        before = paragraphs[-1][-1]
        broken = _BROKEN_WORD.search(before)
        if broken and row.text[0].islower():
            whole = _bare(f"{broken[1]}-{row.text.split()[0]}") in known
            paragraphs[-1][-1] = f"{before[: broken.end(1)]}{'-' if whole else ''}{row.text}"
        else:
            paragraphs[-1].append(row.text)
    return BLOCK_SEPARATOR.join(" ".join(paragraph) for paragraph in paragraphs)


def _begins_paragraph(rows: Sequence[Row], index: int) -> bool:
    """Tell whether a row begins a paragraph: it is set apart, or indented, or its first word had room before."""
    row, before = rows[index], rows[index - 1]
    if row.gap or (row.jump and ends_sentence(before.text)):
        return True
    following = rows[index + 1] if index + 1 < len(rows) else None
    if following and not row.jump and not following.jump:
        indent = row.left - following.left
        if INDENT * row.size < indent < LARGEST_INDENT * row.size and before.left <= following.left + row.size / 2:
            return True
    near = sorted(len(other.text) for other in rows[max(index - AROUND, 0) : index + AROUND])
    width = near[int(WIDE * len(near))]
    return len(before.text) + 1 + len(row.text.split()[0]) < ROOM * width


def _bare(word: str) -> str:
    return word.strip(".,;:!?“”\"'()").lower()


def _folded(row: Row) -> tuple[str, int]:
    """Give what is the same of a running head on all pages: its words and its size, not the number of the page."""
    return _DIGITS.sub("#", row.text).casefold(), round(row.size)
