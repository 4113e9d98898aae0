"""Lists: names that stand in one enumeration are of one kind ("Zara, Hugo Boss and Uniqlo")."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import msgspec

from generator.suggest.lexicon import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind
    from generator.suggest.model import Finding, Passage

_BETWEEN = re.compile(r"(?: \([^()]{1,30}\))?(?:, |,? and |,? or |,? & |, and )(?:the )?\Z")
_BEFORE = re.compile(r"(?P<noun>[a-z-]+)(?: (?:of|like|such as|including|namely|are|were|in|by))?:? (?:the )?[“\"]?\Z")
_AFTER = re.compile(r"['’]?s? (?P<noun>[a-z]+)")
_PLACED = re.compile(r"\b(?:in|at|near|between|across|around|from)(?: the)? \Z")
_SHARED = 1.5
_TOLD = 3.0
_SEEN = 1.1
_BACK = 40
_TWO = 2
_SURE = 2.0


def with_lists(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings of a passage, in order, with what the lists they stand in speak for."""
    result: list[Finding] = []
    for group in _lists(passage, findings):
        kind = _kind(passage, group) if len(group) > 1 and _is_list(passage, group) else None
        result += [_voted(finding, *kind) if kind and not finding.known else finding for finding in group]
    return result


def _lists(passage: Passage, findings: Sequence[Finding]) -> list[list[Finding]]:
    groups: list[list[Finding]] = []
    for finding in findings:
        between = passage.text[groups[-1][-1].end - passage.offset : finding.start - passage.offset] if groups else ""
        if groups and _BETWEEN.fullmatch(between):
            groups[-1].append(finding)
        else:
            groups.append([finding])
    return groups


def _is_list(passage: Passage, group: Sequence[Finding]) -> bool:
    """Tell whether names are enumerated; two that only a comma parts may as well explain each other."""
    last = passage.text[group[-2].end - passage.offset : group[-1].start - passage.offset]
    return len(group) > _TWO or "," not in last or " and " in last or " or " in last


def _kind(passage: Passage, group: Sequence[Finding]) -> tuple[Kind, float] | None:
    """Tell the kind of a list: what is said of it before or after, else what most of its sure members are."""
    first, last = group[0].start - passage.offset, group[-1].end - passage.offset
    before = _BEFORE.search(passage.text, max(0, first - _BACK), first)
    after = _AFTER.match(passage.text, last)
    for match in (after, before):
        kind = CATEGORIES.get(match["noun"]) if match else None
        if kind:
            return kind, _TOLD
    if _PLACED.search(passage.text, max(0, first - _BACK), first) and _seen(group[0]) == ["place"]:
        return "place", _SHARED
    sure = Counter(kind for finding in group for kind in _seen(finding, _SURE))
    if sure:
        return sure.most_common(1)[0][0], _SHARED
    seen = Counter(kind for finding in group for kind in _seen(finding))
    kind, number = seen.most_common(1)[0] if seen else (None, 0)
    return (kind, _SEEN) if kind and number > len(group) / 2 and number > 1 else None


def _seen(finding: Finding, enough: float = 0.1) -> list[Kind]:
    """Give the kind for which most speaks, if enough does."""
    scores: defaultdict[Kind, float] = defaultdict(float)
    for kind, weight in finding.votes:
        scores[kind] += weight
    best = max(sorted(scores), key=scores.__getitem__, default=None)
    return [best] if best and scores[best] >= enough else []


def _voted(finding: Finding, kind: Kind, weight: float) -> Finding:
    return msgspec.structs.replace(finding, votes=(*finding.votes, (kind, weight)))
