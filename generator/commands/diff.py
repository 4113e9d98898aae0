"""`cuttings diff`: tell what differs between two builds or two commits."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.commands.shared import CONFIG, CONTENT_HAS_PROBLEMS, DONE, add_redactions, existing, redactions
from generator.markup import json_text

if TYPE_CHECKING:
    import argparse

    from generator.comparing.difference import Difference
    from generator.model import Site
    from generator.problems import Problem

ABOUT = "tell what differs on the site between two builds or two commits"

MOST = 20
WORK = ".diff-"
"""How the names of folders begin in which pages are made for a comparison."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("base", metavar="BASE", help="a commit, or the folder of a build")
    command.add_argument("head", metavar="HEAD", nargs="?", help="another; without it the content, or the build, as is")
    command.add_argument("--markdown", action="store_true", help="print Markdown for the summary of a pull request")
    add_redactions(command)
    command.add_argument("--most", type=int, default=MOST, metavar="N", help=f"changes of each sort to tell ({MOST})")


def run(options: argparse.Namespace) -> int:
    """Tell what differs between two builds or two commits; gives the exit code: 1 if there are new problems."""
    from generator.comparing.telling import as_markdown, as_text

    difference = _difference(options)
    if options.json:
        members = difference.__struct_fields__
        print(json_text({name: _plain(getattr(difference, name)) for name in members if name != "changes"}))
        for change in difference.changes:
            print(json_text(_plain(change)))
    elif options.markdown:
        print(as_markdown(difference, options.most), end="")
    elif not options.quiet:
        print("\n".join(as_text(difference, options.most)))
    return CONTENT_HAS_PROBLEMS if difference.has_new_problems else DONE


class _Made(NamedTuple):
    name: str
    folder: Path
    problems: tuple[Problem, ...]


def _difference(options: argparse.Namespace) -> Difference:
    from generator.comparing.builds import is_build, read_sides
    from generator.comparing.compare import compare
    from generator.engine import MkDocs

    options.build.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=WORK, dir=options.build) as work:
        site = None if is_build(Path(options.base)) else MkDocs(existing(CONFIG)).site
        base = _made(options.base, options, site, Path(work) / "base", options.build)
        named = options.head or (str(options.build) if site is None else None)
        site = site or (None if named and is_build(Path(named)) else MkDocs(existing(CONFIG)).site)
        head = _made(named, options, site, Path(work) / "head", base.folder)
        return compare(*read_sides(base.folder, head.folder, (base.name, head.name), (base.problems, head.problems)))


def _made(named: str | None, options: argparse.Namespace, site: Site | None, work: Path, like: Path) -> _Made:
    """Give a build's folder, or make the pages of a commit, or of the content; `like` is a build near to it."""
    from generator.comparing.builds import is_build, read_problems
    from generator.editing.history import content_of, pages_of

    if named and is_build(Path(named)):
        return _Made(named, Path(named), read_problems(Path(named)))
    assert site is not None
    content = content_of(named, options.content, work) if named else existing(options.content)
    return _Made(
        named or str(options.content), work, pages_of(site, content, work, like, redactions(options), options.jobs)
    )


def _plain(value: object) -> object:
    import msgspec

    return msgspec.to_builtins(value)
