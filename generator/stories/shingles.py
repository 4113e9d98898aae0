"""Shingles: runs of words by which texts are compared, and the sample of them by which likely copies are found.

Source: Broder, "On the resemblance and containment of documents" (1997). Of the shingles' hashes those divisible by a
number are kept, a sample by which both the resemblance of two texts and the containment of one in another are
estimated. A MinHash of fixed length estimates resemblance alone, and a copy of half a text resembles it little.
"""

from __future__ import annotations

from itertools import accumulate
from zlib import crc32

SHINGLE = 4
"""Words of a shingle. In fewer, texts on one topic agree by chance; of more, a changed word spoils too many."""
SAMPLED = 8
"""One shingle of so many is sampled: of a text of 450 words some 56."""


def shingles(words: list[str]) -> frozenset[tuple[str, ...]]:
    """Give the shingles of a text, which is given by its folded words."""
    return frozenset(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def sketch(words: list[str]) -> tuple[int, ...]:
    """Give the hashes of the sampled shingles of a text, 32 bits each, sorted; the same on every machine."""
    encoded = [word.encode() for word in words]
    text = b" ".join(encoded)
    starts = [0, *accumulate(len(word) + 1 for word in encoded)]
    ends = starts[SHINGLE:]
    hashes = {crc32(text[start:end]) for start, end in zip(starts, ends, strict=False)}
    return tuple(sorted(hash_ for hash_ in hashes if hash_ % SAMPLED == 0))
