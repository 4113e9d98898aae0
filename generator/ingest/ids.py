"""Ids of new articles: the date and the first words of the title, and where that is not enough the document.

An id is an address for ever, so it never rests on a title alone, nor on the order in which files are read.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.slugs import fingerprint, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.model import FrontMatter

TITLE_LENGTH = 48
"""Characters of a title's slug in an id."""

_APOSTROPHE = re.compile(r"['’](?:s\b)?")


def ids_for(fronts: Sequence[FrontMatter], taken: Collection[str]) -> tuple[str, ...]:
    """Give an id for each new article: the one it has if that is free, else one that no other has."""
    wanted = [front.id or _wanted(front) for front in fronts]
    often = Counter(wanted)
    used = {name for name in wanted if often[name] == 1} | set(taken)
    ids = []
    for front, name in zip(fronts, wanted, strict=True):
        if often[name] == 1 and name not in taken:
            ids.append(name)
        else:
            ids.append(_apart(name, front, used))
            used.add(ids[-1])
    return tuple(ids)


def folder_of(front: FrontMatter) -> str:
    """Give the folder below `articles` in which an article of its date lies."""
    return front.published[:4] if front.published else "undated"


def first_words(title: str) -> str:
    """Give the first words of a title as they stand in an id."""
    whole = slug(_APOSTROPHE.sub("", title))
    return whole if len(whole) <= TITLE_LENGTH else whole[: TITLE_LENGTH + 1].rpartition("-")[0] or whole[:TITLE_LENGTH]


def _wanted(front: FrontMatter) -> str:
    words = first_words(front.title)
    return f"{front.published}-{words}" if front.published else f"{words}-{_origin(front)}"


def _apart(name: str, front: FrontMatter, used: Collection[str]) -> str:
    """Tell an id apart by the document; two articles that are the same in everything are counted."""
    apart = f"{name[: TITLE_LENGTH + 20].rstrip('-')}-{_origin(front)}"
    return next(
        free
        for number in range(1, len(used) + 3)
        if (free := apart if number == 1 else f"{apart}-{number}") not in used
    )


def _origin(front: FrontMatter) -> str:
    return fingerprint(f"{front.source.sha256}/{front.source.position}")
