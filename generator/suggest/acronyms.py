"""Acronyms that a text prints with their long form: "World Uyghur Congress (WUC)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.suggest.lexicon import ACRONYMS_NOT_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.suggest.model import Finding, Passage

_ACRONYM = re.compile(r"(?:['’]s?)? ?\((?:the )?[“\"'‘]?(?P<acronym>[A-Z][A-Za-z0-9&.-]{1,9})[”\"'’]?[);,]")
_CAPITALS = 2


def with_acronyms(passage: Passage, findings: Sequence[Finding]) -> list[Finding]:
    """Give the findings of a passage with the acronyms printed after them; the acronyms are no findings of their own."""
    result: list[Finding] = []
    printed: dict[int, str] = {}
    for finding in findings:
        match = _ACRONYM.match(passage.text, finding.end - passage.offset)
        acronym = match["acronym"] if match else ""
        if match and is_acronym_of(acronym, finding.text):
            printed[passage.offset + match.start("acronym")] = acronym
            result.append(msgspec.structs.replace(finding, acronym=acronym))
        elif finding.start not in printed:
            result.append(finding)
    return result


def is_acronym_of(acronym: str, long: str) -> bool:
    """Tell whether an acronym may stand for a long form: its first letter and half of its capitals begin words of it."""
    capitals = [char for char in acronym if char.isupper()]
    initials = [word[0].upper() for word in re.findall(r"[^\W_]+", long)]
    if len(capitals) < _CAPITALS or len(initials) < _CAPITALS or acronym in ACRONYMS_NOT_NAMES:
        return bool(capitals) and acronym[0] == long[:1] and len(initials) >= len(acronym) > 1 and acronym not in ACRONYMS_NOT_NAMES
    shared = sum(char in initials for char in capitals)
    return 2 * shared >= len(capitals) and (capitals[0] in initials)


def initials(long: str) -> set[str]:
    """Give the acronyms that the initials of a name make, with and without its small words."""
    words = re.findall(r"[^\W_]+", long)
    return {
        "".join(word[0].upper() for word in words),
        "".join(word[0] for word in words if word[0].isupper()),
    }
