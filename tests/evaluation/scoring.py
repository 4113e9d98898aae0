"""Scores, the measures that give them, and the floors that are pinned for them."""

import json
import math
import os
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import NamedTuple, Protocol

from msgspec import to_builtins

from generator.quality import FILE, Measured, measured_quality

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
DOCUMENTS = HERE / "documents"
FLOORS = HERE / "floors.json"
QUALITY = ROOT / "generator" / FILE
"""The scores that the package ships and each site's account of its corpus shows."""
STEPS = 200
"""A floor is pinned at the next lower of so many steps from 0 to 1, so that a change of few documents is no alarm."""
SHARED_ABSENT = "development data is not there: set CUTTINGS_SHARED to its folder, or put it in ../shared"


class Score(NamedTuple):
    """One figure: its name in the floors, its value and what to aim for, what it was taken on, and what was wrong."""

    measure: str
    value: float
    aim: float
    documents: str
    faults: tuple[str, ...] = ()


class Counts(NamedTuple):
    """Right, wrong and missed labels, which can be added up."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Counts") -> "Counts":  # type: ignore[override]
        """Add up what was counted."""
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
        all_labels = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / all_labels if all_labels else 1.0


class Measure(Protocol):
    """A module that measures; `shared` may be missing."""

    def own(self) -> Iterable[Score]:
        """Give the scores on the project's own documents."""

    def shared(self, folder: Path) -> Iterable[Score]:
        """Give the scores on development data."""


def count(pairs: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Counts:
    """Count over pairs of expected and given labels, each label once a pair (micro average)."""
    counts = Counts()
    for expected, given in pairs:
        wanted, found = {*expected}, {*given}
        counts = counts + Counts(len(wanted & found), len(found - wanted), len(wanted - found))
    return counts


def called(documents: str) -> str:
    """Give what readers call a set of documents."""
    return "articles of our own" if documents == "own" else documents


def shared_folder() -> Path | None:
    """Give the folder of development data, None where there is none; one that is named has to be there."""
    named = os.environ.get("CUTTINGS_SHARED")
    if named:
        return Path(named).resolve(strict=True)
    beside = ROOT.parent / "shared"
    return beside if beside.is_dir() else None


def measures() -> dict[str, Measure]:
    """Give the measuring modules of this folder by name."""
    modules = sorted(path.stem for path in HERE.glob("measure_*.py"))
    return {module.removeprefix("measure_"): import_module(f"{__package__}.{module}") for module in modules}


def on_shared(measure: Measure) -> Callable[[Path], Iterable[Score]] | None:
    """Give the part of a measure that uses development data, if it has one."""
    return getattr(measure, "shared", None)


def scores(only: str | None = None) -> Iterator[Score]:
    """Yield the scores of all measures, or of one, on all documents that are there."""
    folder = shared_folder()
    for name, measure in measures().items():
        if only in {None, name}:
            taken = on_shared(measure)
            if folder and taken:
                yield from taken(folder)
            yield from measure.own()


def read_floors() -> dict[str, float]:
    """Give the pinned floors by measure."""
    return json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}


def raised(floors: dict[str, float], found: Iterable[Score]) -> dict[str, float]:
    """Give floors with those raised that a score allows; none is ever lowered."""
    reached = {score.measure: math.floor(score.value * STEPS) / STEPS for score in found}
    return dict(sorted((floors | {name: max(value, floors.get(name, 0.0)) for name, value in reached.items()}).items()))


def write_floors(floors: dict[str, float]) -> None:
    """Pin floors."""
    FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


def read_quality() -> dict[str, Measured]:
    """Give the scores that the package ships, by measure."""
    return {score.measure: score for score in measured_quality()}


def write_quality(found: Iterable[Score], names: Iterable[str]) -> None:
    """Ship what was measured; of what was not measured now the former scores stay, as long as a name has them."""
    now = {score.measure: Measured(score.measure, round(score.value, 3), score.documents) for score in found}
    all_scores = read_quality() | now
    kept = [to_builtins(all_scores[name]) for name in sorted({*names} & all_scores.keys())]
    QUALITY.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
