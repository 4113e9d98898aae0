"""Writing: an article as the text of its file, front matter in its order and without what is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.yaml_lines import member_lines, record_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    import msgspec

    from generator.model import FrontMatter

_NESTED = ("source", "exclude")
"""Mappings of the front matter that are written below their key."""


def article_text(front: FrontMatter, body: str) -> str:
    """Give the text of an article's file: front matter, a blank line, the body in CommonMark."""
    lines = ["---", *_front_lines(front), "---"]
    return "\n".join(lines) + (f"\n\n{body}" if body else "\n")


def _front_lines(front: FrontMatter) -> Iterator[str]:
    for key in ("id", *(field for field in front.__struct_fields__ if field != "id")):
        value = getattr(front, key)
        yield from _below(key, value) if key in _NESTED else member_lines(key, value)


def _below(key: str, record: msgspec.Struct) -> Iterator[str]:
    members = [f"  {line}" for line in record_lines(record)]
    if members:
        yield f"{key}:"
        yield from members
