"""What a command costs: work of all its processes, time, and memory of the largest of them."""

from __future__ import annotations

import os
import subprocess
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


class Cost(NamedTuple):
    """What a command took: seconds of all processors, seconds by the clock, MB of its largest process."""

    cpu: float
    wall: float
    memory: float


def cost_of(command: Sequence[object], folder: Path, environment: Mapping[str, str] | None = None) -> Cost:
    """Run a command in a folder to its end and give what it cost; raises RuntimeError where it fails."""
    log = folder / "bench.log"
    began = time.monotonic()
    with log.open("wb") as told:
        process = subprocess.Popen(
            [*map(str, command)], cwd=folder, env=os.environ | (environment or {}), stdout=told, stderr=told
        )
        _, status, used = os.wait4(process.pid, 0)  # with all children that it waited for
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.monotonic() - began
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {log.read_text(errors='replace')[-2000:]}")
    log.unlink()
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)
