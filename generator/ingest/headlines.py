"""Headlines: the same one known again, the name of its site parted from it, and the genre that it or a label names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest import phrases
from generator.ingest.credits import REPORTS, byline
from generator.ingest.lines import bare, is_heading, words
from generator.ingest.metalines import is_meta
from generator.ingest.model import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FEWEST_HEADLINE_WORDS = 4
"""Words of a headline that needs no other sign; shorter lines above a text are mostly labels."""
LONGEST_SITE_NAME = 5

_PARTS = re.compile(r"[|•·»›>]")
"""What parts the outlet, the date and the label of a line from one another."""
_LETTERS = re.compile(r"\w+")
_SITE_SUFFIX = re.compile(r"\s{1,2}(?:\||»|•)\s{1,2}([^|»•]{2,50})\Z|\s{1,2}[-–—]\s{1,2}([^-–—|]{2,50})\Z")


def genre_of(lines: Sequence[Line]) -> str:
    """Give the genre that a label above the text, beside the date or before the headline names, or that of news."""
    labels = [line.text for line in lines if line.reason == "label of the genre"]
    labels += [re.split(r"[:|–—]", line.text)[0] for line in lines if line.role == "headline"]
    beside = (part for line in lines if line.role in {"date", "byline"} for part in _PARTS.split(line.text))
    labels += map(str.strip, beside)
    return next(
        (genre for label in labels for genre, pattern in phrases.GENRES.items() if pattern.fullmatch(label)), "news"
    )


def sites_apart(lines: Sequence[Line]) -> Iterator[Line]:
    """Part headings from the name of the site at their end, where it is sure to be one."""
    shown = {folded(line.text) for line in lines if line.role == "text" and is_heading(line.text)}
    for line in lines:
        is_title = line.role == "text" and is_heading(line.text) and not is_meta(line.text)
        suffix = _SITE_SUFFIX.search(line.text) if is_title else None
        site = (suffix[1] or suffix[2]) if suffix else ""
        named = byline(site) if suffix else None
        sure = suffix and (
            suffix[1] or (named and (named.outlets or named.agencies)) or folded(line.text[: suffix.start()]) in shown
        )
        if (
            suffix
            and sure
            and words(site) <= LONGEST_SITE_NAME
            and words(line.text[: suffix.start()]) >= FEWEST_HEADLINE_WORDS
        ):
            yield msgspec.structs.replace(line, text=line.text[: suffix.start()].rstrip())
            yield Line(line.number, suffix[0].strip(), role="credit", reason="name of the site")
        else:
            yield line


def without_reporter(line: Line) -> tuple[Line, ...]:
    """Part a standfirst from the reporter credited at its end."""
    credit = REPORTS.search(line.text) if line.role == "standfirst" else None
    if credit is None:
        return (line,)
    rest = Line(line.number, credit[0].strip(), role="credit", reason="credit of the reporter")
    return msgspec.structs.replace(line, text=line.text[: credit.start()].rstrip(" .…,;")), rest


def same_heading(one: str, other: str) -> bool:
    """Tell whether two headings have the same words, whatever their marks and capitals."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """Give the words of a heading without marks and capitals."""
    return " ".join(_LETTERS.findall(bare(text).casefold()))
