"""`cuttings add`: write articles from files, folders, patterns, tables or web addresses."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, add_scheduler_option, tell
from generator.markup import json_text

if TYPE_CHECKING:
    import argparse

ABOUT = "write articles from files, folders, patterns, tables or web addresses"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("source", nargs="+", help="a file, a folder, a pattern or a web address")
    command.add_argument(
        "--rights",
        choices=("full", "excerpt", "digest", "metadata"),
        default="excerpt",
        help="what the site may show of what has no rights of its own",
    )
    command.add_argument("--retrieved", metavar="DATE", help="the day on which the files were fetched")
    command.add_argument("--keep", action="store_true", help="keep the raw documents in the content folder's raw/")
    command.add_argument("--dry-run", action="store_true", help="write nothing")
    add_scheduler_option(command)


def run(options: argparse.Namespace) -> int:
    """Write articles from files, folders, patterns, tables or web addresses; gives the exit code."""
    from generator.cluster import workers_of
    from generator.ingest.add import add, as_json

    with workers_of(options.scheduler) as executor:
        report = add(
            options.source,
            options.content,
            rights=options.rights,
            retrieved=options.retrieved,
            dry_run=options.dry_run,
            jobs=options.jobs,
            executor=executor,
            keep=options.keep,
        )
    for outcome in report.outcomes if options.json else ():
        print(json_text(as_json(outcome)))
    if not options.json and not options.quiet:
        for outcome in report.outcomes:
            print(f"{outcome.action} {options.content / outcome.path}")
        told = ", ".join(f"{len(report.of(action))} {action}" for action in ("written", "updated", "unchanged"))
        print(f"{told}; {len(report.proposed)} records proposed{' (nothing was written)' if options.dry_run else ''}")
    tell(report.problems, as_json=options.json, to=sys.stderr)
    return CONTENT_HAS_PROBLEMS if report.problems else DONE
