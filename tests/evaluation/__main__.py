"""`python -m tests.evaluation`: print measure, value, floor, aim and documents; exit 1 where a floor is missed."""

import argparse
import sys

from .scoring import (
    SHARED_ABSENT,
    Score,
    measures,
    raised,
    read_floors,
    scores,
    shared_folder,
    write_floors,
    write_quality,
)

COLUMNS = ("measure", "value", "floor", "aim", "documents")


def main() -> int:
    """Print the table, pin higher floors where that is asked for, and give the exit code."""
    arguments = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    arguments.add_argument("--raise-floors", action="store_true", help="pin what is reached now where it is higher")
    arguments.add_argument("--only", choices=sorted(measures()), help="run one measure")
    arguments.add_argument("--faults", action="store_true", help="tell what was missed and what was wrong")
    chosen = arguments.parse_args()
    found = [*scores(chosen.only)]
    floors = read_floors()
    if chosen.raise_floors:
        floors = raised(floors, found)
        write_floors(floors)
        write_quality(found, floors)
    sys.stdout.write(table(found, floors))
    if chosen.faults:
        sys.stdout.writelines(
            f"\n{score.measure}\n  " + "\n  ".join(score.faults) + "\n" for score in found if score.faults
        )
    sys.stdout.write(f"\n{which_ran()}\n")
    return int(any(score.value < floors.get(score.measure, 0.0) for score in found))


def which_ran() -> str:
    """Tell on which documents the measures were taken."""
    folder = shared_folder()
    if folder is None:
        return f"Only the project's own documents: {SHARED_ABSENT}."
    return f"The project's own documents, and the development data in {folder}."


def table(found: list[Score], floors: dict[str, float]) -> str:
    """Give a table in Markdown with columns of equal width."""
    rows = [COLUMNS, *(_row(score, floors) for score in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    rule = "| " + " | ".join("-" * width for width in widths) + " |"
    return "\n".join([lines[0], rule, *lines[1:]]) + "\n"


def _row(score: Score, floors: dict[str, float]) -> tuple[str, ...]:
    floor = floors.get(score.measure)
    pinned = "none" if floor is None else f"{floor:.3f}" + (" MISSED" if score.value < floor else "")
    return score.measure, f"{score.value:.3f}", pinned, f"{score.aim:.2f}", score.documents


if __name__ == "__main__":
    sys.exit(main())
