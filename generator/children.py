"""Processes that end with the one that started them: what a killed run leaves behind writes nothing any more."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from threading import Thread
from time import sleep

_PR_SET_PDEATHSIG = 1
"""The option of Linux' prctl(2) by which a process asks for a signal when its parent ends."""
_LOOK_AGAIN = 0.5
"""Seconds between two looks for the parent, where the system cannot be asked to tell."""


def end_with_parent(parent: int) -> None:
    """Have this process killed when `parent`, which has just forked it, ends in whatever way."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before we could ask
            os._exit(1)
    elif sys.platform != "win32":
        Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        sleep(_LOOK_AGAIN)
    os._exit(1)
