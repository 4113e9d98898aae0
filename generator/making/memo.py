"""A memo of results: what a function gave for what it was given, kept from run to run in one file.

Keys are digests of all that decides over a result. A result that no run asks for any more is forgotten with it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Generic, ParamSpec, TypeVar

import msgspec

from generator.writing import digest_of, replace_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Value = TypeVar("Value")
P = ParamSpec("P")


class _Kept(msgspec.Struct, frozen=True):
    context: bytes
    results: dict[bytes, msgspec.Raw]


class Memo(Generic[Value]):
    """Results of one type by the digest of what they are results of.

    The file begins with a digest of the rest; one that is damaged, or of another `context`, counts as empty.
    """

    def __init__(self, path: Path | None, kind: type[Value], context: bytes = b"") -> None:
        self._path = path
        self._context = context
        self._decoder = msgspec.msgpack.Decoder(kind)
        self._encoder = msgspec.msgpack.Encoder()
        self._before = _read(path, context) if path else {}
        self._asked: dict[bytes, msgspec.Raw] = {}
        self._is_new = False

    def get(self, key: bytes) -> Value | None:
        """Give a result, or None where it is not known."""
        kept = self._before.get(key)
        if kept is None:
            return None
        try:
            value = self._decoder.decode(kept)
        except msgspec.DecodeError:
            return None
        self._asked[key] = kept
        return value

    def put(self, key: bytes, value: Value) -> None:
        """Keep a result."""
        if self._path:
            self._is_new = True
            self._asked[key] = msgspec.Raw(self._encoder.encode(value))

    def result(self, key: bytes, function: Callable[P, Value], *args: P.args, **kwargs: P.kwargs) -> Value:
        """Give the result that is known, or that of the function, which is then kept."""
        known = self.get(key)
        if known is None:
            known = function(*args, **kwargs)
            self.put(key, known)
        return known

    def save(self) -> None:
        """Write what was asked for or put in this run, where it is other than what stands there."""
        if self._path is None or not (self._is_new or self._asked.keys() != self._before.keys()):
            return
        written = self._encoder.encode(_Kept(self._context, self._asked))
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self._path, digest_of(written) + written)


def _read(path: Path, context: bytes) -> dict[bytes, msgspec.Raw]:
    with suppress(OSError, msgspec.DecodeError):
        content = path.read_bytes()
        written = content[len(digest_of()) :]
        if content == digest_of(written) + written:
            kept = msgspec.msgpack.decode(written, type=_Kept)
            return dict(kept.results) if kept.context == context else {}
    return {}
