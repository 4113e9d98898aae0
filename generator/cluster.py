"""The edge to Dask: an executor whose workers are a cluster's; nothing else of the package knows it."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from generator.problems import BuildError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from concurrent.futures import Executor

SECONDS_TO_CONNECT = 10
SECONDS_TO_COME = 60
"""How long the first worker of a cluster may take until it is there."""


@contextmanager
def workers_of(scheduler: str | None) -> Iterator[Executor | None]:
    """Yield the executor of the cluster whose scheduler has this address, or None without an address.

    Raises BuildError where Dask is not installed, no scheduler answers, no worker comes, or workers are lost one after
    another over the same piece of work.
    """
    if scheduler is None:
        yield None
        return
    try:
        distributed = import_module("distributed")
    except ImportError as error:
        raise BuildError("--scheduler needs Dask: install it with pip install 'cuttings[cluster]'") from error
    try:
        client = distributed.Client(scheduler, timeout=SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError) as error:  # a time that is over is an OSError as well
        raise BuildError(
            f"no scheduler answers at '{scheduler}' (an address is such as tcp://10.0.0.1:8786)"
        ) from error
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS_TO_COME)
        except TimeoutError as error:
            raise BuildError(
                f"the scheduler at '{scheduler}' has no workers (start some: dask worker ADDRESS)"
            ) from error
        try:
            yield client.get_executor(pure=False)
        except distributed.KilledWorker as error:
            raise BuildError(f"the cluster lost worker after worker over one piece of work: {error}") from error
