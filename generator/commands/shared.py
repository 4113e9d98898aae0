"""What all commands share: exit codes, options, and how they tell problems."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import msgspec

from generator.problems import ContentError
from generator.redacting import VARIABLE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from generator.problems import Problem
    from generator.redacting.entries import Redaction

DONE, CONTENT_HAS_PROBLEMS, WRONG_USE = 0, 1, 2

CONFIG = Path("mkdocs.yml")

_FULL = "make room there and run it again; nothing is half written, and a site that stood stands"
_LOCKED = "give yourself the right to write there, or name another folder"
_WHAT_TO_DO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _LOCKED,
    errno.EACCES: _LOCKED,
    errno.EPERM: _LOCKED,
}
"""What a person can do where the system refuses."""


def add_shared_options(command: argparse.ArgumentParser) -> None:
    """Add the options that every command takes."""
    command.add_argument("--content", type=Path, default=Path("content"), metavar="DIR", help="what people write")
    command.add_argument("--build", type=Path, default=Path("build"), metavar="DIR", help="what is generated")
    command.add_argument("--json", action="store_true", help="print JSON, one object a line")
    command.add_argument("--quiet", action="store_true", help="print problems only")
    command.add_argument("--jobs", type=int, default=1, metavar="N", help="processes to work with")


def add_scheduler_option(command: argparse.ArgumentParser) -> None:
    """Add the option of commands that can work on more machines than one."""
    command.add_argument("--scheduler", metavar="ADDRESS", help="work on the Dask cluster whose scheduler this is")


def add_redactions(command: argparse.ArgumentParser) -> None:
    """Add the option of commands that read the content and let something of it out."""
    about = f"a list of what must not be told; the variable {VARIABLE} may hold one as well"
    command.add_argument("--redactions", type=Path, metavar="FILE", help=about)


def redactions(options: argparse.Namespace) -> tuple[Redaction, ...]:
    """Give what must not be told; raises ContentError for a list with faults, OSError for a file that is not there."""
    file: Path | None = getattr(options, "redactions", None)
    if file is None and not os.environ.get(VARIABLE):
        return ()
    from generator.redacting.entries import redactions_of

    return redactions_of(file)


def plain(options: argparse.Namespace, text: str) -> str:
    """Give a message of an error without what must not be told."""
    try:
        given = redactions(options)
    except (ContentError, OSError):  # which is told itself
        return text
    if not given:
        return text
    from generator.redacting.replacing import Replacer, terms_of

    return Replacer(given, terms_of(given)).text(text)


def tell(problems: Iterable[Problem], *, as_json: bool, to: TextIO | None = None) -> None:
    """Print problems, one a line, to standard output or another stream."""
    for problem in problems:
        print(msgspec.json.encode(problem).decode() if as_json else problem, file=to)


def fault_of_the_system(error: OSError, folder: Path) -> str:
    """Give the line that tells what the system refused, where, and what to do; in `folder` where it does not say."""
    hint = _WHAT_TO_DO.get(error.errno or 0)
    return f"{error.filename or folder}: {error.strerror or error}{f' ({hint})' if hint else ''}"


def existing(path: Path) -> Path:
    """Give back a path that is there; raises FileNotFoundError, which says where to run, for any other."""
    if not path.exists():
        raise FileNotFoundError(2, "is not there (run cuttings in the folder that holds mkdocs.yml)", str(path))
    return path
