"""`cuttings export`: make the data files alone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from generator.commands.shared import CONFIG, DONE, add_redactions, existing, redactions, tell

if TYPE_CHECKING:
    import argparse

ABOUT = "make the data files alone"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)


def run(options: argparse.Namespace) -> int:
    """Make the data files alone; gives the exit code."""
    from generator.build import understand
    from generator.engine import MkDocs
    from generator.exports import package
    from generator.holding import held
    from generator.reading.content import read_content
    from generator.redacting.leaks import check_files
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
