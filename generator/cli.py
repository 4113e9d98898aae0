"""The command line: `cuttings`, or `python -m generator`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, get_args

import msgspec

from generator import __version__
from generator.formats.folder import ADDRESSES
from generator.ledger import NEEDED, Decision
from generator.markup import json_text
from generator.model import Kind
from generator.problems import BuildError, ContentError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DONE, CONTENT_HAS_PROBLEMS, WRONG_USE = 0, 1, 2

CONFIG = Path("mkdocs.yml")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 the content has problems, 2 wrong use."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentError as error:
        _tell(error.problems, as_json=options.json, to=sys.stderr)
        return CONTENT_HAS_PROBLEMS
    except OSError as error:
        print(f"cuttings: {error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return WRONG_USE
    except BuildError as error:
        print(f"cuttings: {error}", file=sys.stderr)
        return WRONG_USE


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line with all commands and options."""
    main_parser = argparse.ArgumentParser(prog="cuttings", description="A folder of articles becomes a research site.")
    main_parser.add_argument("--version", action="version", version=f"cuttings {__version__}")
    commands = main_parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, run, about in (
        ("add", _add, "write articles from files, folders, patterns, tables or web addresses"),
        ("suggest", _suggest, "propose records for names that the authority files lack"),
        ("decide", _decide, "accept or reject proposed records, or enter a decision into the ledger"),
        ("check", _check, "tell every problem of the content"),
        ("build", _build, "make the whole site"),
        ("addresses", _addresses, "add the addresses of new pages to the file that holds all published ones"),
        ("takedown", _takedown, "remove an article for good, and leave at its address a page that says so"),
        ("serve", _serve, "show the site with live reload"),
        ("export", _export, "make the data files alone"),
    ):
        command = commands.add_parser(name, help=about, description=f"{about.capitalize()}.")
        command.set_defaults(run=run)
        _add_shared_options(command)
        _OPTIONS.get(name, lambda _: None)(command)
    return main_parser


def _add_shared_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="what people write")
    command.add_argument("--build", type=Path, default=Path("build"), metavar="DIR", help="what is generated")
    command.add_argument("--json", action="store_true", help="print JSON, one object a line")
    command.add_argument("--quiet", action="store_true", help="print problems only")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help="processes to work with")


def _add_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("source", nargs="+", help="a file, a folder, a pattern or a web address")
    command.add_argument("--rights", choices=("full", "excerpt", "digest", "metadata"), default="excerpt")
    command.add_argument("--retrieved", metavar="DATE", help="the day on which the files were fetched")
    command.add_argument("--keep", action="store_true", help="keep the raw documents in the content folder's raw/")
    command.add_argument("--dry-run", action="store_true", help="write nothing")


def _suggest_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--model", help="a spaCy pipeline by name, instead of the small English one")
    command.add_argument("--accept-all", action="store_true", help="accept every proposal")


def _decide_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("action", choices=("accept", "reject", *NEEDED), help="what to decide")
    command.add_argument("subject", nargs="+", help="ids of records or articles, for not-a-name the names")
    command.add_argument("--into", metavar="ID", help="merge: the record that stays; split: the new one")
    command.add_argument("--label", help="rename, split: the label")
    command.add_argument("--kind", choices=get_args(Kind), help="retype, split: the kind")
    command.add_argument("--name", action="append", default=[], help="split: a name that leaves the record")
    command.add_argument("--record", metavar="ID", help="not-a-name: the one record that does not bear the names")
    command.add_argument("--by", help="who decides")
    command.add_argument("--on", metavar="DATE", help="the day of the decision")
    command.add_argument("--why", help="the reason")


def _build_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="fail on any problem, and leave the old site")
    command.add_argument("--full", action="store_true", help="use nothing of an earlier build")
    command.add_argument("--no-search", action="store_true", help="leave the search index out")


def _takedown_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("article", metavar="ID", help="the article's id, in full")
    command.add_argument("--to", type=Path, metavar="DIR", help="move the article's file there instead of deleting it")


_OPTIONS = {
    "add": _add_options,
    "suggest": _suggest_options,
    "decide": _decide_options,
    "build": _build_options,
    "takedown": _takedown_options,
}


def _suggest(options: argparse.Namespace) -> int:
    from generator import cli_editing as editing  # noqa: PLC0415
    from generator.suggest.recognition import DEFAULT_MODEL  # noqa: PLC0415

    model = options.model or DEFAULT_MODEL
    report = editing.suggest(_existing(options.content), model=model, accept_all=options.accept_all)
    _tell(report.problems, as_json=options.json, to=sys.stderr)
    for proposal in report.proposals if options.json else ():
        print(msgspec.json.encode(proposal).decode())
    if not options.json and not options.quiet:
        written = ", ".join(str(options.content / name) for name in report.written) or "nothing"
        print(f"{len(report.proposals)} records proposed, {report.accepted} accepted; {written} changed")
    return CONTENT_HAS_PROBLEMS if report.problems else DONE


def _decide(options: argparse.Namespace) -> int:
    from generator import cli_editing as editing  # noqa: PLC0415

    content = _existing(options.content)
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


def _check(options: argparse.Namespace) -> int:
    from generator.build import understand  # noqa: PLC0415 (each command loads what it needs)
    from generator.model import Site  # noqa: PLC0415
    from generator.reading.content import read_content  # noqa: PLC0415

    content = read_content(_existing(options.content))
    _, problems = understand(Site(name=""), content)
    _tell(problems, as_json=options.json)
    if not problems and not options.quiet and not options.json:
        print(f"{len(content.articles)} articles and {len(content.records)} records: no problems")
    return CONTENT_HAS_PROBLEMS if problems else DONE


def _build(options: argparse.Namespace) -> int:
    from generator.build import build  # noqa: PLC0415
    from generator.engine import MkDocs  # noqa: PLC0415

    engine = MkDocs(_existing(CONFIG), strict=options.strict)
    report = build(
        engine.site,
        _existing(options.content),
        options.build,
        engine,
        strict=options.strict,
        search=not options.no_search,
        full=options.full,
        jobs=options.jobs,
    )
    _tell(report.problems, as_json=options.json, to=sys.stderr)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        problems = len(report.problems)
        left_out = f", {problems} problem{'s' if problems > 1 else ''} (see above)" if problems else ""
        print(f"{options.build / 'site'}: {report.articles} articles, {report.records} records{left_out}")
        if report.new_addresses:
            print(f"{len(report.new_addresses)} new addresses (`cuttings addresses` enters them into {ADDRESSES})")
    return DONE


def _addresses(options: argparse.Namespace) -> int:
    from generator import cli_addresses  # noqa: PLC0415

    report = cli_addresses.add_new(_existing(options.content))
    _tell(report.problems, as_json=options.json, to=sys.stderr)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print(f"{options.content / ADDRESSES}: {report.listed} addresses, {len(report.added)} of them new")
    return CONTENT_HAS_PROBLEMS if report.problems else DONE


def _takedown(options: argparse.Namespace) -> int:
    from generator import cli_addresses  # noqa: PLC0415

    report = cli_addresses.take_down(_existing(options.content), options.article, to=options.to)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print("\n".join(cli_addresses.told(report, options.content)))
    return DONE


def _serve(options: argparse.Namespace) -> int:
    from generator import engine  # noqa: PLC0415

    engine.serve(_existing(CONFIG), options.content)
    return DONE


def _export(options: argparse.Namespace) -> int:
    from generator.build import understand  # noqa: PLC0415
    from generator.engine import MkDocs  # noqa: PLC0415
    from generator.exports import package  # noqa: PLC0415
    from generator.reading.content import read_content  # noqa: PLC0415
    from generator.writing import replace_file  # noqa: PLC0415

    corpus, problems = understand(MkDocs(_existing(CONFIG)).site, read_content(_existing(options.content)))
    _tell(problems, as_json=options.json, to=sys.stderr)
    for path, written in package.files(corpus):
        target = options.build / "site" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, written)
    return DONE


def _add(options: argparse.Namespace) -> int:
    from generator.ingest.add import add, as_json  # noqa: PLC0415

    report = add(
        options.source,
        options.content,
        rights=options.rights,
        retrieved=options.retrieved,
        dry_run=options.dry_run,
        jobs=options.jobs,
        keep=options.keep,
    )
    for outcome in report.outcomes if options.json else ():
        print(json_text(as_json(outcome)))
    if not options.json and not options.quiet:
        for outcome in report.outcomes:
            print(f"{outcome.action} {options.content / outcome.path}")
        told = ", ".join(f"{len(report.of(action))} {action}" for action in ("written", "updated", "unchanged"))
        print(f"{told}; {len(report.proposed)} records proposed{' (nothing was written)' if options.dry_run else ''}")
    _tell(report.problems, as_json=options.json, to=sys.stderr)
    return CONTENT_HAS_PROBLEMS if report.problems else DONE


def _tell(problems: Iterable[Problem], *, as_json: bool, to: TextIO | None = None) -> None:
    for problem in problems:
        print(msgspec.json.encode(problem).decode() if as_json else problem, file=to)


def _existing(path: Path) -> Path:
    if not path.exists():
        raise FileNotFoundError(2, "is not there (run cuttings in the folder that holds mkdocs.yml)", str(path))
    return path
