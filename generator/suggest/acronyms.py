"""Acronyms that a text prints with their long form: "World Uyghur Congress (WUC)"."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import msgspec

from generator.suggest.lexicon import ACRONYMS_NOT_NAMES
from generator.suggest.places import place_country
from generator.suggest.spelling import is_country

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model import Kind
    from generator.suggest.model import Finding, Passage

_ACRONYM = re.compile(r"(?:['’]s?)? ?\((?:the )?[“\"'‘]?(?P<acronym>[A-Z][A-Za-z0-9&.-]{1,9})[”\"'’]?[);,]")
_CAPITALS = 2
_PRINTED = re.compile(r" ?\((?P<acronym>[A-Z]{3,8})\)")
_WORD = re.compile(r"[^\W\d_]+(?:['’]s?(?![^\W\d_]))?")
_PARTING = re.compile(r"[.;:()“”\"!?]|,(?!.{0,120} and )")
_FARTHEST = 120
_BRANCH = re.compile(r" \((?P<word>[A-Z][a-z]+)\)")
_BRANCHED = frozenset("party league front congress conference movement janata dal union jamiat faction".split())
"""Heads of bodies that split into branches."""
_BODIES: frozenset[Kind] = frozenset({"organisation", "group", "programme", "outlet"})
_SECOND_NAME = re.compile(
    r",? (?:(?:also|better|formerly|locally|widely|sometimes) )?(?:known|called|abbreviated|nicknamed|dubbed)"
    r"(?: (?:as|by))?(?: the)? [“\"'‘]?\Z|,? (?:alias|aka|a\.k\.a\.) [“\"'‘]?\Z",
)
_OR = re.compile(r",? or (?:the )?\Z")


def spelled_out(text: str) -> list[tuple[int, int]]:
    """Give the places of long forms whose initials are exactly the acronym printed in brackets after them.

    The words before the bracket are taken one by one, as Schwartz and Hearst (2003) do, until their initials fit; so
    possessives and small words inside a name do not part it.
    """
    found = []
    for match in _PRINTED.finditer(text):
        acronym = match["acronym"].upper()
        before = list(_WORD.finditer(text, max(0, match.start() - _FARTHEST), match.start()))
        for count in range(2, min(len(before), 2 * len(acronym)) + 1):
            words = before[-count:]
            between = text[words[0].end() : words[-1].start()]
            if words[0][0][0].isupper() and acronym in initials(" ".join(word[0] for word in words)):
                if not _PARTING.search(between):
                    found.append((words[0].start(), words[-1].end()))
                break
    return found


def with_acronyms(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings of a passage with the acronyms printed after them, which are no findings of their own."""
    result: list[Finding] = []
    printed: dict[int, str] = {}
    for finding in map(partial(_with_branch, passage), findings):
        if result and finding.end <= result[-1].end:
            continue
        if result and _called(passage, result[-1], finding):
            result[-1] = msgspec.structs.replace(result[-1], other=finding.text)
            continue
        if result and _in_brackets_after(passage, result[-1], finding):
            votes = (*result[-1].votes, *finding.votes)
            result[-1] = msgspec.structs.replace(result[-1], other=finding.text, votes=votes)
            continue
        match = _ACRONYM.match(passage.text, finding.end - passage.offset)
        acronym = match["acronym"] if match else ""
        if match and (
            is_acronym_of(acronym, finding.text)
            or acronym.upper() in initials(finding.text)
            or _is_other_acronym(acronym, finding)
        ):
            printed[passage.offset + match.start("acronym")] = acronym
            result.append(msgspec.structs.replace(finding, acronym=acronym))
        elif finding.start not in printed:
            result.append(finding)
    return result


def _with_branch(passage: Passage, finding: Finding) -> Finding:
    """Give a finding with the branch in brackets that belongs to its name ("Muslim League (Nawaz)")."""
    branch = _BRANCH.match(passage.text, finding.end - passage.offset)
    if branch is None or not _BRANCHED.intersection(finding.text.lower().split()):
        return finding
    if branch["word"].upper() in initials(finding.text):
        return finding
    return msgspec.structs.replace(finding, text=finding.text + branch[0], end=passage.offset + branch.end())


def _in_brackets_after(passage: Passage, name: Finding, other: Finding) -> bool:
    """Tell whether a name of several words stands in brackets right after another one, as its second name."""
    between = passage.text[name.end - passage.offset : other.start - passage.offset]
    after = passage.text[other.end - passage.offset : other.end - passage.offset + 1]
    return (
        re.fullmatch(r"['\"’”]? ?\(", between) is not None
        and after == ")"
        and " " in other.text
        and other.known is None
    )


def _called(passage: Passage, name: Finding, other: Finding) -> bool:
    """Tell whether a text gives a second name right after another one ("X, also known as Y", "X, or XY,")."""
    between = passage.text[name.end - passage.offset : other.start - passage.offset]
    if other.known is not None and name.known is not None:
        return False
    is_acronym = other.text.isupper() and is_acronym_of(other.text, name.text)
    return _SECOND_NAME.match(between) is not None or (is_acronym and _OR.match(between) is not None)


def _is_other_acronym(acronym: str, finding: Finding) -> bool:
    """Tell whether what is printed in brackets after a body of several words is its name in another language."""
    if " " not in finding.text or finding.known or acronym in ACRONYMS_NOT_NAMES or is_country(acronym):
        return False
    kind = max(finding.votes, key=lambda vote: vote[1], default=("person", 0.0))[0]
    return kind in _BODIES and acronym.isalpha() and place_country(acronym) is None


def is_acronym_of(acronym: str, long: str) -> bool:
    """Tell whether an acronym may stand for a name: its first letter and half of its capitals begin words of it."""
    capitals = [char for char in acronym if char.isupper()]
    initials = [word[0].upper() for word in re.findall(r"[^\W_]+", long)]
    if len(capitals) < _CAPITALS or len(initials) < _CAPITALS or acronym in ACRONYMS_NOT_NAMES:
        return (
            bool(capitals)
            and acronym[0] == long[:1]
            and len(initials) >= len(acronym) > 1
            and acronym not in ACRONYMS_NOT_NAMES
        )
    shared = sum(char in initials for char in capitals)
    return 2 * shared >= len(capitals) and (capitals[0] in initials)


def initials(long: str) -> set[str]:
    """Give the acronyms that the initials of a name make, with and without its small words."""
    words = re.findall(r"[^\W_]+", long)
    return {
        "".join(word[0].upper() for word in words),
        "".join(word[0] for word in words if word[0].isupper()),
    }
