"""The pages of a site: Markdown files in their frames, and everything else as it is, into a tree of files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.addresses import PagePath, address
from generator.making.workers import shared_out
from generator.rendering.engine import Frames, frames_for, known_frames
from generator.rendering.frames import filled, frame_class
from generator.rendering.markdown import rendered
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.former import Former
    from generator.rendering.engine import Engine
    from generator.rendering.frames import FrameClass
    from generator.writing import Outcome, Remembered, Tree

_SUFFIX = ".md"


def render_site(docs: Tree, site: Tree, standing: Former | None, engine: Engine, cache: Path, jobs: int = 1) -> None:
    """Put the site of all files in `docs` into `site`; what the site that stands has already is taken from there.

    The engine runs only where pages are of a class that has no frame yet, or where nothing is known of the theme's own
    files. Raises BuildError where it fails.
    """
    todo: list[_Todo] = []
    for name, remembered in docs.files.items():
        target = _target(name)
        page = name.endswith(_SUFFIX)
        digest = digest_of(remembered.digest, engine.fingerprint) if page else remembered.digest
        if site.holds(target, digest) or _taken(target, digest, site, standing):
            continue
        if page:
            todo.append(_Todo(PagePath(name), digest))
        else:
            site.link(target, docs.root / name, digest)
    frames = known_frames(engine, cache)
    known = frames or Frames({}, {})
    without = _fill(todo, _Work(docs.root, site, engine.navigation, known), jobs)
    if without or frames is None:
        frames = frames_for({*without.values()}, engine, cache)
        _fill([*without], _Work(docs.root, site, engine.navigation, frames), jobs)
    for name, (source, digest) in frames.assets.items():
        if name not in site.files:  # a file of ours stands for one of the theme's
            site.link(name, source, digest)


class _Todo(NamedTuple):
    """A page to be rendered, and the digest of what its HTML is made of."""

    path: PagePath
    digest: bytes


class _Work(NamedTuple):
    """What pages are rendered with: the folder of their Markdown, the site, the navigation and the frames."""

    docs: Path
    site: Tree
    navigation: frozenset[PagePath]
    frames: Frames


class _Done(NamedTuple):
    """What became of a page: its class where that has no frame, else the file that was written."""

    page: _Todo
    without: FrameClass | None
    written: tuple[Remembered, Outcome] | None = None


def _fill(todo: Sequence[_Todo], work: _Work, jobs: int) -> dict[_Todo, FrameClass]:
    """Render pages, and give those whose class has no frame yet."""
    without = {}
    for done in shared_out(_filled, work, todo, jobs):
        if done.without:
            without[done.page] = done.without
        if done.written:
            work.site.adopt(_target(done.page.path), *done.written)
    return without


def _filled(work: _Work, pages: Sequence[_Todo]) -> list[_Done]:
    return [_one_filled(page, work) for page in pages]


def _one_filled(page: _Todo, work: _Work) -> _Done:
    read = rendered((work.docs / page.path).read_text("utf-8"), page.path)
    kind = frame_class(page.path, read, work.navigation)
    frame = work.frames.of_class.get(kind)
    if frame is None:
        return _Done(page, kind)
    target = _target(page.path)
    outcome = work.site.write(target, filled(frame, read, page.path).encode(), page.digest)
    return _Done(page, None, (work.site.files[target], outcome))


def _taken(name: str, digest: bytes, site: Tree, standing: Former | None) -> bool:
    """Take a file from the site that stands, if it has it."""
    if standing is None or not standing.holds(name, digest):
        return False
    site.link(name, standing.root / name, digest)
    return True


def _target(name: str) -> str:
    return f"{address(PagePath(name))}index.html" if name.endswith(_SUFFIX) else name
