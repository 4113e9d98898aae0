"""The ledger of editorial decisions: what one entry may say."""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.model import Kind


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
