"""`cuttings new`: begin an article, as a file with the keys that one usually needs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, get_args

import msgspec

from generator.commands.shared import DONE, existing
from generator.model import FrontMatter, Genre, Rights, Source
from generator.normalise import one_line
from generator.problems import BuildError

if TYPE_CHECKING:
    import argparse

ABOUT = "begin an article, as a file with the keys that one usually needs"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("title", help="the title that the site shows")
    command.add_argument("--published", metavar="DATE", help="year, year-month or day")
    command.add_argument("--outlet", help="id or name of the outlet; one that has no record gets a proposed one")
    command.add_argument("--headline", help="the headline as printed")
    command.add_argument("--url", help="where it stands on the web")
    command.add_argument("--author", action="append", default=[], help="a name as printed; may be given again")
    command.add_argument("--genre", choices=get_args(Genre), default="news", help="what sort of text it is")
    command.add_argument("--rights", choices=get_args(Rights), default="excerpt", help="what the site may show")
    command.add_argument("--language", default="en", help="the language of the text")


def run(options: argparse.Namespace) -> int:
    """Write the file of a new article and tell its path; gives the exit code."""
    from generator.editing.beginning import begin

    title = one_line(options.title)
    if not title:
        raise BuildError("the title is empty (give the article a title)")
    source = Source(options.headline, options.outlet, options.url, tuple(options.author))
    front = FrontMatter(
        title,
        published=options.published,
        date_status="stated" if options.published else "unknown",
        source=source,
        genre=options.genre,
        rights=options.rights,
        language=options.language,
    )
    report = begin(existing(options.content), front)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print(options.content / report.path)
        if report.proposed:
            print(f"a record is proposed for the outlet: {report.proposed}", file=sys.stderr)
    return DONE
