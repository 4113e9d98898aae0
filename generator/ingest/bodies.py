"""Bodies: the paragraphs of a text made whole, with what is glued to them or stands among them named.

The first paragraph may begin with a dateline or a date, the last may end with an agency's credit; a paragraph may have
been broken in two; labels of pictures stand between paragraphs like subheadings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.captions import is_label
from generator.ingest.closing import trailing_credit
from generator.ingest.datelines import dateline_length
from generator.ingest.lines import is_heading, is_prose, words
from generator.ingest.model import Line, relabelled
from generator.ingest.phrases import END_MARK
from generator.ingest.printed_dates import glued_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_LABELS = 12
"""Different short lines from which they are a list, whatever they name."""
SUBHEADINGS = 3
"""Different short lines from which they are taken for the subheadings of a text and not for labels of pictures."""
LONGEST_SUBHEADING = 14
LONGEST_CAPTION_WITHIN = 25
"""Words of a line within a text whose agency is that of a picture; the agency of a text closes it."""
LONG_ENOUGH_TO_BREAK = 45
"""Characters of a line that may be the first half of a broken paragraph; shorter ones are items of lists or verse."""
LONGEST_PARAGRAPH = 4000
"""Characters of what may still be the beginning of a broken paragraph."""

_OPEN_ENDED = re.compile(
    r"(?:,|[a-z]-|\b(?:the|an?|of|and|or|but|nor|to|in|by|with|for|from|that|at|on|as|his|her|their|its|our|my|your|is|was|"
    r"were|are|has|have|had|which|who|whose|into|than|between|against|said|says|President|Minister|Mr|Mrs|Ms|Dr))\Z",
)
_NO_SUBHEADING = re.compile(r"\A[QA]\d{0,2}[.:] |[”\"’':]\Z")
"""Questions of an interview, and lines that end in a quotation or announce one."""


def read_body(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of an article, its paragraphs whole, their datelines, credits, labels and subheadings named."""
    return tuple(_subheadings(list(_joined(_labels(read_ends(lines))))))


def read_ends(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of an article whose paragraphs are whole, with the dateline and the credits at its ends named."""
    opened = _opened(lines)
    last = max((i for i, line in enumerate(opened) if line.role == "text" and is_prose(line.text)), default=-1)
    closed = [piece for number, line in enumerate(opened) for piece in _closed(line, within=number < last)]
    return tuple(_once(closed))


def _opened(lines: Sequence[Line]) -> list[Line]:
    """Part the first paragraph from the date and the dateline before it."""
    first = next((i for i, line in enumerate(lines) if line.role == "text" and is_prose(line.text)), None)
    if first is None:
        return list(lines)
    line = lines[first]
    before: list[Line] = []
    length = glued_date(line.text)
    if length:
        before.append(
            Line(line.number, line.text[:length].strip(" :|-–—,"), role="date", reason="date glued to the text")
        )
        line = msgspec.structs.replace(line, text=line.text[length:])
    length = dateline_length(line.text)
    if length:
        before.append(Line(line.number, line.text[:length].strip(), role="dateline", reason="dateline"))
        line = msgspec.structs.replace(line, text=line.text[length:])
    return [*lines[:first], *before, line, *lines[first + 1 :]]


def _closed(line: Line, *, within: bool) -> Iterator[Line]:
    """Part a paragraph from the agency and the mark at its end.

    A short one within a text is no paragraph: it is the caption of an agency's picture.
    """
    if line.role != "text":
        yield line
        return
    ended = END_MARK.sub("", line.text)
    text, credited = trailing_credit(ended)
    if credited and within and words(text) <= LONGEST_CAPTION_WITHIN:
        yield relabelled(line, "caption", "caption of a picture")
        return
    yield msgspec.structs.replace(line, text=text)
    if credited:
        yield Line(line.number, ended[len(text) :].strip(), role="credit", reason="agency credited after the text")


def _once(lines: Iterable[Line]) -> Iterator[Line]:
    """Drop the headline where it stands again in the text, and a paragraph that stands twice in a row."""
    before = headline = ""
    for line in lines:
        headline = line.text if line.role == "headline" else headline
        if line.role == "text" and line.text == headline:
            yield relabelled(line, "removed", "the headline again")
        elif line.role == "text" and line.text == before:
            yield relabelled(line, "removed", "the same line again")
        else:
            before = line.text if line.role == "text" else before
            yield line


def _labels(lines: Iterable[Line]) -> list[Line]:
    """Name the labels of pictures: short lines that the text holds as names, where they are too few for subheadings."""
    kept = list(lines)
    short = {line.text for line in kept if line.role == "text" and is_label(line.text)}
    if not 0 < len(short) <= MOST_LABELS:
        return kept
    body = "\n".join(line.text for line in kept if line.role in {"text", "headline"} and line.text not in short)
    named = {text for text in short if re.search(rf"[\w,“‘\"'(] ?{re.escape(text)}\b", body)}
    if len(named) >= SUBHEADINGS:
        return kept
    return [
        relabelled(line, "removed", "label of a picture") if line.role == "text" and line.text in named else line
        for line in kept
    ]


def _joined(lines: Iterable[Line]) -> Iterator[Line]:
    """Join the halves of paragraphs that were broken in two, whatever was removed between them."""
    aside: list[Line] = []
    waiting: Line | None = None
    for line in lines:
        if line.role != "text":
            aside.append(line)
        elif waiting is not None and _is_broken(waiting.text, line.text):
            glue = "" if waiting.text.endswith("-") else " "
            waiting = msgspec.structs.replace(waiting, text=f"{waiting.text}{glue}{line.text}")
        else:
            if waiting is not None:
                yield waiting
            yield from aside
            aside, waiting = [], line
    if waiting is not None:
        yield waiting
    yield from aside


def _is_broken(first: str, second: str) -> bool:
    if not LONG_ENOUGH_TO_BREAK <= len(first) <= LONGEST_PARAGRAPH or not second:
        return False
    end = first[-1]
    if second[0].islower() and (end.isalnum() or end in ",;-–—"):
        return True
    return second[0].isalnum() and _OPEN_ENDED.search(first) is not None


def _subheadings(lines: list[Line]) -> Iterator[Line]:
    """Name the headings between paragraphs."""
    texts = [i for i, line in enumerate(lines) if line.role == "text"]
    around = {
        here: (before, after) for before, here, after in zip([None, *texts], texts, [*texts[1:], None], strict=False)
    }
    for index, line in enumerate(lines):
        before, after = around.get(index, (None, None))
        between = before is not None and after is not None and is_prose(lines[after].text)
        if (
            between
            and line.gap
            and is_heading(line.text)
            and words(line.text) <= LONGEST_SUBHEADING
            and not _NO_SUBHEADING.search(line.text)
        ):
            yield relabelled(line, "subheading", "subheading")
        else:
            yield line
