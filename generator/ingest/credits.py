"""Credits above a text: who wrote it, where, for which outlet and which agency, as bylines print it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from generator.countries import all_countries
from generator.ingest.agencies import known_agency
from generator.ingest.patterns import anywhere, one_of


class Credits(msgspec.Struct, frozen=True):
    """Names as printed; `places` are those of a dateline. An unnamed agency leaves everything empty."""

    authors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __add__(self, other: Credits) -> Credits:
        if not other:
            return self
        return Credits(
            *(
                tuple(dict.fromkeys((*mine, *theirs)))
                for mine, theirs in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
            ),
        )

    def __bool__(self) -> bool:
        return any(msgspec.structs.astuple(self))


SHORTEST_NAME, LONGEST_NAME = 2, 5
"""Words of a person's full name."""
MOST_PIECES = 3
"""Places that a dateline names at most: city, region, country."""

_PARTICLES = frozenset(
    "de da di do dos del della der den van von zu la le el al bin ibn bint ben abu ul ur e y".split()
)
_NO_FIRST_NAME = frozenset({"the", "a", "an", "this"})
_NOT_IN_NAME = frozenset(':;?!"“”()[]/|@&')
_BY = re.compile(
    r"\s{0,3}(?:(?:written|reported|posted|published|authored|contributed|story|report|text|words|compiled) )?"
    r"by\b\s{0,2}:?\s{1,3}|\s{0,3}(?:authors?|writers?|reporters?|byline|correspondents?)\s{0,2}[:|]\s{0,3}",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\s{0,3}(?:sources?|courtesy|credit|via|agency|agencies|publisher|publication|outlet)\s{0,2}[:|]\s{0,3}",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"\s{0,3}(?:edit(?:or|ed|ing)|photo\w{0,8}|photographs?|producers?|translat\w{0,8}|(?:last )?updated by)\b",
    re.IGNORECASE,
)
_SORT_OF_DESK = (
    "special|staff|senior|chief|web|news|online|digital|foreign|international|national|world|city|diplomatic|"
    "political|our"
)
_DESK = re.compile(
    rf"(?:(?P<outlet>.{{1,40}}?) )?(?:(?:{_SORT_OF_DESK}) ){{0,3}}"
    r"(?:team|desk|bureau|staff|correspondents?|reporters?|writers?|newsroom|editorial board)\Z",
    re.IGNORECASE,
)
_GENERIC = frozenset({*_SORT_OF_DESK.split("|"), "by", "the", "a"})
_ACCOUNTS = frozenset(
    "admin administrator editor editors webmaster guest author staff team anonymous user desk".split()
)
_OUTLET_WORD = anywhere(r"""
    \b(?:news|times|post|daily|weekly|herald|tribune|journal|gazette|guardian|today|press|media|agency|network)\b
    \b(?:tv|television|radio|online|magazine|chronicle|express|mail|standard|observer|telegraph|dispatch|bulletin)\b
    \b(?:courier|inquirer|enquirer|examiner|sentinel|globe|mirror|citizen|independent|echo|argus)\b
    \b(?:monitor|review|insider|wire|service|newspaper|broadcasting|lite|report|watch|congress|foundation|institute)\b
    \b(?:bbc|cnn|npr|rfa|voa|abc|cbs|nbc|sky|dw|cgtn|scmp)\b|\.(?:com|org|net|co|in|uk|pk)\b
""")
_NO_OUTLET = frozenset(
    "news world media press top latest home business sport sports politics opinion report reports magazine online "
    "today daily watch live local".split(),
)
_IN_PLACE = re.compile(r"(?P<name>[^,]{3,60}) in (?P<place>[A-Z][\w ,.'’-]{2,40})")
_IN_OUTLET = re.compile(
    r"(?:(?:[Pp]ublished|[Pp]rinted|[Aa]ppeared) )?in (?:the )?(?P<outlet>(?:The )?[A-Z][\w .'’-]{1,40})"
)
_AND = re.compile(r"\s{0,2}(?:,|;|&|/|\band\b|\bwith\b)\s{0,2}")
_FOR = re.compile(r"\bfor (?:the )?([A-Z].{1,60})\Z")
_AFTER_NAME = re.compile(r"\s(?:in|at|from|for|of|-|–|—)\s|\(")
_AND_AGENCIES = re.compile(r"\band\b.{0,20}\bagenc")

REPORTS = re.compile(
    r"\s{0,2}(?:…|\.{2,6}|[,;–—-])?\s{0,2}\b(?:reports?|writes)\s{1,2}"
    r"(?P<name>[A-Z][^.…,;:!?]{1,60}?)\s{0,2}[.…]{0,3}\Z",
)
"""A credit at the end of a standfirst: "… sanctions…reports Asian Lite News"."""
UNNAMED = re.compile(
    one_of(r"(?:news[ -])?agenc(?:y|ies)|(?:news[ -])?wires?|bureau|inputs|staff|internet|web"), re.IGNORECASE
)


def is_name(text: str) -> bool:
    """Tell whether a text has the form of a person's full name."""
    tokens = text.replace(" -", "-").split()
    if not SHORTEST_NAME <= len(tokens) <= LONGEST_NAME or tokens[0].lower() in _NO_FIRST_NAME:
        return False
    if any(char.isdigit() or char in _NOT_IN_NAME for char in text):
        return False
    return all(token[0].isupper() or token in _PARTICLES for token in tokens) and not _OUTLET_WORD.search(text)


def is_place(text: str) -> bool:
    """Tell whether a text is a place as datelines give it: a city, a country, or a city with its country."""
    pieces = [piece.strip(" .[]()") for piece in re.split(r"[,\[(/]", text) if piece.strip(" .[]()")]
    return 1 <= len(pieces) <= MOST_PIECES and any(piece.casefold() in _places() for piece in pieces)


def begins_byline(text: str) -> bool:
    """Tell whether a line says that it is a byline."""
    return _BY.match(text) is not None


def names_editor(text: str) -> bool:
    """Tell whether a piece of a credit names who edited or photographed, whom no field keeps."""
    return _EDITOR.match(text) is not None


def byline(text: str) -> Credits:
    """Read a byline, or what stands beside a date: authors, outlet, agencies, places."""
    found = Credits()
    for piece in text.split("|"):
        by = _BY.match(piece)
        found += _said(piece[by.end() :]) if by else _piece(piece)
    return found


def reporter(name: str) -> Credits:
    """Tell whether the name after "reports" is an author, an agency or an outlet."""
    if known_agency(name):
        return Credits(agencies=(name,))
    return Credits(authors=(name,)) if is_name(name) else Credits(outlets=(name,))


def agencies(text: str) -> Credits | None:
    """Read a list of nothing but agencies; None where anything else stands in it."""
    pieces = [piece.strip(" .-–—") for piece in re.split(r"[/,;&+|]|\band\b", text) if piece.strip(" .-–—")]
    if not pieces or not all(known_agency(piece) or UNNAMED.fullmatch(piece) for piece in pieces):
        return None
    return Credits(agencies=tuple(piece for piece in pieces if known_agency(piece)))


def outlet(name: str) -> Credits:
    """Take a short name for that of an outlet; agencies that it adds without naming them are left out."""
    first = tidy(_AND_AGENCIES.split(name)[0])
    return Credits(outlets=(first,)) if first and len(first.split()) <= LONGEST_NAME + 1 else Credits()


def tidy(text: str) -> str:
    """Give a piece of a credit without the marks around it."""
    return text.strip(" \t.,;:|/()[]*_-–—•·")


def _piece(text: str) -> Credits:
    """Read a piece of a line that does not say what it is."""
    piece = tidy(text)
    source = _SOURCE.match(piece)
    if source:
        return agencies(piece[source.end() :]) or outlet(piece[source.end() :])
    common = _common(piece)
    if common is not None:
        return common
    located, printed = _IN_PLACE.fullmatch(piece), _IN_OUTLET.fullmatch(piece)
    if located and is_name(located["name"]):
        return Credits(authors=(located["name"],), places=(located["place"],))
    if printed:
        return Credits(outlets=(printed["outlet"],))
    if is_place(piece):
        return Credits(places=(piece,))
    if is_name(piece):
        return Credits(authors=(piece,))
    first = piece.partition(",")[0]
    named = _OUTLET_WORD.search(first) and not set(first.lower().split()) <= _NO_OUTLET
    return outlet(first) if named else Credits()


def _said(text: str) -> Credits:
    """Read what stands after "by": people, perhaps with their outlet or place."""
    piece = tidy(text)
    common = _common(piece)
    if common is not None:
        return common
    outlets = tuple(match[1] for match in [_FOR.search(piece)] if match)
    found = Credits(outlets=outlets)
    for name in _AND.split(_FOR.sub("", piece)):
        person = _AFTER_NAME.split(name)[0].strip(" .")
        if known_agency(person):
            found += Credits(agencies=(person,))
        elif found.authors and is_place(person):
            found += Credits(places=(person,))
        elif _OUTLET_WORD.search(person):
            found += Credits(outlets=(person,))
        elif person[:1].isupper() and len(person.split()) <= LONGEST_NAME and not _DESK.fullmatch(person):
            found += Credits(authors=(person,))
    return found


def _common(piece: str) -> Credits | None:
    """Read what is the same with and without "by": nobody, agencies, a desk; None for anything else."""
    if not piece or names_editor(piece) or piece.lower() in _ACCOUNTS:
        return Credits()
    listed = agencies(piece)
    if listed is not None:
        return listed
    desk = None if "," in piece else _DESK.fullmatch(piece)
    if desk is None:
        return None
    name = (desk["outlet"] or "").strip()
    named = bool(name) and not set(name.lower().split()) <= _GENERIC and name[0].isupper()
    return Credits(authors=(piece,), outlets=(name,) if named else ())


@cache
def _places() -> frozenset[str]:
    """Give the names of all countries, capitals and large cities, folded."""
    named = (
        name
        for country in all_countries().values()
        for name in (*country.names, *country.capitals, *country.cities, *country.parts)
    )
    return frozenset(map(str.casefold, named)) | {
        "washington",
        "washington dc",
        "washington d.c",
        "uk",
        "us",
        "usa",
        "uae",
    }
