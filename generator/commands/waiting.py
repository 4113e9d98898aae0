"""What somebody sees who waits for a build: the stages on a terminal, and a table of where the time went."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.progress import Moment, Progress, Spent

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PATIENCE, REPEAT = 1.0, 0.5
"""Seconds after which something is shown, and between two looks at what is under way."""
_CLEAR = "\r\x1b[K"


def clock() -> Moment:
    """Give the time, and the work of this process and of its children that have ended."""
    times = os.times()
    return Moment(times.elapsed, times.user + times.system + times.children_user + times.children_system)


@contextmanager
def shown(spent: list[Spent], *, quiet: bool) -> Iterator[Progress]:
    """Give a progress that notes what is spent, and shows it on a terminal once a build takes over a second.

    The terminal is the standard error, if that is one.

    An alarm and no thread looks after it, because a process with threads cannot well be copied for more workers.
    """
    if quiet or not sys.stderr.isatty() or not hasattr(signal, "setitimer"):
        yield Progress(clock, spent.append)
        return
    begun = False

    def show(done: Spent) -> None:
        spent.append(done)
        if begun:
            print(f"{_CLEAR}{line(done)}", file=sys.stderr)

    def look(*_: object) -> None:
        nonlocal begun
        begun = True
        if doing := progress.under_way():
            print(f"{_CLEAR}{line(doing)} …", end="", file=sys.stderr, flush=True)

    progress = Progress(clock, show)
    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE, REPEAT)
    try:
        yield progress
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if begun:
            print(_CLEAR, end="", file=sys.stderr, flush=True)


def line(spent: Spent) -> str:
    """Tell a stage in one line."""
    items = f" ({spent.items:,})" if spent.items else ""
    return f"{spent.stage}{items}: {spent.wall:.1f} s"


def table(stages: Sequence[Spent]) -> str:
    """Tell where the time went, a stage a line, and the sum of all."""
    total = sum(one.cpu for one in stages) or 1
    rows = [(str(one.stage), f"{one.items:,}" if one.items else "", one.wall, one.cpu) for one in stages]
    rows.append(("together", "", sum(one.wall for one in stages), sum(one.cpu for one in stages)))
    told = [f"{name:<24}{items:>10}{wall:>9.2f}{cpu:>9.2f}{cpu / total:>8.0%}" for name, items, wall, cpu in rows]
    return "\n".join([f"{'stage':<24}{'items':>10}{'wall s':>9}{'CPU s':>9}{'share':>8}", *told])
