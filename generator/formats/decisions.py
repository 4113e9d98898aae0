"""The file of the ledger: a list of decisions, each with who, when and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.formats.list_files import read_items
from generator.ledger import NEEDED, Decision
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from generator.problems import Problem


def read_decisions(raw: bytes, path: str) -> tuple[dict[int, Decision], tuple[Problem, ...]]:
    """Read the ledger: its good entries by line, in order, and the problems of the others.

    Raises ContentError where the file as a whole cannot be read.
    """
    items, reader = read_items(raw, path, "the ledger is a list of decisions", "begin each with '- decision: …'")
    decisions = {}
    for item in items:
        decision = reader.record(item, Decision)
        if decision is None:
            continue
        missing = [key for key in NEEDED[decision.decision] if not getattr(decision, key)]
        for key in missing:
            reader.problem(item.line, f"a decision to {decision.decision} needs '{key}'", hint=f"add '{key}: …'")
        if decision.decision == "split" and decision.into and not is_slug(decision.into):
            hint = f"use lower-case letters, digits and hyphens, such as {slug(decision.into)}"
            reader.problem(item.line, "the id cannot stand in an address", decision.into, hint)
        elif not missing:
            decisions[item.line] = decision
    return decisions, tuple(reader.problems)
