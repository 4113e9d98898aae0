"""Makers: pieces of work that make files of what they are given, done again only where something they saw has changed.

What is kept from run to run, beside the files themselves: for each maker what it made and which entries of which tables
it saw, and a digest of each entry. A maker whose entries all have the digests that they had would make the same bytes.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from generator.making.kept import (
    NOTHING,
    MadeFiles,
    MadePart,
    MadeSplice,
    Memory,
    changed_since,
    numbers_of,
    read_memory,
)
from generator.making.splicing import Piece, Spliced, Standing, Sum, Summed, spliced, sum_of
from generator.making.tracing import Seen, traced
from generator.making.workers import WORTH_PROCESSES, shared_out
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.writing import Outcome, Remembered, Tree


class Part(NamedTuple):
    """A file that a maker leaves to be made by itself, and a digest of what that is given beside traced tables.

    So of many pages of one listing those are made again of which something has changed.
    """

    path: str
    make: Callable[[], bytes]
    given: bytes


Made: TypeAlias = "tuple[str, bytes] | Part | Spliced | Summed"
"""What makers give: a file, one to be made by itself, files made of pieces, or one that sums those up."""


class Maker(NamedTuple):
    """A piece of work: a name of its own, what makes its files, and a digest of what it uses beside traced tables."""

    name: str
    make: Callable[[], Iterable[Made]]
    given: bytes = b""


class _Before(NamedTuple):
    """What the last run kept, and the numbers of the entries that have changed since."""

    memory: Memory
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

    def of_spliced(self, maker: str, spliced: Spliced, tree: Tree) -> tuple[Standing, dict[str, Sum]] | None:
        """Give spliced files as they stand, and their sums, if all of them do."""
        made = self.memory.makers.get(maker)
        known = made.splices.get(spliced.paths[0]) if made else None
        if made is None or known is None or known.sums.keys() != {*spliced.paths}:
            return None
        if not all((one := tree.known.get(path)) and one.digest == made.files[path] for path in spliced.paths):
            return None
        entry = [entry[:2] for entry in self.memory.entries].__getitem__
        seen = {key: array("I", numbers) for key, numbers in known.seen.items()}
        pieces = {key: Piece(frozenset(map(entry, seen[key])), lengths) for key, lengths in known.lengths.items()}
        fresh = frozenset(key for key, numbers in seen.items() if self.changed.isdisjoint(numbers))
        return Standing(tuple(map(tree.path, spliced.paths)), pieces, fresh), known.sums


class _Result(NamedTuple):
    """What a maker gave: its files, what it saw, of each part what that saw and was given, and its spliced files."""

    place: int
    files: dict[str, tuple[Remembered, Outcome]]
    seen: frozenset[Seen]
    parts: dict[str, tuple[frozenset[Seen], bytes]]
    splices: dict[str, tuple[dict[str, Piece], dict[str, Sum]]]


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
    kept_memory = read_memory(memory, context)
    before = _Before(kept_memory, changed_since(kept_memory, digests)) if kept_memory else None
    kept = _kept(makers, tree, before) if before else set()
    todo = [place for place, maker in enumerate(makers) if maker.name not in kept]
    made = {name: before.memory.makers[name] for name in kept} if before else {}
    known = numbers_of(before.memory, made.values(), digests) if before else {}
    numbers = defaultdict(count(max(known.values(), default=-1) + 1).__next__, known)

    def numbered(seen: Iterable[Seen]) -> bytes:
        return array("I", [numbers[one] for one in seen]).tobytes()

    for result in shared_out(_work, (makers, tree, before), todo, jobs, worth=worth_processes):
        maker = makers[result.place]
        for name, (remembered, outcome) in result.files.items():
            tree.adopt(name, remembered, outcome)
        files = {name: one.digest for name, (one, _) in result.files.items()}
        parts = {name: MadePart(numbered(seen), given) for name, (seen, given) in result.parts.items()}
        splices = {
            path: MadeSplice(
                {key: numbered(piece.seen) for key, piece in pieces.items()},
                {key: piece.lengths for key, piece in pieces.items()},
                sums,
            )
            for path, (pieces, sums) in result.splices.items()
        }
        made[maker.name] = MadeFiles(files, numbered(result.seen), maker.given, parts, splices)
    entries = [NOTHING] * (max(numbers.values(), default=-1) + 1)
    for seen_by_some, number in numbers.items():
        entries[number] = (*seen_by_some, digests.get(seen_by_some, b""))
    memory.parent.mkdir(parents=True, exist_ok=True)
    replace_file(memory, msgspec.msgpack.encode(Memory(context, entries, made)))
    return len(todo)


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
    result = _Result(place, {}, seen, {}, {})
    for one in given:
        if isinstance(one, Spliced):
            _splice(one, maker, tree, before, result)
            continue
        outcome: Outcome = "unchanged"
        if isinstance(one, Part):
            seen_by_part = before.of_part(maker.name, one, tree) if before else None
            if seen_by_part is None:
                content, seen_by_part = traced(one.make)
                outcome = tree.write(one.path, content)
            result.parts[one.path] = seen_by_part, one.given
        elif isinstance(one, Summed):
            sums = {path: told for _, of_splice in result.splices.values() for path, told in of_splice.items()}
            outcome = tree.write(one.path, one.make(sums))
        else:
            outcome = tree.write(*one)
        result.files[one[0]] = tree.files[one[0]], outcome
    return result


def _splice(of: Spliced, maker: Maker, tree: Tree, before: _Before | None, result: _Result) -> None:
    """Put spliced files into the tree and enter them into the result; what stands of them is used again."""
    known = before.of_spliced(maker.name, of, tree) if before else None
    standing, sums = known or (None, {})
    made = spliced(of, standing)
    told: dict[str, Sum] = {}
    for path, content in zip(of.paths, made.contents, strict=True):
        outcome: Outcome = "unchanged"
        if content is None:
            tree.holds(path, tree.known[path].digest)
            told[path] = sums[path]
        else:
            outcome = tree.write(path, content)
            told[path] = sum_of(content)
        result.files[path] = tree.files[path], outcome
    result.splices[of.paths[0]] = made.pieces, told
