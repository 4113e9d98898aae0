"""Our own patterns and texts made against each: whatever takes more than linear time is found by its limit.

A text is built from a pattern's own parts: what it repeats is repeated, and spoiled at the end, so that an engine which
goes back does so as often as it can. At these sizes a quadratic pattern needs many times what is allowed, a linear one
a hundredth of it, so a busy machine changes nothing.
"""

import ast
import importlib
import importlib.util
import pkgutil
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from re import _parser
from typing import Any, NamedTuple

import generator
from generator.bounded import bounded
from generator.limits import Limits

SAMPLES = 12
"""Texts that a pattern would match, of which hostile ones are made."""
TEXTS_OF_A_SAMPLE = 5
ANYWHERE = {"search", "finditer", "findall", "sub", "subn", "split"}
AT_START = {"match", "fullmatch"}
SPOILERS = ["", "\x00", "!", "\n", "a", " "]

OF_OUR_OWN = {"generator.rendering.frames._CONTENT[0]"}
"""Patterns for what no one else can write: the engine's page of marks."""

_CATEGORIES = {
    "CATEGORY_DIGIT": "1", "CATEGORY_NOT_DIGIT": "a", "CATEGORY_SPACE": " ", "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_WORD": "a", "CATEGORY_NOT_WORD": ".",
}  # fmt: skip
_OTHERS = "aA1 .,-–(“\n<é中~"
"""Characters among which one is found that is not of a set."""


class Used(NamedTuple):
    """A pattern and the methods of it that are called: to fit a beginning, a whole text, or anything in it."""

    pattern: re.Pattern[Any]
    methods: frozenset[str]


@cache
def patterns() -> dict[str, Used]:
    """Give all patterns that stand in the package, by a name of each."""
    modules = _modules()
    importing = _importing(modules)
    calls = {module: _calls(tree) for module, tree in modules.items()}
    found: dict[tuple[Any, int], tuple[str, Used]] = {}
    for module, tree in modules.items():
        uses = partial(_uses, calls[module], [calls[other] for other in importing.get(module, ())])
        for name, value in vars(importlib.import_module(module)).items():
            methods = frozenset(uses(name))
            for number, pattern in enumerate(_within(value)):
                found.setdefault(
                    (pattern.pattern, pattern.flags), (f"{module}.{name}[{number}]", Used(pattern, methods))
                )
        for line, method, pattern in _unnamed(tree):
            used = Used(pattern, frozenset({method}))
            found.setdefault((pattern.pattern, pattern.flags), (f"{module}:{line}", used))
    return {name: used for name, used in sorted(found.values()) if name not in OF_OUR_OWN}


def _modules() -> dict[str, ast.Module]:
    names = (module.name for module in pkgutil.walk_packages(generator.__path__, "generator."))
    paths = {name: Path(str(importlib.util.find_spec(name).origin)) for name in names if not name.endswith("__main__")}
    return {name: ast.parse(path.read_text("utf-8")) for name, path in paths.items()}


def _uses(here: dict[str, set[str]], importing: list[dict[str, set[str]]], name: str) -> set[str]:
    """Give the methods that are called on a name of a module, or on what a collection of that name holds.

    Those of a private name are called in its module. A loop over a collection calls each of its items `pattern`.
    """
    calls = [here] if name.startswith("_") else [here, *importing]
    direct = {method for found in calls for method in found.get(name, ())}
    return direct or {method for found in calls for method in found.get("pattern", ())} or ANYWHERE


def _importing(modules: dict[str, ast.Module]) -> dict[str, set[str]]:
    """Give for each module those that import it, or something of it."""
    found: dict[str, set[str]] = {}
    for module, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                for named in (str(node.module), *(f"{node.module}.{name.name}" for name in node.names)):
                    found.setdefault(named, set()).add(module)
    return found


def _calls(tree: ast.Module) -> dict[str, set[str]]:
    """Give the methods of patterns that are called on each name, or on a name of another module."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in ANYWHERE | AT_START:
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            found.setdefault(name, set()).add(node.attr)
    return found


def _unnamed(tree: ast.Module) -> Iterator[tuple[int, str, re.Pattern[str]]]:
    """Give the patterns that are written where they are used: `re.sub("…", …)`."""
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name) and called.value.id == "re":
            first = node.args[0] if node.args else None
            if called.attr in ANYWHERE | AT_START and isinstance(first, ast.Constant):
                yield node.lineno, called.attr, re.compile(first.value)


def _within(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (pattern for inner in value.values() for pattern in _within(inner))
    elif isinstance(value, tuple | list):
        yield from (pattern for inner in value for pattern in _within(inner))


def hostile_text(pattern: re.Pattern[Any], size: int, number: int) -> str:
    """Give a text of about a size against a pattern, the same each time for a number."""
    number, shape = divmod(number, TEXTS_OF_A_SAMPLE)
    chance = random.Random(f"{pattern.pattern!r}/{number}")
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    tree = _parser.parse(source, pattern.flags & (re.VERBOSE | re.IGNORECASE | re.DOTALL | re.MULTILINE))
    sample = _sample(tree, chance, {}, 1 + number % 4) or "a"
    piece = (sample, sample[:-1], sample[: len(sample) // 2], sample[-1], sample[-1])[shape] or "a"
    first = sample if shape == TEXTS_OF_A_SAMPLE - 1 else ""
    whole = first + (piece * (size // len(piece) + 1))[:size] + chance.choice(SPOILERS)
    return whole.encode("utf-8", "replace").decode()


def _sample(tree: Iterable[Any], chance: random.Random, groups: dict[int, str], often: int) -> str:
    """Give a text that a pattern would about match, with its repetitions repeated a few times."""
    return "".join(_part(operation, argument, chance, groups, often) for operation, argument in tree)


def _part(operation: Any, argument: Any, chance: random.Random, groups: dict[int, str], often: int) -> str:
    name = str(operation)
    if name == "LITERAL":
        return chr(argument)
    if name in {"NOT_LITERAL", "ANY"}:
        return next(char for char in _OTHERS if name == "ANY" or ord(char) != argument)
    if name == "IN":
        return _member(argument, chance)
    if name == "BRANCH":
        return _sample(chance.choice(argument[1]), chance, groups, often)
    if name in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        least, most, inner = argument
        return "".join(_sample(inner, chance, groups, often) for _ in range(max(least, min(int(most), often))))
    if name == "SUBPATTERN":
        text = _sample(argument[3], chance, groups, often)
        if argument[0] is not None:
            groups[argument[0]] = text
        return text
    if name == "ATOMIC_GROUP":
        return _sample(argument, chance, groups, often)
    return groups.get(argument, "") if name == "GROUPREF" else ""


def _member(members: list[Any], chance: random.Random) -> str:
    """Give a character of a set, or one that is not in it."""
    if str(members[0][0]) == "NEGATE":
        excluded = re.compile(f"[{''.join(map(_written, members[1:]))}]")
        return next((char for char in _OTHERS if not excluded.match(char)), "\x7f")
    operation, argument = chance.choice(members)
    if str(operation) == "RANGE":
        return chr(chance.choice([argument[0], argument[1], (argument[0] + argument[1]) // 2]))
    return _CATEGORIES[str(argument)] if str(operation) == "CATEGORY" else chr(argument)


def _written(member: tuple[Any, Any]) -> str:
    operation, argument = member
    if str(operation) == "RANGE":
        return f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}"
    letters = {"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s", "CATEGORY_WORD": r"\w"}
    negated = {"CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_WORD": r"\W"}
    return (letters | negated)[str(argument)] if str(operation) == "CATEGORY" else re.escape(chr(argument))


class Trial(NamedTuple):
    """A text against a pattern, as the number by which it is made again."""

    name: str
    size: int
    number: int


def slow_patterns(size: int, seconds: float, samples: int = SAMPLES, jobs: int = 1) -> dict[str, str]:
    """Give the patterns that take more than some seconds for one hostile text of a size, each with such a text."""
    trials = (Trial(name, size, number) for name in patterns() for number in range(samples * TEXTS_OF_A_SAMPLE))
    limits = Limits(seconds, 512 * 2**20)
    found = bounded(_tried, trials, limits=lambda _: limits, refused=_told, jobs=jobs)
    return {name: why for name, why in found if why}


def _tried(trial: Trial) -> tuple[str, str]:
    used = patterns()[trial.name]
    text = hostile_text(used.pattern, trial.size, trial.number)
    subject = text.encode("latin-1", "replace") if isinstance(used.pattern.pattern, bytes) else text
    for method in sorted(used.methods & AT_START):
        getattr(used.pattern, method)(subject)
    if used.methods & ANYWHERE:
        used.pattern.sub(" " if isinstance(subject, str) else b" ", subject)
    return trial.name, ""


def _told(trial: Trial, reason: str) -> tuple[str, str]:
    text = hostile_text(patterns()[trial.name].pattern, trial.size, trial.number)
    return trial.name, f"{reason}: {text[:40]!r} … {text[-10:]!r}"
