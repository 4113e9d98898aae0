"""`python -m tests.bench [ARTICLES]`: peers and ours in turn; writes the table to docs/benchmarks.md."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from .corpus import write_corpus
from .rounds import measure
from .table import PAGE, section, with_section


def main() -> None:
    """Make the corpora, run the rounds, print the table and write it."""
    arguments = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    arguments.add_argument("articles", type=int, nargs="?", default=1_000, help="articles of the corpus")
    arguments.add_argument("--rounds", type=int, default=3, metavar="N", help="how often all is measured")
    arguments.add_argument("--folder", type=Path, help="where to work, instead of a folder that is removed afterwards")
    arguments.add_argument("--page", type=Path, default=PAGE, help="the page of the documentation to write")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="cuttings-bench-", dir=chosen.folder) as folder:
        whole, tenth = Path(folder, "whole"), Path(folder, "tenth")
        write_corpus(whole, chosen.articles)
        write_corpus(tenth, max(1, chosen.articles // 10))
        rounds = []
        for number in range(chosen.rounds):
            said = f"round {number + 1} of {chosen.rounds}"
            rounds.append(measure(whole, tenth, lambda what, said=said: sys.stderr.write(f"{said}: {what}\n")))
            text = section(chosen.articles, rounds, datetime.now(UTC).date().isoformat())
            before = chosen.page.read_text(encoding="utf-8") if chosen.page.exists() else ""
            chosen.page.write_text(with_section(before, chosen.articles, text), encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
