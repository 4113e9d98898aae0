"""Limits: what one untrusted item may take of time and memory, and a block of work that breaks off beyond them."""

from __future__ import annotations

import signal
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

ON_THE_CLOCK = 4
"""Seconds by the clock for each of processor time, so that no document fails only because the machine is busy."""

TOO_DEEP = "nested too deeply"
"""The reason for an item over which a reader calls itself too often."""

_STATUS = Path("/proc/self/statm")
"""Where Linux tells a process how many pages its address space has."""
_ONCE_MORE = 1.0
"""Seconds after which work is told once more to break off; what Python does in between may swallow an exception."""


class Limits(msgspec.Struct, frozen=True):
    """What one item may take: seconds, and bytes of memory beyond what the worker has before it.

    The seconds are of processor time, or by the clock where the item may wait for others.
    """

    seconds: float
    memory: int
    waits: bool = False

    @property
    def by_the_clock(self) -> float:
        """Seconds by the clock after which the worker is ended in any case."""
        return self.seconds if self.waits else self.seconds * ON_THE_CLOCK

    @property
    def overtime(self) -> str:
        """The reason for an item that takes too long."""
        return f"takes over {self.seconds:g} seconds"

    @property
    def too_large(self) -> str:
        """The reason for an item that takes too much memory."""
        return f"needs over {self.memory // 2**20} MiB of memory"


class OverLimitError(Exception):
    """Raised within a block that goes beyond its limits; the message is the reason."""


@contextmanager
def within(limits: Limits) -> Iterator[None]:
    """Raise OverLimitError in a block of pure Python that goes beyond its limits, as far as the system can tell.

    Time is that of the processor, and is told to the main thread only: elsewhere a block is not limited.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def break_off(*_: object) -> None:
        raise OverLimitError(limits.overtime)

    before = signal.signal(signal.SIGPROF, break_off)
    signal.setitimer(signal.ITIMER_PROF, limits.seconds, _ONCE_MORE)
    try:
        with limited_memory(limits.memory):
            yield
    except MemoryError:
        raise OverLimitError(limits.too_large) from None
    except RecursionError:
        raise OverLimitError(TOO_DEEP) from None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def limited_memory(more: int) -> Iterator[None]:
    """Limit the address space of this process, for the time of a block, to so many bytes more than it has."""
    if sys.platform == "win32" or not _STATUS.exists():
        yield
        return
    most = resource.getrlimit(resource.RLIMIT_AS)
    there = int(_STATUS.read_bytes().split(maxsplit=1)[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (_least(there + more, *most), most[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, most)


def _least(*limits: int) -> int:
    """Give the lowest of some limits of the system, where -1 is none."""
    return min(limit for limit in limits if limit >= 0)
