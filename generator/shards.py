"""Shards: the work of making a site, parted among machines by the names of its pieces, always in the same way."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.writing import digest_of

MOST_SHARDS = 1_000
_WRITTEN = re.compile(r"([0-9]{1,4})/([0-9]{1,4})")


class Shard(NamedTuple):
    """One of a number of shards, counted from 1."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    def holds(self, name: str) -> bool:
        """Tell whether a piece of work of this name belongs to this shard; it belongs to exactly one of them."""
        return int.from_bytes(digest_of(name.encode())) % self.of == self.number - 1


def shard(written: str) -> Shard:
    """Read a shard as people write it, such as 2/4; raises ValueError where it is none."""
    found = _WRITTEN.fullmatch(written)
    if not found or not 1 <= int(found[1]) <= int(found[2]) <= MOST_SHARDS:
        raise ValueError(f"not a shard: '{written}' (write 2/4 for the second of four)")
    return Shard(int(found[1]), int(found[2]))
