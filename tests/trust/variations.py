"""Seven builds, each in other surroundings in one respect, whose sites must all be the same, byte for byte."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from builders import tree
from conftest import ROOT

from .kills import write_articles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from builders import Files

REVERSED = """\
import os
from contextlib import closing

_scandir, _listdir = os.scandir, os.listdir


class Reversed:
    def __init__(self, *given):
        with _scandir(*given) as entries:
            self.entries = iter(sorted(entries, key=lambda one: one.name, reverse=True))
    def __iter__(self): return self.entries
    def __next__(self): return next(self.entries)
    def __enter__(self): return self
    def __exit__(self, *_): self.close()
    def close(self): self.entries = iter(())


os.scandir = Reversed
os.listdir = lambda *given: sorted(_listdir(*given), reverse=True)
"""
"""What Python runs first, as `sitecustomize`: all folders list their files backwards."""
PARTS = ("generator", "overrides", "content", "mkdocs.yml")
"""What another checkout needs."""


class Variation(NamedTuple):
    """Other surroundings: variables, words before and after the command, and whether the project lies elsewhere."""

    name: str
    environment: Mapping[str, str] = {}
    before: Sequence[str] = ()
    options: Sequence[str] = ()
    elsewhere: bool = False


def variations(folder: Path) -> list[Variation]:
    """Give the seven; `folder` is for what one of them needs."""
    (folder / "backwards").mkdir(exist_ok=True)
    (folder / "backwards/sitecustomize.py").write_text(REVERSED)
    ascii_only = {"LC_ALL": "POSIX", "LANGUAGE": "ug", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    faked = {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    faketime = shutil.which("faketime")
    date = ("date", faked, (faketime, "2031-02-03 04:05:06")) if faketime else ("date, by its variable alone", {}, ())
    return [
        Variation("hash seed", {"PYTHONHASHSEED": "2022"}),
        Variation("time zone", {"TZ": "Asia/Urumqi"}),
        Variation("locale", ascii_only),
        Variation("path", elsewhere=True),
        Variation("order of files", {"PYTHONPATH": str(folder / "backwards")}),
        Variation("jobs", options=("--jobs", "3")),
        Variation(date[0], {"SOURCE_DATE_EPOCH": "1000000000", **date[1]}, date[2]),
    ]


class Varied(NamedTuple):
    """What came of a variation: its files, and what is wrong."""

    name: str
    files: int
    faults: tuple[str, ...]


def varied(folder: Path, places: Sequence[int]) -> Iterator[Varied]:
    """Build once as usual, then in each of some of the surroundings, and compare."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    write_articles(content, 210)
    usual = _built(Variation("usual", {"PYTHONHASHSEED": "1", "TZ": "UTC"}), content, folder / "usual")
    for place in places:
        variation = variations(folder)[place]
        made = _built(variation, content, folder / f"varied {place} é")
        yield Varied(variation.name, len(made), () if made == usual else (usual.told_from(made),))


def _built(variation: Variation, content: Path, folder: Path) -> Files:
    project = ROOT
    if variation.elsewhere:
        project = folder / "another checkout, 另一个"
        (project / "build/docs").mkdir(parents=True)
        for part in PARTS:
            copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copyfile
            copy(ROOT / part, project / part)
        content = Path(shutil.copytree(content, folder / "texts"))
    options = variation.options or ("--jobs", "1")
    command = [*variation.before, sys.executable, "-m", "generator", "build", "--quiet", *options]
    command += ["--content", str(content), "--build", str(folder / "build")]
    subprocess.run(command, cwd=project, env=os.environ | variation.environment, check=True)
    return tree((folder / "build/site").resolve())
