"""Figures: the numbers by which an article counts or measures something, each with what it counts.

A figure's span covers the number with its qualifier ("at least", "up to") and its unit. The unit is the noun phrase
that follows as printed ("state-run internment camps"), "per cent" with what it is of, or the currency in words; it is
empty where the text gives only the number. Both ends of a range are figures; what is no count is left out (see
`numbering`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.counted import Counted, counted_after, measured_after, money_before, part_of
from generator.annotate.numbering import is_label, is_point_in_time, is_year
from generator.annotate.numerals import LOOK_BACK, Numeral, numerals, scale_of, word_before
from generator.annotation import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.annotate.passages import Passage
    from generator.annotation import Span

_SURE = (
    "at least|at most|no fewer than|no less than|not less than|no more than|not more than|fewer than|less than"
    "|more than|up to|nearly|almost|approximately|roughly|an estimated|estimated|close to|as many as|as much as"
    "|as few as|as little as|upwards of|in excess of|a minimum of|a maximum of|another|a further|an additional"
)
_UNSURE = "well over|just over|just under|over|under|about|around|some|only|exactly"
_QUALIFIER = re.compile(rf"\b(?:({_SURE})|{_UNSURE}) ?\Z", re.IGNORECASE)
"""Words that only qualify a number, and those that may also be prepositions."""
_ENDS_QUALIFIER = (*_SURE.split("|"), *_UNSURE.split("|"))
_CONTEXT = 160
"""Letters before a number in which "the number of ..." may tell what it counts."""
_TOTALLED = re.compile(
    r"\b(?P<unit>(?:[A-Za-z-]+ )?(?:[A-Za-z-]+s|people|men|women|children))"
    r"(?: (?:in|of|from|at) [A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?)?"
    r" (?:totall?ed|numbered|reached|stood at|rose|grew|increased|fell|dropped|amounted)\b",
)
"""What is told to have a number: "ethnic minorities in the region totalled ..."."""
_NO_ADJECTIVE = frozenset("the a an of that these those and or in its their all".split())
_NUMBER_OF = re.compile(r"\b(?:number|total|population) (?:of|at) ", re.IGNORECASE)

_DEFINITE = frozenset(
    "the these those both other first last next past either which his her their its our all any no or than".split(),
)
_ONE_PERSON = frozenset(
    "person man woman child girl boy soldier officer policeman civilian death prisoner detainee".split(),
)
_FEW = 2.0
"""Up to this number, a number word may be no more than an article or a pronoun."""
_MANY = 100.0
"""From this number on, "over" and "about" without a noun are about a quantity."""
_THOUSAND = 1_000.0
_VERB = re.compile(r" (?:were|are|was|have|had|has|died|fled|took|came|went|[a-z]+ed)\b")
_RANGE = re.compile(r" ?(?:-|–|to|or) ?", re.IGNORECASE)
_LONGEST_LINK = 24


class _Read(msgspec.Struct, frozen=True, gc=False):
    """A number with its qualifier, of which it is known what it counts."""

    numeral: Numeral
    figure: Figure


def figures(passage: Passage, sentences: Sequence[Span]) -> tuple[Figure, ...]:
    """Give the figures of a body in order; `sentences` are those of the body, and a unit does not go beyond its own."""
    body, starts = passage.text, [sentence.start for sentence in sentences]
    read: list[_Read] = []
    for numeral in reversed(numerals(passage)):
        index = bisect_right(starts, numeral.start) - 1
        limit = max(sentences[index].end, numeral.end) if index >= 0 else len(body)
        figure = _figure(body, numeral, limit, read[-1] if read else None)
        if figure is not None:
            read.append(_Read(numeral, figure))
    return tuple(item.figure for item in reversed(read))


def _figure(body: str, numeral: Numeral, limit: int, later: _Read | None) -> Figure | None:
    money = money_before(body, numeral.start)
    if money:
        start = _qualified(body, money[0])[0]
        return Figure(_scaled(body, numeral, later), money[1], start, numeral.end)
    if is_label(body, numeral):
        return None
    start, sure = _qualified(body, numeral.start)
    counted = measured_after(body, numeral, limit)
    if counted is None:
        counted = counted_after(body, numeral, limit)
        if is_year(body, numeral, counted, qualified=start < numeral.start):
            return None
        if counted and (is_point_in_time(body, start, counted) or _is_article(body, numeral, start, counted)):
            return None
    counted = counted or part_of(body, numeral, limit)
    if counted:
        return Figure(numeral.value, counted.unit, start, counted.end)
    if later and _is_range(body, numeral, later):
        return Figure(_scaled(body, numeral, later), later.figure.unit, start, numeral.end)
    if _counts_alone(body, numeral, sure=sure, qualified=start < numeral.start):
        return Figure(numeral.value, _told_before(body, numeral), start, numeral.end)
    return None


def _qualified(body: str, start: int) -> tuple[int, bool]:
    """Give where a number begins with its qualifier, and whether that can be nothing else."""
    low = max(0, start - LOOK_BACK)
    before = body[low:start]
    match = _QUALIFIER.search(before) if before.rstrip(" ").lower().endswith(_ENDS_QUALIFIER) else None
    return (low + match.start(), match[1] is not None) if match else (start, False)


def _is_article(body: str, numeral: Numeral, start: int, counted: Counted) -> bool:
    """Tell whether "one" or "two" only points to somebody, as in "the two leaders" or "one official"."""
    if numeral.form != "words" or numeral.value > _FEW:
        return False
    if word_before(body, start) in _DEFINITE:
        return True
    return numeral.value == 1.0 and start == numeral.start and counted.unit.lower() not in _ONE_PERSON


def _counts_alone(body: str, numeral: Numeral, *, sure: bool, qualified: bool) -> bool:
    """Tell whether a number without a noun is a count all the same: by its size, its qualifier or the verb after it."""
    text = body[numeral.start : numeral.end]
    if (
        (sure and numeral.value > 1.0)
        or numeral.form == "vague"
        or "," in text
        or scale_of(text)
        or (qualified and numeral.value >= _MANY)
    ):
        return True
    acts = _VERB.match(body, numeral.end) and numeral.value > 1.0
    return bool(acts) and numeral.before not in _DEFINITE


def _told_before(body: str, numeral: Numeral) -> str:
    """Give what a number counts by "the number of ..." before it in the same paragraph, or nothing."""
    before = body[max(0, numeral.start - _CONTEXT) : numeral.start].rpartition("\n")[2]
    match = next(iter(reversed(list(_NUMBER_OF.finditer(before)))), None)
    told = next(iter(reversed(list(_TOTALLED.finditer(before)))), None)
    if told and (match is None or told.start() > match.start()):
        first, _, rest = told["unit"].partition(" ")
        return rest if rest and first.lower() in _NO_ADJECTIVE else told["unit"]
    if match is None:
        return ""
    counted = counted_after(before, Numeral(0, match.end() - 1, 0.0, "digits"), len(before))
    return counted.unit if counted else match[0].split(" ")[0].lower() if match.end() == len(before) else ""


def _is_range(body: str, numeral: Numeral, later: _Read) -> bool:
    """Tell whether a number is the lower end of a range of which the other end was read."""
    if later.figure.start - numeral.end > _LONGEST_LINK or numeral.value >= later.figure.value:
        return False
    link = body[numeral.end : later.figure.start]
    if _RANGE.fullmatch(link) is None:
        return link == " and " and numeral.before == "between"
    return True


def _scaled(body: str, numeral: Numeral, later: _Read | None) -> float:
    """Give the value of a range's lower end, to which the scale of the other end belongs too ("20 to 30 million")."""
    own = scale_of(body[numeral.start : numeral.end])
    alone = own or numeral.form == "vague" or numeral.value >= _THOUSAND
    if alone or later is None or not _is_range(body, numeral, later):
        return numeral.value
    return numeral.value * (scale_of(body[later.numeral.start : later.numeral.end]) or 1.0)
