"""Telling a difference: as text for a terminal, or as Markdown for the summary of a pull request.

Both are bounded: of each sort the first changes are told, and how many more there are.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby
from typing import TYPE_CHECKING

from generator.markup import Markup, element, join, summary_text, terminal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.comparing.difference import Change, Difference

MOST = 20
"""Changes of each sort that are told."""
LONGEST = 160
"""Characters of a sentence or title that are shown."""
LARGEST_SUMMARY = 900_000
"""Bytes of a summary; GitHub takes a mebibyte."""

_SPACE = re.compile(r"\s+")

_HEADINGS = {
    "problem": "Problems of the content",
    "merge": "Names that became one",
    "rename": "Records with another name",
    "article": "Articles",
    "record": "Records",
    "story": "Stories",
    "address": "Addresses",
    "facet": "Articles by facet",
    "mention": "Mentions",
    "quotation": "Quotations",
    "figure": "Figures",
    "page": "Pages whose text differs",
}
_NOTHING = "Nothing differs."


def as_text(difference: Difference, most: int = MOST) -> Iterator[str]:
    """Yield lines for a terminal."""
    yield terminal(f"{difference.base} → {difference.head}")
    if not difference.changes:
        yield _NOTHING
        return
    yield ", ".join(f"{one.name} {_numbers(one.before, one.after)}" for one in difference.totals)
    for what, changes in _sorts(difference):
        yield ""
        yield f"{_HEADINGS[what]}: {_counted(changes)}"
        for change in changes[:most]:
            yield f"  {_in_text(change)}"
        if len(changes) > most:
            yield f"  and {len(changes) - most:,} more"


def as_markdown(difference: Difference, most: int = MOST) -> str:
    """Give Markdown in which no text of the content means anything."""
    base, head = summary_text(difference.base), summary_text(difference.head)
    parts = [Markup("## What changes on the site\n\nFrom <code>{}</code> to <code>{}</code>.\n").format(base, head)]
    if not difference.changes:
        return f"{parts[0]}\n{_NOTHING}\n"
    rows = (
        Markup("| {} | {} | {} |\n").format(one.name, f"{one.before:,}", f"{one.after:,}") for one in difference.totals
    )
    if difference.totals:
        parts.append(Markup("| | before | after |\n| --- | ---: | ---: |\n") + join(rows))
    for what, changes in _sorts(difference):
        lines = [Markup("- {}\n").format(_in_summary(change)) for change in changes[:most]]
        if len(changes) > most:
            lines.append(Markup("- and {} more\n").format(f"{len(changes) - most:,}"))
        parts.append(Markup("### {}: {}\n\n{}").format(_HEADINGS[what], _counted(changes), join(lines)))
    return _bounded(parts)


def _bounded(parts: Sequence[str]) -> str:
    """Give as many parts as a summary may hold; what follows is told in a line."""
    text = ""
    for part in parts:
        if len(text.encode()) + len(part.encode()) > LARGEST_SUMMARY:
            return f"{text}\nThe rest is too long for a summary: `cuttings diff` tells it.\n"
        text += f"{part}\n"
    return text


def _sorts(difference: Difference) -> Iterator[tuple[str, list[Change]]]:
    for what, changes in groupby(difference.changes, key=lambda change: change.what):
        yield what, list(changes)


def _counted(changes: Sequence[Change]) -> str:
    return ", ".join(f"{number:,} {how}" for how, number in Counter(change.how for change in changes).items())


def _numbers(before: int, after: int) -> str:
    return f"{before:,}" if before == after else f"{before:,} → {after:,}"


def _in_text(change: Change) -> str:
    return terminal("".join(_cut(words) for words, _ in _words(change)))


def _in_summary(change: Change) -> Markup:
    pieces = ((summary_text(_cut(words)), strong) for words, strong in _words(change))
    return join(element("b", piece) if strong else piece for piece, strong in pieces)


def _words(change: Change) -> Iterator[tuple[str, bool]]:
    """Yield the words that tell a change, and whether they stand out."""
    before, after = (change.before, True), (change.after, True)
    if change.what == "merge":
        yield from ((change.label, True), (" is now ", False), (change.details[0], True))
        yield f" ({change.before} → {change.after})", False
    elif change.what == "rename":
        yield from (before, (" → ", False), after, (f" ({change.key})", False))
    elif change.what == "facet":
        yield from (
            (f"{change.details[0]}: ", False),
            (change.label, True),
            (f" {change.before} → {change.after}", False),
        )
    elif change.what == "address":
        yield f"{change.how}: {change.key or 'the home page'}", False
        yield f" → {change.after}" if change.after else "", False
    elif change.what == "mention" and change.how == "changed":
        yield from (before, (" → ", False), after, (_more(change), False))
    else:
        yield from _ordinary(change)


def _ordinary(change: Change) -> Iterator[tuple[str, bool]]:
    """Yield how, what it is called, where, and what else there is to know."""
    if change.what != "page":
        yield f"{change.how}: ", False
    if change.what == "problem":
        yield change.label, False
        return
    yield change.label or change.key, True
    if change.label and change.key:
        yield f" ({change.key})", False
    if change.what in {"quotation", "figure"}:
        given = [one for one in (change.before, change.after) if one]
        yield f": {' → '.join(given)}" if given else "", False
    yield _more(change), False


def _more(change: Change) -> str:
    return f": {'; '.join(change.details)}" if change.details else ""


def _cut(text: str) -> str:
    """Give a text of many words cut to what a line shows; spaces at its ends stay."""
    line = _SPACE.sub(" ", text)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
