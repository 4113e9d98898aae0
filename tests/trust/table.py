"""The table of all that was found: what is asked, what was seen, and how much of it by the program as it is now."""

from __future__ import annotations

import ast
import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import hostile
from conftest import ROOT

from .ledger import Ledger, this_program
from .scale import CASES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .ledger import Trial

FOLDER = ROOT / "build/trust"
COVERAGE = ROOT / "build/coverage"
MUTATION_TARGET = 85


class Row(NamedTuple):
    """A measure: what is asked, what was seen, and whether that is enough; None where nothing was seen yet."""

    measure: str
    asked: str
    seen: str
    enough: bool | None


def table(ledgers: Path = FOLDER) -> list[Row]:
    """Give all measures from the ledgers of the runs, from the code and from what other targets left."""
    kept = {path.stem: Ledger(path).trials() for path in sorted(ledgers.glob("*.jsonl"))}
    return [
        *_counted(
            kept.get("kills", []),
            "builds killed at random moments",
            200,
            "sites corrupt, or not made good",
            no_trial="ended before",
        ),
        *_counted(kept.get("variations", []), "builds in other surroundings", 7, "sites with other bytes"),
        *_counted(kept.get("edits", []), "sequences of edits", 200, "sites other than made at once"),
        *_counted(kept.get("documents", []), "hostile documents read", 10_000, "tracebacks and wrong articles"),
        *_slowest(kept.get("documents", []), "seconds for the slowest document"),
        *_counted(
            kept.get("articles", []), "hostile articles annotated", 1_000, "over 5 seconds or 512 MiB, or failed"
        ),
        *_slowest(kept.get("articles", []), "seconds for the slowest article"),
        *_counted(kept.get("patterns", []), "trials of all patterns", 1, "patterns that are not linear"),
        *_counted(kept.get("sizes", []), "bad cases of size", len(CASES), "pages too large, work not linear"),
        *_vectors(kept.get("vectors", [])),
        _at_least("hostile texts of our own", 400, len(hostile.VECTORS) + len(hostile.BODIES)),
        _at_least("properties", 60, properties()),
        *_coverage(),
        *_mutation(kept.get("mutation", [])),
    ]


def lines(rows: list[Row]) -> Iterator[str]:
    """Give the table as text."""
    widths = [
        max(map(len, column)) for column in zip(*((row.measure, row.asked, row.seen) for row in rows), strict=True)
    ]
    for row in [Row("measure", "asked", "seen", enough=True), *rows]:
        mark = {None: "not run", True: "", False: "not enough"}[row.enough]
        cells = (row.measure.ljust(widths[0]), row.asked.rjust(widths[1]), row.seen.ljust(widths[2]), mark)
        yield "  ".join(cells).rstrip()


def properties() -> int:
    """Count the properties in the tests: functions that Hypothesis gives examples."""
    found = 0
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                calls = [one.func for one in node.decorator_list if isinstance(one, ast.Call)]
                found += any(isinstance(one, ast.Name) and one.id == "given" for one in calls)
    return found


def _at_least(measure: str, asked: int, seen: int) -> Row:
    return Row(measure, f"{asked:,}", f"{seen:,}", seen >= asked)


def _counted(trials: list[Trial], measure: str, asked: int, fault: str, no_trial: str = "") -> Iterator[Row]:
    """Yield how many trials were made, but for those that came to nothing as `no_trial` says, and all their faults."""
    made = [trial for trial in trials if no_trial not in trial.counts]
    now = sum(trial.program == this_program() for trial in made)
    of_now = "" if now == len(made) else f" ({now:,} by the program as it is now)"
    yield Row(measure, f"{asked:,}", f"{len(made):,}{of_now}", len(made) >= asked if trials else None)
    wrong = [f"{trial.seed}/{trial.place}" for trial in trials if trial.faults]
    yield Row(f"  {fault}", "0", f"{len(wrong):,} {' '.join(wrong[:5])}".strip(), not wrong if trials else None)


def _slowest(trials: list[Trial], measure: str) -> Iterator[Row]:
    slowest = max(trials, key=lambda trial: trial.seconds, default=None)
    said = f"{slowest.seconds:.2f} {slowest.name}" if slowest else "-"
    yield Row(f"  {measure}", "5", said, slowest.seconds <= 5 if slowest else None)


def _vectors(trials: list[Trial]) -> Iterator[Row]:
    for trial in trials:
        given = trial.counts.get("texts", 0)
        yield Row(f"{trial.name} in a browser", "400", f"{given:,}", given >= 400)
        yield Row("  tests of them that fail", "0", f"{len(trial.faults)}", not trial.faults)
    if not trials:
        yield Row("hostile texts in a browser", "400", "-", None)


def _coverage() -> Iterator[Row]:
    for name, what, asked in (("strict", "the strict modules", 100), ("all", "all modules", 95)):
        path = COVERAGE / f"{name}.json"
        totals = json.loads(path.read_text("utf-8"))["totals"] if path.exists() else {}
        seen = totals.get("percent_covered", 0.0)
        yield Row(
            f"branch coverage of {what}",
            f"{asked} %",
            f"{seen:.2f} %" if totals else "-",
            seen >= asked if totals else None,
        )


def _mutation(trials: list[Trial]) -> Iterator[Row]:
    for trial in trials:
        counts = Counter(trial.counts)
        score = 100 * counts["noticed"] / max(1, counts["changes"])
        said = f"{score:.1f} % of {counts['changes']:,} changes"
        yield Row(f"mutation score of {trial.name}", f"{MUTATION_TARGET} %", said, score >= MUTATION_TARGET)
    if not trials:
        yield Row("mutation score", f"{MUTATION_TARGET} %", "-", None)
