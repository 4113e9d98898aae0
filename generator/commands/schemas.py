"""`cuttings schemas`: write the schemas by which editors check files while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.commands.shared import DONE, existing

if TYPE_CHECKING:
    import argparse

ABOUT = "write the schemas by which editors check files while one types"


def add_options(_: argparse.ArgumentParser) -> None:
    """Add the command's own options."""


def run(options: argparse.Namespace) -> int:
    """Write the schemas into the content folder; gives the exit code."""
    from generator.editing.starting import write_schemas
    from generator.engine import setting_names

    written = write_schemas(existing(options.content), setting_names())
    if options.json:
        print(msgspec.json.encode({"written": written}).decode())
    elif not options.quiet:
        print(f"{', '.join(str(options.content / name) for name in written) or 'nothing'} changed")
    return DONE
