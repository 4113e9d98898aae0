"""Makers: pieces of work that make files of what they are given, done again only where something they saw has changed.

What is kept from run to run, beside the files themselves: for each maker what it made and which entries of which tables
it saw, and a digest of each entry. A maker whose entries all have the digests that they had would make the same bytes.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from contextlib import suppress
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.making.tracing import Seen, traced
from generator.making.workers import WORTH_PROCESSES, shared_out
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.writing import Outcome, Remembered, Tree


class Maker(NamedTuple):
    """A piece of work: a name of its own, what makes its files, and a digest of what it uses beside traced tables."""

    name: str
    make: Callable[[], Iterable[tuple[str, bytes]]]
    given: bytes = b""


class _Made(msgspec.Struct, frozen=True, array_like=True):
    """What a maker made, by path, and what it saw, as numbers of entries."""

    files: dict[str, bytes]
    seen: bytes
    given: bytes


class _Memory(msgspec.Struct, frozen=True):
    """What a run keeps: `context` digests all that decides over every file, `entries` are in the order of numbers."""

    context: bytes
    entries: list[tuple[str, str | None, bytes]]
    makers: dict[str, _Made]


_NOTHING: tuple[str, str | None, bytes] = ("", None, b"")
"""An entry that no maker saw."""


class _Result(NamedTuple):
    place: int
    files: dict[str, tuple[Remembered, Outcome]]
    seen: frozenset[Seen]


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
    before = _read(memory, context)
    kept = _kept(makers, tree, digests, before) if before else set()
    todo = [place for place, maker in enumerate(makers) if maker.name not in kept]
    made = {name: before.makers[name] for name in kept} if before else {}
    known = _numbers(before, made.values(), digests) if before else {}
    numbers = defaultdict(count(max(known.values(), default=-1) + 1).__next__, known)
    for result in shared_out(_work, (makers, tree), todo, jobs, worth=worth_processes):
        maker = makers[result.place]
        for name, (remembered, outcome) in result.files.items():
            tree.adopt(name, remembered, outcome)
        seen = array("I", [numbers[one] for one in result.seen]).tobytes()
        made[maker.name] = _Made({name: one.digest for name, (one, _) in result.files.items()}, seen, maker.given)
    entries = [_NOTHING] * (max(numbers.values(), default=-1) + 1)
    for seen_by_some, number in numbers.items():
        entries[number] = (*seen_by_some, digests.get(seen_by_some, b""))
    memory.parent.mkdir(parents=True, exist_ok=True)
    replace_file(memory, msgspec.msgpack.encode(_Memory(context, entries, made)))
    return len(todo)


def _numbers(before: _Memory, kept: Iterable[_Made], digests: Mapping[Seen, bytes]) -> dict[Seen, int]:
    """Give the numbers of the entries that stand; where some are gone, those that kept makers saw.

    So the keys of what was removed, such as the id of an article that was taken down, are kept nowhere.
    """
    numbers = {(table, key): number for number, (table, key, _) in enumerate(before.entries)}
    if any(digest and (table, key) not in digests for table, key, digest in before.entries):
        seen = set[int]().union(*(array("I", one.seen) for one in kept))
        numbers = {one: number for one, number in numbers.items() if number in seen}
    return numbers


def _kept(makers: Sequence[Maker], tree: Tree, digests: Mapping[Seen, bytes], before: _Memory) -> set[str]:
    """Give the names of makers whose files stand and who would see what they saw."""
    changed = {
        number for number, (table, key, digest) in enumerate(before.entries) if digests.get((table, key), b"") != digest
    }
    kept = set()
    for maker in makers:
        made = before.makers.get(maker.name)
        if made is None or made.given != maker.given or not changed.isdisjoint(array("I", made.seen)):
            continue
        if all(tree.holds(name, digest) for name, digest in made.files.items()):
            kept.add(maker.name)
    return kept


def _work(state: tuple[Sequence[Maker], Tree], places: Sequence[int]) -> list[_Result]:
    makers, tree = state
    return [_worked(place, makers[place], tree) for place in places]


def _worked(place: int, maker: Maker, tree: Tree) -> _Result:
    files, seen = traced(lambda: [*maker.make()])
    outcomes = {name: tree.write(name, content) for name, content in files}
    return _Result(place, {name: (tree.files[name], outcome) for name, outcome in outcomes.items()}, seen)


def _read(memory: Path, context: bytes) -> _Memory | None:
    """Read what a run kept; what is damaged, or of another context, counts as nothing."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode(memory.read_bytes(), type=_Memory)
        if kept.context == context:
            return kept
    return None
