"""`cuttings serve`: show the site with live reload."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.commands.shared import CONFIG, DONE, add_redactions, existing, redactions

if TYPE_CHECKING:
    import argparse

ABOUT = "show the site with live reload"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    add_redactions(command)


def run(options: argparse.Namespace) -> int:
    """Show the site with live reload; gives the exit code."""
    from generator import engine

    engine.serve(existing(CONFIG), options.content, redactions(options))
    return DONE
