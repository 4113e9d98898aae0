"""Tokens: the words of a passage with their inner hyphens and apostrophes, and what a tagger says of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.sentences import sentences
from generator.suggest.model import Token

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"(?:[A-Z]\.){2,4}|(?<!\bon )[A-Z]\.(?= [A-Z])|(?:[^\W_]|&(?=[A-Z]))+(?:['’\-‐][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’](?:s|S)\Z")
_OPENING = " \t\"'“”‘’([–—-•"
_HEADLINE_SHARE = 0.6
_LONGER = 4


class Tag(NamedTuple):
    """What a tagger says of a stretch of text: part of speech, label and number of the entity it lies in."""

    start: int
    tag: str
    label: str
    entity: int


def tokenise(text: str, tags: Iterable[Tag] = ()) -> tuple[Token, ...]:
    """Give the words of a text; `tags` are those of a tagger's own words, in order."""
    of_text = list(tags)
    starts = [tag.start for tag in of_text]
    openings = {_first_letter(text, span.start) for span in sentences(text)}
    return tuple(_token(match, of_text, starts, openings, text) for match in _WORD.finditer(text))


def is_headline(tokens: Sequence[Token]) -> bool:
    """Tell whether most of the longer words have a capital, so that capitals tell nothing."""
    longer = [token for token in tokens if len(token.text) >= _LONGER]
    return sum(token.text[0].isupper() for token in longer) >= _HEADLINE_SHARE * max(len(longer), 1)


def _token(match: re.Match[str], tags: Sequence[Tag], starts: Sequence[int], openings: set[int], text: str) -> Token:
    written = match[0]
    owner = _POSSESSIVE.search(written)
    end = match.end() - (2 if owner else 0)
    plural_owner = written.endswith("s") and text[match.end() : match.end() + 1] in {"'", "’"}
    index = bisect_right(starts, match.start()) - 1
    tag = tags[index] if index >= 0 else Tag(0, "", "", -1)
    opens = match.start() in openings or text[max(0, match.start() - 1) : match.start()] in {"“", '"', "‘", "•"}
    word = text[match.start() : end]
    token = Token(match.start(), end, word, possessive=bool(owner) or plural_owner, opens=opens)
    return msgspec.structs.replace(token, tag=tag.tag, label=tag.label, entity=tag.entity)


def _first_letter(text: str, start: int) -> int:
    while start < len(text) and text[start] in _OPENING:
        start += 1
    return start
