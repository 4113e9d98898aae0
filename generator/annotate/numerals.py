"""Numerals: the numbers of a text, in digits or in words, with their values.

A vague number has the least value that its words allow: "hundreds" is 100, "tens of thousands" 10,000, "millions"
1,000,000. Digits that are part of a word, date or address ("D66", "21st", "9/11", "50Plus", "2.0.1") are no numerals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.passages import Passage
    from generator.words import Words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_SMALL = {word: float(value) for value, word in enumerate(_UNITS.split())}
_TENS = {
    word: 10.0 * tens for tens, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "mln": 1e6, "crore": 1e7,
    "billion": 1e9, "bln": 1e9, "trillion": 1e12,
}  # fmt: skip
_VAGUE = {
    "tens": 10.0, "dozens": 12.0, "scores": 20.0, "hundreds": 1e2, "thousands": 1e3, "lakhs": 1e5, "millions": 1e6,
    "crores": 1e7, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
_ONLY_WITH_OF = frozenset({"tens", "scores"})
_FEW = frozenset({"several", "few", "many"})
_ARTICLES = {"a": 1.0, "an": 1.0, "half": 0.5}

WORD = r"(?:(?:[A-Z]\.){2,4}|[^\W\d_][\w’'-]*)"
"""A word as noun phrases have them, with hyphens and apostrophes, or initials."""
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d+)(?:\.\d+)?"
"""Plain, or with commas between thousands, or between lakhs as in India."""
_NUMBER = re.compile(rf"(?<![\w.,/:#@=&]){_DIGITS}")
_INSIDE_NUMBERS = frozenset(".,")
_WORD_AFTER = re.compile(rf" ({WORD})")
LOOK_BACK = 24
"""Letters before a number that may tell what it is."""
NUMBER_WORDS = frozenset({*_SMALL, *_TENS, *_SCALES, *_VAGUE, *_FEW, *_ARTICLES})
"""The words of which numbers are made."""
_BEFORE_NUMBERS = _FEW.union(_ARTICLES)
"""Number words that are so only before another, and stand in every sentence without."""
_ATTACHING = frozenset("_.,/:#@=&")
_SHORT_SCALE = re.compile(r"( ?bn| ?tn| ?mn|m|k)(?!\w)")
_SHORT_SCALES = {"bn": 1e9, "tn": 1e12, "mn": 1e6, "m": 1e6, "k": 1e3}
ATTACHED_UNIT = re.compile(r"(?:km|kg|cm|mm|kph|mph|kw|mw|gw|gwh|kwh|ha|ft|lb|m|g)(?:[²³]|(?!\w))", re.IGNORECASE)
_MANY_OF = re.compile(r"(10{1,6})['’]?s(?= of )")
"""Orders of magnitude in digits: "1000s of pictures"."""
_IN_COMPOUND = re.compile(r"\w|[-/:][^\W_]|[.,]\d|['’]s")
_CHAIN = re.compile(r"-\d{1,4}-")
"""What follows the first or a middle part of a date such as 2022-02-07 or of a telephone number."""
LARGEST = 1e15
"""What is greater than any count in the news is a telephone number or a mistake."""
CURRENCY_SIGNS = "$€£¥₹₽₩₺₪฿₦₫"

Form = Literal["digits", "words", "vague"]


class Numeral(msgspec.Struct, frozen=True, gc=False):
    """A number at `[start, end)` of a text, written in digits or words, or only as vague as an order of magnitude.

    `before` and `after` are the words beside it, in lower case; nothing where more than a space parts them. By them
    whoever reads a numeral sees at once which expressions cannot fit.
    """

    start: int
    end: int
    value: float
    form: Form
    before: str = ""
    after: str = ""


class _Atom(msgspec.Struct, frozen=True, gc=False):
    """One written number or number word; only digits have a value of their own."""

    start: int
    end: int
    word: str
    value: float


def numerals(passage: Passage) -> list[Numeral]:
    """Give the numerals of a text in order, those of years and dates among them; linear in its length."""
    text, atoms = passage.text, _atoms(passage)
    found: list[Numeral] = []
    index = 0
    while index < len(atoms):
        start = atoms[index].start
        last, value, form = _read(text, atoms, index)
        if last == index + 1 and text.startswith("10", start) and (many := _MANY_OF.match(text, start)):
            found.append(_beside(text, start, many.end(), float(many[1]), "vague"))
        elif last > index:
            end = atoms[last - 1].end
            if form == "digits":
                end, value = _with_short_scale(text, start, end, value)
            if value <= LARGEST and _stands_alone(text, start, end, form):
                found.append(_beside(text, start, end, value, form))
        index = max(last, index + 1)
    return found


def word_before(text: str, start: int) -> str:
    """Give the word just before a place, in lower case and without a full stop; nothing where a mark stands there."""
    if text[start - 1 : start] != " ":
        return ""
    words = text[max(0, start - LOOK_BACK) : start].rsplit(None, 1)
    return words[-1].rstrip().lower().removesuffix(".") if words else ""


def _beside(text: str, start: int, end: int, value: float, form: Form) -> Numeral:
    after = _WORD_AFTER.match(text, end)
    return Numeral(start, end, value, form, word_before(text, start), after[1].lower() if after else "")


def scale_of(numeral: str) -> float | None:
    """Give the scale with which a written numeral ends, such as a million in "25.85 million", if it has one."""
    return _SCALES.get(numeral.lower().replace("-", " ").rpartition(" ")[2])


def _atoms(passage: Passage) -> list[_Atom]:
    """Give the numbers and number words of a text, each looked for only where a word can be one."""
    words = passage.words
    folded, text, starts, ends = words.folded, words.text, words.starts, words.ends
    atoms = []
    for index in [index for index in passage.telling if (word := folded[index]) in NUMBER_WORDS or not word.isalpha()]:
        word = folded[index]
        if not _begins(words, index):
            continue
        if word in NUMBER_WORDS:
            if (word not in _BEFORE_NUMBERS or _is_number(folded[index + 1 : index + 2])) and _ends(words, index):
                atoms.append(_Atom(starts[index], ends[index], word, 0.0))
        elif word.isdecimal() and words.gaps[index + 1][:1] not in _INSIDE_NUMBERS:
            atoms.append(_Atom(starts[index], ends[index], "", float(word)))
        elif number := _NUMBER.match(text, starts[index]):
            atoms.append(_Atom(number.start(), number.end(), "", float(number[0].replace(",", ""))))
    return atoms


def _is_number(following: Sequence[str]) -> bool:
    return bool(following) and following[0] in NUMBER_WORDS


def _begins(words: Words, index: int) -> bool:
    """Tell whether a word does not go on with something longer, such as an address."""
    before = words.gaps[index]
    return before[-1] not in _ATTACHING if before else index == 0


def _ends(words: Words, index: int) -> bool:
    after = words.gaps[index + 1]
    return after[0] != "_" if after else index + 1 == len(words)


def _read(text: str, atoms: Sequence[_Atom], index: int) -> tuple[int, float, Form]:
    """Read the numeral that begins with an atom: the index after its last atom, or that of the first if it is none."""
    word = atoms[index].word
    if not word:
        return *_scaled(text, atoms, index + 1, atoms[index].value), "digits"
    if word in _VAGUE:
        return *_vague(text, atoms, index), "vague"
    if word in _FEW:
        last, value = _scaled(text, atoms, index + 1, 1.0)
        return (last, value, "vague") if last > index + 1 else (index, 0.0, "vague")
    return *_words(text, atoms, index), "words"


def _scaled(text: str, atoms: Sequence[_Atom], index: int, value: float) -> tuple[int, float]:
    """Multiply by the scales that follow: "10 million", "10-million", "several hundred thousand"."""
    while index < len(atoms) and atoms[index].word in _SCALES and _gap(text, atoms, index) in {" ", "-"}:
        value *= _SCALES[atoms[index].word]
        index += 1
    return index, value


def _vague(text: str, atoms: Sequence[_Atom], index: int) -> tuple[int, float]:
    first, value = index, _VAGUE[atoms[index].word]
    index += 1
    while index < len(atoms) and atoms[index].word in _VAGUE and _gap(text, atoms, index) == " of ":
        value *= _VAGUE[atoms[index].word]
        index += 1
    bare = atoms[index - 1].word in _ONLY_WITH_OF and not text.startswith(" of ", atoms[index - 1].end)
    return (first, 0.0) if bare else (index, value)


def _words(text: str, atoms: Sequence[_Atom], index: int) -> tuple[int, float]:
    """Read number words: what is below a thousand is gathered in `part`, scales move it into `total`."""
    first, total, part, word = index, 0.0, 0.0, ""
    if atoms[index].word in _SCALES:
        return first, 0.0
    while index < len(atoms) and atoms[index].word and (index == first or _continues(text, atoms, index)):
        previous, word = word, atoms[index].word
        if word in _ARTICLES:
            part = _ARTICLES[word] if previous != "half" else part
        elif word in _SMALL or word in _TENS:
            part += _SMALL.get(word, 0.0) + _TENS.get(word, 0.0)
        elif word == "hundred" and previous not in _SCALES:
            part *= 100.0
        else:
            total, part = (total + part) * _SCALES[word] if not part else total + part * _SCALES[word], 0.0
        index += 1
    if word in _ARTICLES or total + part == 0.0:
        return first, 0.0
    return index, total + part


def _continues(text: str, atoms: Sequence[_Atom], index: int) -> bool:
    """Tell whether an atom goes on with the number word before it."""
    previous, word, gap = atoms[index - 1].word, atoms[index].word, _gap(text, atoms, index)
    if word in _SCALES:
        return gap in {" ", "-"} and previous in _SMALL.keys() | _TENS.keys() | _SCALES.keys() | _ARTICLES.keys()
    if word in _SMALL and previous in _TENS:
        return gap in {" ", "-"} and 0.0 < _SMALL[word] < _TENS["twenty"] / 2
    if word in _SMALL or word in _TENS:
        return gap in {" ", " and "} and previous in _SCALES and previous != "dozen"
    return previous == "half" and word in _ARTICLES and gap == " "


def _gap(text: str, atoms: Sequence[_Atom], index: int) -> str:
    """Give what stands between an atom and the one before it, which is only looked at if it is short."""
    start, end = atoms[index - 1].end, atoms[index].start
    return text[start:end].lower() if end - start <= len(" and ") else ""


def _with_short_scale(text: str, start: int, end: int, value: float) -> tuple[int, float]:
    """Read "£10m" and "5bn"; m and k are scales only of money."""
    match = _SHORT_SCALE.match(text, end)
    money = start > 0 and text[start - 1] in CURRENCY_SIGNS
    if match is None or (match[1] in {"m", "k"} and not money):
        return end, value
    return match.end(), value * _SHORT_SCALES[match[1].lstrip()]


def _stands_alone(text: str, start: int, end: int, form: Form) -> bool:
    """Tell whether a numeral is not a part of a longer word, date, version or address; ranges may have a hyphen."""
    before = text[max(0, start - len("-2022-")) : start]
    if before.endswith("-") and (not before[-2:-1].isdigit() or "-" in before[:-1]):
        return False
    if text.startswith(" ", end):
        return True
    if _CHAIN.match(text, end):
        return False
    if ATTACHED_UNIT.match(text, end):
        return form == "digits"
    if text[end : end + 1] == "-" and text[end + 1 : end + 2].isdigit():
        return True
    return _IN_COMPOUND.match(text, end) is None
