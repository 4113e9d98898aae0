"""What is counted: the unit that stands with a number, as a noun phrase, a percentage, a measure or a currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.annotate.numerals import ATTACHED_UNIT, CURRENCY_SIGNS, WORD, Numeral
from generator.annotate.speech import BREAKS, FINITE, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST_UNIT = 8
"""Words of a unit: longer ones are misread clauses."""

STATES = frozenset("dead injured wounded missing killed hurt homeless arrested detained".split())
"""What people are said to be after a number, with no noun."""
_PLURALS = frozenset(
    "people men women children police personnel troops staff cattle fish sheep youth feet aircraft yuan yen won "
    "baht rand renminbi km kg cm mm mph kph kw mw gw kwh gwh ha ft lb dlrs pts pct others".split(),
)
"""Nouns and measures that count without an s."""
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")
_STOPS = (
    PREPOSITIONS
    | BREAKS
    | FINITE
    | PRONOUNS
    | frozenset(
        "and the a an this these those each every both all them us not said says told suffered received "
        "attended joined gathered died fled lived travelled traveled marched voted away ago apart together "
        "alone here there long tall high deep wide vs versus".split()
    )
)
_WORD = re.compile(WORD)
_FIRST_GAP = re.compile(r" [“\"‘'«]?|-(?=[a-z])")
_RUN = re.compile(
    rf"(?>{WORD})(?:[”\"’'»]? [“\"‘'«]?(?>{WORD})){{0,{LONGEST_UNIT - 1}}}+",
)
"""Words in a row, over which a noun phrase may go."""
_OF = re.compile(r" of(?= )", re.IGNORECASE)
_PERCENT = re.compile(r" ?(?:%|per cent\b|percent\b|pct\b|percentage points?\b|°[CF]?)", re.IGNORECASE)
_BEGIN_PERCENT = ("per", "pct")
_BESIDE_PERCENT = frozenset(" %°pP")
_PART_OF = re.compile(
    r" (?:out )?of (?:(?:the|its|their|his|her|our|these|those) |[A-Z][\w-]*['’]s? )"
    r"(?:(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: (?:thousand|million))? )?",
)
_BEFORE_PARTS = frozenset({"of", "out"})
_WHOLE = re.compile(r" of (?:(?:the|its|their|all|his|her|our|total) )?")

_CURRENCIES = {
    "$": "US dollars", "A$": "Australian dollars", "AU$": "Australian dollars", "C$": "Canadian dollars",
    "CA$": "Canadian dollars", "HK$": "Hong Kong dollars", "NZ$": "New Zealand dollars", "S$": "Singapore dollars",
    "NT$": "Taiwan dollars", "€": "euros", "£": "pounds", "¥": "yen", "CN¥": "yuan", "₹": "rupees", "₽": "roubles",
    "₩": "won", "₺": "lira", "₪": "shekels", "฿": "baht", "₦": "naira", "₫": "dong", "Rs": "rupees",
    "USD": "US dollars", "EUR": "euros", "GBP": "pounds", "CNY": "yuan", "RMB": "yuan", "JPY": "yen",
    "INR": "Indian rupees", "PKR": "Pakistani rupees", "AUD": "Australian dollars", "CAD": "Canadian dollars",
    "CHF": "Swiss francs",
}  # fmt: skip
_CODES = "USD|EUR|GBP|CNY|RMB|JPY|INR|PKR|AUD|CAD|CHF|Rs"
_MONEY = re.compile(
    rf"(?:(?<![A-Za-z])[A-Z]{{1,2}})?[{CURRENCY_SIGNS}] ?\Z|\b(?:{_CODES})\.? ?\Z",
)
_ENDS_MONEY = (*CURRENCY_SIGNS, *_CODES.split("|"))
_LONGEST_MONEY = 5


class Counted(msgspec.Struct, frozen=True, gc=False):
    """A unit as printed (a currency in words), and where it ends."""

    unit: str
    end: int


def money_before(text: str, start: int) -> tuple[int, str] | None:
    """Give the currency that stands before a number: where it begins, and its name in words."""
    before = text[max(0, start - _LONGEST_MONEY) : start]
    match = _MONEY.search(before) if before.rstrip(" .").endswith(_ENDS_MONEY) else None
    if match is None:
        return None
    sign = match[0].rstrip(" .")
    return start - len(match[0]), _CURRENCIES.get(sign, _CURRENCIES.get(sign[-1], ""))


def measured_after(text: str, numeral: Numeral, limit: int) -> Counted | None:
    """Give the percentage or attached measure after a number: "per cent of the population", "%", "km"."""
    following = text[numeral.end : numeral.end + 1]
    attached = ATTACHED_UNIT.match(text, numeral.end) if numeral.form == "digits" and following.isalpha() else None
    if attached:
        return Counted(attached[0], attached.end())
    may_be = numeral.after.startswith(_BEGIN_PERCENT) if numeral.after else following in _BESIDE_PERCENT
    percent = _PERCENT.match(text, numeral.end, limit) if may_be else None
    if percent is None:
        return None
    whole = _WHOLE.match(text, percent.end(), limit)
    noun = _noun_phrase(text, whole.end(), limit, singular=True) if whole else None
    end = noun.end if noun else percent.end()
    return Counted(text[numeral.end : end].strip(), end)


def counted_after(text: str, numeral: Numeral, limit: int) -> Counted | None:
    """Give the noun phrase that a number counts, up to its first plural noun; None where no noun follows."""
    start = numeral.end
    if numeral.form == "vague":
        of = _OF.match(text, start)
        start = of.end() if of else start
    elif numeral.after in _STOPS:
        return None
    gap = _FIRST_GAP.match(text, start, limit)
    return _noun_phrase(text, gap.end(), limit, singular=numeral.value == 1.0) if gap else None


def part_of(text: str, numeral: Numeral, limit: int) -> Counted | None:
    """Give what a number of several is a part of ("600 of its 9,000 jobs"); it ends with the number itself."""
    may_be = numeral.value > 1.0 and numeral.after in _BEFORE_PARTS
    of = _PART_OF.match(text, numeral.end, limit) if may_be else None
    noun = _noun_phrase(text, of.end(), limit, singular=False) if of else None
    return Counted(noun.unit, numeral.end) if noun and _is_plural(noun.unit) else None


def _noun_phrase(text: str, start: int, limit: int, *, singular: bool) -> Counted | None:
    words: list[re.Match[str]] = []
    plural = None
    for word in _run(text, start, limit):
        words.append(word)
        if plural is not None:
            break
        plural = len(words) - 1 if _is_plural(word[0]) else None
    if plural is not None:
        following = words[plural + 1 :]
        last = plural + bool(following and following[0][0].islower() and _is_plural(following[0][0]))
    elif words and words[0][0].lower() in STATES:
        last = 0
    else:
        named = next((index for index, word in enumerate(words) if not word[0][0].isupper()), len(words))
        last = (len(words) if singular else named) - 1
    if last < 0:
        return None
    first = 1 if words[0][0].lower() == "more" and last else 0
    return Counted(" ".join(word[0] for word in words[first : last + 1]), words[last].end())


def _run(text: str, start: int, limit: int) -> Iterator[re.Match[str]]:
    """Yield the words from a place on, up to one that no noun phrase goes over."""
    run = _RUN.match(text, start, limit)
    for word in _WORD.finditer(text, start, run.end()) if run else ():
        if word[0].lower() in _STOPS:
            return
        yield word


def _is_plural(word: str) -> bool:
    folded = word.lower()
    if folded in _PLURALS or folded.endswith("men"):
        return True
    return folded.endswith("s") and not folded.endswith(_NOT_PLURAL)
