"""Holding a build folder: one process works in it at a time, and who comes second is told who is there.

The folder is held by the system's lock on an open file and not by the file's being there: the lock goes with the
process that has it, however that ends, so nothing stale is left to be judged or removed by hand. Worker processes share
it, so that what a killed run leaves at work is waited for.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep, time
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from generator.problems import BuildError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = "lock"
"""The file in a build folder by which it is held; it says who holds it."""
GRACE = 5.0
"""Seconds that the workers of a run which was killed may take to end."""

_LOOK_AGAIN = 0.02
_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
"""What a file system says that has no locks; a build there goes on without."""
_FAR_OUT = 2**30
"""A byte that stands for the whole file where locks are of bytes and keep others from reading them."""


class HeldError(BuildError):
    """Raised where another process is at work in a build folder; the message says which and since when."""


class Owner(msgspec.Struct, frozen=True):
    """Who holds a folder: the process and the command that it runs."""

    pid: int
    command: str


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold a build folder, which is made where it is missing, for the time of a block.

    Raises HeldError where another process holds it; only for what a killed run left at work it is waited, by seconds.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("a+b") as file:
        _take(file, folder)
        file.truncate(0)
        file.write(msgspec.json.encode(Owner(os.getpid(), _command())))
        file.flush()
        try:
            yield
        finally:
            with suppress(OSError):  # the disk may be full, and the file says nothing once nobody holds it
                file.truncate(0)


def _take(file: BinaryIO, folder: Path) -> None:
    until = monotonic() + GRACE
    while not _locked(file):
        owner = _owner(file)
        if (owner and _is_alive(owner.pid)) or monotonic() > until:
            raise HeldError(_told(folder, owner, max(0, time() - os.fstat(file.fileno()).st_mtime)))
        sleep(_LOOK_AGAIN)


def _locked(file: BinaryIO) -> bool:
    """Lock a file for this process and those that it forks, and tell whether that was possible."""
    try:
        if sys.platform == "win32":
            file.seek(_FAR_OUT)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in _NO_LOCKS
    return True


def _owner(file: BinaryIO) -> Owner | None:
    """Read who holds a folder; none where it has been taken just now."""
    file.seek(0)
    with suppress(msgspec.DecodeError):
        return msgspec.json.decode(file.read(), type=Owner)
    return None


def _is_alive(pid: int) -> bool:
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is somebody else's
        return True
    return True


def _command() -> str:
    """Give the command that runs, without its options: they may hold paths."""
    program = Path(sys.argv[0])
    name = program.parent.name if program.name == "__main__.py" else program.name
    return " ".join([name, *(word for word in sys.argv[1:2] if word.isalpha())])


def _told(folder: Path, owner: Owner | None, age: float) -> str:
    who = f"process {owner.pid} ({owner.command})" if owner else "another process"
    since = f"{age:.0f} seconds" if age < 120 else f"{age / 60:.0f} minutes"  # noqa: PLR2004 (two minutes)
    return f"{folder}: {who} has been at work there for {since} (wait until it ends, or name another folder: --build)"
