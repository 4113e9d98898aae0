"""Hostile articles annotated as a build does: whatever our expressions look for, again and again.

An article beyond the limits is left out by a build. It counts as a fault here, since no text should be.
"""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, NamedTuple

from builders import gazetteer

from generator.annotate.articles import annotation_of
from generator.formats.articles import read_article

from .documents import ATOMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES = (2**12, 2**14, 2**16)
LARGE = 2**20
"""Bytes of one text in a hundred."""
WORDS = [
    *(atom.replace("~", " ") for atom in ATOMS if atom),
    *"5% 1.5m 10~million 7~people killed He~said. “It~is so,”~said~Khan. on~Monday last~week 5~July~2009".split(" "),
]
_JOINTS = ["", " ", " ", ". ", ", ", "\n\n"]


class Annotated(NamedTuple):
    """What came of an article: its bytes, the seconds that it took, the reason if it is left out, and what it is of."""

    size: int
    seconds: float
    reason: str
    name: str


def annotated(seed: int, places: Sequence[int]) -> Iterator[Annotated]:
    """Read and annotate an article of each place of a seed."""
    known = gazetteer()
    for place in places:
        chance = random.Random(f"{seed}/{place}")
        size = LARGE if place % 100 == 99 else chance.choice(SIZES)
        words = [word.replace("~", " ") for word in chance.sample(WORDS, chance.choice([1, 1, 1, 2, 3, 20]))]
        joint = chance.choice(_JOINTS)
        piece = joint.join(chance.choice(words) for _ in range(chance.choice([1, 50, 400]))) + joint
        body = (piece * (size // max(len(piece.encode()), 1) + 1)).encode()[:size].decode("utf-8", "ignore")
        article = read_article(f"---\ntitle: Hostile\n---\n\n{body}".encode(), "articles/undated/hostile.md")
        begin = time.process_time()
        found = annotation_of(article, known)
        took = time.process_time() - begin
        yield Annotated(size, took, found if isinstance(found, str) else "", f"{size} bytes of {words[:3]!r}")
