"""Erasing: what the files of editors say of an article that is taken down, line by line, and nothing else of them."""

from __future__ import annotations

import re

import msgspec

from generator.formats.decisions import read_decisions
from generator.formats.folder import DECISIONS
from generator.formats.record_blocks import blocks, joined
from generator.formats.yaml_lines import as_item, record_lines
from generator.problems import ContentError

_ITEM = re.compile(r"^- .*\n?(?:^[ \t]+\S.*\n?)*", re.MULTILINE)
_FEWEST = 2
"""Articles of a decision about a story."""
_ONLY_THERE = re.compile(r"^# confidence .* in 1 article$", re.MULTILINE)


def decisions_without(text: str, article: str) -> str:
    """Give the ledger's text without an article; decisions that would be about one article alone go.

    A ledger that would have other faults then than it has is left as it is.
    """
    erased = _ITEM.sub(lambda match: _decision_without(match[0], article), text)
    return erased if _faults(erased) <= _faults(text) else text


def records_without(text: str, article: str, *, proposed: bool = False) -> str:
    """Give the text of an authority file without sentences that are quoted from an article.

    Of `proposed` records those go that are named in that article only.
    """
    note = re.compile(rf"^# {re.escape(article)}: .*\n", re.MULTILINE)
    if not note.search(text):
        return text
    if proposed:
        head, there = blocks(text)
        kept = [block for block in there if not (note.search(block.notes) and _ONLY_THERE.search(block.notes))]
        text = joined(head, kept) if kept else head
    return note.sub("", text)


def _decision_without(item: str, article: str) -> str:
    try:
        found = [*read_decisions(item.encode(), DECISIONS)[0].values()]
    except ContentError:
        return item
    if len(found) != 1 or article not in found[0].articles:
        return item
    left = tuple(one for one in found[0].articles if one != article)
    if len(left) < _FEWEST:
        return ""
    return as_item(record_lines(msgspec.structs.replace(found[0], articles=left)))


def _faults(text: str) -> int:
    try:
        return len(read_decisions(text.encode(), DECISIONS)[1])
    except ContentError as error:
        return 1_000 + len(error.problems)
