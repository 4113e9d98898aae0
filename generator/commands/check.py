"""`cuttings check`: tell every problem of the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.shared import CONTENT_HAS_PROBLEMS, DONE, add_redactions, existing, redactions, tell

if TYPE_CHECKING:
    import argparse

ABOUT = "tell every problem of the content"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)


def run(options: argparse.Namespace) -> int:
    """Tell every problem of the content; gives the exit code."""
    from generator.model import Site
    from generator.reading.content import read_content
    from generator.understanding import understand

    content = read_content(existing(options.content), redactions=redactions(options))
    _, problems = understand(Site(name=""), content)
    tell(problems, as_json=options.json)
    if not problems and not options.quiet and not options.json:
        print(f"{len(content.articles)} articles and {len(content.records)} records: no problems")
    return CONTENT_HAS_PROBLEMS if problems else DONE
