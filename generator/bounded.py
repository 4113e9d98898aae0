"""Bounded work: a function is mapped over untrusted items in processes of its own, each item within limits.

A worker is a process that takes item after item, so that limits cost little where none is reached. It limits its own
processor time by a timer of the system, which ends it within the code of a library too, and its address space; who
waits for it ends it by the clock. An item that takes its worker down has its answer, and a new worker takes the others.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from generator.children import end_with_parent
from generator.limits import TOO_DEEP, limited_memory

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from generator.limits import Limits

AHEAD = 64
"""Items for each worker that may be done while an earlier one is still worked on."""
GROWN = 0.5
"""Share of an item's memory beyond which a worker has grown too large for the next: what it keeps is not theirs."""
GRACE = 2
"""Seconds that a process which has closed its pipe may take to end."""

_LONGEST_MESSAGE = 100
_TIMED_OUT = -getattr(signal, "SIGPROF", 0) or None
"""Exit code of a process that its timer ended."""

Item = TypeVar("Item")
Result = TypeVar("Result")


def bounded(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    limits: Callable[[Item], Limits],
    refused: Callable[[Item, str], Result],
    jobs: int = 1,
) -> Iterator[Result]:
    """Give what a function makes of each item, in order, and for an item beyond its limits what `refused` makes of it.

    `refused` gets the item and the reason. Function, items and results are such that pickle takes them.
    """
    team: list[_Worker[Item, Result]] = []
    tasks: deque[_Task[Item, Result]] = deque()
    try:
        for item in items:
            tasks.append(_Task(item, limits(item), refused))
            _give(tasks[-1], team, function, jobs)
            while tasks and (tasks[0].done or len(tasks) > AHEAD * jobs):
                yield _result(tasks.popleft(), team)
        while tasks:
            yield _result(tasks.popleft(), team)
    finally:
        for worker in team:
            worker.end()


class _Task(Generic[Item, Result]):
    """An item, its limits, and its result once it is done."""

    def __init__(self, item: Item, limits: Limits, refused: Callable[[Item, str], Result]) -> None:
        self.item, self.limits, self.refused = item, limits, refused
        self.done = False
        self.result: Result

    def finish(self, result: Result) -> None:
        self.done, self.result = True, result

    def refuse(self, reason: str) -> None:
        self.finish(self.refused(self.item, reason))


class _Worker(Generic[Item, Result]):
    """A process that works on one task at a time, and a pipe to it."""

    def __init__(self, function: Callable[[Item], Result], team: Iterable[_Worker[Item, Result]]) -> None:
        forks = sys.platform == "linux"  # quick, and safe where it is the system's custom and nothing runs in threads
        context = multiprocessing.get_context("fork" if forks else None)
        self.pipe, far = context.Pipe()
        # A fork has the near ends of all pipes too: held open, none would tell that their owner is gone.
        near = [self.pipe, *(worker.pipe for worker in team)] if forks else []
        self.process = context.Process(target=_serve, args=(function, far, near, os.getpid()), daemon=True)
        self.process.start()
        far.close()
        self.task: _Task[Item, Result] | None = None
        self.deadline = 0.0

    def give(self, task: _Task[Item, Result]) -> None:
        self.task, self.deadline = task, monotonic() + task.limits.by_the_clock
        with suppress(BrokenPipeError):  # it is dead, which is seen when it is waited for
            self.pipe.send((task.item, task.limits))

    def take(self, task: _Task[Item, Result]) -> bool:
        """Take the answer to the task, and tell whether the worker can go on."""
        try:
            reason, result, tired = self.pipe.recv()
        except (EOFError, OSError):
            self.process.join(GRACE)
            task.refuse(_reason_of_end(self.process.exitcode, task.limits))
            return False
        if reason is None:
            task.finish(result)
        else:
            task.refuse(reason)
        return not tired

    def end(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


def _give(
    task: _Task[Item, Result], team: list[_Worker[Item, Result]], function: Callable[[Item], Result], jobs: int
) -> None:
    """Give a task to a worker that is free, to a new one where there may be more, or wait for one."""
    while True:
        free = next((worker for worker in team if worker.task is None), None)
        if free is None and len(team) < max(jobs, 1):
            free = _Worker(function, team)
            team.append(free)
        if free is not None:
            free.give(task)
            return
        _wait(team)


def _result(task: _Task[Item, Result], team: list[_Worker[Item, Result]]) -> Result:
    while not task.done:
        _wait(team)
    return task.result


def _wait(team: list[_Worker[Item, Result]]) -> None:
    """Wait until a worker is done with its task, and take those out of the team that did not survive theirs."""
    at_work = [(worker, worker.task) for worker in team if worker.task is not None]
    first = min(worker.deadline for worker, _ in at_work)
    ready = wait([worker.pipe for worker, _ in at_work], max(first - monotonic(), 0))
    for worker, task in at_work:
        if worker.pipe in ready:
            worker.task = None
            goes_on = worker.take(task)
        elif worker.deadline <= monotonic():
            task.refuse(task.limits.overtime)
            goes_on = False
        else:
            goes_on = True
        if not goes_on:
            worker.end()
            team.remove(worker)


def _serve(function: Callable[[Any], Any], pipe: Connection, near: Iterable[Connection], parent: int) -> None:
    """Answer items until nobody sends any; the work of a worker's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for the worker is interrupted, and ends it
    for other in near:
        other.close()
    if sys.platform != "win32":
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    end_with_parent(parent)
    at_first = _most_memory()
    while True:
        try:
            item, limits = pipe.recv()
        except EOFError:
            return
        reason, result = _answer(function, item, limits)
        tired = reason is not None or _most_memory() - at_first > limits.memory * GROWN
        with suppress(BrokenPipeError):
            pipe.send((reason, result, tired))


def _answer(function: Callable[[Any], Any], item: object, limits: Limits) -> tuple[str | None, Any]:
    """Give what a function makes of an item, or the reason why there is no result."""
    try:
        with _within(limits):
            return None, function(item)
    except MemoryError:
        return limits.too_large, None
    except RecursionError:
        return TOO_DEEP, None
    except Exception as error:  # noqa: BLE001 (a fault of ours that one document meets stops no other)
        said = str(error).encode("unicode_escape").decode("ascii")[:_LONGEST_MESSAGE]
        return f"cannot be read, for a fault of cuttings: {type(error).__name__}: {said}", None


def _most_memory() -> int:
    """Give the most bytes of memory that this process ever held, or 0 where the system tells it otherwise."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 if sys.platform == "linux" else 0


@contextmanager
def _within(limits: Limits) -> Iterator[None]:
    """Limit this process for the time of a block, as far as the system can."""
    if sys.platform == "win32":
        yield
        return
    with limited_memory(limits.memory):
        signal.setitimer(signal.ITIMER_PROF, limits.seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)


def _reason_of_end(exitcode: int | None, limits: Limits) -> str:
    """Say why a process that ended by itself did so; its exit code below zero is a signal."""
    if exitcode == _TIMED_OUT:
        return limits.overtime
    return f"cannot be read: its reader broke off (exit code {exitcode}), perhaps for want of memory"
