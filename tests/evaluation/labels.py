"""Labels that people gave: read, and for texts that are not part of the project, found again by place and digest.

Of the raw documents beside the project no words are kept here. A label says in which lines and columns a stretch
stands, and the digest of its folded words tells whether the document is still the one that was labelled.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from generator.normalise import plain_text
from generator.words import fold, words

from .scoring import DOCUMENTS

RAW = "seeds"
DIGITS = 12
"""Hexadecimal digits of a digest: enough that no two texts of a few documents share one."""

Label = dict[str, Any]


def labels(name: str) -> list[Label]:
    """Give the labels of a file, one a line."""
    return [json.loads(line) for line in (DOCUMENTS / name).read_text(encoding="utf-8").splitlines()]


def folded(text: str) -> tuple[str, ...]:
    """Give the words of a text in the form in which spellings of one are equal, without marks."""
    return tuple(map(fold, words(plain_text(text))))


def digest(text: str) -> str:
    """Give the digest of a text's folded words."""
    return hashlib.sha256(" ".join(folded(text)).encode()).hexdigest()[:DIGITS]


def is_told(label: str | None, text: str | None) -> bool:
    """Tell whether a text is the one that a label gives in words or as a digest; None is no text."""
    if label is None or text is None:
        return label is text
    return label == digest(text) or folded(label) == folded(text)


@cache
def raw_lines(path: Path) -> tuple[str, ...]:
    """Give the lines of a raw document as they stand there."""
    return tuple(path.read_text(encoding="utf-8").split("\n"))


def stretch(path: Path, label: Label) -> str:
    """Give the words that a label stands for, from its first line and column to its last, blank lines left out.

    Raises ValueError where the document has other words there than those that were labelled.
    """
    (first, start), (last, end) = label["from"], label["to"]
    lines = [*raw_lines(path)[first - 1 : last]]
    lines[-1] = lines[-1][:end]
    lines[0] = lines[0][start:]
    text = " ".join(line for line in lines if line.strip())
    if digest(text) != label["words"]:
        message = f"{path}:{first}: not the words that were labelled (label the document again)"
        raise ValueError(message)
    return text


def occurrences(body: str, printed: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of printed words in a body, each behind the one before it; raises ValueError for others."""
    at = 0
    for text in printed:
        start = body.index(text, at)
        at = start + len(text)
        yield start, at


def contains(text: Sequence[str], part: Sequence[str]) -> bool:
    """Tell whether the words of a text hold those of a part, side by side."""
    return any(tuple(text[start : start + len(part)]) == tuple(part) for start in range(len(text) - len(part) + 1))
