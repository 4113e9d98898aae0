"""A cluster of Dask on this machine for tests: a scheduler and workers, each a process of its own, over loopback."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

WORKERS = 2
PATIENCE = 60
"""Seconds until the scheduler must have said where it is."""


class Cluster:
    """A scheduler with its address, and the processes of its workers, which nobody begins again when they end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.processes = [self._begun("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-show")]
        self.address = self._address()
        self.workers = [self.begin_worker() for _ in range(WORKERS)]

    def begin_worker(self) -> subprocess.Popen:
        """Begin a worker with one thread."""
        options = ("--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard")
        worker = self._begun("worker", self.address, *options, "--local-directory", str(self.folder))
        self.processes.append(worker)
        return worker

    def end(self) -> None:
        """End all processes."""
        for process in reversed(self.processes):
            process.kill()
            process.wait()

    def _begun(self, what: str, *options: str) -> subprocess.Popen:
        place = ("--scheduler-file", str(self.folder / "scheduler.json")) if what == "scheduler" else ()
        dashboard = ("--no-dashboard",) if what == "scheduler" else ()
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options, *place, *dashboard]
        return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _address(self) -> str:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                return json.loads((self.folder / "scheduler.json").read_text(encoding="utf-8"))["address"]
            except (FileNotFoundError, ValueError):
                time.sleep(0.05)
        raise TimeoutError("the scheduler did not begin")


@contextmanager
def local_cluster(folder: Path):
    """Yield a cluster of two workers, and end it."""
    cluster = Cluster(folder)
    try:
        yield cluster
    finally:
        cluster.end()
