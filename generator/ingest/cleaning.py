"""Cleaning: each line by itself is text, or something that a site printed around it, with the reason.

Only what a line's own form shows is decided here; what depends on where a line stands is left to the later stages.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest import furniture, phrases
from generator.ingest.captions import LONGEST_CAPTION, is_caption, is_credited, is_picture_credit
from generator.ingest.closing import closing_credit, trailing_credit
from generator.ingest.lines import ends_sentence, is_prose, words
from generator.ingest.model import Line, relabelled
from generator.ingest.printed_dates import date_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LONGEST_FURNITURE = 320
"""Characters of a line that may be site furniture; paragraphs are longer."""
LONGEST_LABEL = 120
"""Characters of a line that may be a label though it ends like a sentence."""
LONGEST_CALL = 60
"""Words of a call to the reader at most."""
OPENING_QUOTES = "“‘\"'«"
"""What somebody is quoted as saying is not said by the site."""

_SAID_BY_SITES = (
    (phrases.CALL, "call to the reader"),
    (phrases.REFERENCE, "reference to a publication"),
    (phrases.DISCLAIMER, "disclaimer"),
)
_ANNOUNCES = re.compile(r"\bcaption\W{0,3}\Z", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]*\Z")


def clean(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of a document with their roles; links at the end of a paragraph become lines of their own."""
    parted = [piece for line in lines for piece in _without_link(line)]
    labelled = [_labelled(line, first=number == 0) for number, line in enumerate(parted)]
    return tuple(_with_alternatives(labelled))


def _labelled(line: Line, *, first: bool) -> Line:
    text = line.text
    if line.role != "text":
        return line
    if phrases.END_LINE.fullmatch(text):
        return relabelled(line, "section", "end mark")
    if _NO_LETTERS.match(text):
        return relabelled(line, "removed", "ornament")
    if len(text) <= LONGEST_FURNITURE:
        found = _structure(line, first=first) or _furniture(line) or _credit(line)
        if found:
            return found
    if is_caption(text) or (is_credited(text) and not trailing_credit(text)[1]):
        return relabelled(line, "caption", "caption of a picture")
    if words(text) <= LONGEST_CALL and text[0] not in OPENING_QUOTES:
        said = next((said for pattern, said in _SAID_BY_SITES if pattern.match(text)), None)
        return relabelled(line, "removed", said) if said else line
    return line


def _structure(line: Line, *, first: bool) -> Line | None:
    if phrases.HEADER.match(line.text) and (
        first or not re.match(r"\W*(?:tags|categor|topics|labels|keywords)", line.text, re.IGNORECASE)
    ):
        return relabelled(line, "header", "heading of a page that lists articles")
    if phrases.AUTHOR_BOX.fullmatch(line.text):
        return relabelled(line, "author box", "heading of an author box")
    if phrases.SECTION.fullmatch(line.text):
        return relabelled(line, "section", "heading of a section that is not the article")
    return None


def _furniture(line: Line) -> Line | None:
    if len(line.text) > LONGEST_LABEL and is_prose(line.text):
        return None
    if phrases.SOURCE_ADDRESS.fullmatch(line.text):
        return relabelled(line, "address", "address of the source")
    if phrases.LINK.fullmatch(line.text) or (phrases.LINK_BARE.fullmatch(line.text) and not ends_sentence(line.text)):
        return relabelled(line, "removed", "link to another article")
    for pattern, kind in furniture.KINDS:
        if pattern.fullmatch(line.text) and not date_line(line.text):
            return relabelled(line, "removed", kind)
    if furniture.is_share_row(line.text):
        return relabelled(line, "removed", "buttons for sharing")
    if furniture.is_breadcrumb(line.text):
        return relabelled(line, "removed", "path or menu of the site")
    return None


def _credit(line: Line) -> Line | None:
    if is_picture_credit(line.text):
        return relabelled(line, "removed", "credit of a picture")
    if closing_credit(line.text) is None or date_line(line.text):
        return None
    return relabelled(line, "credit", "credit")


def _without_link(line: Line) -> Iterator[Line]:
    found = phrases.LINK_WITHIN.search(line.text)
    if found is None:
        yield line
        return
    yield msgspec.structs.replace(line, text=line.text[: found.start()].rstrip())
    yield Line(line.number, found[0].strip(), role="removed", reason="link to another article")


def _with_alternatives(lines: Iterable[Line]) -> Iterator[Line]:
    """Name what stands right above a caption as the picture's text alternative, and what follows the word caption."""
    waiting: Line | None = None
    announced = False
    for line in lines:
        if announced and line.role == "text" and not line.gap:
            yield from [waiting] if waiting else []
            waiting, announced = relabelled(line, "caption", "caption of a picture"), False
            continue
        announced = line.reason == "credit of a picture" and _ANNOUNCES.search(line.text) is not None
        if waiting is not None:
            yield relabelled(waiting, "caption", said) if (said := _beside_picture(waiting, line)) else waiting
        waiting = line
    if waiting is not None:
        yield waiting


def _beside_picture(line: Line, after: Line) -> str:
    """Say what a line is that stands, apart from what is above it, right above a picture's caption or credit."""
    if line.role != "text" or not line.gap or after.gap:
        return ""
    if after.role == "caption" and not ends_sentence(line.text):
        return "text alternative of a picture"
    credited = after.reason == "credit of a picture" and words(line.text) <= LONGEST_CAPTION
    return "caption of a picture" if credited else ""
