"""`python -m tests.trust`: hostile documents, our patterns, killed builds, bad sizes; exits 1 for a fault."""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from .documents import documents
from .incremental import sequence
from .kills import kills
from .patterns import patterns, slow_patterns
from .reading import readings
from .scale import CASES, LINEAR, growth, large_pages

SIZE, SECONDS = 2**17, 3.0
"""Bytes of a text against a pattern, and the seconds that it may take: a quadratic pattern takes a minute."""


def main() -> int:
    """Run what is asked for, and give the exit code."""
    arguments = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    arguments.add_argument("--documents", type=int, default=10_000, metavar="N", help="documents that are read")
    arguments.add_argument("--kills", type=int, default=200, metavar="N", help="builds that are killed")
    arguments.add_argument("--sequences", type=int, default=200, metavar="N", help="sequences of edits")
    arguments.add_argument("--percent", type=int, default=100, metavar="N", help="of the size of bad cases")
    arguments.add_argument("--seed", type=int, default=1, metavar="N", help="other documents for another number")
    arguments.add_argument("--jobs", type=int, default=2, metavar="N", help="processes to work with")
    arguments.add_argument("--only", choices=sorted(RUNS), help="one run alone")
    chosen = arguments.parse_args()
    faults = 0
    for name in [chosen.only] if chosen.only else sorted(RUNS):
        for line in RUNS[name](chosen):
            faults += line.startswith("fault: ")
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return int(faults > 0)


def read_documents(chosen: argparse.Namespace) -> Iterator[str]:
    """Read random and mutated documents of all kinds."""
    counted = Counter[str]()
    reasons = Counter[str]()
    slowest: list[tuple[float, str]] = []
    for reading in readings(documents(chosen.seed, chosen.documents), jobs=chosen.jobs):
        counted["documents"] += 1
        counted["bytes"] += reading.size
        counted["articles"] += reading.articles
        counted["documents with articles"] += reading.articles > 0
        counted["documents refused with a reason"] += reading.articles == 0
        counted["documents over 5 seconds or 512 MiB"] += any("over" in reason for reason in reading.reasons)
        reasons.update(reading.reasons[:1] if not reading.articles else ())
        slowest = sorted([*slowest, (reading.seconds, reading.name)], reverse=True)[:3]
        yield from (f"fault: {reading.name}: {fault}" for fault in reading.faults)
    yield from (f"{number:>12,} {what}" for what, number in counted.items())
    yield f"{len(reasons):>12,} different reasons, the commonest: {', '.join(why for why, _ in reasons.most_common(5))}"
    yield f"{slowest[0][0]:>12.2f} seconds for the slowest: {', '.join(name for _, name in slowest)}"


def try_patterns(chosen: argparse.Namespace) -> Iterator[str]:
    """Try all patterns of the package on texts made against each."""
    for name, why in slow_patterns(SIZE, SECONDS, jobs=chosen.jobs).items():
        yield f"fault: {name}: {why}"
    yield f"{len(patterns()):>12,} patterns, each on texts of {SIZE:,} characters made against it"


def kill_builds(chosen: argparse.Namespace) -> Iterator[str]:
    """Kill builds at random moments, first ones, after an edit and anew."""
    counted = Counter[str]()
    with tempfile.TemporaryDirectory() as folder:
        for kill in kills(Path(folder), chosen.kills, chosen.seed):
            counted["builds killed" if not kill.ended else "builds that had ended before"] += 1
            counted[f"times the {kill.served} site was served"] += 1
            yield from (f"fault: {kill.way} build killed at {kill.share:.0%}: {fault}" for fault in kill.faults)
    yield from (f"{number:>12,} {what}" for what, number in sorted(counted.items()))


def edit_sites(chosen: argparse.Namespace) -> Iterator[str]:
    """Edit content at random, and compare each build with one from nothing."""
    counted = Counter[str]()
    for seed in range(chosen.seed, chosen.seed + chosen.sequences):
        with tempfile.TemporaryDirectory() as folder:
            for step in sequence(Path(folder), seed):
                counted[step.change] += 1
                yield from (f"fault: sequence {seed}: after {step.change}: {name}" for name in step.differing[:5])
    yield f"{chosen.sequences:>12,} sequences of edits, each build the same as one from nothing where no fault is told"
    yield from (f"{number:>12,} times {change}" for change, number in sorted(counted.items()))


def make_large_sites(chosen: argparse.Namespace) -> Iterator[str]:
    """Make the bad cases of size, and look at the size of pages and at how work grows."""
    for case in CASES:
        with tempfile.TemporaryDirectory() as folder:
            size = max(4 * case.quick, case.size * chosen.percent // 100)
            yield from (f"fault: {case.name}: {page}" for page in large_pages(case, size, Path(folder, "pages")))
            times = growth(case, max(case.quick, size // 16), Path(folder, "growth"))
            if times > LINEAR:
                yield f"fault: {case.name}: twice as much adds {times:.1f} times the work"
            yield f"{size:>12,} {case.name}: the second doubling adds {times:.2f} times the work of the first"


RUNS = {
    "documents": read_documents,
    "edits": edit_sites,
    "kills": kill_builds,
    "patterns": try_patterns,
    "sizes": make_large_sites,
}

if __name__ == "__main__":
    sys.exit(main())
