"""Forms: under which spellings a name is found in folded text.

Between the words of a name may stand up to three marks or spaces, so that `Jane-Doe`, `jane_doe`, a name broken over
two lines and a slug are found; also a middle initial, and the last word first (`Doe, Jane`). A name of eight letters
and more is found within longer words, with whatever ending a language gives it; a shorter one as whole words only, from
six letters also run together. A name in another script is found as slugs spell it, too.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from anyascii import anyascii

from generator.redacting.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONG = 8
"""Letters from which a name is rare enough to be found anywhere, within words too."""
RUN_TOGETHER = 6
"""Letters from which the words of a name are also found run together ("JaneDoe")."""
FEWEST_LETTERS = 3
FEWEST_SIGNS = 2
"""Letters of the shortest name that can be told from other words; in scripts without spaces, signs."""

_WORD = re.compile(r"[^\W_]+(?:['’ʼ`][^\W_]+)*")
_APOSTROPHE = re.compile(r"['’ʼ`]")
_GAP = r"[\W_]"
_MIDDLE_INITIAL = r"[\W_]{1,3}[^\W\d_]\.?[\W_]{1,3}"
_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""How the names of characters begin whose scripts put no spaces between words."""
_PARTICLES = frozenset(
    "abd abu and ben bin bint dal del dem den der des dos het ibn las los mac sir the und van von y zum zur".split()
)
"""Words of names that are too common to stand for a person."""


class Form(NamedTuple):
    """One spelling: its expression over folded text, and a text that stands in whatever it finds.

    A `weak` one is a single short word, which may be another word of a language, or of the site itself.
    """

    pattern: re.Pattern[str]
    anchor: str
    weak: bool


def is_findable(name: str) -> bool:
    """Tell whether a name has enough letters to be told from other words."""
    signs = "".join(_words(name))
    return len(signs) >= (FEWEST_SIGNS if is_unspaced(signs) else FEWEST_LETTERS)


def forms_of(name: str) -> Iterator[Form]:
    """Yield the spellings of a name, those of most letters first."""
    words = _words(name)
    yield from _spellings(words)
    plain = _words(_spaced(anyascii(name)))
    if plain and plain != words and len("".join(plain)) >= (LONG if is_unspaced("".join(words)) else FEWEST_LETTERS):
        yield from _spellings(plain)


def joined_in_slugs(name: str) -> str:
    """Give a name of a script without spaces as a slug runs it together, and nothing for any other name."""
    return folded(anyascii(name)).replace(" ", "") if is_unspaced("".join(_words(name))) else ""


def parts_of(name: str) -> tuple[str, ...]:
    """Give the words of a name by which it may be called where it stands in full, folded."""
    words = _words(name)
    if len(words) == 1 or is_unspaced("".join(words)):
        return ()
    return tuple(word for word in dict.fromkeys(words) if len(word) >= FEWEST_LETTERS and word not in _PARTICLES)


def initials_of(name: str) -> str:
    """Give the initials of a name: "J. D."."""
    return " ".join(f"{word[0].upper()}." for word in _WORD.findall(name))


def words_alone(words: Sequence[str]) -> re.Pattern[str]:
    """Give an expression that finds any of some words in folded text, as whole words."""
    return _bounded("|".join(map(_spelled, sorted(words, key=len, reverse=True))))


def is_unspaced(text: str) -> bool:
    """Tell whether a text is of a script that puts no spaces between words."""
    return bool(text) and all(unicodedata.name(char, "").startswith(_UNSPACED) for char in text)


def _words(name: str) -> list[str]:
    """Give the words of a name, folded, with their apostrophes; signs of scripts without spaces one by one."""
    found = []
    for word in _WORD.findall(folded(name)):
        found += [*word] if is_unspaced(word) else [word]
    return found


def _spaced(transliterated: str) -> str:
    """Part the syllables that a transliteration runs together: "WangXiaoMing"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", transliterated)


def _spellings(words: Sequence[str]) -> Iterator[Form]:
    letters = len(_APOSTROPHE.sub("", "".join(words)))
    anchor = max((part for word in words for part in _APOSTROPHE.split(word)), key=len)
    if is_unspaced("".join(words)):
        yield Form(re.compile(f"{_GAP}?".join(words)), anchor, weak=False)
    else:
        gap = rf"(?:{_GAP}{{{0 if letters >= RUN_TOGETHER else 1},3}}|{_MIDDLE_INITIAL})"
        expression = gap.join(map(_spelled, words))
        pattern = re.compile(expression) if letters >= LONG else _bounded(expression)
        yield Form(pattern, anchor, weak=letters < LONG and len(words) == 1)
    if len(words) > 1 and not is_unspaced("".join(words)):
        yield Form(_bounded(f"{_GAP}{{1,3}}".join(map(_spelled, [words[-1], *words[:-1]]))), anchor, weak=False)


def _spelled(word: str) -> str:
    return "[-_'’ʼ`]?".join(_APOSTROPHE.split(word))  # a slug may have a hyphen there


def _bounded(expression: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{expression})(?![^\W_])")
