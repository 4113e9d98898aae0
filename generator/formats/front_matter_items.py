"""Adding an item to a list in an article's front matter, so that every other byte of the file stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.formats.articles import read_article
from generator.problems import ContentError, Problem

if TYPE_CHECKING:
    from generator.model import Article, FrontMatter

_FENCE = re.compile(r"\ufeff?---[ \t]*\r?\n")
_BRACKETS = re.compile(r"(\S+: *\[)([^\]\n]*)(\][ \t]*(?: #[^\n]*)?\r?\n)\Z")
_SINGLE = re.compile(r"(\S+: *)([A-Za-z0-9-]+)([ \t]*(?: #.*)?\r?\n)\Z")
_ITEM = re.compile(r"([ \t]*)- ")


def with_entity(text: str, path: str, record: str) -> str:
    """Give an article file in which an editor asserts a record, beside those that stand there.

    Raises ContentError with what to write by hand where the file is written in a way that this does not know.
    """
    before = read_article(text.encode(), path)
    if record in before.front.entities:
        return text
    lines = text.splitlines(keepends=True)
    changed = "".join(_added(lines, "entities", record))
    try:
        after = read_article(changed.encode(), path)
    except ContentError:
        after = before
    if (
        {*after.front.entities} != {*before.front.entities, record}
        or after.blocks != before.blocks
        or _rest(after) != _rest(before)
    ):
        hint = f"write {record} into 'entities' by hand"
        raise ContentError([Problem(path, before.lines.get("entities", 1), "the list cannot be added to", hint=hint)])
    return changed


def _rest(article: Article) -> FrontMatter:
    """Give the front matter but for what is asserted."""
    return msgspec.structs.replace(article.front, entities=())


def _added(lines: list[str], key: str, item: str) -> list[str]:
    """Give the lines with the item in the list of a key, which may have to be begun; as they are if that is unclear."""
    fences = [place for place, line in enumerate(lines) if _FENCE.fullmatch(line)]
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    place = next((at for at in range(fences[0] + 1, fences[1]) if lines[at].startswith(f"{key}:")), None)
    if place is None:
        return [*lines[: fences[1]], f"{key}: [{item}]{end}", *lines[fences[1] :]]
    line, after = lines[place], lines[place + 1]
    if match := _BRACKETS.fullmatch(line):
        items = f"{match[2]}, {item}" if match[2].strip() else item
        return [*lines[:place], f"{match[1]}{items}{match[3]}", *lines[place + 1 :]]
    if match := _SINGLE.fullmatch(line):
        return [*lines[:place], f"{match[1]}[{match[2]}, {item}]{match[3]}", *lines[place + 1 :]]
    if match := _ITEM.match(after):
        return [*lines[: place + 1], f"{match[1]}- {item}{end}", *lines[place + 1 :]]
    return lines
