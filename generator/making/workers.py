"""Workers: a function over many items, with the same results in the same order wherever they are made.

That is here, in processes of our own, or by the workers of an executor.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from generator.children import end_with_parent
from generator.making.sending import sent_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

Item = TypeVar("Item")
Result = TypeVar("Result")

RUNS_A_WORKER = 8
"""Pieces into which work is cut for each process, so that none waits long for the others at the end."""
WORTH_PROCESSES = 200
"""Items below which processes mostly cost more than they save."""

_inherited: list[Any] = []
"""What processes that are about to begin will work with: they share it with us and nothing is sent."""


def runs_of(items: Sequence[Item], workers: int) -> list[Sequence[Item]]:
    """Cut items into runs for a number of workers, none empty."""
    size = max(1, -(-len(items) // (workers * RUNS_A_WORKER)))
    return [items[at : at + size] for at in range(0, len(items), size)]


def shared_out(
    function: Callable[[Any, Sequence[Item]], list[Result]],
    state: Any,  # noqa: ANN401 (whatever the function takes)
    items: Sequence[Item],
    jobs: int,
    executor: Executor | None = None,
    worth: int = WORTH_PROCESSES,
) -> Iterator[Result]:
    """Apply a function to a state and runs of items, in as many processes as asked for; results in the items' order.

    The state is not sent but inherited, so it may be large; what the function changes of it stays in its process. Where
    processes cannot inherit, or there are fewer items than are `worth` them, all is done here. To an executor, where
    there is one, function, state and items are sent.
    """
    if executor is not None:
        yield from sent_out(function, state, items, executor, least=worth // 10)
        return
    if jobs < 2 or len(items) < worth or "fork" not in multiprocessing.get_all_start_methods():  # noqa: PLR2004
        yield from function(state, items)
        return
    _inherited.append((function, state))
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, context, end_with_parent, (os.getpid(),)) as pool:
            yield from chain.from_iterable(pool.map(_with_inherited, runs_of(items, jobs)))
    finally:
        _inherited.pop()


def _with_inherited(run: Sequence[Item]) -> list[Any]:
    function, state = _inherited[-1]
    return function(state, run)  # type: ignore[no-any-return]
