"""Sorts of counts: what a figure is about, by its unit and by the verbs beside it in its sentence.

People are told apart by what is said to have happened to them; all else by what is measured.
"""

from __future__ import annotations

import re
from typing import Literal

Sort = Literal[
    "killed", "injured", "missing", "detained", "sentenced", "displaced", "protests", "people", "money", "shares",
    "things", "measures", "time",
]  # fmt: skip

TITLES: dict[Sort, str] = {
    "killed": "People killed",
    "injured": "People injured",
    "missing": "People missing",
    "detained": "People detained or imprisoned",
    "sentenced": "People charged or sentenced",
    "displaced": "People deported, handed over or displaced",
    "protests": "People at protests and gatherings",
    "people": "Other numbers of people",
    "money": "Money",
    "shares": "Shares and rates",
    "things": "Things and places",
    "measures": "Lengths, areas and amounts",
    "time": "Spans of time",
}
"""The sorts in the order in which they are listed, with their titles."""

_OF_STATES: dict[str, Sort] = {
    "dead": "killed", "killed": "killed", "deaths": "killed", "death": "killed", "fatalities": "killed",
    "casualties": "killed", "bodies": "killed", "victims": "killed", "executions": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured", "injuries": "injured",
    "missing": "missing", "disappearances": "missing",
    "arrested": "detained", "detained": "detained", "detainees": "detained", "prisoners": "detained",
    "inmates": "detained", "internees": "detained", "arrests": "detained", "hostages": "detained",
    "refugees": "displaced", "asylum": "displaced", "homeless": "displaced", "deportations": "displaced",
    "protesters": "protests", "protestors": "protests", "demonstrators": "protests", "marchers": "protests",
}  # fmt: skip
"""Units that say by themselves what happened."""

_CUES: dict[Sort, str] = {
    "killed": "kill(?:ed|s|ing)?|die[sd]?|dead|execut(?:ed|ing)|massacred|murdered|perished|shot dead",
    "injured": "injur(?:ed|ing)|wound(?:ed|ing)|hurt",
    "missing": "disappear(?:ed|ing)?|missing|vanish(?:ed|ing)",
    "sentenced": (
        "charg(?:ed|ing) (?:over|with)|(?:been|were|was) charged|sentenc(?:ed|ing)|convict(?:ed|ing)"
        "|prosecut(?:ed|ing)|put on trial|tried"
    ),
    "detained": (
        "detain(?:ed|ing|s)?|detentions?|arrest(?:ed|ing|s)?|imprison(?:ed|ing)|jail(?:ed|ing)|intern(?:ed|ing|ment)"
        "|incarcerat(?:ed|ing)|lock(?:ed|ing) up|(?:are|were|is|was|being|been|be) held|h(?:olding|eld) in"
        r"|in (?:\w+ ){0,3}(?:camps?|custody|prisons?|jails?)|captured|kidnapped|abduct(?:ed|ing)"
    ),
    "displaced": (
        "deport(?:ed|ing)|hand(?:ed|ing) over|extradit(?:ed|ing)|expel(?:led|ling)|displac(?:ed|ing)|fled"
        "|evacuat(?:ed|ing)|repatriat(?:ed|ing)|sent back|resettl(?:ed|ing)|exiled"
    ),
    "protests": (
        "protest(?:ed|ing|s)?|demonstrat(?:ed|ing|ions?)|march(?:ed|ing)|rall(?:y|ied|ying|ies)|attend(?:ed|ing)?"
        "|gather(?:ed|ing)?|took part|turned out"
    ),
}
_CUE = re.compile("|".join(rf"(?P<{sort}>\b(?:{words})\b)" for sort, words in _CUES.items()), re.IGNORECASE)
_REACH_AFTER, _REACH_BEFORE = 90, 48
"""Letters after a figure, and before it, in which a verb tells what happened."""
_NEARER = 2
"""How many times nearer a verb before a figure must stand than one after it: objects stand close to their verb."""

_PEOPLE = frozenset(
    "people persons person men man women woman children child boys girls babies individuals citizens residents "
    "villagers inhabitants students pupils teachers workers labourers laborers employees farmers fishermen miners "
    "drivers soldiers troops police policemen officers officials members fighters militants terrorists rebels gunmen "
    "insurgents jihadists civilians migrants journalists reporters lawyers activists leaders diplomats lawmakers "
    "legislators parliamentarians senators ministers delegates guests athletes passengers families relatives "
    "survivors believers worshippers pilgrims patients nurses doctors scientists scholars experts witnesses suspects "
    "tourists visitors voters supporters followers volunteers personnel staff crew youths youth orphans minorities "
    "households population speakers spies nationals foreigners locals others participants attendees readers users "
    "monks nuns imams clerics artists writers intellectuals professors academics businessmen traders men-at-arms "
    "hackers engineers guards settlers".split(),
)
_TIMES = frozenset(
    f"{unit}{ending}"
    for unit in "second minute hour day week month year decade century".split()
    for ending in ("", "s")
) | {"centuries"}
_MEASURES = frozenset(
    "km kilometres kilometers kilometre kilometer miles mile metres meters metre meter cm mm feet ft inches acres "
    "hectares ha tonnes tons ton tonne kg kilograms kilos grams g lb pounds-weight barrels bpd litres liters gallons "
    "bushels watts mw gw kw kwh gwh megawatts gigawatts degrees kph mph knots bytes gigabytes".split(),
)
_MONEY = re.compile(
    r"\b(?:dollars?|euros?|pounds|yuan|renminbi|yen|rupees?|roubles?|rubles?|lira|won|francs?|shekels|baht|naira|dong"
    r"|crowns|marks|dlrs|dlr|cents|cts|stg|pence|pesos?|riyals?|dirhams?|dinars?)\Z",
    re.IGNORECASE,
)
_SHARE = re.compile(r"(?:%|per ?cent|pct|percentage|°)", re.IGNORECASE)
_BARE = frozenset({"", "total", "number"})


def head_of(unit: str) -> str:
    """Give the noun of a unit, in lower case: "camps" of "state-run internment camps"."""
    return unit.rpartition(" ")[2].lower()


def noun_of(unit: str, sort: Sort) -> str:
    """Give the noun that parts counts of a sort: the currency, the whole of a share, the thing in its singular.

    Of people it is empty where the sort says what happened to them, whatever they are called.
    """
    if sort == "money":
        return unit
    if sort == "shares":
        return head_of(unit) if " of " in unit else ""
    head = head_of(unit)
    if sort == "time":
        return head.removesuffix("s")
    return _singular(head) if sort in {"people", "things", "measures"} else ""


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > len("ties"):
        return f"{noun[:-3]}y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def is_bare(unit: str) -> bool:
    """Tell whether a unit does not say what is counted."""
    return unit in _BARE


def sort_of(unit: str, before: str, after: str, *, names_people: bool) -> Sort:
    """Give the sort of a count by its unit and the words of its sentence before and after it.

    `names_people` where the count is of a people or group that has a record.
    """
    head = head_of(unit)
    if _MONEY.search(unit):
        return "money"
    if _SHARE.match(unit):
        return "shares"
    if head in _TIMES:
        return "time"
    if head in _MEASURES:
        return "measures"
    stated = _OF_STATES.get(head)
    if stated and stated != "protests":
        return stated
    people = names_people or stated is not None or head in _PEOPLE
    if not people and not is_bare(unit):
        return "things"
    told = _told(before if is_bare(unit) else before[-_REACH_BEFORE:], after[:_REACH_AFTER])
    return told or stated or ("people" if people else "things")


def _told(before: str, after: str) -> Sort | None:
    """Give what the nearest verb tells of those who are counted."""
    last = None
    for cue in _CUE.finditer(before):
        last = cue
    first = _CUE.search(after)
    nearer = last and (first is None or (len(before) - last.end()) * _NEARER < first.start())
    found = last if nearer else first
    return found.lastgroup if found else None  # type: ignore[return-value]
