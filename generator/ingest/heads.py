"""Heads: what stands above a text is told apart into headline, standfirst, byline, dateline and date."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

import msgspec

from generator.ingest import phrases
from generator.ingest.credits import REPORTS, begins_byline, byline, is_name, is_place
from generator.ingest.headlines import (
    FEWEST_HEADLINE_WORDS,
    LONGEST_SITE_NAME,
    folded,
    same_heading,
    sites_apart,
    without_reporter,
)
from generator.ingest.lines import bare, is_heading, is_prose, words
from generator.ingest.metalines import is_byline, is_dated
from generator.ingest.model import Line, relabelled
from generator.ingest.printed_dates import date_line

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_STANDFIRST = 60
"""Words of a standfirst; longer paragraphs are the text."""
FEWEST_SUBHEADING_WORDS = 3
"""Words of a line between the headline and the text that may be its first subheading; shorter ones are mostly buttons.
"""
LONGEST_HEAD = 10
"""Lines above a text that are no menu; in longer heads the headline is near the text, its byline or its date."""
LINES_OF_HEAD = 3
MOST_LINES = 100
"""Lines above a text that are looked at one by one; a head has fewer."""
LONGEST_WORD = 40
"""Letters of a word; what is longer is code."""

_SPEAKER = re.compile(r"[QA]\d{0,2}[.:] ")
"""A question or an answer of an interview."""
_LETTERS = re.compile(r"\w+")


def read_head(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of an article with those above its text named; the site's name is parted from a headline."""
    head = _Head(list(sites_apart(lines)))
    head.take_summary()
    head.take_meta()
    head.take_headline()
    head.take_standfirst()
    head.settle_rest()
    return tuple(piece for line in head.lines for piece in without_reporter(line))


class _Head:
    """The lines of one article while its head is read; every step names some of them."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines

    @property
    def text(self) -> int:
        """Index of the first paragraph that is still text."""
        first = self._next_paragraph(0)
        while first > LONGEST_HEAD and self._is_alone(first):
            first = self._next_paragraph(first + 1)
        return first

    @property
    def above(self) -> list[int]:
        """Indexes of the lines above the text that have no name yet."""
        return [i for i in range(self.text) if self.lines[i].role == "text"]

    @property
    def headline(self) -> str:
        return next((line.text for line in self.lines if line.role == "headline"), "")

    def name(self, index: int, role: str, reason: str = "") -> None:
        self.lines[index] = relabelled(self.lines[index], role, reason)  # type: ignore[arg-type]

    def take_summary(self) -> None:
        """Take what stands under a heading such as "Story highlights" for the standfirst."""
        heading = next((i for i in self.above if phrases.SUMMARY.fullmatch(self.lines[i].text)), None)
        if heading is None:
            return
        self.name(heading, "removed", "heading of the summary")
        points = [i for i in self.above if i > heading and not is_dated(self.lines[i].text)]
        for index in points or [self.text]:
            if index < len(self.lines):
                self.name(index, "standfirst", "summary above the text")

    def take_meta(self) -> None:
        """Name bylines and dates above the text, between a standfirst and the text, and labelled ones anywhere."""
        first = self.text
        last = max((i for i in range(len(self.lines)) if self._is_text(i)), default=-1)
        second = self._next_paragraph(first + 1)
        head = second if second < len(self.lines) else first
        stated = any(is_dated(self.lines[i].text) for i in self.above)
        chronology = any(is_plain_date(line) for line in self.lines[head:last])
        for index, line in enumerate(self.lines):
            dated = date_line(line.text) if line.role == "text" and is_dated(line.text) else None
            within = (first if stated or chronology else head) <= index <= last
            if dated and (not within or dated.dates[0].label != "plain"):
                self.name(index, "date", "date line")
            elif line.role == "text" and not head <= index <= last and is_byline(line.text):
                self.name(index, "byline", "byline")

    def take_headline(self) -> None:
        """Name the headline: a heading marked or standing twice, else the first long one, or one above a byline."""
        titles = [i for i in self.above if self._is_title(i)]
        if len(self.above) > LONGEST_HEAD:
            titles = [i for i in titles if self._is_near(i) and words(self.lines[i].text) > 1] or titles
        marked = [i for i in titles if self.lines[i].text.startswith("# ")]
        often = Counter(folded(self.lines[i].text) for i in titles)
        twice = [i for i in titles if often[folded(self.lines[i].text)] > 1 and not is_name(self.lines[i].text)]
        long = [i for i in titles if words(self.lines[i].text) >= FEWEST_HEADLINE_WORDS]
        short = [
            i for i in titles if words(self.lines[i].text) > 1 and not is_name(self.lines[i].text) and self._leads(i)
        ]
        chosen = next(iter([*marked, *twice[-1:], *long, *short]), None)
        if chosen is None:
            return
        for index in titles:
            if index != chosen and same_heading(self.lines[index].text, self.lines[chosen].text):
                self.name(index, "removed", "the headline again")
        line = self.lines[chosen]
        self.lines[chosen] = msgspec.structs.replace(line, text=bare(line.text), role="headline", reason="headline")

    def take_standfirst(self) -> None:
        """Name the standfirst: a paragraph with a reporter's credit, or parted from the text by what stands above."""
        first = self.text
        if not self.headline or first >= len(self.lines) or words(self.lines[first].text) > LONGEST_STANDFIRST:
            return
        after = self._next_paragraph(first + 1)
        if after == len(self.lines) or any(line.role == "standfirst" for line in self.lines):
            return
        between = {line.role for line in self.lines[first + 1 : after]}
        credited = REPORTS.search(self.lines[first].text) is not None
        told_again = self._shared(after) >= self._shared(first) and "caption" in between
        if credited or between & {"byline", "date"} or told_again:
            self.name(first, "standfirst", "standfirst")

    def settle_rest(self) -> None:
        """Name the other lines above the text: authors, outlets, places, labels, a standfirst that is no sentence."""
        headline = next((i for i, line in enumerate(self.lines) if line.role == "headline"), len(self.lines))
        wanting = not any(line.role == "standfirst" for line in self.lines)
        crowded = len(self.above) > LONGEST_HEAD
        body = " ".join(line.text for line in self.lines[self.text :] if line.role == "text")
        for index in self.above[:MOST_LINES] if self.text < len(self.lines) else []:
            text = self.lines[index].text
            credited = byline(text)
            if _SPEAKER.match(text):
                continue
            if _is_paragraph(text):
                self.name(index, "removed", "notice above the text")
            elif self._is_genre(index):
                self.name(index, "removed", "label of the genre")
            elif (
                credited.authors
                and (index > headline or not crowded)
                and not any(name in body for name in credited.authors)
            ):
                self.name(index, "byline", "name above the text")
            elif (credited.agencies or credited.outlets) and words(text) <= LONGEST_SITE_NAME:
                self.name(index, "byline", "outlet or agency above the text")
            elif is_place(text) and words(text) <= LONGEST_SITE_NAME:
                self.name(index, "dateline", "place above the text")
            elif wanting and index > headline and words(text) > FEWEST_HEADLINE_WORDS:
                self.name(index, "standfirst", "line between the headline and the text")
                wanting = False
            elif index < headline < len(self.lines) or words(text) < FEWEST_SUBHEADING_WORDS:
                self.name(index, "removed", "label above the text")

    def _is_title(self, index: int) -> bool:
        text = self.lines[index].text
        named = self._is_genre(index) or REPORTS.search(text) or _SPEAKER.match(text)
        return is_heading(text) and not named and max(map(len, text.split())) <= LONGEST_WORD

    def _is_genre(self, index: int) -> bool:
        return any(pattern.fullmatch(self.lines[index].text) for pattern in phrases.GENRES.values())

    def _leads(self, index: int) -> bool:
        """Tell whether a line stands right above the text, its byline or its date."""
        kept = (i for i in range(index + 1, len(self.lines)) if self.lines[i].role != "removed")
        following = next((self.lines[i] for i in kept), None)
        if following is None:
            return False
        return (
            following.role in {"byline", "date"}
            or bool(REPORTS.search(following.text))
            or _is_paragraph(following.text)
        )

    def _is_near(self, index: int) -> bool:
        """Tell whether the text, a byline or a date stands within a few lines below a line."""
        kept = (i for i in range(index + 1, len(self.lines)) if self.lines[i].role not in {"removed", "caption"})
        following = [self.lines[i] for i in islice(kept, LINES_OF_HEAD)]
        return any(line.role in {"byline", "date"} or _is_paragraph(line.text) for line in following)

    def _next_paragraph(self, begin: int) -> int:
        paragraphs = (i for i in range(begin, len(self.lines)) if self._is_text(i))
        return next(paragraphs, len(self.lines))

    def _is_alone(self, index: int) -> bool:
        """Tell whether a paragraph stands among labels, as a notice below a menu does, with others further down."""
        texts = (i for i in range(index + 1, len(self.lines)) if self.lines[i].role == "text")
        following = list(islice(texts, LINES_OF_HEAD))
        later = self._next_paragraph(index + 1)
        return later < len(self.lines) and later not in following

    def _is_text(self, index: int) -> bool:
        return self.lines[index].role == "text" and _is_paragraph(self.lines[index].text)

    def _shared(self, index: int) -> int:
        own = set(_LETTERS.findall(self.lines[index].text.casefold()))
        return len(own & set(_LETTERS.findall(self.headline.casefold())))


def is_plain_date(line: Line) -> bool:
    """Tell whether a line is a date and nothing else, as the entries of a chronology have it."""
    dated = date_line(line.text) if line.role == "text" and is_dated(line.text) else None
    return dated is not None and dated.dates[0].label == "plain" and not dated.rest


def _is_paragraph(text: str) -> bool:
    return is_prose(text) and not is_dated(text) and not (begins_byline(text) and is_byline(text))
