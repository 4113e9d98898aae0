"""`python -m tests.trust`: the long runs of what the tests try in short, and a table of all that they found.

A run that was broken off goes on where it ended; exits 1 for a fault.
"""

import argparse
import sys
from pathlib import Path

from .ledger import Ledger
from .runs import RUNS
from .table import FOLDER, lines, table


def main() -> int:
    """Run what is asked for, and give the exit code."""
    arguments = argparse.ArgumentParser(prog="python -m tests.trust", description=__doc__)
    arguments.add_argument("--only", choices=sorted(RUNS), help="one run alone")
    arguments.add_argument("--number", type=int, metavar="N", help="trials of each run, in place of what is asked")
    arguments.add_argument("--seed", type=int, default=1, metavar="N", help="other trials for another number")
    arguments.add_argument("--jobs", type=int, default=2, metavar="N", help="processes to work with")
    arguments.add_argument("--table", action="store_true", help="no run, only the table of what was found")
    arguments.add_argument("--anew", action="store_true", help="forget what earlier runs found")
    arguments.add_argument("--ledgers", type=Path, default=FOLDER, metavar="DIR", help="where what was found is kept")
    chosen = arguments.parse_args()
    for name in [] if chosen.table else [chosen.only] if chosen.only else RUNS:
        run, ledger = RUNS[name], Ledger(chosen.ledgers / f"{name}.jsonl")
        if chosen.anew:
            ledger.clear()
        places = ledger.missing(chosen.seed, range(chosen.number or run.asked))
        for trial in run.trials(chosen.seed, places, chosen.jobs) if places else ():
            ledger.add(trial)
            for fault in trial.faults:
                sys.stdout.write(f"fault: {name} {trial.seed}/{trial.place}: {trial.name}: {fault}\n")
                sys.stdout.flush()
    rows = table(chosen.ledgers)
    sys.stdout.write("\n".join(["", *lines(rows), ""]))
    return int(any(row.enough is False for row in rows))


if __name__ == "__main__":
    sys.exit(main())
