"""The long runs: each makes the trials of some places under a seed."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .annotating import annotated
from .browsing import TESTS, browsed
from .documents import document, samples
from .incremental import sequence
from .kills import kills
from .ledger import Trial
from .patterns import patterns, slow_patterns
from .reading import readings
from .scale import CASES, LINEAR, growth, large_pages
from .variations import varied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SIZE, SECONDS = 2**17, 3.0
"""Bytes of a text against a pattern, and the seconds that it may take: a quadratic pattern takes a minute."""


class Run(NamedTuple):
    """A long run: what makes its trials of seed, places and processes, and how many are asked for."""

    trials: Callable[[int, Sequence[int], int], Iterator[Trial]]
    asked: int


def _documents(seed: int, places: Sequence[int], jobs: int) -> Iterator[Trial]:
    """Read random and mutated documents of all kinds, as `add` does."""
    good = samples()
    read = readings((document(seed, place, good) for place in places), jobs=jobs)
    for place, reading in zip(places, read, strict=True):
        over = any("over" in reason for reason in reading.reasons)
        counts = {"bytes": reading.size, "articles": reading.articles, "refused": not reading.articles, "over": over}
        yield Trial(seed, place, _some(counts), reading.faults, reading.name, reading.seconds)


def _articles(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Annotate hostile articles, as a build does."""
    for place, made in zip(places, annotated(seed, places), strict=True):
        faults = (made.reason,) if made.reason else ()
        yield Trial(seed, place, {"bytes": made.size}, faults, made.name, made.seconds)


def _kills(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Kill builds at random moments, first ones, after an edit and anew."""
    with tempfile.TemporaryDirectory() as folder:
        for place, kill in zip(places, kills(Path(folder), places, seed), strict=True):
            counts = {kill.way: 1, "ended before": kill.ended, f"{kill.served} site served": 1}
            yield Trial(seed, place, _some(counts), kill.faults, f"{kill.way} build killed at {kill.share:.0%}")


def _edits(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Edit content at random, and compare each build with one from nothing."""
    for place in places:
        counts, faults = Counter[str](), []
        with tempfile.TemporaryDirectory() as folder:
            for step in sequence(Path(folder), f"{seed}/{place}"):
                counts[step.change] += 1
                faults += [f"after {step.change}: {name}" for name in step.differing[:5]]
        yield Trial(seed, place, {**counts}, tuple(faults), f"sequence {seed}/{place}")


def _patterns(seed: int, places: Sequence[int], jobs: int) -> Iterator[Trial]:
    """Try all patterns of the package on texts made against each."""
    for place in places:
        faults = tuple(f"{name}: {why}" for name, why in slow_patterns(SIZE, SECONDS, jobs=jobs).items())
        yield Trial(seed, place, {"patterns": len(patterns())}, faults, f"texts of {SIZE:,} characters")


def _sizes(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Make the bad cases of size, and look at the size of pages and at how work grows."""
    for place in places:
        case = CASES[place]
        with tempfile.TemporaryDirectory() as folder:
            faults = [f"too large: {page}" for page in large_pages(case, case.size, Path(folder, "pages"))]
            times = growth(case, max(case.quick, case.size // 16), Path(folder, "growth"))
        faults += [f"twice as much adds {times:.1f} times the work"] if times > LINEAR else []
        yield Trial(seed, place, {"size": case.size}, tuple(faults), case.name)


def _variations(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Build in surroundings that are other ones in one respect."""
    with tempfile.TemporaryDirectory() as folder:
        for place, made in zip(places, varied(Path(folder), places), strict=True):
            yield Trial(seed, place, {"files": made.files}, made.faults, made.name)


def _vectors(seed: int, places: Sequence[int], _: int) -> Iterator[Trial]:
    """Open sites of hostile texts: first of our own, then with those of the file that the environment names."""
    named = os.environ.get("CUTTINGS_VECTORS")
    for place in places:
        if place and not named:
            continue
        with tempfile.TemporaryDirectory() as folder:
            made = browsed(Path(folder), *(((TESTS[0],),) if place else ()), CUTTINGS_VECTORS=named if place else "")
        counts = {"texts": made.texts, "pages": made.pages, "tests": made.tests}
        yield Trial(
            seed, place, counts, made.faults, "hostile texts of a file and our own" if place else "hostile texts"
        )


def _some(counts: dict[str, int]) -> dict[str, int]:
    return {what: int(number) for what, number in counts.items() if number}


RUNS = {
    "articles": Run(_articles, 1_000),
    "documents": Run(_documents, 10_000),
    "edits": Run(_edits, 200),
    "kills": Run(_kills, 320),  # of three builds one has ended before
    "patterns": Run(_patterns, 1),
    "sizes": Run(_sizes, len(CASES)),
    "variations": Run(_variations, 7),
    "vectors": Run(_vectors, 2),
}
