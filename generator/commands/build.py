"""`cuttings build`: make the whole site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import time_ns
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import (
    CONFIG,
    DONE,
    add_redactions,
    add_scheduler_option,
    existing,
    redactions,
    tell,
)
from generator.commands.waiting import shown, table
from generator.formats.folder import ADDRESSES
from generator.report import write_report
from generator.shards import Shard, shard
from generator.unchanged import Watch, standing_report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.progress import Spent
    from generator.redacting.entries import Redaction
    from generator.report import Report

ABOUT = "make the whole site"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)
    command.add_argument("--strict", action="store_true", help="fail on any problem, and leave the old site")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")
    how = command.add_mutually_exclusive_group()
    how.add_argument("--full", action="store_true", help="use nothing of an earlier build")
    how.add_argument("--shard", type=_shard, metavar="N/ALL", help="make only the part N of ALL of the site, as a file")
    how.add_argument("--join", type=Path, nargs="+", metavar="PART", help="make the site of the parts of all shards")
    add_scheduler_option(command)
    command.add_argument("--profile", action="store_true", help="tell where the time went, here and in report.json")


def run(options: argparse.Namespace) -> int:
    """Make the whole site, or see that it stands as it would be made; gives the exit code."""
    if options.shard:
        return _part_built(options, redactions(options))
    report = site_as_asked(options)
    if options.profile and not options.json:
        print(table(report.stages), file=sys.stderr)
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


def site_as_asked(options: argparse.Namespace) -> Report:
    """Make the site, or see that it stands as it would be made, and give the report."""
    redacted = redactions(options)
    given: tuple[object, ...] = (str(CONFIG.absolute()), options.strict, options.no_search)
    if redacted:
        from generator.redacting.entries import digest_of_list

        given = (*given, digest_of_list(redacted))
    anew = options.full or options.join
    report = None if anew else standing_report(options.build, options.content, given)
    if report is None:
        return _built(options, given, redacted)
    write_report(options.build, report)
    return report


def _built(options: argparse.Namespace, given: object, redacted: Sequence[Redaction]) -> Report:
    """Make the site, by what is imported only where there is something to do."""
    began = time_ns()
    from generator.build import build
    from generator.cluster import workers_of
    from generator.engine import MkDocs
    from generator.holding import held

    engine = MkDocs(existing(CONFIG), strict=options.strict)
    watch = Watch(existing(options.content), engine.inputs, given, began)
    spent: list[Spent] = []
    waiting = shown(spent, quiet=options.quiet or options.json)
    with held(options.build), workers_of(options.scheduler) as executor, waiting as progress:
        if options.join:
            from generator.parts import take_in

            take_in(options.join, options.build.resolve())
        report = build(
            engine.site,
            options.content,
            options.build,
            engine,
            strict=options.strict,
            search=not options.no_search,
            full=options.full,
            jobs=options.jobs,
            executor=executor,
            redactions=redacted,
            progress=progress,
        )
        watch.remember(options.build, report)
        if options.profile:
            report = msgspec.structs.replace(report, stages=tuple(spent))
            write_report(options.build, report)
    return report


def _part_built(options: argparse.Namespace, redacted: Sequence[Redaction]) -> int:
    from generator.build_shard import build_shard
    from generator.cluster import workers_of
    from generator.engine import MkDocs

    engine = MkDocs(existing(CONFIG), strict=options.strict)
    waiting = shown([], quiet=options.quiet or options.json)
    with workers_of(options.scheduler) as executor, waiting as progress:
        part, generation = build_shard(
            engine.site,
            existing(options.content),
            options.build,
            engine,
            options.shard,
            strict=options.strict,
            search=not options.no_search,
            jobs=options.jobs,
            executor=executor,
            redactions=redacted,
            progress=progress,
        )
    tell(generation.problems, as_json=options.json, to=sys.stderr)
    if not options.quiet:
        print(f"{options.build / part.name}: {len(generation.docs.files)} files")
    return DONE


def _shard(written: str) -> Shard:
    try:
        return shard(written)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
