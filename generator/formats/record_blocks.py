"""Files of authority records as editors see them: each record a block with the comments above it.

A file is changed block by block, so that what people wrote stays as it is, byte for byte, and a diff shows one record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.formats.folder import ACCEPTED_HEAD, PROPOSED_HEAD
from generator.formats.yaml_lines import as_item, member_lines, record_lines
from generator.markup import terminal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from generator.model import Record, Review

LONGEST_NOTE = 240
"""Characters of a note; a longer one is cut."""
_ITEM = re.compile(r"- ")
_ID = re.compile(r"^(?:- |  )id: *[\"']?([a-z0-9-]+)", re.MULTILINE)
_REVIEW = re.compile(r"^  review:.*\n(?:^    .*\n)*", re.MULTILINE)


class Block(NamedTuple):
    """A record as it stands in a file: its id, the comments above it, and its lines."""

    id: str
    notes: str
    text: str


def record_text(record: Record, notes: Iterable[str] = ()) -> str:
    """Give a record as a block of YAML, its notes as comments above it."""
    members = [*record_lines(record, "review"), *member_lines("review", record.review)]
    return "".join(f"# {_note(note)}\n" for note in notes) + as_item(members)


def blocks(text: str) -> tuple[str, list[Block]]:
    """Part the text of a file into its head and its blocks."""
    head: list[str] = []
    found: list[Block] = []
    notes: list[str] = []
    lines: list[str] = []
    for line in [*text.splitlines(keepends=True), "- \n"]:
        if _ITEM.match(line):
            tail = _trailing(lines)
            if lines:
                found.append(_block(notes, lines[: len(lines) - len(tail)]))
            else:
                head, tail = _head(tail or notes)
            notes, lines = tail, [line]
        elif lines:
            lines.append(line)
        else:
            notes.append(line)
    return "".join(head).rstrip("\n") + ("\n" if head else ""), found


def joined(head: str, of_file: Iterable[Block]) -> str:
    """Give the text of a file from its head and its blocks, a blank line between them."""
    return "\n".join([head, *(f"{block.notes}{block.text.rstrip()}\n" for block in of_file)])


def proposed_text(before: str, proposals: Iterable[tuple[Record, Sequence[str]]]) -> str:
    """Give the file of proposed records with new ones put where their ids belong; those that stand there stay."""
    head, there = blocks(before)
    known = {block.id for block in there}
    new = [_block_of(record, notes) for record, notes in proposals if record.id not in known]
    if not new:
        return before
    return joined(head or PROPOSED_HEAD, _sorted_in(there, new))


def taken_out(text: str, ids: Collection[str] | None = None) -> tuple[str, list[Block]]:
    """Take all records, or those with some ids, out of a file: its text without them, and their blocks."""
    head, there = blocks(text)
    wanted = [block for block in there if ids is None or block.id in ids]
    rest = [block for block in there if block not in wanted]
    return (joined(head, rest) if rest else head) if wanted else text, wanted


def accepted_text(before: str, accepted: Iterable[Block], review: Review) -> str:
    """Give the file of accepted records with further ones, without their notes and with the given review."""
    head, there = blocks(before)
    settled = [Block(block.id, "", reviewed(block.text, review)) for block in accepted]
    return joined(head or ACCEPTED_HEAD, _sorted_in(there, settled)) if settled else before


def reviewed(text: str, review: Review) -> str:
    """Give a block's lines with another review."""
    bare = _REVIEW.sub("", text.rstrip("\n") + "\n")
    return bare + "".join(f"  {line}\n" for line in member_lines("review", review))


def _sorted_in(there: Sequence[Block], new: Iterable[Block]) -> list[Block]:
    """Put new blocks before the first block with a later id; those that are there keep their order."""
    result = list(there)
    for block in sorted(new):
        place = next((index for index, other in enumerate(result) if other.id > block.id), len(result))
        result.insert(place, block)
    return result


def _head(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part the lines before the first record: the comments that touch it are its notes, if a blank line is above."""
    blank = [index for index, line in enumerate(lines) if not line.strip()]
    cut = blank[-1] + 1 if blank else len(lines)
    return list(lines[:cut]), list(lines[cut:])


def _trailing(lines: Sequence[str]) -> list[str]:
    """Give the comments at the end of a block that belong to the next one."""
    index = len(lines)
    while index > 1 and (not lines[index - 1].strip() or lines[index - 1].startswith("#")):
        index -= 1
    return [line for line in lines[index:] if line.strip()]


def _block(notes: Sequence[str], lines: Sequence[str]) -> Block:
    text = "".join(lines).rstrip() + "\n"
    found = _ID.search(text)
    return Block(found[1] if found else "", "".join(notes), text)


def _block_of(record: Record, notes: Sequence[str]) -> Block:
    text = record_text(record)
    return Block(record.id, "".join(f"# {_note(note)}\n" for note in notes), text)


def _note(note: str) -> str:
    printable = terminal(" ".join(note.split()))
    return printable if len(printable) <= LONGEST_NOTE else f"{printable[: LONGEST_NOTE - 1]}…"
