"""From YAML nodes to typed records: the types in `model` are the schema, and every fault is a problem with its line."""

from __future__ import annotations

import math
import types
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, NewType, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from generator.normalise import one_line
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from generator.formats.yaml_nodes import Node

T = TypeVar("T", bound=msgspec.Struct)


class _Unreadable:
    """Stands for a value that has a problem already."""


_UNREADABLE = _Unreadable()


class Reader:
    """Reads nodes of one file into records and gathers what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def record(self, node: Node, kind: type[T]) -> T | None:
        """Give the record that a mapping describes, or None where it has problems."""
        before = len(self.problems)
        value = self._struct(node, kind)
        return value if isinstance(value, kind) and len(self.problems) == before else None

    def problem(self, line: int, message: str, value: str | None = None, hint: str = "") -> None:
        """Note a problem of this file."""
        self.problems.append(Problem(self.path, line, message, value, hint))

    def _struct(self, node: Node, kind: type[msgspec.Struct]) -> object:
        if not isinstance(node.value, dict):
            return self._unreadable(node, "must be a mapping of keys to values")
        hints = _hints(kind)
        members: dict[str, object] = {}
        for key, child in node.value.items():
            if key not in hints:
                self.problem(child.line, "unknown key", key, _known_key(key, hints))
            elif not child.is_null:
                members[key] = self._value(child, hints[key], key)
        for name in _required(kind):
            if name not in members:
                self.problem(node.line, f"'{name}' is missing", hint=f"add a line '{name}: …'")
                return _UNREADABLE
        return _UNREADABLE if _UNREADABLE in members.values() else kind(**members)

    def _value(self, node: Node, wanted: Any, key: str) -> object:  # noqa: ANN401 (a type annotation is any object)
        origin = get_origin(wanted)
        if isinstance(wanted, NewType):
            return self._value(node, wanted.__supertype__, key)
        if origin in {Union, types.UnionType}:
            return self._value(node, next(arm for arm in get_args(wanted) if arm is not type(None)), key)
        if origin is tuple:
            return self._items(node, get_args(wanted)[0], key)
        if origin is dict:
            return self._mapping(node, get_args(wanted)[1], key)
        if isinstance(wanted, type) and issubclass(wanted, msgspec.Struct):
            return self._struct(node, wanted)
        if not isinstance(node.value, str):
            return self._unreadable(node, f"'{key}' must be a single value")
        if origin is Literal:
            return self._choice(node, node.value, get_args(wanted), key)
        return self._scalar(node, node.value, wanted, key)

    def _items(self, node: Node, wanted: object, key: str) -> object:
        if isinstance(node.value, str):  # a single name may be written without brackets
            return (self._value(node, wanted, key),)
        if not isinstance(node.value, tuple):
            return self._unreadable(node, f"'{key}' must be a list", hint="write [a, b]")
        items = tuple(self._value(item, wanted, key) for item in node.value if not item.is_null)
        return _UNREADABLE if _UNREADABLE in items else items

    def _mapping(self, node: Node, wanted: object, key: str) -> object:
        if not isinstance(node.value, dict):
            return self._unreadable(node, f"'{key}' must be a mapping of words to values")
        members = {one_line(name): self._value(child, wanted, name) for name, child in node.value.items()}
        return _UNREADABLE if _UNREADABLE in members.values() else members

    def _choice(self, node: Node, written: str, choices: tuple[str, ...], key: str) -> object:
        if written in choices:
            return written
        hint = nearest(written, choices) or f"one of {', '.join(choices)}"
        return self._unreadable(node, f"'{key}' has an unknown value", written, hint)

    def _scalar(self, node: Node, written: str, wanted: object, key: str) -> object:
        if wanted is bool:
            if written in {"true", "false"}:
                return written == "true"
            return self._unreadable(node, f"'{key}' must be true or false", written)
        if wanted in {int, float}:
            number = _number(written)
            if number is None or (wanted is int and not number.is_integer()):
                return self._unreadable(node, f"'{key}' must be a number", written)
            return int(number) if wanted is int else number
        return one_line(written)

    def _unreadable(self, node: Node, message: str, value: str | None = None, hint: str = "") -> object:
        self.problem(node.line, message, value, hint)
        return _UNREADABLE


def _known_key(wrong: str, hints: dict[str, Any]) -> str:
    """Give a hint at the key that was meant, which may belong one level deeper, or at all that there are."""
    deeper = {
        nested: f"{key}.{nested}"
        for key, kind in hints.items()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        for nested in _hints(kind)
    }
    close = get_close_matches(wrong, sorted({*hints, *deeper}), n=1)
    if not close:
        return f"one of {', '.join(hints)}"
    return f"did you mean '{close[0] if close[0] in hints else deeper[close[0]]}'?"


@cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _required(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    return tuple(field.name for field in msgspec.structs.fields(kind) if field.required)


def _number(written: str) -> float | None:
    try:
        number = float(written) if written.isascii() and "_" not in written else math.nan
    except ValueError:
        return None
    return number if math.isfinite(number) else None
