"""Telling that nothing has changed since the last build, from the state of files alone, so that nothing need be built.

What is trusted: a file whose size, number and both times (of its content and of its state, which no program can set)
are as they were has the same content. Every file that decides over the site is looked at so, and every file of the
site itself. A file that was touched so late that a later change could leave it the same times is not trusted: the
build is then not remembered. (Git does likewise with its index.) The Markdown in build/docs is not looked at, since
whoever next reads it looks himself.
"""

from __future__ import annotations

import os
import re
import sys
from contextlib import suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.formats.folder import ADDRESSES, ARTICLES, AUTHORITIES, DECISIONS, PAGES
from generator.report import Report
from generator.writing import Written, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COARSEST_CLOCK = 2_000_000_000
"""Nanoseconds between two times that some file systems can tell apart."""
_FILE = "standing"
_SETTINGS = ".yml"
_WORD = re.compile(r"\w+")


class _Standing(msgspec.Struct, frozen=True):
    """A build as it was left: the files outside content that it read, the digests of all it read and of the site."""

    inputs: tuple[str, ...]
    read: bytes
    site: bytes
    report: Report


def standing_report(folder: Path, content: Path, given: object) -> Report | None:
    """Give the report of a build that would change nothing, or None where it might; `given` are the options."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode((folder / "cache" / _FILE).read_bytes(), type=_Standing)
        inputs = tuple(map(Path, kept.inputs))
        if kept.read == _read(content, inputs, given)[0] and kept.site == _digest(folder / "site")[0]:
            was = kept.report.written
            same = Written(made=0, changed=0, unchanged=was.made + was.changed + was.unchanged, removed=0)
            return msgspec.structs.replace(kept.report, written=same)
    return None


class Watch:
    """Looks at all that a build reads before it and after it, and remembers the build if both are the same."""

    def __init__(self, content: Path, inputs: Iterable[Path], given: object, began: int) -> None:
        """Look at what will be read; `began` is when the build began, in nanoseconds since 1970."""
        self._asked = (content, tuple(inputs), given)
        self._began = began
        self._read, newest = _read(*self._asked)
        self._sure = newest < began - COARSEST_CLOCK

    def remember(self, folder: Path, report: Report) -> None:
        """Keep what the next build needs to know that nothing has changed."""
        kept = folder / "cache" / _FILE
        kept.unlink(missing_ok=True)
        if self._sure and self._read == _read(*self._asked)[0]:
            inputs = tuple(str(path.absolute()) for path in self._asked[1])
            site, _ = _digest(folder / "site")
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace_file(kept, msgspec.msgpack.encode(_Standing(inputs, self._read, site, report)))


def _read(content: Path, inputs: Iterable[Path], given: object) -> tuple[bytes, int]:
    """Digest the state of all that a build reads, and give it with the time of the latest change there."""
    parts = (content / name for name in (ARTICLES, AUTHORITIES, PAGES, DECISIONS, ADDRESSES))
    places = [*parts, *inputs, Path(__file__).parent]
    states = [_digest(place) for place in places]
    variables = [*chain.from_iterable(map(_variables, inputs))]
    told = repr((str(content.absolute()), given, sys.version, [*_installed()], variables, states)).encode()
    return blake2b(told).digest(), max(newest for _, newest in states)


def _installed() -> Iterator[str]:
    """Yield the names and versions of all installed packages, which are the names of the folders that describe them."""
    for place in sys.path:
        with suppress(OSError):
            yield from sorted(one.name for one in Path(place).iterdir() if one.suffix in {".dist-info", ".egg-info"})


def _digest(place: Path) -> tuple[bytes, int]:
    """Digest the state of a file, or of all files below a folder, and give it with the time of the latest change."""
    found, newest = blake2b(), 0
    if place.is_symlink():
        found.update(os.fsencode(place.readlink()))
    folders = [(str(place), "")]
    if not place.is_dir():
        folders.clear()
        if place.exists():
            state = place.stat()
            newest = max(state.st_mtime_ns, state.st_ctime_ns)
            found.update(_state(state).encode())
    while folders:
        folder, name = folders.pop()
        lines = [name]
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=_name):
                if entry.is_dir(follow_symlinks=False):
                    if entry.name != "__pycache__":
                        folders.append((entry.path, f"{name}/{entry.name}"))
                    continue
                state = entry.stat(follow_symlinks=False)
                newest = max(newest, state.st_mtime_ns, state.st_ctime_ns)
                lines.append(f"{entry.name} {_state(state)}")
        found.update("\n".join(lines).encode(errors="surrogateescape"))
    return found.digest(), newest


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _state(state: os.stat_result) -> str:
    return f"{state.st_size} {state.st_ino} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_mode}"


def _variables(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the variables of the environment that settings may take values from: all whose names stand in them."""
    if path.suffix == _SETTINGS:
        for word in sorted({*_WORD.findall(path.read_text(encoding="utf-8"))} & os.environ.keys()):
            yield word, os.environ[word]
