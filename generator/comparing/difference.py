"""The difference of two builds, as records: numbers before and after, and single changes."""

from __future__ import annotations

from typing import Literal

import msgspec

What = Literal[
    "problem", "merge", "rename", "article", "record", "story", "address", "facet", "mention", "quotation", "figure",
    "page",
]  # fmt: skip
"""What may change, in the order in which a reviewer wants to know."""
How = Literal["new", "gone", "changed", "merged", "renamed", "moved", "taken down", "left out", "mended"]


class Change(msgspec.Struct, frozen=True):
    """One change: what and how, its id or address, how people call it, before and after, and what else is to know."""

    what: What
    how: How
    key: str
    label: str = ""
    before: str = ""
    after: str = ""
    details: tuple[str, ...] = ()


class Total(msgspec.Struct, frozen=True):
    """How many there are of something, before and after."""

    name: str
    before: int
    after: int


class Difference(msgspec.Struct, frozen=True):
    """What differs between two builds, by their names; totals are those of everything, changed or not."""

    base: str
    head: str
    totals: tuple[Total, ...]
    changes: tuple[Change, ...]

    @property
    def has_new_problems(self) -> bool:
        """Whether the later build has problems that the earlier one has not."""
        return any(change.what == "problem" and change.how == "new" for change in self.changes)
