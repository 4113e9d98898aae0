"""What a run keeps of what makers made: their files, what they saw, and a digest of each entry that any of them saw.

Entries are known by numbers, or the same thousands of keys would stand beside thousands of files.
"""

from __future__ import annotations

from array import array
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from generator.making.splicing import Sum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.making.tracing import Seen


class MadePart(msgspec.Struct, frozen=True, array_like=True):
    """What a part saw, as numbers of entries, and what it was given."""

    seen: bytes
    given: bytes


class MadeSplice(msgspec.Struct, frozen=True, array_like=True):
    """Pieces of spliced files by key: what each saw, as numbers of entries, and its lengths; and sums of the files."""

    seen: dict[str, bytes]
    lengths: dict[str, tuple[int, ...]]
    sums: dict[str, Sum]


class MadeFiles(msgspec.Struct, frozen=True, array_like=True):
    """What a maker made, by path, what it saw beside its parts, as numbers of entries, and its parts by path.

    Spliced files stand by the path of the first.
    """

    files: dict[str, bytes]
    seen: bytes
    given: bytes
    parts: dict[str, MadePart] = {}
    splices: dict[str, MadeSplice] = {}

    def saw_any(self, numbers: set[int]) -> bool:
        """Tell whether the maker or one of its parts saw some of these entries."""
        return not all(numbers.isdisjoint(array("I", one)) for one in (self.seen, *self._seen_by_parts()))

    def all_seen(self) -> Iterator[int]:
        """Yield the numbers of all entries that the maker and its parts saw."""
        for one in (self.seen, *self._seen_by_parts()):
            yield from array("I", one)

    def renumbered(self, places: Sequence[int]) -> MadeFiles:
        """Give this with other numbers for entries: those at the places of the numbers so far."""

        def anew(seen: bytes) -> bytes:
            return array("I", [places[number] for number in array("I", seen)]).tobytes()

        parts = {path: MadePart(anew(part.seen), part.given) for path, part in self.parts.items()}
        splices = {
            path: MadeSplice({key: anew(seen) for key, seen in one.seen.items()}, one.lengths, one.sums)
            for path, one in self.splices.items()
        }
        return MadeFiles(self.files, anew(self.seen), self.given, parts, splices)

    def _seen_by_parts(self) -> Iterator[bytes]:
        yield from (part.seen for part in self.parts.values())
        for splice in self.splices.values():
            yield from splice.seen.values()


class Memory(msgspec.Struct, frozen=True):
    """What a run keeps: `context` digests all that decides over every file, `entries` are in the order of numbers."""

    context: bytes
    entries: list[tuple[str, str | None, bytes]]
    makers: dict[str, MadeFiles]


NOTHING: tuple[str, str | None, bytes] = ("", None, b"")
"""An entry that no maker saw."""


def read_memory(memory: Path, context: bytes) -> Memory | None:
    """Read what a run kept; what is damaged, or of another context, counts as nothing."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode(memory.read_bytes(), type=Memory)
        if kept.context == context:
            return kept
    return None


def merged_memories(memories: Iterable[bytes]) -> bytes:
    """Give one memory of what different runs made of the same tables, each by other makers.

    Raises ValueError where they were not of the same context, DecodeError where one is none.
    """
    numbers: dict[tuple[str, str | None, bytes], int] = {NOTHING: 0}
    made: dict[str, MadeFiles] = {}
    contexts = set()
    for memory in (msgspec.msgpack.decode(one, type=Memory) for one in memories):
        contexts.add(memory.context)
        places = [numbers.setdefault(entry, len(numbers)) for entry in memory.entries]
        made |= {name: one.renumbered(places) for name, one in memory.makers.items()}
    if len(contexts) != 1:
        raise ValueError("makers of different contexts")
    return msgspec.msgpack.encode(Memory(contexts.pop(), [*numbers], made))


def numbers_of(before: Memory, kept: Iterable[MadeFiles], digests: Mapping[Seen, bytes]) -> dict[Seen, int]:
    """Give the numbers of the entries that stand; where some are gone, those that kept makers saw.

    So the keys of what was removed, such as the id of an article that was taken down, are kept nowhere.
    """
    numbers = {(table, key): number for number, (table, key, _) in enumerate(before.entries)}
    if any(digest and (table, key) not in digests for table, key, digest in before.entries):
        seen = set(chain.from_iterable(one.all_seen() for one in kept))
        numbers = {one: number for one, number in numbers.items() if number in seen}
    return numbers


def changed_since(before: Memory, digests: Mapping[Seen, bytes]) -> set[int]:
    """Give the numbers of the entries that are not as they were."""
    return {
        number for number, (table, key, digest) in enumerate(before.entries) if digests.get((table, key), b"") != digest
    }
