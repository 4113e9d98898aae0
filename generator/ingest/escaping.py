"""Plain text as CommonMark that reads back as exactly that text, escaped only where a mark would mean something.

Source: CommonMark 0.31.2, sections 2.4 (backslash escapes), 4 (blocks) and 6 (inlines). One paragraph is one line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HEADING = "## "
"""The mark of the subheadings of an article."""

_INLINE = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|\Z)"  # a backslash that would escape what follows
    r"|`"  # code
    r"|(?<!\s)\*|\*(?!\s|\Z)"  # emphasis, unless it stands alone between spaces
    r"|(?<![^\W_])_|_(?![^\W_])"  # the same, which within a word means nothing
    r"|<(?=[A-Za-z/!?])"  # tags, comments, addresses
    r"|&(?=#?[A-Za-z0-9]{1,40};)"  # character references
    r"|\](?=[(\[:])|\[(?=[^\[\]]{0,1000}\]:)"  # links and their definitions
)
_MARKS = re.compile(r"[\\`*_<&\[\]]")
_AT_START = re.compile(r"(?:#{1,6}(?=\s|\Z)|>|[-+*](?=\s|\Z)|-(?=[\s-]*\Z)|=(?=[\s=]*\Z)|~(?=~~)|\|)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_CLOSING_MARKS = re.compile(r"(?:(?<=\s)|\A)#(?=#*\Z)")


def escaped(text: str) -> str:
    """Give one paragraph of normalised text as a line of CommonMark; white space becomes single spaces."""
    line = " ".join(text.split())
    marked = _INLINE.sub(r"\\\g<0>", line) if _MARKS.search(line) else line
    if _AT_START.match(line) and marked[:1] == line[:1]:
        return f"\\{marked}"
    return _NUMBERED.sub(r"\1\\\2", marked, count=1) if _NUMBERED.match(line) else marked


def markdown_of(blocks: Iterable[tuple[str, bool]]) -> str:
    """Give the body of an article from its paragraphs, each with whether it is a subheading."""
    lines = []
    for text, is_subheading in blocks:
        line = escaped(text)
        if line and is_subheading:
            line = HEADING + _CLOSING_MARKS.sub(r"\\#", line)
        if line:
            lines.append(line)
    return "\n\n".join(lines) + "\n" if lines else ""
