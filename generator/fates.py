"""What became of published addresses that have no page of their own."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.addresses import PagePath


class Fate(msgspec.Struct, frozen=True):
    """What became of an address without a page of its own; `page` is where it leads if it was moved."""

    outcome: Literal["moved", "taken down", "left out"]
    page: PagePath | None = None


TAKEN_DOWN, LEFT_OUT = Fate("taken down"), Fate("left out")
