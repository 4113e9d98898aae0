"""Spelling: the form in which the spellings of one name are equal, and how near two names are."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

from generator.countries import all_countries
from generator.suggest.lexicon import PARTICLES
from generator.suggest.places import place_country
from generator.suggest.wellknown import country_names

if TYPE_CHECKING:
    from collections.abc import Sequence

Key = tuple[str, ...]
"""The words of a name in the form in which their spellings are equal."""

_WORD = re.compile(r"[a-z0-9]+")
_POSSESSIVE = re.compile(r"['’][sS]\b|(?<=s)['’](?=\s|\Z)")
_ARTICLES = frozenset({"the", "a", "an"})
_SMALL = frozenset({"of", "for", "and", "in", "on", "the", "de", "affairs"})
_STEMS = (
    (re.compile(r"turkest"), "turkist"),
    (re.compile(r"u[iy]gh?u(r|i)r?"), r"uyghu\1"),
    (re.compile(r"^te[eh]?h?r[ei]e?k"), "tehreek"),
    (re.compile(r"taleban"), "taliban"),
    (re.compile(r"^qa[ei]da$"), "qaeda"),
    (re.compile(r"^m[ou]hamm?[ae]d$"), "mohammed"),
    (re.compile(r"^urum(?:chi|qi)$"), "urumqi"),
    (re.compile(r"^bal[ou]ch"), "baloch"),
    (re.compile(r"^t(?:oi|ai|ayyi|ayya)ba$"), "taiba"),
    (re.compile(r"^hi[sz]b[ou]l"), "hizbul"),
    (re.compile(r"isation"), "ization"),
    (re.compile(r"labour"), "labor"),
    (re.compile(r"^centre"), "center"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^defence"), "defense"),
    (re.compile(r"eurasian$"), "eurasia"),
    (re.compile(r"^hydro(?:power|electric\w*)$|^hydel$"), "hydro"),
)
_OLYMPICS = frozenset({"olympics", "olympic"})
_NEAR = 0.15
_LONGEST_CODE = 6
_LONGEST_COUNTRY = 6
_LONG = 8
_SHORT_WORD = 4


@cache
def key(name: str) -> Key:
    """Give the key of a name: folded words without articles and possessives, in one spelling."""
    plain = anyascii(_POSSESSIVE.sub("", name)).lower().replace(".", "").replace("'", "")
    found = [_spelled(word) for word in _WORD.findall(plain)]
    return tuple(word for word in found if word not in _ARTICLES) or tuple(found)


@cache
def bag(of: Key) -> frozenset[str]:
    """Give the words of a key without order and small words; countries and peoples as codes, Games as Olympics."""
    words = [word for word in _with_codes(of) if word not in _SMALL]
    if _OLYMPICS & set(words) or ("games" in words and {"winter", "summer"} & set(words)):
        words = ["olympics" if word in {"olympic", "games"} else word for word in words]
    return frozenset(words)


def near(one: Key, other: Key) -> bool:
    """Tell whether two names differ only as misprints and transcriptions do: long, and few letters apart."""
    left, right = " ".join(one), " ".join(other)
    if left[0] != right[0] or min(len(left), len(right)) < _LONG or abs(len(one) - len(other)) > 1:
        return False
    if _digits(one) != _digits(other):
        return False
    distance = DamerauLevenshtein.distance(left, right)
    longest = max(len(left), len(right))
    return distance <= max(1, int(_NEAR * longest)) and _words_near(one, other)


def _words_near(one: Key, other: Key) -> bool:
    """Tell whether the words pair off, each a few letters from its partner; a missing small word is no matter."""
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return set(longer) - set(shorter) <= _SMALL
    return all(DamerauLevenshtein.distance(*pair) <= _allowed(*pair) for pair in zip(one, other, strict=True))


def _allowed(left: str, right: str) -> int:
    """Give how many letters apart two words of near names may be: none where they are short, but for particles."""
    if min(len(left), len(right)) < _SHORT_WORD:
        return int(left in PARTICLES or right in PARTICLES)
    return 1 + len(left) // 7


def _digits(of: Key) -> list[str]:
    return [word for word in of if any(char.isdigit() for char in word)]


def _spelled(word: str) -> str:
    for pattern, written in _STEMS:
        word = pattern.sub(written, word)
    return word


def _with_codes(of: Sequence[str]) -> list[str]:
    codes = _codes()
    result: list[str] = []
    index = 0
    while index < len(of):
        for length in range(_LONGEST_COUNTRY, 0, -1):
            code = codes.get(tuple(of[index : index + length]))
            if code and index + length <= len(of):
                result.append(code)
                index += length
                break
        else:
            result.append(of[index])
            index += 1
    return result


@cache
def _codes() -> dict[Key, str]:
    """Give the codes of countries by their names and the names of their peoples."""
    codes: dict[Key, str] = {key(name): "@un" for name in ("United Nations", "UN")}
    for country in all_countries().values():
        for name in (*country.names, *country.demonyms):
            codes.setdefault(key(name), f"@{country.id}")
    for code, names in country_names().items():
        codes |= {key(name): f"@{code.lower()}" for name in names}
    return codes


@cache
def is_country(name: str) -> bool:
    """Tell whether a name is only names of countries and peoples, or a misprint of one."""
    words = key(name)
    if all(word.startswith("@") for word in bag(words)):
        return True
    return (
        len(words) == 1
        and place_country(name) is None
        and len(words[0]) >= _LONGEST_CODE
        and any(
            len(other) == 1 and other[0][0] == words[0][0] and DamerauLevenshtein.distance(words[0], other[0]) <= 1
            for other in _codes()
        )
    )
