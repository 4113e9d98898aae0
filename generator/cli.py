"""The command line: `cuttings`, or `python -m generator`."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from generator import __version__
from generator.commands.shared import (
    CONTENT_HAS_PROBLEMS,
    DONE,
    WRONG_USE,
    add_shared_options,
    fault_of_the_system,
    plain,
    tell,
)
from generator.problems import BuildError, ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "init", "new", "add", "suggest", "decide", "stats", "check", "build", "addresses", "takedown", "serve", "diff",
    "export", "schemas",
)  # fmt: skip
"""The modules of `commands`, in the order in which the help tells them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code: 0 done, 1 the content has problems, 2 wrong use."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except ContentError as error:
        tell(error.problems, as_json=options.json, to=sys.stderr)
        return CONTENT_HAS_PROBLEMS
    except BrokenPipeError:  # whoever read what is printed has read enough, such as `head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        print(f"cuttings: {plain(options, fault_of_the_system(error, options.build))}", file=sys.stderr)
        return WRONG_USE
    except BuildError as error:
        print(f"cuttings: {plain(options, str(error))}", file=sys.stderr)
        return WRONG_USE


def parser() -> argparse.ArgumentParser:
    """Give the parser of the command line with all commands and options."""
    main_parser = argparse.ArgumentParser(prog="cuttings", description="A folder of articles becomes a research site.")
    main_parser.add_argument("--version", action="version", version=f"cuttings {__version__}")
    subparsers = main_parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"generator.commands.{name}")
        about: str = module.ABOUT
        command = subparsers.add_parser(name, help=about, description=f"{about.capitalize()}.")
        command.set_defaults(run=module.run)
        add_shared_options(command)
        module.add_options(command)
    return main_parser
