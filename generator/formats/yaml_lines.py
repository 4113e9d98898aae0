"""Writing: members of a mapping as lines of YAML, the way people would write them, without what is empty."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.markup import yaml_scalar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import msgspec

_LONGEST_IN_BRACKETS = 60
"""Characters of a list's longest item that may stand in brackets on one line."""
_LONGEST_LIST = 110
"""Characters of a line that holds a list in brackets."""
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\Z")


def member_lines(key: str, value: object) -> Iterator[str]:
    """Yield a key and its value: a scalar, a list in brackets or below the key, or a mapping in braces; none if empty.

    A record of our own is a mapping in braces. Raises TypeError for anything else.
    """
    if value is None or value in ("", (), {}) or value is False:
        return
    if isinstance(value, tuple):
        yield from _list_lines(key, [_scalar(item) for item in value])
    elif isinstance(value, str | int | float):
        yield f"{key}: {_scalar(value)}"
    else:
        yield f"{key}: {_in_braces(value)}"


def record_lines(record: msgspec.Struct, *leave_out: str) -> Iterator[str]:
    """Yield the members of a record in the order in which its type has them."""
    for key in record.__struct_fields__:
        if key not in leave_out:
            yield from member_lines(key, getattr(record, key))


def as_item(lines: Iterable[str]) -> str:
    """Give the lines of a mapping as an item of a list."""
    return "- " + "  ".join(f"{line}\n" for line in lines)


def _in_braces(value: object) -> str:
    members = value.items() if isinstance(value, dict) else _members(value)
    return "{" + ", ".join(f"{key}: {_scalar(item)}" for key, item in members if item is not None) + "}"


def _members(record: object) -> Iterator[tuple[str, str | None]]:
    fields = getattr(record, "__struct_fields__", None)
    if fields is None:
        raise TypeError(f"no YAML for {type(record).__name__}")
    yield from ((key, getattr(record, key)) for key in fields)


def _list_lines(key: str, items: Sequence[str]) -> Iterator[str]:
    in_brackets = f"{key}: [{', '.join(items)}]"
    if max(map(len, items)) <= _LONGEST_IN_BRACKETS and len(in_brackets) <= _LONGEST_LIST:
        yield in_brackets
    else:
        yield f"{key}:"
        yield from (f"  - {item}" for item in items)


def _scalar(value: str | float) -> str:
    return value if isinstance(value, str) and _DATE.match(value) else yaml_scalar(value)
