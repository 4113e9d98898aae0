"""Rows: what is printed on the pages of a PDF document, line by line, with size and place."""

from __future__ import annotations

import io
import logging
import re
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Any

import msgspec
from ftfy.fixes import fix_latin_ligatures
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generator.normalise import one_line
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from pypdf import PageObject

    from generator.ingest.model import RawFile

MOST_PAGES = 500
GAP = 1.35
"""Times the usual distance between rows from which a blank line is between them."""

_BROKEN = (
    PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, AssertionError, RuntimeError,
    EOFError,
)  # fmt: skip
"""What the library raises for documents that are broken."""

_PRINTED = re.compile(r"Mozilla|Chrom|Safari|Firefox|Skia|Quartz|Print To PDF|WebKit", re.IGNORECASE)

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it mends is nobody's business


class Row(msgspec.Struct, frozen=True):
    """A line of print: its page from 1, its text, the size of its letters in points, and its distance from the left.

    `gap` tells that it stands further below the row before than rows do; `jump` that it stands above it, in the next
    column or on the next page.
    """

    page: int
    text: str
    size: float
    left: float = 0.0
    gap: bool = False
    jump: bool = False


class Pages(msgspec.Struct, frozen=True):
    """The rows of a document, how many pages it has, and the day on which it says that it was made, or nothing."""

    rows: tuple[Row, ...]
    number: int
    made: str = ""


def read_pages(file: RawFile) -> Pages:
    """Give the rows of a PDF document; raises ContentError where it cannot be read or nobody may without a password."""
    try:
        reader = PdfReader(io.BytesIO(file.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _refused(file, "encrypted", "remove its password, and add that")
        number = len(reader.pages)
        if number > MOST_PAGES:
            raise _refused(file, f"too many pages: {number:,} of at most {MOST_PAGES}", "split it")
        rows = tuple(row for page, printed in enumerate(reader.pages, 1) for row in _rows(page, printed))
        return Pages(rows, number, _made(reader))
    except _BROKEN as error:
        what = type(error).__name__
        raise _refused(file, f"not a PDF document that can be read ({what})", "save its text, and add that") from None


def _made(reader: PdfReader) -> str:
    """Give the day on which a document says that it was made, but for web pages, which were only printed that day.

    Titles are those of programs and files, and authors whoever used the program: neither is looked at.
    """
    about = reader.metadata
    try:
        made = about.creation_date if about and not _PRINTED.search(f"{about.creator} {about.producer}") else None
    except _BROKEN:
        return ""
    return made.date().isoformat() if made else ""


def _rows(page: int, printed: PageObject) -> list[Row]:
    rows: list[_Pieces] = [_Pieces()]

    def take(text: str, matrix: list[float], text_matrix: list[float], _: Any, size: float) -> None:  # noqa: ANN401
        scale = abs(matrix[3] * text_matrix[3]) or abs(matrix[1] * text_matrix[1]) or 1.0
        left = matrix[0] * text_matrix[4] + matrix[2] * text_matrix[5] + matrix[4]
        height = matrix[1] * text_matrix[4] + matrix[3] * text_matrix[5] + matrix[5]
        for number, piece in enumerate(text.split("\n")):
            if number:
                rows.append(_Pieces())
            rows[-1].take(piece, abs(size * scale), left, height)

    printed.extract_text(visitor_text=take)
    filled = [row for row in rows if row.text.strip()]
    steps = [above.height - below.height for above, below in pairwise(filled)]
    usual = median([step for step in steps if step > 0] or [1.0])
    return [
        Row(
            page,
            one_line(fix_latin_ligatures(row.text)),
            row.size,
            row.left,
            gap=step > GAP * usual,
            jump=step < -usual / 2,
        )
        for row, step in zip(filled, [-usual, *steps], strict=False)
    ]


class _Pieces:
    """The pieces of a row as they come; its size and place are those of its first letters."""

    def __init__(self) -> None:
        self.text, self.size, self.left, self.height = "", 0.0, 0.0, 0.0

    def take(self, piece: str, size: float, left: float, height: float) -> None:
        if piece.strip() and not self.text.strip():
            self.size, self.left, self.height = size, left, height
        self.text += piece


def _refused(file: RawFile, message: str, hint: str) -> ContentError:
    return ContentError([Problem(file.name, 1, message, hint=hint)])
