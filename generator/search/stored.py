"""The form of Pagefind's files: gzip around a mark and CBOR (RFC 8949)."""

from __future__ import annotations

import gzip
from io import BytesIO
from typing import TYPE_CHECKING, TypeAlias

import cbor2

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "int | str | list[Value]"

_MARK = b"pagefind_dcd"
_ARRAY, _ITEMS_IN_HEAD = 4, 24
"""The kind of an array, and from which number of items on that number stands in bytes of its own."""


def opened(stored: bytes) -> bytes:
    """Give what a file holds; raises ValueError where it is no file of Pagefind's."""
    content = gzip.decompress(stored)
    if not content.startswith(_MARK):
        raise ValueError("a file does not begin like one of Pagefind's")
    return content.removeprefix(_MARK)


def closed(content: bytes) -> bytes:
    """Give the file that holds something; the same bytes give the same file."""
    return gzip.compress(_MARK + content, mtime=0)


def read(stored: bytes) -> Value:
    """Give the value in a file; raises ValueError where it holds none, or more than one."""
    content = opened(stored)
    ((value, of_value),) = _decoded(content, 0, 1)
    if len(of_value) != len(content):
        raise ValueError("a file of Pagefind's goes on after its end")
    return value


def written(value: Value) -> bytes:
    """Give the file that holds a value."""
    return closed(cbor2.dumps(value))


def items(array: bytes) -> Iterator[tuple[Value, bytes]]:
    """Yield the items of the only array in an array, each with its bytes, so that nothing need be written anew.

    Raises ValueError where the bytes are not of that form.
    """
    if array[:1] != array_head(1):
        raise ValueError("words of an index do not stand in one array")
    count, start = _length(array, 1)
    for item, stored in _decoded(array, start, count):
        yield item, stored
        start += len(stored)
    if start != len(array):
        raise ValueError("words of an index go on after their end")


def _decoded(content: bytes, start: int, count: int) -> Iterator[tuple[Value, bytes]]:
    """Yield so many values that stand one after the other, each with its bytes."""
    stream = BytesIO(content)
    stream.seek(start)
    decoder = cbor2.CBORDecoder(stream)
    for _ in range(count):
        try:
            value: Value = decoder.decode()
        except cbor2.CBORError as error:
            raise ValueError(f"not of the form of Pagefind's files: {error}") from error
        end = stream.tell()
        yield value, content[start:end]
        start = end


def array_head(length: int) -> bytes:
    """Give the bytes that begin an array of so many items."""
    if length < _ITEMS_IN_HEAD:
        return bytes([_ARRAY << 5 | length])
    power = next(power for power in range(4) if length < 1 << (8 << power))
    return bytes([_ARRAY << 5 | _ITEMS_IN_HEAD + power]) + length.to_bytes(1 << power)


def _length(content: bytes, at: int) -> tuple[int, int]:
    """Read the head of an array: the number of its items, and where the first one begins."""
    if at >= len(content):
        raise ValueError("an index ends before its words")
    kind, number = content[at] >> 5, content[at] & 31
    size = 1 << (number - _ITEMS_IN_HEAD) if number >= _ITEMS_IN_HEAD else 0
    if kind != _ARRAY or size > 8:  # noqa: PLR2004 (more than 8 bytes: of unknown length)
        raise ValueError("an index is not of the form that is known here")
    return int.from_bytes(content[at + 1 : at + 1 + size]) if size else number, at + 1 + size
