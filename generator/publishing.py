"""Putting a finished site in the place of the old one, as a whole and in one step.

`build/site` is a link to one of two folders beside it; a build brings the other one up to date, and a rename turns the
link. So whatever happens before that rename, the site that was there is there. The other folder holds the site before
the last, so that only what has changed since then is put into it.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextmanager
def in_place_of(site: Path) -> Iterator[tuple[Path, Path | None]]:
    """Yield a folder to bring up to date, and that of the site which stands, if there is one.

    The former becomes the site when the block ends without an error.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    _recover(site)
    fresh = next_folder(site)
    fresh.mkdir(exist_ok=True)
    yield fresh, _current(site)
    _turn(site, fresh)


def next_folder(site: Path) -> Path:
    """Give the folder that the next build brings up to date."""
    folders = _folders(site)
    return folders[1] if _current(site) == folders[0].resolve() else folders[0]


def _current(site: Path) -> Path | None:
    return site.resolve() if site.is_symlink() and site.is_dir() else None


def forget_former(site: Path, names: Iterable[str] | None) -> Path | None:
    """Remove the folder of the site before the one that stands if any of these files is another there, and give it.

    What was taken down would lie in it until the build after the next. Without names it is removed in any case.
    """
    former = next((folder for folder in _folders(site) if folder.resolve() != site.resolve()), None)
    if former is None or not former.exists():
        return None
    if names is not None and not any(_content(former / name) not in {None, _content(site / name)} for name in names):
        return None
    shutil.rmtree(former)
    return former


def _content(path: Path) -> bytes | None:
    with suppress(FileNotFoundError, NotADirectoryError):
        return path.read_bytes()
    return None


def _folders(site: Path) -> list[Path]:
    return [site.with_name(f".{site.name}-{letter}") for letter in "ab"]


def _turn(site: Path, fresh: Path) -> None:
    link = site.with_name(f".{site.name}-link")
    link.unlink(missing_ok=True)
    link.symlink_to(fresh.name, target_is_directory=True)
    if site.is_dir() and not site.is_symlink():  # made by the engine alone: a folder cannot be replaced in one step
        former = _former(site)
        site.rename(former)
        link.replace(site)
        shutil.rmtree(former)
    else:
        link.replace(site)


def _recover(site: Path) -> None:
    """Put back a folder that a killed run had moved away, or remove it if the new site is in place."""
    former = _former(site)
    if former.exists():
        if site.exists():
            shutil.rmtree(former)
        else:
            former.rename(site)


def _former(site: Path) -> Path:
    return site.with_name(f".{site.name}-former")
