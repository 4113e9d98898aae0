"""How well the program reads texts: the scores that were last measured on labelled documents, shipped with it."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

FILE = "quality.json"
"""The file beside this module, written by `python -m tests.evaluation --raise-floors`."""


class Measured(msgspec.Struct, frozen=True):
    """One score from 0 to 1, and what it was taken on."""

    measure: str
    value: float
    documents: str


@cache
def measured_quality() -> tuple[Measured, ...]:
    """Give the scores that the package ships, by the name of the measure."""
    return msgspec.json.decode((files(__package__) / FILE).read_bytes(), type=tuple[Measured, ...])
