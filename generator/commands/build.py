"""`cuttings build`: make the whole site."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import CONFIG, DONE, existing, tell
from generator.formats.folder import ADDRESSES

if TYPE_CHECKING:
    import argparse

ABOUT = "make the whole site"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("--strict", action="store_true", help="fail on any problem, and leave the old site")
    command.add_argument("--full", action="store_true", help="use nothing of an earlier build")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")


def run(options: argparse.Namespace) -> int:
    """Make the whole site; gives the exit code."""
    from generator.build import build
    from generator.engine import MkDocs

    engine = MkDocs(existing(CONFIG), strict=options.strict)
    report = build(
        engine.site,
        existing(options.content),
        options.build,
        engine,
        strict=options.strict,
        search=not options.no_search,
        full=options.full,
        jobs=options.jobs,
    )
    tell(report.problems, as_json=options.json, to=sys.stderr)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        problems = len(report.problems)
        left_out = f", {problems} problem{'s' if problems > 1 else ''} (see above)" if problems else ""
        print(f"{options.build / 'site'}: {report.articles} articles, {report.records} records{left_out}")
        if report.new_addresses:
            print(f"{len(report.new_addresses)} new addresses (`cuttings addresses` enters them into {ADDRESSES})")
    return DONE
