"""Pagefind's own program: runs it over a folder of documents."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from pagefind.service import get_executable

from generator.children import end_with_parent
from generator.problems import BuildError

if TYPE_CHECKING:
    from pathlib import Path


SCRIPT = "pagefind.js"
"""The script that our own load; what else Pagefind writes are interfaces for sites without a search page."""


class IndexingError(BuildError):
    """Raised where Pagefind is missing or fails; the message holds what it printed."""


def run_pagefind(documents: Path, output: Path, language: str) -> None:
    """Index all documents in a folder as texts of one language, into another folder.

    Raises:
        IndexingError: where Pagefind is missing or fails.
    """
    executable = get_executable()
    if executable is None:
        raise IndexingError("Pagefind's program was not found (install the package pagefind-bin)")
    command = [str(executable), "--site", str(documents), "--output-path", str(output)]
    # Pagefind also takes options from the environment and from files in the working directory.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    # A run that is killed takes Pagefind with it, or it would write on into the folder of the next.
    with_us = partial(end_with_parent, os.getpid()) if sys.platform == "linux" else None
    finished = subprocess.run(  # noqa: S603 (the command is ours; nothing of ours runs in threads)
        [*command, "--force-language", language, "--quiet"],
        cwd=documents,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        preexec_fn=with_us,
    )
    if finished.returncode != 0:
        printed = f"{finished.stdout}{finished.stderr}".strip()
        raise IndexingError(f"Pagefind failed with exit code {finished.returncode}: {printed}")


def program_for(output: Path) -> str:
    """Give the name of the program that searches what Pagefind wrote to a folder; beside it are those of others."""
    ((_, language),) = json.loads((output / "pagefind-entry.json").read_bytes())["languages"].items()
    return f"wasm.{language['wasm'] or 'unknown'}.pagefind"
