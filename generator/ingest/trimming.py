"""Trimming: what follows a text, or interrupts it as a box of its own, is not the text.

Teasers, lists of links, author boxes and comments begin with a heading that says so, or are recognised by what they are made
of: headings without a text and texts cut short, where the article has ended.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.credits import is_name
from generator.ingest.lines import ends_sentence, is_heading, is_prose, prose_words, truncated, words
from generator.ingest.metalines import is_dated, is_meta
from generator.ingest.model import Line, relabelled

if TYPE_CHECKING:
    from collections.abc import Sequence

FULL_PARAGRAPH = 20
"""Words of a paragraph that is no teaser; two of them in a row are the article going on."""
LONGEST_TEASER = 60
"""Words of a text that was cut short to be a teaser."""
LONGEST_BIOGRAPHY = 120
"""Words of a note about an author at most."""

_COMMENTS = re.compile(r"\W*(?:comments?|leave a|join the|discussion|what do you think)", re.IGNORECASE)
_BIOGRAPHY = re.compile(
    r"(?P<name>(?:[^\W\d_][\w.'’-]{0,25} ){1,4}?)(?:\([^()]{1,60}\) )?(?:is|was|has been|writes|works|serves|teaches|reports|covers|holds|graduated) "
    r"(?:[^.]{0,120}\b(?:writer|journalist|author|professor|fellow|analyst|researcher|reporter|correspondent|columnist|editor|director|founder|"
    r"student|lecturer|historian|scholar|expert|consultant|activist|advocate|lawyer|attorney|blogger|contributor|commentator|president|chair|ambassador|"
    r"diplomat|economist|scientist|candidate|degree|university|for|on|about)\b)",
)  # fmt: skip
_SIGNED = re.compile(r"sign(?:ed|ator)|undersigned|endorse|sincerely|yours (?:faithfully|truly)|respectfully|regards|cc\b|members? of|:\Z", re.IGNORECASE)


def trim(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines of an article with what is not its text marked so, each with the reason."""
    trimmed = list(lines)
    for index, line in enumerate(lines):
        if line.role == "section":
            _close_section(trimmed, index)
        elif line.role == "author box":
            _close_author_box(trimmed, index)
    _drop_teasers(trimmed)
    _drop_tail(trimmed)
    _drop_biography(trimmed)
    return tuple(trimmed)


def _close_section(lines: list[Line], index: int) -> None:
    """Remove a section's lines up to where the article goes on, or only its heading above the text."""
    heading = lines[index]
    lines[index] = relabelled(heading, "removed", heading.reason)
    if not prose_words(_texts(lines[:index])):
        return
    end = len(lines) if _COMMENTS.match(heading.text) else _going_on(lines, index + 1)
    _remove(lines, index + 1, end, f"under the heading “{heading.text}”")


def _close_author_box(lines: list[Line], index: int) -> None:
    """Remove a box about the author and keep the name in it as a byline."""
    heading = lines[index]
    lines[index] = relabelled(heading, "removed", heading.reason)
    inside = [number for number in range(index + 1, len(lines)) if lines[number].role in {"text", "removed"}]
    named = next((number for number in inside[:2] if is_name(lines[number].text)), None)
    if named is not None:
        lines[named] = relabelled(lines[named], "byline", "author named in the author box")
    if prose_words(_texts(lines[:index])):
        end = next((number for number in range(index + 1, len(lines)) if lines[number].role == "section"), len(lines))
        _remove(lines, index + 1, min(end, _going_on(lines, index + 1)), "about the author")


def _drop_teasers(lines: list[Line]) -> None:
    """Remove teasers from the first heading above itself, a date or a cut text on, where more text stands before than after."""
    kept = [index for index, line in enumerate(lines) if line.role == "text"]
    for here, after in zip(kept, kept[1:], strict=False):
        heading, below = lines[here].text, lines[after].text
        teaser = is_dated(below) or below == heading or (truncated(below) and words(below) < LONGEST_TEASER)
        if not is_heading(heading) or not teaser:
            continue
        before = prose_words(_texts(lines[:here]))
        if before > prose_words(_texts(lines[here:])) and before and _going_on(lines, here) == len(lines):
            _remove(lines, here, len(lines), "teaser after the text")
            return


def _drop_tail(lines: list[Line]) -> None:
    """Remove headings and cut texts after the last paragraph, but for signatures and lists that it announces."""
    kept = [index for index, line in enumerate(lines) if line.role == "text"]
    solid = next((index for index in reversed(kept) if _is_solid(lines[index].text)), None)
    if solid is None or _SIGNED.search(lines[solid].text):
        return
    tail = [index for index in kept if index > solid]
    if any(_SIGNED.search(lines[index].text) for index in tail):
        return
    for index in tail:
        text = lines[index].text
        going_on = index == tail[0] and truncated(text) and words(text) >= FULL_PARAGRAPH
        if (truncated(text) and not going_on) or (is_heading(text) and not is_meta(text)):
            lines[index] = relabelled(lines[index], "removed", "teaser or heading after the text")


def _drop_biography(lines: list[Line]) -> None:
    """Remove a closing note about a person whom the text does not name, or names as its author, and keep the name."""
    kept = [index for index, line in enumerate(lines) if line.role == "text"]
    for index in reversed(kept[-2:]):
        found = _BIOGRAPHY.match(lines[index].text)
        name = found["name"].strip() if found else ""
        if not is_name(name) or words(lines[index].text) > LONGEST_BIOGRAPHY:
            continue
        elsewhere = [line for line in lines if line.role == "text" and line is not lines[index] and is_prose(line.text)]
        if elsewhere and not any(name.split()[-1] in line.text for line in elsewhere):
            lines[index] = relabelled(lines[index], "removed", "about the author")
            if not any(line.role == "byline" and name in line.text for line in lines):
                lines.insert(index, Line(lines[index].number, name, role="byline", reason="author named after the text"))


def _is_solid(text: str) -> bool:
    return (is_prose(text) and not truncated(text)) or (ends_sentence(text) and not is_heading(text) and not truncated(text))


def _going_on(lines: Sequence[Line], begin: int) -> int:
    """Give the index of the first of two full paragraphs in a row, or the end."""
    kept = [index for index in range(begin, len(lines)) if lines[index].role == "text"]
    for here, after in zip(kept, kept[1:], strict=False):
        if _is_full(lines[here].text) and _is_full(lines[after].text):
            return here
    return len(lines)


def _is_full(text: str) -> bool:
    return words(text) >= FULL_PARAGRAPH and ends_sentence(text) and not truncated(text)


def _texts(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if line.role == "text"]


def _remove(lines: list[Line], begin: int, end: int, reason: str) -> None:
    for index in range(begin, end):
        if lines[index].role in {"text", "caption", "credit"}:
            lines[index] = relabelled(lines[index], "removed", reason)
