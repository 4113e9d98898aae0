"""`cuttings addresses`: add the addresses of new pages to the file that holds all published ones."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, add_redactions, existing, redactions, tell
from generator.formats.folder import ADDRESSES

if TYPE_CHECKING:
    import argparse

ABOUT = "add the addresses of new pages to the file that holds all published ones"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)


def run(options: argparse.Namespace) -> int:
    """Add the addresses of new pages to the file that holds all published ones; gives the exit code."""
    from generator.editing import addresses

    report = addresses.add_new(existing(options.content), redactions(options))
    tell(report.problems, as_json=options.json, to=sys.stderr)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print(f"{options.content / ADDRESSES}: {report.listed} addresses, {len(report.added)} of them new")
    return CONTENT_HAS_PROBLEMS if report.problems else DONE
