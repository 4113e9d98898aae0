"""Random sequences of edits: after each, the site that has grown is the site that is made at once."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING, NamedTuple

from builders import SITE, SMALL_CONTENT, tree
from test_build import PlainEngine
from test_incremental import CHANGES, add

from generator.build import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.addresses import PagePath

EDITS = 5


class Template(PlainEngine):
    """An engine with a template of which there are versions, and a file of the theme."""

    navigation = frozenset()

    def __init__(self, version: int) -> None:
        self.version = version
        self.fingerprint = f"template {version}".encode()

    def render(self, docs: Path, site: Path) -> None:
        """Render every page, and write the theme's file."""
        super().render(docs, site)
        site.mkdir(parents=True, exist_ok=True)
        (site / "theme.css").write_text(f"/* {self.version} */", encoding="utf-8")

    def page(self, source: str, path: PagePath) -> str:
        """Give the HTML of a page, which says by what version it was made."""
        return f"{super().page(source, path)}<footer>{self.version}</footer>"


class Step(NamedTuple):
    """An edit of a sequence, and the files that were other than those of a site made at once."""

    change: str
    differing: tuple[str, ...]


def sequence(folder: Path, seed: int | str) -> Iterator[Step]:
    """Edit a content folder at random, build after each edit, and compare with a build from nothing."""
    chance = random.Random(seed)
    content = folder / "content"
    for name, written in SMALL_CONTENT.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(written, encoding="utf-8")
    (content / "articles/2022").mkdir(parents=True, exist_ok=True)
    engine = Template(0)
    build(SITE, content, folder / "grown", engine, search=False)
    for number in range(1, EDITS + 1):
        changes = CHANGES if [*(content / "articles").rglob("*.md")] else [add]
        change = chance.choice([*changes, None])
        if change is None:
            engine = Template(number)
        else:
            change(chance, content)
        build(SITE, content, folder / "grown", engine, search=False, jobs=chance.choice([1, 2]))
        build(SITE, content, folder / "first", engine, search=False)
        grown, first = ({**tree(folder / name / "docs"), **_site(folder / name)} for name in ("grown", "first"))
        shutil.rmtree(folder / "first")
        differing = sorted(name for name in grown.keys() | first.keys() if grown.get(name) != first.get(name))
        yield Step(change.__name__ if change else "template", tuple(differing))


def _site(folder: Path) -> dict[str, bytes]:
    return {f"site/{name}": content for name, content in tree((folder / "site").resolve()).items()}
