"""The search index: hands the documents to Pagefind and keeps of its output what our pages ask for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from pagefind.service import get_executable

from generator.problems import BuildError
from generator.search.records import document
from generator.search.settling import settle

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.search.records import SearchRecord

FOLDER = "pagefind"
"""The folder of the index below the site's root; the scripts of the search look for it there."""

_OWN_INTERFACES = (
    "pagefind-ui.*",
    "pagefind-modular-ui.*",
    "pagefind-component-ui.*",
    "pagefind-highlight.js",
    "pagefind-worker.js",
)
"""What Pagefind adds for sites without a search page of their own."""


class IndexingError(BuildError):
    """Raised where Pagefind is missing or fails; the message holds what it printed."""


def index(records: Sequence[SearchRecord], work_dir: Path, language: str = "en") -> dict[str, Path]:
    """Make the search index of all records and give its files by their place in the site; the same records, same bytes.

    `work_dir` is emptied and then holds the documents at the addresses of their pages, and the index. All languages go
    into one index, stemmed as `language`, because a reader searches the whole collection. No records, no index.

    Raises:
        IndexingError: where Pagefind is missing, fails, or leaves a record out.
    """
    documents, output = work_dir / "documents", work_dir / "index"
    shutil.rmtree(work_dir, ignore_errors=True)
    if not records:
        return {}
    for record in records:
        page = documents / record.address / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(document(record, language), encoding="utf-8", newline="\n")
    _run_pagefind(documents, output, language)
    try:
        indexed = settle(output)
    except (ValueError, OSError) as error:
        raise IndexingError(f"Pagefind's index is not of the form that is known here: {error}") from error
    if indexed != len(records):
        raise IndexingError(f"Pagefind indexed {indexed} of {len(records)} documents")
    _remove_unused(output)
    files = sorted(path for path in output.rglob("*") if path.is_file())
    return {f"{FOLDER}/{path.relative_to(output).as_posix()}": path for path in files}


def _run_pagefind(work_dir: Path, output: Path, language: str) -> None:
    executable = get_executable()
    if executable is None:
        raise IndexingError("Pagefind's program was not found (install the package pagefind-bin)")
    command = [str(executable), "--site", str(work_dir), "--output-path", str(output)]
    # Pagefind also takes options from the environment and from files in the working directory.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    finished = subprocess.run(  # noqa: S603 (the command is ours)
        [*command, "--force-language", language, "--quiet"],
        cwd=work_dir,
        env=environment,
        check=False,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    if finished.returncode != 0:
        printed = f"{finished.stdout}{finished.stderr}".strip()
        raise IndexingError(f"Pagefind failed with exit code {finished.returncode}: {printed}")


def _remove_unused(output: Path) -> None:
    """Remove what no page of ours loads: other interfaces, and the programs for other languages."""
    entry = json.loads((output / "pagefind-entry.json").read_bytes())
    needed = {f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()}
    unused = [path for pattern in _OWN_INTERFACES for path in output.glob(pattern)]
    unused += [path for path in output.glob("wasm.*.pagefind") if path.name not in needed]
    for path in unused:
        path.unlink()
