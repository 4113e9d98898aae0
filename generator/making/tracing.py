"""Tracing: which entries of which tables a piece of work looks at.

A table of the corpus is a dict. Traced, it notes the key of each entry that is read, or that all keys were. Whatever
is a function of the corpus alone can then be left as it is while no entry that it saw has changed. What a piece of work
did not find counts too: a key that is missing is noted like one that is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import msgspec

from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

K = TypeVar("K")
V = TypeVar("V")
P = ParamSpec("P")
R = TypeVar("R")
S = TypeVar("S", bound=msgspec.Struct)
C = TypeVar("C", bound=msgspec.Struct)

Seen = tuple[str, str | None]
"""An entry of a table: the table's name and the key; None for the keys of the table and their order."""

_notes: list[set[Seen]] = []
"""What the pieces of work that are under way have seen; the innermost is the last."""


class Traced(dict[K, V]):
    """A table that notes what is read of it."""

    def __init__(self, name: str, entries: dict[K, V]) -> None:
        super().__init__(entries)
        self.name = name

    def __getitem__(self, key: K) -> V:
        self._note(key)
        return super().__getitem__(key)

    def __contains__(self, key: object) -> bool:
        self._note(key)
        return super().__contains__(key)

    def get(self, key: K, default: Any = None) -> Any:  # noqa: ANN401 (as the base class has it)
        """Give an entry, or the default where there is none."""
        self._note(key)
        return super().get(key, default)

    def __iter__(self) -> Iterator[K]:
        self._note(None)
        return super().__iter__()

    def __len__(self) -> int:
        self._note(None)
        return super().__len__()

    def keys(self) -> Any:  # noqa: ANN401 (as the base class has it)
        """Give the keys in their order."""
        self._note(None)
        return super().keys()

    def values(self) -> Any:  # noqa: ANN401 (as the base class has it)
        """Give all values."""
        self._note_all()
        return super().values()

    def items(self) -> Any:  # noqa: ANN401 (as the base class has it)
        """Give all entries."""
        self._note_all()
        return super().items()

    def _note(self, key: object) -> None:
        if _notes:
            _notes[-1].add((self.name, key))  # type: ignore[arg-type]

    def _note_all(self) -> None:
        if _notes:
            _notes[-1].add((self.name, None))
            _notes[-1].update([(self.name, key) for key in super().__iter__()])  # type: ignore[misc]


def traced(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> tuple[R, frozenset[Seen]]:
    """Call a function and give its result with what it saw; a generator's work is not done by calling it."""
    _notes.append(set())
    try:
        result = function(*args, **kwargs)
        return result, frozenset(_notes[-1])
    finally:
        seen = _notes.pop()
        if _notes:
            _notes[-1] |= seen


def remembered(function: Callable[P, R]) -> Callable[P, R]:
    """Give a function that works once for the same arguments; whoever asks again has seen what the first call saw."""
    results: dict[Any, tuple[R, frozenset[Seen]]] = {}

    def asked(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (args, tuple(sorted(kwargs.items())))
        if key not in results:
            results[key] = traced(function, *args, **kwargs)
        elif _notes:
            _notes[-1] |= results[key][1]
        return results[key][0]

    return asked


def remembered_of(function: Callable[[C, K], R]) -> Callable[[C, K], R]:
    """Give a function of a record and a key that works once for the same ones, and begins anew with another record.

    Whoever asks again has seen what the first call saw.
    """
    results: dict[K, tuple[R, frozenset[Seen]]] = {}
    last: list[C] = []

    def asked(record: C, key: K) -> R:
        if not last or last[0] is not record:
            results.clear()
            last[:] = [record]
        known = results.get(key)
        if known is None:
            known = results[key] = traced(function, record, key)
        elif _notes:
            _notes[-1] |= known[1]
        return known[0]

    return asked


def with_traced_tables(record: S) -> S:
    """Give a struct with its dicts traced, and those of structs in it, by the names of their fields with dots."""
    return _with_traced_tables(record, "")


def digests(record: msgspec.Struct) -> dict[Seen, bytes]:
    """Digest each entry of a struct's dicts and the keys of each in their order, those of structs in it too."""
    encoder = msgspec.msgpack.Encoder()
    found: dict[Seen, bytes] = {}
    for path, table in _fields(record):
        if isinstance(table, dict):
            name = ".".join(path)
            found[name, None] = digest_of(encoder.encode(list(dict.keys(table))))
            found.update({(name, key): digest_of(encoder.encode(value)) for key, value in dict.items(table)})
    return found


def digest_of_rest(record: msgspec.Struct) -> bytes:
    """Digest what stands in a struct outside its tables, and is seen by all work."""
    rest = [(path, value) for path, value in _fields(record) if not isinstance(value, dict)]
    return digest_of(msgspec.msgpack.encode(rest))


def _fields(record: msgspec.Struct, *outer: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield the fields of a struct, and of structs in it, with their names from the outside in."""
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct):
            yield from _fields(value, *outer, name)
        else:
            yield (*outer, name), value


def _with_traced_tables(record: S, outer: str) -> S:
    changes: dict[str, Any] = {}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, msgspec.Struct):
            changes[name] = _with_traced_tables(value, f"{outer}{name}.")
        elif isinstance(value, dict):
            changes[name] = Traced(f"{outer}{name}", value)
    return msgspec.structs.replace(record, **changes)
