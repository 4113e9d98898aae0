"""The site that stands while the next is made: what was remembered of it, each file looked at when it is asked for."""

from __future__ import annotations

from contextlib import suppress
from stat import S_ISREG
from typing import TYPE_CHECKING

from generator.writing import remembered

if TYPE_CHECKING:
    from pathlib import Path


class Former:
    """A folder that a run has finished and nobody changes now.

    `digests` are those of what its files were made of, by name. Of most of its files nothing is asked, so that not all
    need be looked at: who uses one asks first whether it `stands`.
    """

    def __init__(self, root: Path, memory: Path) -> None:
        self.root = root
        self._remembered = remembered(memory)
        self.digests = {name: one.digest for name, one in self._remembered.items()}

    def holds(self, name: str, digest: bytes) -> bool:
        """Tell whether a file stands that was made of what has this digest."""
        return self.digests.get(name) == digest and self.stands(name)

    def stands(self, name: str) -> bool:
        """Tell whether a file is as it was written."""
        known = self._remembered.get(name)
        with suppress(OSError):
            status = (self.root / name).lstat()
            return known is not None and S_ISREG(status.st_mode) and (status.st_size, status.st_mtime_ns) == known[1:]
        return False
