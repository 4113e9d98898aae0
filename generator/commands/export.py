"""`cuttings export`: make the data files alone, or an archive of the whole site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import CONFIG, DONE, add_redactions, existing, redactions, tell

if TYPE_CHECKING:
    import argparse

ABOUT = "make the data files alone, or an archive of the whole site"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)
    command.add_argument(
        "--zip", type=Path, metavar="FILE", help="make the whole site, and an archive of it to be read anywhere"
    )
    command.set_defaults(strict=False, full=False, no_search=False, scheduler=None, profile=False, join=None)


def run(options: argparse.Namespace) -> int:
    """Make the data files alone, or an archive of the whole site; gives the exit code."""
    return _archived(options) if options.zip else _data_made(options)


def _data_made(options: argparse.Namespace) -> int:
    from generator.engine import MkDocs
    from generator.exports import package
    from generator.holding import held
    from generator.reading.content import read_content
    from generator.redacting.leaks import check_files
    from generator.understanding import understand
    from generator.writing import replace_file

    content = read_content(existing(options.content), redactions=redactions(options))
    corpus, problems = understand(MkDocs(existing(CONFIG)).site, content)
    tell(problems, as_json=options.json, to=sys.stderr)
    files = [*package.files(corpus)]
    check_files(files, content.censor)
    with held(options.build):
        for path, written in files:
            target = options.build / "site" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            replace_file(target, written)
    return DONE


def _archived(options: argparse.Namespace) -> int:
    """Make the site as `build` does, and put it into an archive."""
    from generator.archive import write_archive
    from generator.commands.build import site_as_asked

    report = site_as_asked(options)
    tell(report.problems, as_json=options.json, to=sys.stderr)
    archive = write_archive(options.build / "site", options.zip)
    if options.json:
        print(msgspec.json.encode(archive).decode())
    elif not options.quiet:
        print(f"{archive.path}: {archive.files} files; {archive.readme} in it says how to read it")
    return DONE
