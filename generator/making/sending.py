"""Sending: a function over many items by any executor of `concurrent.futures`, whose workers may be other machines.

Each run of items goes with all that it needs, packed. So any worker can do any run, one that comes late too, and what a
lost worker had is done by another; nothing depends on who does it, so the results are those of one machine.
"""

from __future__ import annotations

import pickle
from collections import deque
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from generator.problems import BuildError
from generator.versions import installation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Executor, Future

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 128
"""Runs that are on their way at a time: enough for as many workers, and no corpus has to be held twice."""
RUNS = 64
"""Pieces into which work is cut, so that none of some dozens of workers waits long for the others at the end."""
LONGEST_RUN = 2_000
"""Items beyond which a run is worth what is sent with it many times over."""


def sent_out(
    function: Callable[[Any, Sequence[Item]], list[Result]],
    state: Any,  # noqa: ANN401 (whatever the function takes)
    items: Sequence[Item],
    executor: Executor,
    least: int = 1,
) -> Iterator[Result]:
    """Apply a function to a state and runs of at least so many items by an executor; results in the items' order.

    Function, state and items are such that pickle takes them, the function by its name. Raises BuildError where a
    worker runs another version of this program or of a library that decides over results.
    """
    packed = pickle.dumps(state, pickle.HIGHEST_PROTOCOL)
    size = min(max(least, -(-len(items) // RUNS)), LONGEST_RUN)
    runs = (items[at : at + size] for at in range(0, len(items), size))
    for results in in_order(executor, _done_there, ((function, installation(), packed, run) for run in runs)):
        yield from results


def in_order(
    executor: Executor, function: Callable[..., Result], calls: Iterable[tuple[Any, ...]], ahead: int = AHEAD
) -> Iterator[Result]:
    """Give the results of calls by an executor in their order, with no more than so many on their way at a time."""
    waiting = iter(calls)
    under_way: deque[Future[Result]] = deque()
    try:
        while True:
            under_way.extend(executor.submit(function, *call) for call in islice(waiting, ahead - len(under_way)))
            if not under_way:
                return
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()


def same_installation(expected: bytes) -> None:
    """Raise BuildError where other versions are installed here than were expected, so that no result is of them."""
    if installation() != expected:
        raise BuildError(
            "a worker runs another version of cuttings or its libraries (install the same on all machines)"
        )


def _done_there(
    function: Callable[[Any, Sequence[Item]], list[Result]], expected: bytes, packed: bytes, run: Sequence[Item]
) -> list[Result]:
    same_installation(expected)
    return function(_unpacked(packed), run)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Any:  # noqa: ANN401 (whatever the function takes)
    """Unpack what a run came with, once for all runs that a worker does of the same work."""
    return pickle.loads(packed)  # noqa: S301 (it comes from whom this worker works for)
