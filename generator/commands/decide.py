"""`cuttings decide`: walk through what waits, accept or reject proposed records, enter a decision into the ledger."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO, get_args

import msgspec

from generator.commands.shared import DONE, existing
from generator.ledger import NEEDED, Decision
from generator.markup import json_text
from generator.model import Kind
from generator.problems import BuildError

if TYPE_CHECKING:
    import argparse

ABOUT = "walk through what waits; or accept, reject, or enter a decision into the ledger"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument(
        "action", nargs="?", choices=("accept", "reject", *NEEDED), help="what to decide; without it, all that waits"
    )
    command.add_argument("subject", nargs="*", help="ids of records or articles, for not-a-name the names")
    command.add_argument("--into", metavar="ID", help="merge: the record that stays; split: the new one")
    command.add_argument("--label", help="rename, split: the label")
    command.add_argument("--kind", choices=get_args(Kind), help="retype, split: the kind")
    command.add_argument("--name", action="append", default=[], help="split: a name that leaves the record")
    command.add_argument("--record", metavar="ID", help="not-a-name: the one record that does not bear the names")
    command.add_argument("--by", help="who decides")
    command.add_argument("--on", metavar="DATE", help="the day of the decision")
    command.add_argument("--why", help="the reason")


def run(options: argparse.Namespace) -> int:
    """Walk through what waits, or enter one decision; gives the exit code."""
    from generator.editing import proposals as editing

    content = existing(options.content)
    if options.action is None:
        return _walk(options)
    if not options.subject:
        raise BuildError(f"a decision to {options.action} needs what it is about")
    if options.action == "accept":
        report = editing.accept(content, options.subject, by=options.by, on=options.on)
    elif options.action == "reject":
        report = editing.reject(content, options.subject, by=options.by, on=options.on, why=options.why)
    else:
        report = editing.decide(content, _decision(options))
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print(f"{', '.join(str(content / name) for name in report.written) or 'nothing'} changed")
    return DONE


class _Lines:
    """The console: lines from standard input; what is told goes where standard output is free for it."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def ask(self, prompt: str) -> str | None:
        """Give a line that somebody wrote, None at the end of all."""
        print(prompt, end="", flush=True, file=self._out)
        try:
            return input()
        except (EOFError, KeyboardInterrupt):
            print(file=self._out)
            return None

    def tell(self, line: str) -> None:
        """Show a line."""
        print(line, file=self._out)


def _walk(options: argparse.Namespace) -> int:
    from generator.editing.answers import Signed
    from generator.editing.overview import overview
    from generator.editing.session import Session
    from generator.editing.walk import told, walk

    seen = overview(options.content, options.build / "cache", options.jobs)
    session = Session(options.content, seen.content)
    console = _Lines(sys.stderr if options.json else sys.stdout)
    walk(session, seen.gathered, seen.waiting, console, Signed(options.by, options.on))
    if options.json:
        print(json_text({"decisions": session.decisions, "written": session.changed()}))
    else:
        print("\n".join(told(session)))
    return DONE


def _decision(options: argparse.Namespace) -> Decision:
    """Make the ledger's entry of what was asked for; raises BuildError where it would say nothing."""
    names = options.subject if options.action == "not-a-name" else options.name
    about_articles = options.action in {"same-story", "not-same-story"}
    about_record = options.action not in {"not-a-name", "same-story", "not-same-story"}
    decision = Decision(
        decision=options.action,
        record=options.subject[0] if about_record else options.record,
        into=options.into,
        label=options.label,
        kind=options.kind,
        names=tuple(names),
        articles=tuple(options.subject) if about_articles else (),
        by=options.by,
        on=options.on,
        why=options.why,
    )
    missing = [key for key in NEEDED[options.action] if not getattr(decision, key)]
    if missing or (about_record and len(options.subject) > 1):
        wanted = f"--{missing[0].removesuffix('s')}" if missing else "one record at a time"
        raise BuildError(f"a decision to {options.action} needs {wanted}")
    return decision
