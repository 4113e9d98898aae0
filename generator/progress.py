"""How a build goes on: its stages, named once, and what time each took by a clock that the caller gives."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable


class Stage(StrEnum):
    """A stage of the build, as it is told to who waits for it."""

    READ = "read content"
    ANNOTATE = "annotate articles"
    STORIES = "find stories"
    GATHER = "gather"
    WRITE = "make pages and exports"
    RENDER = "render files"
    SEARCH = "index for search"
    AUDIT = "audit files"


class Moment(NamedTuple):
    """What a clock shows, in seconds: the time, and the work of all processors for this process and its children."""

    wall: float
    cpu: float


class Spent(msgspec.Struct, frozen=True):
    """What a stage took, in seconds, and on how many items it worked."""

    stage: Stage
    items: int
    wall: float
    cpu: float


class Progress:
    """The stages of one build; a stage ends where the next one begins."""

    def __init__(self, clock: Callable[[], Moment], told: Callable[[Spent], None]) -> None:
        """Begin with no stage; whoever is `told` hears of each one when it has ended."""
        self._clock = clock
        self._told = told
        self._under_way: tuple[Stage, int, Moment] | None = None

    def begin(self, stage: Stage, items: int = 0) -> None:
        """Begin a stage that works on so many items, nought where that is not known; the one before ends."""
        self.end()
        self._under_way = (stage, items, self._clock())

    def end(self) -> None:
        """End the stage that is under way, if there is one."""
        if done := self.under_way():
            self._under_way = None
            self._told(done)

    def under_way(self) -> Spent | None:
        """Give the stage that is under way, with what it took up to now."""
        if self._under_way is None:
            return None
        stage, items, began = self._under_way
        now = self._clock()
        return Spent(stage, items, round(now.wall - began.wall, 2), round(now.cpu - began.cpu, 2))


UNTOLD = Progress(lambda: Moment(0, 0), lambda _: None)
"""The progress of a build that nobody waits for."""
