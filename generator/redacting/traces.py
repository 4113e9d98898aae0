"""Traces: what earlier builds left, from before the redactions were what they are now."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.writing import replace_file

if TYPE_CHECKING:
    from pathlib import Path

    from generator.redacting.content import Censor

MARK = "redactions"
"""The file of the cache that says by which redactions everything in it was made."""


def is_of(cache: Path, censor: Censor | None) -> bool:
    """Tell whether everything in a cache was made under these redactions."""
    return _mark(cache) == (censor.digest if censor else b"")


def forget_earlier(cache: Path, censor: Censor | None) -> bool:
    """Empty a cache that was filled under other redactions, and tell whether it was.

    Until `remember` is called, the next run does the same again.
    """
    if is_of(cache, censor):
        return False
    shutil.rmtree(cache, ignore_errors=True)
    return True


def remember(cache: Path, censor: Censor | None) -> None:
    """Note by which redactions everything was made that is there now."""
    if censor:
        cache.mkdir(parents=True, exist_ok=True)
        replace_file(cache / MARK, censor.digest)


def _mark(cache: Path) -> bytes:
    with suppress(OSError):
        return (cache / MARK).read_bytes()
    return b""
