"""Writing a folder of generated files: only what differs is written, and what this run did not make is removed."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import msgspec

from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterable

MARKER = ".cuttings"
"""The file that says a folder is ours, so that nothing else in the world is ever emptied."""
KEPT = frozenset({MARKER, ".gitkeep", ".gitignore"})
LONGEST_PATH = 200
LONGEST_PART = 100


class Written(msgspec.Struct, frozen=True):
    """What a run changed in a folder: numbers of files."""

    made: int
    changed: int
    unchanged: int
    removed: int


class ForeignFolderError(BuildError):
    """Raised for a folder that holds files but was not made by us."""


def write_tree(root: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Make a folder hold exactly the given files; paths are relative, with slashes.

    Raises ForeignFolderError before anything is touched where the folder holds files of somebody else.
    """
    _claim(root)
    kept: set[str] = set()
    made = changed = 0
    for name, content in files:
        path = _inside(root, name)
        kept.add(name)
        before = path.read_bytes() if path.is_file() else None
        if before != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)
            made += before is None
            changed += before is not None
    removed = _remove_others(root, kept)
    return Written(made, changed, len(kept) - made - changed, removed)


def replace_file(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all."""
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _claim(root: Path) -> None:
    root.mkdir(parents=True, exist_ok=True)
    marker = root / MARKER
    if not marker.exists():
        if any(entry.name not in KEPT for entry in root.iterdir()):
            raise ForeignFolderError(f"{root}: this folder was not made by cuttings, so it is not emptied (remove it)")
        marker.write_bytes(b"")


def _inside(root: Path, name: str) -> Path:
    parts = PurePosixPath(name).parts
    longest = max((len(part.encode()) for part in parts), default=0)
    if not parts or name.startswith("/") or ".." in parts or longest > LONGEST_PART or len(name) > LONGEST_PATH:
        raise ValueError(f"not a path for a generated file: {name!r}")
    return root / name


def _remove_others(root: Path, kept: set[str]) -> int:
    removed = 0
    for folder, folders, names in os.walk(root, topdown=False, followlinks=False):
        here = Path(folder)
        for name in names:
            path = here / name
            if path.relative_to(root).as_posix() not in kept and name not in KEPT:
                path.unlink()
                removed += 1
        for name in folders:
            path = here / name
            if path.is_symlink():
                path.unlink()
                removed += 1
            elif not any(path.iterdir()):
                path.rmdir()
    return removed
