"""One round: all peers and all our builds, one after the other, each beside what it is compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.progress import Stage

from . import ours, peers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Figures = dict[str, float]
"""What was measured, by name: seconds of work unless the name says otherwise."""


def measure(folder: Path, tenth: Path, tell: Callable[[str], None]) -> Figures:
    """Measure everything once, on the corpus in a folder and on one of a tenth of its articles."""
    found: Figures = {}
    tell("Hugo")
    found["hugo"] = peers.hugo(folder).cpu
    tell("a whole build")
    whole = ours.fresh(folder, "build", "--no-search")
    found |= {"whole": whole.cost.cpu, "whole, seconds by the clock": whole.cost.wall, "whole, MB": whole.cost.memory}
    tell("stock MkDocs")
    found["mkdocs"] = peers.mkdocs(folder, folder / "build/docs").cpu
    tell("a whole build with two processes")
    found["two processes, seconds by the clock"] = ours.fresh(folder, "two", "--no-search", "--jobs", "2").cost.wall
    tell("Pagefind over the whole site")
    found["pagefind"] = peers.pagefind(folder, folder / "two/site").cpu
    tell("the search index")
    indexed = ours.build(folder, "build")
    found |= {"index": indexed.stages[Stage.SEARCH], "index, MB": indexed.cost.memory}
    tell("a build after one edit")
    ours.edit(folder)
    edited = ours.build(folder, "build")
    found |= {"edit": edited.cost.cpu, "index of the edit": edited.stages[Stage.SEARCH]}
    tell("a build after no edit")
    ours.build(folder, "build")  # right after an edit, a clock that is coarse leaves doubt, and all is looked at
    found["nothing changed, seconds by the clock"] = ours.build(folder, "build").cost.wall
    tell("a first search")
    if (loaded := ours.first_search(folder / "build/site")) is not None:
        found["first search, MB"] = loaded / 1e6
    tell("a tenth of the articles")
    found["pages"] = _pages(folder / "build/site")
    found["tenth"] = ours.fresh(tenth, "build", "--no-search").cost.cpu
    found["pages of the tenth"] = _pages(tenth / "build/site")
    return found


def _pages(site: Path) -> int:
    return sum(1 for _ in site.resolve().rglob("index.html"))
