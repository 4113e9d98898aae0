"""Quoting: which lines of a mail's text are its own, and which were written before, by others, or by a program.

A mail that only passes another on is that other one, with the head that stands in its text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.model import Removed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEWEST_OWN_WORDS = 60
"""Words above the head of another mail from which a mail is an answer to it, and not a note on passing it on."""
MOST_FORWARDS = 5
"""Mails within each other that are unpacked."""
FEWEST_FIELDS = 3
"""Lines such as "From: …" that are a head if they follow each other."""

_QUOTED = re.compile(r"\s?(?:>[ \t]?)+")
_FIELD = re.compile(r"\s{0,8}\*?(From|Date|Sent|To|Cc|Subject|Reply-To)\s?:\*?(?:[ \t](.*))?", re.IGNORECASE)
_MARKER = re.compile(
    r"\s{0,8}(?:-{2,30} {0,3}(?:forwarded|original) (?:message|mail) {0,3}-{2,30}|begin forwarded message:|_{9,80})\s*",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(r"\s{0,8}(?:on|le|am|el|il|op) .{4,300}:\s*", re.IGNORECASE)
_SIGNATURE = re.compile(r"--\s?")

_FORWARDED = "note or head of a mail that passes another on"
_EARLIER = "an earlier mail"


class Unquoted(msgspec.Struct, frozen=True):
    """The rows of a mail's own text, empty where one is not of it; the head of a mail passed on; what was taken out."""

    rows: tuple[str, ...]
    head: dict[str, str]
    removed: tuple[Removed, ...]


def unquote(rows: Sequence[str]) -> Unquoted:
    """Give a mail's own text, or that of the mail which it passes on, without signature and earlier mails."""
    text = _Text(rows)
    while text.forwards < MOST_FORWARDS and text.take_forward():
        text.forwards += 1
    text.drop_quoted()
    text.drop_signature()
    return Unquoted(tuple(text.rows), text.head, tuple(sorted(text.removed, key=lambda piece: piece.line)))


class _Text:
    """The rows of a mail while those that are not its own are taken out; each keeps its place."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.rows = [*rows]
        self.head: dict[str, str] = {}
        self.removed: list[Removed] = []
        self.forwards = 0

    def take_forward(self) -> bool:
        """Drop what stands before the text of a mail that is passed on, or an earlier mail below an answer."""
        self._lift_quoted()
        begin, end, head = self._find_head()
        before = self._index_before(begin)
        answered = len(" ".join(self.rows[:begin]).split()) >= FEWEST_OWN_WORDS
        if answered and before is not None and _MARKER.fullmatch(self.rows[before]):
            self._drop(range(before, len(self.rows)), _EARLIER)
        if not head or answered:
            return False
        self._drop(range(end), _FORWARDED)
        self.head = head
        return True

    def drop_quoted(self) -> None:
        """Drop rows that are marked as quoted, and the line that introduces them."""
        quoted = [number for number, row in enumerate(self.rows) if _QUOTED.match(row)]
        for number in quoted:
            before = self._index_before(number)
            if before is not None and _INTRODUCED.fullmatch(self.rows[before]):
                self._drop([before], _EARLIER)
        self._drop(quoted, _EARLIER)

    def drop_signature(self) -> None:
        """Drop what stands below the line that parts a signature from the text."""
        parted = (number for number, row in enumerate(self.rows) if _SIGNATURE.fullmatch(row))
        self._drop(range(next(parted, len(self.rows)), len(self.rows)), "signature")

    def _lift_quoted(self) -> None:
        """Take the marks of quotation away where a mail says next to nothing but what it quotes."""
        filled = [number for number, row in enumerate(self.rows) if row.strip()]
        quoted = [number for number in filled if _QUOTED.match(self.rows[number])]
        own = [self.rows[number] for number in filled if not _QUOTED.match(self.rows[number])]
        if not quoted or len(" ".join(own).split()) >= FEWEST_OWN_WORDS:
            return
        self._drop([number for number in filled if number < quoted[0]], _FORWARDED)
        for number in quoted:
            mark = _QUOTED.match(self.rows[number])
            self.rows[number] = self.rows[number][mark.end() if mark else 0 :]

    def _find_head(self) -> tuple[int, int, dict[str, str]]:
        """Give where the first head of a mail begins and ends, and its fields; the end of the text where none is."""
        fields: dict[str, str] = {}
        begin = 0
        for number, row in enumerate([*self.rows, "."]):
            field = _FIELD.fullmatch(row)
            if field:
                begin = begin if fields else number
                fields.setdefault(field[1].lower().replace("sent", "date"), (field[2] or "").strip())
            elif row.strip():
                if len(fields) >= FEWEST_FIELDS and "from" in fields:
                    return begin, number, fields
                fields = {}
        return len(self.rows), len(self.rows), {}

    def _index_before(self, number: int) -> int | None:
        return next((index for index in range(number - 1, -1, -1) if self.rows[index].strip()), None)

    def _drop(self, numbers: Iterable[int], reason: str) -> None:
        for number in numbers:
            if self.rows[number].strip():
                self.removed.append(Removed(number + 1, self.rows[number].strip(), reason))
            self.rows[number] = ""
