"""What rendering asks of an engine, and the frames that are learned from it and kept from run to run."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import msgspec

from generator.addresses import PagePath, address
from generator.rendering.frames import Frame, FrameClass, learned, sample_path, sample_source
from generator.writing import digest_of, replace_file

if TYPE_CHECKING:
    from collections.abc import Collection


class Engine(Protocol):
    """An engine with its theme: makes a site in one folder of the Markdown in another."""

    @property
    def navigation(self) -> frozenset[PagePath]:
        """The pages that stand in the navigation."""

    @property
    def fingerprint(self) -> bytes:
        """A digest of everything that decides how a page looks: settings, theme, overrides, versions."""

    def render(self, docs: Path, site: Path) -> None:
        """Render all pages and copy all other files; raises BuildError where that fails."""


class Frames(msgspec.Struct, frozen=True):
    """The frames of a site by class, and the files of the theme, by name, with the digests of their content."""

    of_class: dict[FrameClass, Frame]
    assets: dict[str, tuple[Path, bytes]]


class _Learned(msgspec.Struct, frozen=True):
    frames: tuple[tuple[FrameClass, Frame], ...]
    assets: dict[str, bytes]


def known_frames(engine: Engine, cache: Path) -> Frames | None:
    """Give the frames that earlier runs have kept with the theme's files, or None where they have kept nothing."""
    folder = _folder(engine, cache)
    kept = _read(folder)
    return _frames(kept, folder) if kept else None


def frames_for(classes: Collection[FrameClass], engine: Engine, cache: Path) -> Frames:
    """Give the frames of some classes and the theme's files; the engine runs only for what no earlier run has kept.

    Raises BuildError where the engine fails, FrameError where its pages are not of the form that is known here.
    """
    folder = _folder(engine, cache)
    kept = _read(folder)
    of_class = dict(kept.frames) if kept else {}
    if kept is None or not of_class.keys() >= set(classes):
        kept = _learn(sorted({*of_class, *classes}), engine, folder)
        _forget_others(folder)
    return _frames(kept, folder)


def _folder(engine: Engine, cache: Path) -> Path:
    return cache / engine.fingerprint.hex()


def _frames(kept: _Learned, folder: Path) -> Frames:
    assets = {name: (folder / "site" / name, digest) for name, digest in kept.assets.items()}
    return Frames(dict(kept.frames), assets)


def _learn(classes: list[FrameClass], engine: Engine, folder: Path) -> _Learned:
    shutil.rmtree(folder, ignore_errors=True)
    docs, site = folder / "docs", folder / "site"
    docs.mkdir(parents=True)
    samples = {kind: sample_path(kind, number) for number, kind in enumerate(classes)}
    sources = {path: sample_source(kind) for kind, path in samples.items()}
    for path in engine.navigation - sources.keys():
        sources[path] = b"# A page that is in the navigation and not there yet\n"
    for path, source in sources.items():
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(source)
    engine.render(docs, site)
    pages = {path: f"{address(path)}index.html" for path in sources}
    frames = tuple((kind, learned((site / pages[path]).read_text("utf-8"), path)) for kind, path in samples.items())
    found = _Learned(frames, _assets(site, {*pages.values()}))
    replace_file(folder / "frames", msgspec.msgpack.encode(found))
    return found


def _assets(site: Path, pages: Collection[str]) -> dict[str, bytes]:
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return {name: digest_of((site / name).read_bytes()) for name in names if name not in pages}


def _read(folder: Path) -> _Learned | None:
    """Read what an earlier run learned; what is damaged or not whole counts as missing."""
    with suppress(OSError, msgspec.DecodeError):
        kept = msgspec.msgpack.decode((folder / "frames").read_bytes(), type=_Learned)
        if all((folder / "site" / name).is_file() for name in kept.assets):
            return kept
    return None


def _forget_others(folder: Path) -> None:
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other, ignore_errors=True)
