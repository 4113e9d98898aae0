"""Builds that are killed at random moments: what is served is the old or the new site, and the next run makes it good.

The moments are spread over the measured time of a build that is not killed, so that they fall into every step. What is
served is looked at as a server does, through the link. Afterwards a run without any flag must end in the site that a
first build of the same content makes, byte for byte.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from builders import tree
from conftest import ROOT

WAYS = ("first", "incremental", "full")
"""A build with nothing there, one after an edit, and one after an edit that uses nothing of an earlier one."""
JOBS = "2"
ARTICLES = 210
"""Enough that work is shared out to processes."""
LONGEST = 300
"""Seconds after which a build counts as hanging."""


class Kill(NamedTuple):
    """What came of one kill: the way of building, when it fell as a share of the build's time, and what is wrong."""

    way: str
    share: float
    ended: bool
    served: str
    faults: tuple[str, ...]


class Scene:
    """Two states of a content folder, the site of each, and the time that each way of building takes."""

    def __init__(self, folder: Path, articles: int = ARTICLES) -> None:
        self.folder = folder
        self.contents = {state: folder / f"content-{state}" for state in ("old", "new")}
        for state, content in self.contents.items():
            write_articles(content, articles, edited=state == "new")
        self.sites, self.seconds = {}, {}
        for state in self.contents:
            self.sites[state] = self._timed("first", state, folder / f"first-{state}")
        for way in WAYS[1:]:
            shutil.copytree(folder / "first-old", folder / "timed", symlinks=True)
            assert self.sites["new"] == self._timed(way, "new", folder / "timed"), f"{way} differs from a first build"
            shutil.rmtree(folder / "timed")

    def kill(self, way: str, share: float) -> Kill:
        """Kill a build of the new content at a share of its time, look, and build again."""
        build = self.folder / "killed"
        shutil.rmtree(build, ignore_errors=True)
        if way != "first":
            shutil.copytree(self.folder / "first-old", build, symlinks=True)
        before = tree(build / "site")
        process = self._start(way, "new", build)
        ended = False
        with suppress(subprocess.TimeoutExpired):
            process.wait(share * self.seconds[way])
            ended = True
        process.send_signal(signal.SIGKILL)
        process.communicate()
        served, faults = self._served(before, tree(build / "site"))
        if mended := self._mended(build):
            faults.append(mended)
        return Kill(way, share, ended, served, tuple(faults))

    def _served(self, before: dict[str, bytes], now: dict[str, bytes]) -> tuple[str, list[str]]:
        if now == self.sites["new"]:
            return "new", []
        if now == before:
            return "old", []
        wrong = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
        return "neither", [f"served neither the old nor the new site: {wrong[:5]} of {len(wrong)}"]

    def _mended(self, build: Path) -> str:
        """Build again without a flag, and give what is wrong then."""
        process = self._start("incremental", "new", build)
        said, _ = process.communicate(timeout=LONGEST)
        if process.returncode:
            return f"the next build failed: {said.strip()}"
        made, wanted = tree(build / "site"), self.sites["new"]
        wrong = sorted(name for name in made.keys() | wanted.keys() if made.get(name) != wanted.get(name))
        return f"the next build made another site: {wrong[:5]} of {len(wrong)}" if wrong else ""

    def _timed(self, way: str, state: str, build: Path) -> dict[str, bytes]:
        began = time.monotonic()
        process = self._start(way, state, build)
        said, _ = process.communicate(timeout=LONGEST)
        assert 0 == process.returncode, said
        self.seconds[way] = time.monotonic() - began
        return tree(build / "site")

    def _start(self, way: str, state: str, build: Path) -> subprocess.Popen[str]:
        content = self.folder / "content"
        content.unlink(missing_ok=True)
        content.symlink_to(self.contents[state])
        command = [sys.executable, "-m", "generator", "build", "--quiet", "--jobs", JOBS]
        command += ["--content", str(content), "--build", str(build), *(["--full"] if way == "full" else [])]
        return subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ
        )


def kills(folder: Path, places: Iterable[int], seed: int = 1, articles: int = ARTICLES) -> Iterator[Kill]:
    """Kill the builds of some places of a seed, each way in turn, at a moment that seed and place give."""
    scene = Scene(folder, articles)
    for place in places:
        yield scene.kill(WAYS[place % len(WAYS)], random.Random(f"{seed}/{place}").uniform(0.02, 1.05))


def write_articles(content: Path, articles: int, *, edited: bool = False) -> None:
    """Write articles and records into a content folder; edited, some say something else, one is gone and one is new."""
    chance = random.Random(7)
    (content / "articles/2022").mkdir(parents=True, exist_ok=True)
    (content / "authorities").mkdir(exist_ok=True)
    people = "".join(f"- {{id: person-{n}, kind: person, label: Anna Name{n}}}\n" for n in range(20))
    (content / "authorities/anna.yml").write_text(people)
    for number in range(articles + edited):
        who = " and ".join(f"Anna Name{chance.randrange(20)}" for _ in range(3))
        said = f"{who} spoke in Paris on 5 July 2009. {'It rained. ' * chance.randrange(9)}"
        if edited and number % 50 == 3:
            said += f"Later {who} left for Berlin."
        front = f"title: Article {number}\npublished: 2022-02-{1 + number % 28:02}"
        if not (edited and number == 1):
            (content / f"articles/2022/a-{number}.md").write_text(f"---\n{front}\n---\n\n{said}\n")
