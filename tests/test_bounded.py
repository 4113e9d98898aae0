"""Bounded work: an item that takes too much has its answer, and the others are worked on as if it were not there."""

import os
import re
import signal
import time

import pytest

from generator.bounded import AHEAD, bounded
from generator.limits import Limits

MIB = 2**20
LIMITS = Limits(0.5, 64 * MIB)


def spin():
    """Never end."""
    while True:
        pass


def nest(depth=0):
    """Go deeper than any stack."""
    return nest(depth + 1)


def fail():
    """Fail with a message that a terminal would obey."""
    raise ValueError("\x1b[31m")


DEEDS = {
    "spin": spin,
    "spin in a library": lambda: re.fullmatch(r"(a+)+b", "a" * 60),
    "sleep": lambda: time.sleep(60),
    "memory": lambda: len(bytearray(1024 * MIB)),
    "memory bit by bit": lambda: [*range(200 * MIB)],
    "deep": nest,
    "fault": fail,
    "exit": lambda: os._exit(3),
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
}


def work(item):
    """Do what an item is called by."""
    DEEDS.get(item, lambda: None)()
    return f"{item} done"


def run(items, limits=LIMITS, function=work, jobs=1):
    """Give the results of some items, or why they have none."""
    return list(
        bounded(function, items, limits=lambda _: limits, refused=lambda item, why: f"{item}: {why}", jobs=jobs)
    )


BROKEN = {
    "spin": "takes over 0.5 seconds",
    "spin in a library": "takes over 0.5 seconds",
    "sleep": "takes over 0.5 seconds",
    "memory": "needs over 64 MiB of memory",
    "memory bit by bit": "needs over 64 MiB of memory",
    "deep": "nested too deeply",
    "fault": "cannot be read, for a fault of cuttings: ValueError: \\x1b[31m",
    "exit": "cannot be read: its reader broke off (exit code 3), perhaps for want of memory",
    "killed": "cannot be read: its reader broke off (exit code -9), perhaps for want of memory",
}


@pytest.mark.parametrize("jobs", [1, 3])
def test_what_breaks_a_limit_is_answered_and_the_others_go_on(jobs):
    """Before, between and after; each in its place, with its reason."""
    items = [part for item in BROKEN for part in ("good", item)] + ["good"]
    expected = [part for item, why in BROKEN.items() for part in ("good done", f"{item}: {why}")] + ["good done"]
    assert expected == run(items, jobs=jobs)


def test_results_come_in_the_order_of_the_items():
    """Whichever worker is done first."""
    items = [0.2, 0.0, 0.1, 0.0, 0.05] * 3

    def rest(seconds):
        time.sleep(seconds)
        return seconds

    assert items == run(items, function=rest, jobs=4)


def test_nothing_is_done_without_items():
    """No worker is started."""
    assert [] == run([])


def test_items_are_taken_as_they_are_worked_on():
    """A long list is not read ahead, so that progress is told as it is."""
    taken = []

    def items():
        for number in range(1_000):
            taken.append(number)
            yield number

    results = bounded(work, items(), limits=lambda _: LIMITS, refused=lambda *_: "", jobs=2)
    assert "0 done" == next(results)
    assert len(taken) <= 2 * AHEAD
    results.close()


def test_a_worker_takes_many_items():
    """Limits cost little where none is reached: no process for each item."""
    assert 1 == len(set(run(range(50), function=lambda _: os.getpid())))
    assert os.getpid() not in run([1], function=lambda _: os.getpid())


def test_time_is_counted_for_each_item_alone():
    """A worker that has done much has as much time for the next item as a new one."""

    def busy(seconds):
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass
        return seconds

    assert [0.15] * 4 == run([0.15] * 4, function=busy)


def test_waiting_counts_where_it_is_said_to():
    """An item that waits for others has its time by the clock; one that works has somewhat more."""
    begin = time.monotonic()
    assert ["sleep: takes over 0.2 seconds"] == run(["sleep"], Limits(0.2, 64 * MIB, waits=True))
    assert time.monotonic() - begin < 20


def test_workers_end_with_whoever_waits_for_them():
    """No process is left behind, whatever happened."""
    processes = []

    def tell(item):
        return os.getpid() if item == "who" else work(item)

    results = bounded(tell, ["who", "sleep"], limits=lambda _: Limits(60, 64 * MIB), refused=lambda *_: 0)
    processes.append(next(results))
    results.close()
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_large_items_and_results_pass():
    """A document of many mebibytes goes to the worker and back."""
    large = b"x" * 20 * MIB
    assert [large] == run([large], function=bytes)


def test_a_worker_that_has_grown_is_replaced():
    """What it keeps of one item is not taken from what the next may have."""
    kept = []

    def keep(size):
        kept.append(bytearray(size))
        return os.getpid()

    assert 4 == len(set(run([60 * MIB] * 4, function=keep)))
    assert 1 == len(set(run([MIB] * 4, function=keep)))
