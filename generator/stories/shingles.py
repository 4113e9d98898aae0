"""Shingles: runs of words by which texts are compared, and the sample of them by which likely copies are found.

Source: Broder, "On the resemblance and containment of documents" (1997). Of the shingles' hashes those divisible by a
number are kept, a sample by which both the resemblance of two texts and the containment of one in another are
estimated. A MinHash of fixed length estimates resemblance alone, and a copy of half a text resembles it little.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

SHINGLE = 4
"""Words of a shingle. In fewer, texts on one topic agree by chance; of more, a changed word spoils too many."""
SAMPLED = 8
"""One shingle of so many is sampled: of a text of 450 words some 56."""


def shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Give the shingles of a text, which is given by its folded words."""
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def sketch(words: list[str]) -> tuple[int, ...]:
    """Give the hashes of the sampled shingles of a text, 30 bits each, sorted; the same on every machine."""
    by_place = [*zip(*map(_hashes, words), strict=True)]
    if not by_place:
        return ()
    in_row = zip(*(hashes[place:] for place, hashes in enumerate(by_place)), strict=False)
    return tuple(
        sorted({hash_ for one, two, three, four in in_row if (hash_ := one ^ two ^ three ^ four) % SAMPLED == 0})
    )


@lru_cache(2**17)
def _hashes(word: str) -> tuple[int, ...]:
    """Give the hashes of a word for each place in a shingle; those of its words, joined by xor, are the shingle's.

    Of 30 bits, as Python is quickest with such numbers; source: tabulation hashing (Zobrist, 1970).
    """
    digest = blake2b(word.encode(), digest_size=4 * SHINGLE).digest()
    return tuple(int.from_bytes(digest[at : at + 4]) >> 2 for at in range(0, 4 * SHINGLE, 4))
