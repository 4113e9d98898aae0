"""Writing folders of generated files: only what differs is written, and what this run did not make is removed.

A tree remembers what it wrote: of each file a digest of what it was made of, its size and its time. A file that is no
longer as it was written counts as missing, so what was cut or edited by others is made good.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKER = ".cuttings"
"""The file that says a folder is ours, so that nothing else in the world is ever emptied."""
KEPT = frozenset({MARKER, ".gitkeep", ".gitignore"})
LONGEST_PATH = 200
LONGEST_PART = 100
_NO_PARTS = frozenset({b"", b".", b".."})
DIGEST_SIZE = 16
"""Bytes of a digest; enough that two contents never share one by chance."""


class Written(msgspec.Struct, frozen=True):
    """What a run changed in a folder: numbers of files."""

    made: int
    changed: int
    unchanged: int
    removed: int


class ForeignFolderError(BuildError):
    """Raised for a folder that holds files but was not made by us."""


class Remembered(NamedTuple):
    """A file as it was written: what it was made of, its size and its time in nanoseconds."""

    digest: bytes
    size: int
    time: int


Outcome = Literal["made", "changed", "unchanged"]


class Tree:
    """A folder that is to hold exactly the files that are put into it; paths are relative, with slashes.

    `memory` is the file that keeps what is known of the folder from run to run.
    """

    def __init__(self, root: Path, memory: Path) -> None:
        self.root = root
        self.memory = memory
        root.mkdir(parents=True, exist_ok=True)
        self._folders = {""}
        self.there = dict(_files(root, self._folders))
        links = [name for name, (size, _) in self.there.items() if size < 0]
        for name in links:  # else a planted link would lead what is written out of the folder
            (root / name).unlink()
            del self.there[name]
        self.removed = len(links)
        self.known = {name: one for name, one in remembered(memory).items() if self.there.get(name) == one[1:]}
        self.files: dict[str, Remembered] = {}
        self.made = self.changed = 0

    def holds(self, name: str, digest: bytes) -> bool:
        """Tell whether a file is there that was made of what has this digest; it then stays."""
        known = self.known.get(name)
        if known is None or known.digest != digest:
            return False
        self.files[name] = known
        return True

    def path(self, name: str) -> Path:
        """Give the place of a file; raises ValueError for a path that may lead out or that some system cannot hold."""
        parts = name.encode().split(b"/")
        if not _NO_PARTS.isdisjoint(parts) or max(map(len, parts)) > LONGEST_PART or len(name) > LONGEST_PATH:
            raise ValueError(f"not a path for a generated file: {name!r}")
        return self.root / name

    def write(self, name: str, content: bytes, digest: bytes | None = None) -> Outcome:
        """Put a file and tell what became of it; `digest` is of what it was made of where this is not its content."""
        digest = digest or digest_of(content)
        if self.holds(name, digest):
            return "unchanged"
        path = self.path(name)
        there = self.there.get(name)
        if there and there[0] == len(content) and path.read_bytes() == content:
            self._remember(name, digest, path)
            return "unchanged"
        self._make_way(name, path)
        _write_file(path, content)
        self._remember(name, digest, path)
        return self._count(name)

    def link(self, name: str, source: Path, digest: bytes) -> None:
        """Put a file that lies in another folder, as a second name of it where the file system has such."""
        if self.holds(name, digest):
            return
        path = self.path(name)
        self._make_way(name, path)
        self._count(name)
        if name in self.there or name in self.files:
            path.unlink(missing_ok=True)
        try:
            path.hardlink_to(source)
        except OSError:
            replace_file(path, source.read_bytes())
        self._remember(name, digest, path)

    def digests(self) -> dict[str, bytes]:
        """Give the digest of what each file was made of, by name."""
        return {name: one.digest for name, one in self.files.items()}

    def finish(self) -> Written:
        """Remove whatever was not put, remember the rest, and tell what changed."""
        others = self.there.keys() - self.files.keys()
        removed = [name for name in others if name not in KEPT]
        for name in removed:
            with suppress(FileNotFoundError, IsADirectoryError, NotADirectoryError):  # what stood in the way is gone
                (self.root / name).unlink()
        for folder in sorted({str(PurePosixPath(name).parent) for name in removed}, reverse=True):
            _remove_empty(self.root, folder)
        self.memory.parent.mkdir(parents=True, exist_ok=True)
        replace_file(self.memory, msgspec.msgpack.encode(dict(sorted(self.files.items()))))
        return Written(self.made, self.changed, len(self.files) - self.made - self.changed, self.removed + len(removed))

    def adopt(self, name: str, remembered: Remembered, outcome: Outcome) -> None:
        """Take over a file that another process put into this folder."""
        if name not in self.files:
            self.files[name] = remembered
            self.made += outcome == "made"
            self.changed += outcome == "changed"

    def _count(self, name: str) -> Outcome:
        if name in self.there:
            self.changed += 1
            return "changed"
        self.made += 1
        return "made"

    def _make_way(self, name: str, path: Path) -> None:
        """Make the folder of a file, and take away what stands there instead of either."""
        if name in self._folders:
            shutil.rmtree(path)
            self._folders = {one for one in self._folders if one != name and not one.startswith(f"{name}/")}
        folder = name.rpartition("/")[0]
        if folder not in self._folders:
            around = [folder[:end] for end, letter in enumerate(folder) if letter == "/"]
            for one in (*around, folder):
                if one in self.there:
                    (self.root / one).unlink(missing_ok=True)
            for one in (*around, folder):
                if one not in self._folders:
                    (self.root / one).mkdir(exist_ok=True)
            self._folders.update((*around, folder))

    def _remember(self, name: str, digest: bytes, path: Path) -> None:
        status = os.stat(path)  # noqa: PTH116 (of each file, and half the cost)
        self.files[name] = Remembered(digest, status.st_size, status.st_mtime_ns)


def claimed_tree(root: Path, memory: Path) -> Tree:
    """Give the tree of a folder that is ours, or becomes ours because it is empty.

    Raises ForeignFolderError before anything is touched where the folder holds files of somebody else.
    """
    _claim(root)
    return Tree(root, memory)


def digest_of(*parts: bytes) -> bytes:
    """Give the digest of what a file is made of."""
    return blake2b(b"".join(parts), digest_size=DIGEST_SIZE).digest()


_CLOSED_IN_CHILDREN = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _write_file(path: Path, content: bytes) -> None:
    """Write a file that most often is not there yet; then there is nothing to keep whole.

    If the run is killed here nothing is remembered of the file, so what is half written counts as missing.
    """
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CLOSED_IN_CHILDREN, 0o666)
    except FileExistsError:
        replace_file(path, content)
        return
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(file, left) :]
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
    finally:
        os.close(file)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        error.filename = error.filename or str(path)  # a full disk does not say whose it is
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _claim(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    marker = root / MARKER
    if not marker.exists():
        if any(entry.name not in KEPT for entry in root.iterdir()):
            raise ForeignFolderError(f"{root}: this folder was not made by cuttings, so it is not emptied (remove it)")
        marker.write_bytes(b"")


def _files(root: Path, folders: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the files below a folder with their size and time, and enter the folders there in a set.

    A link counts as a file of impossible size.
    """
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(root / below if below else root) as entries:
            for entry in entries:
                name = f"{below}/{entry.name}" if below else entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.add(name)
                    waiting.append(name)
                elif entry.is_symlink():
                    yield name, (-1, 0)
                else:
                    status = entry.stat()
                    yield name, (status.st_size, status.st_mtime_ns)


def _remove_empty(root: Path, folder: str) -> None:
    """Remove a folder and those around it as long as they are empty."""
    with suppress(OSError):
        for name in (folder, *map(str, PurePosixPath(folder).parents)):
            if name != ".":
                (root / name).rmdir()


def remembered(path: Path) -> dict[str, Remembered]:
    """Give what a run remembered of a folder; whatever cannot be read is forgotten."""
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, Remembered])
    except (OSError, msgspec.DecodeError):
        return {}
