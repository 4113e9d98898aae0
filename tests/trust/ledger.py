"""What the long runs found, trial by trial: a run that was broken off goes on where it ended, and the total counts.

A ledger is a file of JSON lines. Each says by which program a trial was made, so that a table can tell how many were
made by the program as it is now.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from generator.versions import program

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Trial(msgspec.Struct, frozen=True, omit_defaults=True):
    """One trial of a run: its place under a seed, what it counted, what is wrong, and the seconds it took."""

    seed: int
    place: int
    counts: dict[str, int] = {}
    faults: tuple[str, ...] = ()
    name: str = ""
    seconds: float = 0.0
    program: str = ""


class Ledger:
    """The trials of one run, kept in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def trials(self) -> list[Trial]:
        """Give all trials, the last one of each seed and place; a line that a kill cut short counts as none."""
        found: dict[tuple[int, int], Trial] = {}
        for line in self.path.read_bytes().splitlines() if self.path.exists() else []:
            with suppress(msgspec.DecodeError):
                trial = msgspec.json.decode(line, type=Trial)
                found[trial.seed, trial.place] = trial
        return [*found.values()]

    def missing(self, seed: int, places: Iterable[int]) -> list[int]:
        """Give those of some places that no trial of a seed has filled, or only with a fault."""
        done = {trial.place for trial in self.trials() if trial.seed == seed and not trial.faults}
        return [place for place in places if place not in done]

    def add(self, trial: Trial) -> None:
        """Enter a trial as made by the program that is here."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            file.write(b"\n" + msgspec.json.encode(msgspec.structs.replace(trial, program=this_program())) + b"\n")

    def clear(self) -> None:
        """Forget all trials."""
        self.path.unlink(missing_ok=True)


@cache
def this_program() -> str:
    """Give the short name of the program that is here: a digest of its source and of what it is built on."""
    return program().hex()[:12]
