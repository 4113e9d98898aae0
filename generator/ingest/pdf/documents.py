"""The reader of PDF documents: print becomes rows, rows become a text, and that is read as any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.lines import lines_of
from generator.ingest.model import Harvest, Line
from generator.ingest.pdf.rows import read_pages
from generator.ingest.pdf.typesetting import text_of, with_headings, without_running_heads
from generator.ingest.plain import attributed, parts_of
from generator.ingest.reading import document_of
from generator.markup import url
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from generator.ingest.model import Candidate, RawFile, Removed
    from generator.ingest.pdf.rows import Pages
    from generator.model import Rights

FEWEST_LETTERS = 40
"""Letters on a page below which it is a picture of a page."""

_ADDRESS = re.compile(r"https?://[^\s<>]{4,1000}")
_LETTER = re.compile(r"[^\W\d_]")


def articles_of_pdf(file: RawFile, rights: Rights) -> Harvest:
    """Give the article of a PDF document, or the articles where it lists several; raises ContentError with a reason."""
    pages = read_pages(file)
    if sum(len(_LETTER.findall(row.text)) for row in pages.rows) < FEWEST_LETTERS:
        hint = "it is a scan: have its text recognised, and add that"
        raise ContentError([Problem(file.name, 1, "no text on its pages", hint=hint)])
    rows, removed = without_running_heads(pages.rows, pages.number)
    rows, headline = with_headings(rows)
    document = document_of(file, text_of(rows), "utf-8")
    lines = lines_of(document.text)
    marked = (
        [Line(1, f"# {headline}", gap=True), *(line for line in lines if line.text != headline)] if headline else lines
    )
    parts = parts_of(marked)
    if len(parts) > 1:
        parts = parts_of(lines)
    address = next((url(found[0]) for piece in removed if (found := _ADDRESS.search(piece.text))), None)
    candidates = (_dated(candidate, pages) for candidate in attributed(parts, document, rights))
    return Harvest(tuple(_with_removed(_addressed(candidate, address), removed) for candidate in candidates))


def _addressed(candidate: Candidate, address: str | None) -> Candidate:
    """Give an article the address that a browser printed at the edge of its pages, where its text names none."""
    source = candidate.front.source
    source = msgspec.structs.replace(source, url=source.url or address)
    return msgspec.structs.replace(candidate, front=msgspec.structs.replace(candidate.front, source=source))


def _dated(candidate: Candidate, pages: Pages) -> Candidate:
    """Date an article by the day on which its document was made, where nothing is printed about it."""
    if candidate.front.date_status != "unknown" or not pages.made:
        return candidate
    front = msgspec.structs.replace(
        candidate.front,
        published=pages.made,
        date_status="derived",
        date_evidence=f"the document says that it was made on {pages.made}",
    )
    return msgspec.structs.replace(candidate, front=front)


def _with_removed(candidate: Candidate, removed: list[Removed]) -> Candidate:
    return msgspec.structs.replace(candidate, removed=(*candidate.removed, *removed))
