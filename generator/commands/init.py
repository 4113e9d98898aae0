"""`cuttings init`: write the repository of a new site into an empty folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import DONE

if TYPE_CHECKING:
    import argparse

ABOUT = "write the repository of a new site into an empty folder"


def add_options(command: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    command.add_argument("folder", type=Path, help="a folder that is empty or not there yet")
    command.add_argument("--name", help="what the site is called; else it is made of the folder's name")


def run(options: argparse.Namespace) -> int:
    """Write the repository of a new site into an empty folder; gives the exit code."""
    from generator.editing.starting import start
    from generator.engine import setting_names

    report = start(options.folder, setting_names(), options.name)
    if options.json:
        print(msgspec.json.encode(report).decode())
    elif not options.quiet:
        print(f"{options.folder}: {len(report.written)} files; its README.md says how to go on. Now:")
        print(f"  cd {options.folder} && make site")
    if report.wanted and not options.quiet:
        print(
            f"{options.folder / report.wanted} is wanted by its requirements.txt (`make package` makes it)",
            file=sys.stderr,
        )
    return DONE
