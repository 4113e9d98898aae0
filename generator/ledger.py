"""The ledger of editorial decisions: what one entry may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from generator.model import Kind, Record
from generator.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable


class Decision(msgspec.Struct, frozen=True):
    """One entry of the ledger.

    merge: `record` becomes part of `into`. rename: `record` gets the `label`. retype: `record` gets the `kind`.
    split: the `names` leave `record` and belong to a new one, `into`, with `label` and `kind`. not-a-name: the `names`
    are no names of `record`, or of anything where no record is given. same-story, not-same-story: about `articles`.
    """

    decision: Literal["merge", "split", "rename", "retype", "not-a-name", "same-story", "not-same-story"]
    record: str | None = None
    into: str | None = None
    label: str | None = None
    kind: Kind | None = None
    names: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    by: str | None = None
    on: str | None = None
    why: str | None = None


NEEDED: dict[str, tuple[str, ...]] = {
    "merge": ("record", "into"),
    "split": ("record", "into", "label", "names"),
    "rename": ("record", "label"),
    "retype": ("record", "kind"),
    "not-a-name": ("names",),
    "same-story": ("articles",),
    "not-same-story": ("articles",),
}
"""The keys without which a decision of each sort says nothing."""


def public(decisions: Iterable[tuple[str, int, Decision]], records: Iterable[Record]) -> tuple[Decision, ...]:
    """Give the decisions as anybody may read them: of one that touches a private record only its sort is left.

    A record that was merged with a private one, or split from it, is private as well.
    """
    entries = [decision for _, _, decision in decisions]
    private = [record for record in records if record.private]
    keys: set[str] = {record.id for record in private}
    names = {fold(name) for record in private for name in (record.label, *record.aliases)}
    pairs = [{one.record, one.into} - {None} for one in entries]
    while touched := [pair for pair in pairs if not keys.isdisjoint(pair) and not pair <= keys]:
        keys.update(key for pair in touched for key in pair if key)
    return tuple(Decision(one.decision) if _touches(one, keys, names) else one for one in entries)


def _touches(decision: Decision, keys: set[str], names: set[str]) -> bool:
    """Tell whether a decision is about a record, or has one of the names in what it says."""
    said = fold(" ".join(filter(None, (decision.label, decision.why, *decision.names))))
    return not keys.isdisjoint({decision.record, decision.into}) or any(name in said for name in names)
