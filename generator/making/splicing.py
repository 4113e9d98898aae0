"""Splicing: files put together of many pieces, of which after an edit only those are made that saw a change.

What stands in a file already is taken from there, by the lengths of its pieces; nothing is held twice.
"""

from __future__ import annotations

from hashlib import sha256
from itertools import accumulate
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from generator.making.tracing import Seen, traced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


class Spliced(NamedTuple):
    """Files of the same pieces: their paths, how each begins, and by key what makes a piece of each of them."""

    paths: tuple[str, ...]
    heads: tuple[bytes, ...]
    pieces: Sequence[tuple[str, Callable[[], tuple[bytes, ...]]]]


class Sum(NamedTuple):
    """What can be told of a spliced file: its bytes, and their SHA-256 in hexadecimal."""

    size: int
    sha256: str


class Summed(NamedTuple):
    """A file made of what can be told of the spliced files before it, by their paths."""

    path: str
    make: Callable[[Mapping[str, Sum]], bytes]


class Piece(NamedTuple):
    """A piece as it was made: what it saw, and how many bytes of each file are its own."""

    seen: frozenset[Seen]
    lengths: tuple[int, ...]


class Standing(NamedTuple):
    """The files as they stand: where, their pieces by key in their order, and which would be made the same again."""

    places: tuple[Path, ...]
    pieces: Mapping[str, Piece]
    fresh: frozenset[str]


class Splice(NamedTuple):
    """What became of spliced files: their contents, None for one that stands as it is, and their pieces by key."""

    contents: Iterator[bytes | None]
    pieces: dict[str, Piece]


def spliced(of: Spliced, standing: Standing | None) -> Splice:
    """Put files together; those pieces are made that do not stand, or would not be the same again."""
    kept = standing.fresh if standing else frozenset()
    made: dict[str, tuple[bytes, ...]] = {}
    pieces: dict[str, Piece] = {}
    for key, make in of.pieces:
        if standing and key in kept:
            pieces[key] = standing.pieces[key]
        else:
            made[key], seen = traced(make)
            pieces[key] = Piece(seen, tuple(map(len, made[key])))
    same = standing is not None and [*standing.pieces] == [*pieces]
    return Splice((_content(of, number, pieces, made, standing, same=same) for number in range(len(of.paths))), pieces)


def at_once(of: Spliced) -> Iterator[tuple[str, bytes]]:
    """Give spliced files, all pieces made now."""
    made = [make() for _, make in of.pieces]
    for number, path in enumerate(of.paths):
        yield path, b"".join((of.heads[number], *(one[number] for one in made)))


def sum_of(content: bytes) -> Sum:
    """Give what can be told of a file."""
    return Sum(len(content), sha256(content).hexdigest())


def _content(
    of: Spliced,
    number: int,
    pieces: Mapping[str, Piece],
    made: Mapping[str, tuple[bytes, ...]],
    standing: Standing | None,
    *,
    same: bool,
) -> bytes | None:
    """Give the content of one of the files; `same` says that its pieces have the keys and the order that they had."""
    if standing is None:
        return b"".join((of.heads[number], *(made[key][number] for key in pieces)))
    lengths = [piece.lengths[number] for piece in standing.pieces.values()]
    starts = dict(zip(standing.pieces, accumulate(lengths, initial=len(of.heads[number])), strict=False))
    with standing.places[number].open("rb") as file:
        if same and all(
            standing.pieces[key].lengths[number] == len(one[number])
            and _read(file, starts[key], len(one[number])) == one[number]
            for key, one in made.items()
        ):
            return None
        file.seek(0)
        former = memoryview(file.read())
    parts = (
        made[key][number] if key in made else former[starts[key] : starts[key] + piece.lengths[number]]
        for key, piece in pieces.items()
    )
    return b"".join((of.heads[number], *parts))


def _read(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)
