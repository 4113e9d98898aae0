"""Splitting: a page that lists several articles becomes them; an article that merely has subheadings stays whole.

A split needs a structure that sites print and authors do not write: headings that stand again as the next line (the
entry of a list and the title of the article), or headings that each have a date or a byline of their own. Under the
heading of a list page, entries that are marked alike or that follow the end of the one before are enough.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.closing import trailing_credit
from generator.ingest.credits import is_name
from generator.ingest.datelines import dateline_length
from generator.ingest.lines import bare, is_heading, is_prose, prose_words, truncated, words
from generator.ingest.metalines import beside_date, is_byline, is_dated
from generator.ingest.model import Line, Part, relabelled
from generator.ingest.printed_dates import date_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

FEWEST_ARTICLES = 2
FEWEST_WORDS = 60
"""Words of running text without which a heading with a date is a teaser and not an article."""
FEWEST_WORDS_LISTED = 15
"""The same on a page that says that it lists articles."""
FEWEST_TITLE_WORDS = 3
LONGEST_TITLE = 45
"""Words of a headline that stands twice; it is compared, so it may be long."""
META_WITHIN = 2
"""Lines after a heading within which its date or byline must follow."""

_MARK = re.compile(r"[•‣▪●◦·■►▶➤*]\s|#{1,3}\s|\d{1,3}[.)]\s")
_LETTERS = re.compile(r"\w+")

_Lines = tuple[Line, ...]


class _Starts(msgspec.Struct, frozen=True):
    """Where articles begin, as indexes of lines, with what shows it."""

    indexes: tuple[int, ...]
    sign: str


def split(lines: Sequence[Line]) -> tuple[Part, ...]:
    """Give the articles of a document, each with what shows that it is one; a single one where nothing is split."""
    whole = tuple(lines)
    listed = any(line.role == "header" for line in whole)
    ways: list[Callable[[_Lines], _Starts]] = [_repeated, _dated_lists if listed else _dated]
    if listed:
        ways += [_marked, _after_ends]
    for way in ways:
        parts = _parts(whole, way(whole), listed=listed)
        if len(parts) >= FEWEST_ARTICLES:
            return parts
    return (Part(whole, 1),)


def _repeated(lines: _Lines) -> _Starts:
    """Find headings that stand again as the next line."""
    found: list[int] = []
    for here, after in pairwise(_kept(lines)):
        text = bare(lines[here].text)
        if words(text) <= LONGEST_TITLE and _same(text, bare(lines[after].text)) and here - 1 not in found[-1:]:
            found.append(here)
    return _Starts(tuple(found), "its heading stands twice")


def _dated(lines: _Lines) -> _Starts:
    """Find headings with dates or bylines, but for those of a chronology, whose dates are bare and rise."""
    starts = _dated_lists(lines)
    plain = [_plain_date(lines, index) for index in starts.indexes]
    if all(plain) and any(earlier < later for earlier, later in pairwise(plain)):
        return _Starts((), "")
    return starts


def _dated_lists(lines: _Lines) -> _Starts:
    """Find headings that are followed by a date, a byline or a dateline of their own, or all preceded by one."""
    kept = _kept(lines)
    meta = {index for index in kept if is_byline(lines[index].text) or is_dated(lines[index].text)}
    titles = [number for number, index in enumerate(kept) if index not in meta and _is_title(lines[index])]
    preceded = [kept[number - 1] for number in titles if number and kept[number - 1] in meta]
    followed = [kept[number] for number in titles if _leads_to(meta, lines, _after(kept, number))]
    opened = {index for index in kept if dateline_length(lines[index].text)}
    opening = [kept[number] for number in titles if _leads_to(meta | opened, lines, _after(kept, number))]
    starts = followed if len(followed) >= len(preceded) else preceded
    starts = opening if len(opening) > len(starts) else starts
    return _Starts(tuple(starts), "its heading has a date or a byline of its own")


def _marked(lines: _Lines) -> _Starts:
    """Find entries of a list page that are marked alike: the headings that bear the commonest mark."""
    marks: dict[str, list[int]] = {}
    for index in _kept(lines):
        mark = _MARK.match(lines[index].text)
        if mark and _is_title(lines[index]):
            marks.setdefault(re.sub(r"\d+", "1", mark[0]), []).append(index)
    commonest = max(marks, key=lambda mark: len(marks[mark]), default="")
    return _Starts(tuple(marks.get(commonest, ())), "an entry of a page that lists articles")


def _after_ends(lines: _Lines) -> _Starts:
    """Find headings of a list page that follow the end of an article: a credit, links, buttons, a text cut short."""
    found = [
        index
        for index, (before, line) in enumerate(pairwise(lines), 1)
        if _is_title(line) and (before.role != "text" or truncated(before.text) or trailing_credit(before.text)[1])
    ]
    return _Starts(tuple(found), "it follows the end of another on a page that lists articles")


def _parts(lines: _Lines, starts: _Starts, *, listed: bool) -> tuple[Part, ...]:
    """Cut at the starts that begin an article; what stands before the first is one if it has a text.

    Where most starts have no text, they are teasers beside an article, unless the page says that it is a list.
    """
    fewest = FEWEST_WORDS_LISTED if listed else FEWEST_WORDS
    real = [begin for begin, end in _spans(starts.indexes, len(lines)) if _text_words(lines[begin:end]) >= fewest]
    if len(real) < FEWEST_ARTICLES or (not listed and len(real) < len(starts.indexes) / 2):
        return ()
    before = lines[: real[0]]
    if _text_words(before) >= FEWEST_WORDS:
        real = [0, *real]
        before = ()
    parts = []
    for position, (begin, end) in enumerate(_spans(real, len(lines)), 1):
        reason = f"line {lines[begin].number}: {starts.sign}, as with {len(real) - 1} more on this page"
        own = (*map(_outside, before), *lines[begin:end]) if position == 1 else lines[begin:end]
        parts.append(Part(own, position, reason))
    return tuple(parts)


def _kept(lines: _Lines) -> list[int]:
    return [index for index, line in enumerate(lines) if line.role in {"text", "caption", "credit"}]


def _outside(line: Line) -> Line:
    return relabelled(line, "removed", "before the first article of the page") if line.role == "text" else line


def _spans(indexes: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    return pairwise((*indexes, end)) if indexes else iter(())


def _text_words(lines: _Lines) -> int:
    """Count the words of running text, or of teasers where there is none.

    What stands under the heading of a section that is not the article is not counted.
    """
    own: list[Line] = []
    for line in lines:
        if line.role == "section" and prose_words(own):
            break
        if line.role == "text":
            own.append(line)
    return prose_words(own) or sum(words(line.text) for line in own if truncated(line.text))


def _is_title(line: Line) -> bool:
    plain = bare(line.text)
    return line.role == "text" and words(plain) >= FEWEST_TITLE_WORDS and is_heading(plain) and not is_name(plain)


def _after(kept: Sequence[int], number: int) -> Sequence[int]:
    return kept[number + 1 : number + 1 + META_WITHIN]


def _leads_to(meta: set[int], lines: _Lines, following: Sequence[int]) -> bool:
    """Tell whether a date or byline follows, with nothing but a standfirst between."""
    for index in following:
        if index in meta:
            return True
        if is_prose(lines[index].text) and words(lines[index].text) > LONGEST_TITLE:
            return False
    return False


def _plain_date(lines: _Lines, start: int) -> str:
    """Give the date near a start if it stands there without a label, a byline or a place; else nothing."""
    for line in lines[start : start + META_WITHIN + 1]:
        found = date_line(line.text) if is_dated(line.text) else None
        if is_byline(line.text) or (found and (found.dates[0].label != "plain" or beside_date(line.text))):
            return ""
        if found:
            return found.dates[0].published
    return ""


def _same(one: str, other: str) -> bool:
    """Tell whether two lines are the same heading; that of a list may have been cut short."""
    if one[:1].casefold() != other[:1].casefold():
        return False
    first, second = (_LETTERS.findall(text.casefold()) for text in (one, other))
    cut = truncated(one) and len(first) >= FEWEST_TITLE_WORDS
    return bool(first) and first == (second[: len(first)] if cut else second)
