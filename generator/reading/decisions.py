"""The ledger of editorial decisions: one file, each entry with who, when and why, replayed on each build."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from generator.model import Kind
from generator.problems import ContentError
from generator.reading.front_matter import read_text
from generator.reading.schema import Reader
from generator.reading.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from generator.problems import Problem


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


def read_decisions(raw: bytes, path: str) -> tuple[dict[int, Decision], tuple[Problem, ...]]:
    """Read the ledger: its good entries by line, in order, and the problems of the others.

    Raises ContentError where the file as a whole cannot be read.
    """
    node = read_yaml(read_text(raw, path), path)
    reader = Reader(path)
    if node is None:
        return {}, ()
    if not isinstance(node.value, tuple):
        reader.problem(node.line, "the ledger is a list of decisions", hint="begin each with '- decision: …'")
        raise ContentError(reader.problems)
    decisions = {}
    for item in node.value:
        decision = reader.record(item, Decision)
        if decision is None:
            continue
        missing = [key for key in NEEDED[decision.decision] if not getattr(decision, key)]
        for key in missing:
            reader.problem(item.line, f"a decision to {decision.decision} needs '{key}'", hint=f"add '{key}: …'")
        if not missing:
            decisions[item.line] = decision
    return decisions, tuple(reader.problems)
