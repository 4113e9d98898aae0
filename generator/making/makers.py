"""Makers: pieces of work that make files of what they are given, done again only where something they saw has changed.

What is kept from run to run, beside the files themselves: for each maker what it made and which entries of which tables
it saw, and a digest of each entry. A maker whose entries all have the digests that they had would make the same bytes.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from contextlib import suppress
from itertools import chain, count
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.making.tracing import Seen, traced
from generator.making.workers import WORTH_PROCESSES, shared_out
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from generator.writing import Outcome, Remembered, Tree


class Part(NamedTuple):
    """A file that a maker leaves to be made by itself, and a digest of what that is given beside traced tables.

    So of many pages of one listing those are made again of which something has changed.
    """

    path: str
    make: Callable[[], bytes]
    given: bytes


class Maker(NamedTuple):
    """A piece of work: a name of its own, what makes its files, and a digest of what it uses beside traced tables."""

    name: str
    make: Callable[[], Iterable[tuple[str, bytes] | Part]]
    given: bytes = b""


class _MadePart(msgspec.Struct, frozen=True, array_like=True):
    """What a part saw, as numbers of entries, and what it was given."""

    seen: bytes
    given: bytes


class _Made(msgspec.Struct, frozen=True, array_like=True):
    """What a maker made, by path, what it saw beside its parts, as numbers of entries, and its parts by path."""

    files: dict[str, bytes]
    seen: bytes
    given: bytes
    parts: dict[str, _MadePart] = {}

    def saw_any(self, numbers: set[int]) -> bool:
        """Tell whether the maker or one of its parts saw some of these entries."""
        return not all(numbers.isdisjoint(array("I", one)) for one in (self.seen, *self._seen_by_parts()))

    def all_seen(self) -> Iterator[int]:
        """Yield the numbers of all entries that the maker and its parts saw."""
        for one in (self.seen, *self._seen_by_parts()):
            yield from array("I", one)

    def renumbered(self, places: Sequence[int]) -> _Made:
        """Give this with other numbers for entries: those at the places of the numbers so far."""

        def anew(seen: bytes) -> bytes:
            return array("I", [places[number] for number in array("I", seen)]).tobytes()

        parts = {path: _MadePart(anew(part.seen), part.given) for path, part in self.parts.items()}
        return _Made(self.files, anew(self.seen), self.given, parts)

    def _seen_by_parts(self) -> Iterator[bytes]:
        return (part.seen for part in self.parts.values())


class _Memory(msgspec.Struct, frozen=True):
    """What a run keeps: `context` digests all that decides over every file, `entries` are in the order of numbers."""

    context: bytes
    entries: list[tuple[str, str | None, bytes]]
    makers: dict[str, _Made]


_NOTHING: tuple[str, str | None, bytes] = ("", None, b"")
"""An entry that no maker saw."""


class _Before(NamedTuple):
    """What the last run kept, and the numbers of the entries that have changed since."""

    memory: _Memory
    changed: set[int]

    def of_part(self, maker: str, part: Part, tree: Tree) -> frozenset[Seen] | None:
        """Give what a part saw, if its file stands and it would see the same now."""
        made = self.memory.makers.get(maker)
        known = made and made.parts.get(part.path)
        if made is None or known is None or known.given != part.given:
            return None
        seen = array("I", known.seen)
        if not self.changed.isdisjoint(seen) or not tree.holds(part.path, made.files[part.path]):
            return None
        return frozenset(self.memory.entries[number][:2] for number in seen)


class _Result(NamedTuple):
    """What a maker gave: its files, what it saw beside its parts, and of each part what it saw and was given."""

    place: int
    files: dict[str, tuple[Remembered, Outcome]]
    seen: frozenset[Seen]
    parts: dict[str, tuple[frozenset[Seen], bytes]]


def make_files(
    makers: Sequence[Maker],
    tree: Tree,
    digests: Mapping[Seen, bytes],
    memory: Path,
    context: bytes,
    jobs: int = 1,
    worth_processes: int = WORTH_PROCESSES,
) -> int:
    """Put the files of all makers into a tree and give how many makers worked.

    `digests` are those of all entries of the traced tables as they are now; nothing of another `context` is used again.
    From `worth_processes` makers on they are shared out among `jobs` processes.
    """
    kept_memory = _read(memory, context)
    before = _Before(kept_memory, _changed(kept_memory, digests)) if kept_memory else None
    kept = _kept(makers, tree, before) if before else set()
    todo = [place for place, maker in enumerate(makers) if maker.name not in kept]
    made = {name: before.memory.makers[name] for name in kept} if before else {}
    known = _numbers(before.memory, made.values(), digests) if before else {}
    numbers = defaultdict(count(max(known.values(), default=-1) + 1).__next__, known)

    def numbered(seen: Iterable[Seen]) -> bytes:
        return array("I", [numbers[one] for one in seen]).tobytes()

    for result in shared_out(_work, (makers, tree, before), todo, jobs, worth=worth_processes):
        maker = makers[result.place]
        for name, (remembered, outcome) in result.files.items():
            tree.adopt(name, remembered, outcome)
        files = {name: one.digest for name, (one, _) in result.files.items()}
        parts = {name: _MadePart(numbered(seen), given) for name, (seen, given) in result.parts.items()}
        made[maker.name] = _Made(files, numbered(result.seen), maker.given, parts)
    entries = [_NOTHING] * (max(numbers.values(), default=-1) + 1)
    for seen_by_some, number in numbers.items():
        entries[number] = (*seen_by_some, digests.get(seen_by_some, b""))
    memory.parent.mkdir(parents=True, exist_ok=True)
    replace_file(memory, msgspec.msgpack.encode(_Memory(context, entries, made)))
    return len(todo)


def merged_memories(memories: Iterable[bytes]) -> bytes:
    """Give one memory of what different runs made of the same tables, each by other makers.

    Raises ValueError where they were not of the same context, DecodeError where one is none.
    """
    numbers: dict[tuple[str, str | None, bytes], int] = {_NOTHING: 0}
    made: dict[str, _Made] = {}
    contexts = set()
    for memory in (msgspec.msgpack.decode(one, type=_Memory) for one in memories):
        contexts.add(memory.context)
        places = [numbers.setdefault(entry, len(numbers)) for entry in memory.entries]
        made |= {name: one.renumbered(places) for name, one in memory.makers.items()}
    if len(contexts) != 1:
        raise ValueError("makers of different contexts")
    return msgspec.msgpack.encode(_Memory(contexts.pop(), [*numbers], made))


def _numbers(before: _Memory, kept: Iterable[_Made], digests: Mapping[Seen, bytes]) -> dict[Seen, int]:
    """Give the numbers of the entries that stand; where some are gone, those that kept makers saw.

    So the keys of what was removed, such as the id of an article that was taken down, are kept nowhere.
    """
    numbers = {(table, key): number for number, (table, key, _) in enumerate(before.entries)}
    if any(digest and (table, key) not in digests for table, key, digest in before.entries):
        seen = set(chain.from_iterable(one.all_seen() for one in kept))
        numbers = {one: number for one, number in numbers.items() if number in seen}
    return numbers


def _changed(before: _Memory, digests: Mapping[Seen, bytes]) -> set[int]:
    """Give the numbers of the entries that are not as they were."""
    return {
        number for number, (table, key, digest) in enumerate(before.entries) if digests.get((table, key), b"") != digest
    }


def _kept(makers: Sequence[Maker], tree: Tree, before: _Before) -> set[str]:
    """Give the names of makers whose files stand and who would see what they saw."""
    kept = set()
    for maker in makers:
        made = before.memory.makers.get(maker.name)
        if made is None or made.given != maker.given or made.saw_any(before.changed):
            continue
        if all(tree.holds(name, digest) for name, digest in made.files.items()):
            kept.add(maker.name)
    return kept


def _work(state: tuple[Sequence[Maker], Tree, _Before | None], places: Sequence[int]) -> list[_Result]:
    makers, tree, before = state
    return [_worked(place, makers[place], tree, before) for place in places]


def _worked(place: int, maker: Maker, tree: Tree, before: _Before | None) -> _Result:
    given, seen = traced(lambda: [*maker.make()])
    files: dict[str, tuple[Remembered, Outcome]] = {}
    parts: dict[str, tuple[frozenset[Seen], bytes]] = {}
    for one in given:
        outcome: Outcome = "unchanged"
        if isinstance(one, Part):
            seen_by_part = before.of_part(maker.name, one, tree) if before else None
            if seen_by_part is None:
                content, seen_by_part = traced(one.make)
                outcome = tree.write(one.path, content)
            parts[one.path] = seen_by_part, one.given
        else:
            outcome = tree.write(*one)
        files[one[0]] = tree.files[one[0]], outcome
    return _Result(place, files, seen, parts)


def _read(memory: Path, context: bytes) -> _Memory | None:
    """Read what a run kept; what is damaged, or of another context, counts as nothing."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode(memory.read_bytes(), type=_Memory)
        if kept.context == context:
            return kept
    return None
