"""`cuttings export`: make the data files alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.commands.shared import CONFIG, DONE, existing, tell

if TYPE_CHECKING:
    import argparse

ABOUT = "make the data files alone"


def add_options(_: argparse.ArgumentParser) -> None:
    """Add the command's own options."""


def run(options: argparse.Namespace) -> int:
    """Make the data files alone; gives the exit code."""
    from generator.build import understand
    from generator.engine import MkDocs
    from generator.exports import package
    from generator.reading.content import read_content
    from generator.writing import replace_file

    corpus, problems = understand(MkDocs(existing(CONFIG)).site, read_content(existing(options.content)))
    tell(problems, as_json=options.json, to=sys.stderr)
    for path, written in package.files(corpus):
        target = options.build / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, written)
    return DONE
