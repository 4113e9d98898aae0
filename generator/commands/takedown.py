"""`cuttings takedown`: remove an article for good, and leave at its address a page that says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import DONE, existing

if TYPE_CHECKING:
    import argparse

ABOUT = "remove an article for good, and leave at its address a page that says so"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("article", metavar="ID", help="the article's id, in full")
    command.add_argument("--to", type=Path, metavar="DIR", help="move its files there instead of deleting them")


def run(options: argparse.Namespace) -> int:
    """Remove an article for good, and leave at its address a page that says so; gives the exit code."""
    from generator.editing import takedown

    report = takedown.take_down(existing(options.content), options.article, to=options.to, build=options.build)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print("\n".join(takedown.told(report, options.content)))
    return DONE
