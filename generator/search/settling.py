"""Putting an index of Pagefind in order, so that the same documents give the same bytes.

Pagefind 1.5 writes the values of a filter, and the list of filters, in the order of a hash table that differs from run
to run; everything else it writes is the same each time. Files are named after what they hold, so a filter put in order
gets another name, which stands in the meta file, whose name stands in the entry. Their form is gzip around a mark and
CBOR (RFC 8949), of which Pagefind uses whole numbers, texts and arrays.
"""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from pathlib import Path

Value: TypeAlias = "int | str | list[Value]"
Named: TypeAlias = "list[tuple[str, Value]]"

_MARK = b"pagefind_dcd"
_NUMBER, _TEXT, _ARRAY = 0, 3, 4
_FILTERS, _SORTS = 3, 4
"""Places in the meta file of what stands there in no order: pairs of a name and what it names."""


def settle(index: Path) -> int:
    """Put the index in a folder in order and give the number of documents that it holds.

    Raises:
        ValueError: where the files are not of the form that is known here.
    """
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    for language in entry["languages"].values():
        language["hash"] = _settle_meta(index, language["hash"])
    written = json.dumps(entry, ensure_ascii=False, separators=(",", ":"))
    (index / "pagefind-entry.json").write_text(written, encoding="utf-8", newline="\n")
    return sum(language["page_count"] for language in entry["languages"].values())


def _settle_meta(index: Path, name: str) -> str:
    path = index / f"pagefind.{name}.pf_meta"
    meta = cast("list[Value]", _load(path))
    filters = cast("Named", meta[_FILTERS])
    meta[_FILTERS] = cast("Value", sorted([key, _settle_filter(index, str(file))] for key, file in filters))
    meta[_SORTS] = cast("Value", sorted(cast("Named", meta[_SORTS])))
    path.unlink()
    return _store(index, "pagefind.{}.pf_meta", name, meta)


def _settle_filter(index: Path, name: str) -> str:
    path = index / "filter" / f"{name}.pf_filter"
    key, values = cast("tuple[str, Named]", _load(path))
    path.unlink()
    return _store(index / "filter", "{}.pf_filter", name, [key, cast("Value", sorted(values))])


def _load(path: Path) -> Value:
    stored = gzip.decompress(path.read_bytes())
    if not stored.startswith(_MARK):
        raise ValueError(f"{path.name} does not begin like a file of Pagefind's")
    value, end = _read(stored, len(_MARK))
    if end != len(stored):
        raise ValueError(f"{path.name} goes on after its end")
    return value


def _store(folder: Path, pattern: str, former: str, value: Value) -> str:
    """Write a value to a file named after it and give that name, with the language of the former one."""
    stored = _MARK + _written(value)
    name = f"{former.rpartition('_')[0]}_{sha256(stored).hexdigest()[:10]}"
    (folder / pattern.format(name)).write_bytes(gzip.compress(stored, mtime=0))
    return name


def _read(stored: bytes, at: int) -> tuple[Value, int]:
    """Read the CBOR item that begins at a byte; give it and where the next one begins."""
    kind, number, at = stored[at] >> 5, stored[at] & 31, at + 1
    if number > 27:  # noqa: PLR2004 (of indefinite length, or reserved)
        raise ValueError(f"an item of unknown length before byte {at}")
    if number > 23:  # noqa: PLR2004 (the number itself follows, in 1, 2, 4 or 8 bytes)
        size = 1 << (number - 24)
        number, at = int.from_bytes(stored[at : at + size]), at + size
    if kind == _NUMBER:
        return number, at
    if kind == _TEXT:
        return stored[at : at + number].decode(), at + number
    if kind != _ARRAY:
        raise ValueError(f"an item of unknown kind before byte {at}")
    items: list[Value] = []
    for _ in range(number):
        item, at = _read(stored, at)
        items.append(item)
    return items, at


def _written(value: Value) -> bytes:
    """Write a value as CBOR, numbers in as few bytes as they need."""
    if isinstance(value, int):
        return _head(_NUMBER, value)
    if isinstance(value, str):
        encoded = value.encode()
        return _head(_TEXT, len(encoded)) + encoded
    return _head(_ARRAY, len(value)) + b"".join(map(_written, value))


def _head(kind: int, number: int) -> bytes:
    if number < 24:  # noqa: PLR2004 (small enough to stand in the first byte)
        return bytes([kind << 5 | number])
    power = next(power for power in range(4) if number < 1 << (8 << power))
    return bytes([kind << 5 | 24 + power]) + number.to_bytes(1 << power)
