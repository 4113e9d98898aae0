"""The pages of a site: Markdown files in their frames, and everything else as it is, into a tree of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.addresses import PagePath, address
from generator.rendering.engine import frames_for
from generator.rendering.frames import filled, frame_class
from generator.rendering.markdown import rendered
from generator.writing import digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.rendering.engine import Engine
    from generator.rendering.markdown import RenderedPage
    from generator.writing import Tree

_SUFFIX = ".md"


def render_site(docs: Tree, site: Tree, standing: Tree | None, engine: Engine, cache: Path) -> None:
    """Put the site of all files in `docs` into `site`; what the site that stands has already is taken from there.

    Raises BuildError where the engine fails.
    """
    targets = {_target(name): (name, one.digest) for name, one in docs.files.items()}
    pages: dict[PagePath, bytes] = {}
    for target, (name, source) in targets.items():
        page = name.endswith(_SUFFIX)
        digest = digest_of(source, engine.fingerprint) if page else source
        if site.holds(target, digest) or _taken(target, digest, site, standing):
            continue
        if page:
            pages[PagePath(name)] = digest
        else:
            site.link(target, docs.root / name, digest)
    read = {path: rendered((docs.root / path).read_text("utf-8"), path) for path in pages}
    _fill(read, pages, site, engine, cache)


def _fill(
    read: Mapping[PagePath, RenderedPage], digests: Mapping[PagePath, bytes], site: Tree, engine: Engine, cache: Path
) -> None:
    classes = {path: frame_class(path, page, engine.navigation) for path, page in read.items()}
    frames = frames_for({*classes.values()}, engine, cache)
    for name, (source, digest) in frames.assets.items():
        if name not in site.files:  # a file of ours stands for one of the theme's
            site.link(name, source, digest)
    for path, page in read.items():
        html = filled(frames.of_class[classes[path]], page, path)
        site.write(_target(path), html.encode(), digests[path])


def _taken(name: str, digest: bytes, site: Tree, standing: Tree | None) -> bool:
    """Take a file from the site that stands, if it has it."""
    if standing is None or not standing.holds(name, digest):
        return False
    site.link(name, standing.root / name, digest)
    return True


def _target(name: str) -> str:
    return f"{address(PagePath(name))}index.html" if name.endswith(_SUFFIX) else name
