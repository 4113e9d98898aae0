"""The report of a build: what was made, and what was left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.problems import Problem
from generator.progress import Spent
from generator.writing import Written, replace_file

if TYPE_CHECKING:
    from pathlib import Path


REPORT = "report.json"


class Report(msgspec.Struct, frozen=True):
    """The figures of a build and its problems; `new_addresses` are those that the file of addresses lacks.

    `stages` tell what time each took, where somebody asked for it: no other figure differs from run to run.
    """

    articles: int
    records: int
    written: Written
    problems: tuple[Problem, ...] = ()
    new_addresses: tuple[str, ...] = ()
    stages: tuple[Spent, ...] = ()


def write_report(folder: Path, report: Report) -> None:
    """Write build/report.json."""
    folder.mkdir(parents=True, exist_ok=True)
    replace_file(folder / REPORT, msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n")
