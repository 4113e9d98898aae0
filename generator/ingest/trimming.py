"""Trimming: what follows a text, or interrupts it as a box of its own, is not the text.

Teasers, lists of links, author boxes and comments begin with a heading that says so, or are recognised by what they are
made of: headings without a text and texts cut short, where the article has ended.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from generator.ingest.closing import trailing_credit
from generator.ingest.credits import is_name
from generator.ingest.lines import UNENDED_WORDS, ends_sentence, is_heading, is_prose, prose_words, truncated, words
from generator.ingest.metalines import is_dated, is_meta
from generator.ingest.model import Line, relabelled
from generator.ingest.patterns import anywhere
from generator.ingest.phrases import END_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

FULL_PARAGRAPH = 20
"""Words of a paragraph that is no teaser; two of them in a row are the article going on."""
FEWEST_LINKS = 2
"""Lines without blank ones between them from which a box is a block of links."""
LONGEST_TEASER = 60
"""Words of a text that was cut short to be a teaser."""
LONGEST_BIOGRAPHY = 120
"""Words of a note about an author at most."""

_COMMENTS = re.compile(r"\W*(?:comments?|leave a|join the|what do you think)", re.IGNORECASE)
_BIOGRAPHY = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.'’-]{0,25} ){1,4}?)(?:\([^()]{1,60}\) )?"
    r"(?:is|was|has been|writes|works|serves|teaches|reports|covers|holds|graduated) [^.]{0,120}"
    r"\b(?:writer|journalist|author|professor|fellow|analyst|researcher|reporter|correspondent|columnist|editor|"
    r"director|founder|student|lecturer|historian|scholar|expert|consultant|activist|advocate|lawyer|attorney|blogger|"
    r"contributor|commentator|president|chair|ambassador|diplomat|economist|scientist|candidate|degree|university|for|"
    r"on|about)\b",
)
_AUTHOR_NOTE = re.compile(
    r"\W{0,2}(?:the|this) (?:author|writer|columnist)s? (?:is|are|teach|work|write|can be|has written|have written)",
    re.IGNORECASE,
)
_SIGNED = anywhere(r"""
    sign(?:ed|ator)|undersigned|endorse|sincerely|yours (?:faithfully|truly)|respectfully|regards|cc\b|members? of|:\Z
""")


def trim(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of an article with what is not its text marked so, each with the reason."""
    trimmer = _Trimmer(lines)
    for index, line in enumerate(lines):
        if line.role == "section":
            trimmer.close_section(index)
        elif line.role == "author box":
            trimmer.close_author_box(index)
    trimmer.drop_teasers()
    trimmer.drop_tail()
    return tuple(_without_biography(trimmer.lines))


class _Trimmer:
    """The lines of one article while it is trimmed, with what is known of them as they came."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = list(lines)
        self.prose = [0, *accumulate(prose_words([line]) if line.role == "text" else 0 for line in lines)]
        self.resumes = _resumptions(lines)
        self.closed = 0

    def close_section(self, index: int) -> None:
        """Remove a section's lines up to where the article goes on, or only its heading above the text."""
        heading = self.lines[index]
        self.lines[index] = relabelled(heading, "removed", heading.reason)
        if self.prose[index]:
            end = len(self.lines) if _COMMENTS.match(heading.text) else self._end_of_box(index + 1)
            self._close(index + 1, end, f"under the heading “{heading.text}”")

    def _end_of_box(self, begin: int) -> int:
        """Give where the article goes on after a box: at full paragraphs, or at any below links in one block."""
        end = self.resumes[begin]
        dense = [index for index in range(begin, end) if not self.lines[index].gap]
        if end == len(self.lines) or len(dense) < FEWEST_LINKS:
            return end
        below = (i for i in range(dense[-1] + 1, end) if self.lines[i].role == "text")
        return next((i for i in below if _is_solid(self.lines[i].text)), end)

    def close_author_box(self, index: int) -> None:
        """Remove a box about the author and keep the name in it as a byline."""
        heading = self.lines[index]
        self.lines[index] = relabelled(heading, "removed", heading.reason)
        for number in range(index + 1, min(index + 3, len(self.lines))):
            if is_name(self.lines[number].text) and self.lines[number].role in {"text", "removed"}:
                self.lines[number] = relabelled(self.lines[number], "byline", "author named in the author box")
                break
        if self.prose[index]:
            self._close(index + 1, self.resumes[index + 1], "about the author")

    def drop_teasers(self) -> None:
        """Remove teasers, from the first heading above itself, a date or a cut text on, if less text follows."""
        kept = self._texts()
        for here, after in pairwise(kept):
            heading, below = self.lines[here].text, self.lines[after].text
            teaser = below == heading or (truncated(below) and words(below) < LONGEST_TEASER) or is_dated(below)
            ends = self.resumes[here] == len(self.lines) and self.prose[here] > self.prose[-1] - self.prose[here]
            if ends and is_heading(heading) and teaser:
                self._remove(here, len(self.lines), "teaser after the text")
                return

    def drop_tail(self) -> None:
        """Remove headings and cut texts after the last paragraph, but for signatures and lists that it announces."""
        kept = self._texts()
        solid = next((index for index in reversed(kept) if _is_solid(self.lines[index].text)), None)
        tail = [index for index in kept if solid is not None and index > solid]
        if not tail or any(_SIGNED.search(self.lines[index].text) for index in (solid or 0, *tail)):
            return
        if len(tail) == 1 and _may_end(self.lines[tail[0]].text):
            return
        for index in tail:
            text = self.lines[index].text
            going_on = index == tail[0] and truncated(text) and words(text) >= FULL_PARAGRAPH
            if (truncated(text) and not going_on) or (is_heading(text) and not is_meta(text)):
                self.lines[index] = relabelled(self.lines[index], "removed", "teaser or heading after the text")

    def _texts(self) -> list[int]:
        return [index for index, line in enumerate(self.lines) if line.role == "text"]

    def _close(self, begin: int, end: int, reason: str) -> None:
        """Remove the lines of a box, but for those that an earlier one holds already."""
        self._remove(max(begin, self.closed), end, reason)
        self.closed = max(self.closed, end)

    def _remove(self, begin: int, end: int, reason: str) -> None:
        for index in range(begin, end):
            if self.lines[index].role in {"text", "caption", "credit"}:
                self.lines[index] = relabelled(self.lines[index], "removed", reason)


def _resumptions(lines: Sequence[Line]) -> list[int]:
    """Give for each line where the article goes on from it: at two full paragraphs in a row, or nowhere."""
    resumes = [len(lines)] * (len(lines) + 1)
    after = len(lines)
    for index in range(len(lines) - 1, -1, -1):
        resumes[index] = resumes[index + 1]
        if lines[index].role == "text":
            if after < len(lines) and _is_full(lines[index].text) and _is_full(lines[after].text):
                resumes[index] = index
            after = index
    return resumes


def _without_biography(lines: Sequence[Line]) -> Iterator[Line]:
    """Turn a closing note about a person of whom the text says nothing into that person's byline."""
    texts = [line for line in lines if line.role == "text"]
    for line in lines:
        if line in texts[-2:] and len(texts) > 1 and _AUTHOR_NOTE.match(line.text):
            yield relabelled(line, "removed", "about the author")
            continue
        found = _BIOGRAPHY.match(line.text) if line in texts[-2:] else None
        name = found["name"].strip() if found else ""
        if not is_name(name) or words(line.text) > LONGEST_BIOGRAPHY or _is_told_of(name, line, texts):
            yield line
            continue
        if not any(other.role == "byline" and name in other.text for other in lines):
            yield Line(line.number, name, role="byline", reason="author named after the text")
        yield relabelled(line, "removed", "about the author")


def _is_told_of(name: str, note: Line, texts: Sequence[Line]) -> bool:
    """Tell whether the paragraphs besides a note name somebody, or whether there are none that could."""
    others = [line for line in texts if line is not note and is_prose(line.text)]
    return not others or any(name.rsplit(maxsplit=1)[-1] in line.text for line in others)


def _is_solid(line: str) -> bool:
    text, _ = trailing_credit(END_MARK.sub("", line))
    return not truncated(text) and (is_prose(text) or (ends_sentence(text) and not is_heading(text)))


def _may_end(text: str) -> bool:
    """Tell whether a line without a stop may be the end of a text and no headline: long, and in lower case."""
    capitals = sum(word[0].isupper() for word in text.split())
    return words(text) >= UNENDED_WORDS and not truncated(text) and capitals < len(text.split()) / 2


def _is_full(text: str) -> bool:
    return words(text) >= FULL_PARAGRAPH and ends_sentence(text) and not truncated(text)
