"""`cuttings suggest`: propose records for names that the authority files lack."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import (
    CONTENT_HAS_PROBLEMS,
    DONE,
    add_redactions,
    add_scheduler_option,
    existing,
    redactions,
    tell,
)

if TYPE_CHECKING:
    import argparse

ABOUT = "propose records for names that the authority files lack"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("--model", help="a spaCy pipeline by name, instead of the small English one")
    add_redactions(command)
    command.add_argument("--accept-all", action="store_true", help="accept every proposal")
    add_scheduler_option(command)


def run(options: argparse.Namespace) -> int:
    """Propose records for names that the authority files lack; gives the exit code."""
    from generator.cluster import workers_of
    from generator.editing import proposals as editing
    from generator.suggest.recognition import DEFAULT_MODEL

    model = options.model or DEFAULT_MODEL
    content = existing(options.content)
    with workers_of(options.scheduler) as executor:
        report = editing.suggest(
            content,
            model=model,
            accept_all=options.accept_all,
            jobs=options.jobs,
            executor=executor,
            redactions=redactions(options),
        )
    tell(report.problems, as_json=options.json, to=sys.stderr)
    for proposal in report.proposals if options.json else ():
        print(msgspec.json.encode(proposal).decode())
    if not options.json and not options.quiet:
        written = ", ".join(str(options.content / name) for name in report.written) or "nothing"
        print(f"{len(report.proposals)} records proposed, {report.accepted} accepted; {written} changed")
    return CONTENT_HAS_PROBLEMS if report.problems else DONE
