"""Credits: who wrote a text, for which outlet, after which agencies, as bylines and closing lines print it."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from generator.countries import all_countries
from generator.ingest.agencies import known_agency


class Credits(msgspec.Struct, frozen=True):
    """Names as printed; `places` are those of a dateline. An unnamed agency leaves everything empty."""

    authors: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __add__(self, other: Credits) -> Credits:
        return Credits(
            *(
                tuple(dict.fromkeys((*mine, *theirs)))
                for mine, theirs in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)
            ),
        )

    def __bool__(self) -> bool:
        return any(msgspec.structs.astuple(self))


LONGEST_NAME = 5
"""Words of a person's name at most."""
LONGEST_CREDIT = 45
"""Words of a credit line at most."""

_PARTICLES = frozenset("de da di do dos del della der den van von zu la le el al bin ibn bint ben abu ul ur e y".split())
_BY = re.compile(
    r"\s{0,3}(?:(?:written|reported|posted|published|authored|contributed|submitted|story|report|text|words|article|compiled|edited and written) )?by\b\s{0,2}:?\s{1,3}|"
    r"\s{0,3}(?:authors?|writers?|reporters?|byline|written by|correspondents?)\s{0,2}[:|]\s{0,3}",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\s{0,3}(?:source|sources|courtesy|credit|via|agency|agencies|publisher|publication|outlet)\s{0,2}[:|]\s{0,3}", re.IGNORECASE)
_EDITOR = re.compile(r"\s{0,3}(?:edit(?:or|ed|ing)|photo\w{0,8}|photographs?|producers?|translat\w{0,8}|updated by|last updated by)\b", re.IGNORECASE)
_DESK = re.compile(
    r"(?:(?P<outlet>.{1,40}?) )?(?:(?:special|staff|senior|chief|web|news|online|digital|foreign|international|national|world|city|diplomatic|political|our) ){0,3}"
    r"(?:team|desk|bureau|staff|correspondents?|reporters?|writers?|newsroom|editorial board|agency reporter)\Z",
    re.IGNORECASE,
)
_GENERIC = frozenset("our special staff senior chief web news online digital foreign international national world city diplomatic political by the a".split())
_ACCOUNTS = frozenset("admin administrator editor editors webmaster guest author staff team anonymous user web desk newsdesk".split())
_OUTLET_WORD = re.compile(
    r"\b(?:news|times|post|daily|weekly|herald|tribune|journal|gazette|guardian|today|press|media|agency|network|tv|television|radio|online|magazine|"
    r"chronicle|express|mail|standard|observer|telegraph|dispatch|bulletin|monitor|review|insider|wire|service|newspaper|broadcasting|lite|report|watch|"
    r"bbc|cnn|npr|rfa|voa|abc|cbs|nbc|sky|congress|foundation|institute)\b|\.(?:com|org|net|co|in|uk|pk)\b",
    re.IGNORECASE,
)
_IN_PLACE = re.compile(r"(?P<name>[^,]{3,60}) in (?P<place>[A-Z][\w ,.'’-]{2,40})")
_IN_OUTLET = re.compile(r"(?:[Pp]ublished |[Pp]rinted |[Aa]ppeared )?in (?:the )?(?P<outlet>(?:The )?[A-Z][\w .'’-]{1,40})")
_NO_OUTLET = frozenset("news world media press top latest home business sport sports politics opinion report reports magazine online today daily watch live local".split())
_PEOPLE = re.compile(r"\s{0,2}(?:,|;|&|/|\band\b|\bwith\b)\s{0,2}")
_FOR = re.compile(r"\bfor (?:the )?([A-Z].{1,60})\Z")
_WRITTEN_BY = re.compile(r"(?:written|reporting|reported)(?: in english)? by ((?:[A-Z][\w.'’-]{0,30}(?: | and |, )){0,8}[A-Z][\w.'’-]{0,30})", re.IGNORECASE)

REPORTS = re.compile(r"\s{0,2}(?:…|\.{2,6}|[,;–—-])?\s{0,2}\b(?:reports?|writes)\s{1,2}(?P<name>[A-Z][^.…,;:!?]{1,60}?)\s{0,2}[.…]{0,3}\Z")
"""A credit at the end of a standfirst: "… sanctions…reports Asian Lite News"."""
_TRAILING = re.compile(r"(?<=[.!?…\"”’'»)])\s{0,3}[\[(]([^\[\]()]{2,60})[\])]\s{0,3}[.\W]{0,3}\Z")
_CLOSING = re.compile(r"(?<=[.!?…\"”’'»)])\s{1,3}[-–—]{1,2}\s{0,2}([A-Za-z /]{2,30})\Z")

_INPUTS = re.compile(
    r"(?:with (?:additional |added |more |some |agency |wire )?(?:inputs?|reports?|reporting|information|contributions?)|(?:additional |agency )?inputs?)"
    r" (?:from|by|of) (?P<names>.{2,80})|with (?P<with>.{2,60}?) (?:inputs?|reports?)|with (?:agency |agencies.? )?inputs?",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"(?:(?:(?:this|the above) (?:content|story|article|copy|news item|news|post|piece|text|op-?ed|column|interview|essay)|the content)"
    r"(?: (?:is|was|has been|first|originally|being)){0,4} (?:carried|published|reproduced|republished|reprinted|syndicated|appeared)"
    r"|(?:first|originally|previously) (?:published|appeared)|republished|reproduced|reprinted|carried)(?: (?:here|first|originally)){0,2}"
    r" (?:under|with|in|by|through|from|on|at|via) (?:an? |the )?"
    r"(?:(?:arrangement|agreement|permission|partnership|courtesy|licen[cs]e|association|collaboration)s? (?:with|of|from|by) )?(?:the )?(?P<name>\S.{1,60})",
    re.IGNORECASE,
)
_SYNDICATED = re.compile(r"\b(?:arrangement|agreement|syndicat)", re.IGNORECASE)
"""A text carried under an arrangement is agency copy; one that first appeared elsewhere has that outlet."""
_BEGINS_DATE = re.compile(r"\W{0,3}(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b)", re.IGNORECASE)
_APPEARED = re.compile(r"the post .{1,250} (?:first )?appeared first on (?P<name>.{2,80})", re.IGNORECASE)
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[\s©(c)]{0,6}(?:\d{4})?,?\s{0,2}(?:by )?(?P<name>[^.|,]{2,60})", re.IGNORECASE)
_REPORTING = re.compile(r"[(\[]?\s{0,2}(?:additional )?(?:reporting|writing|written|reported|editing|compiled|translated) (?:in english )?by .{2,400}", re.IGNORECASE)
_CONTRIBUTED = re.compile(r".{2,300}\bcontributed (?:reporting )?to this (?:report|story|article|piece)\b.{0,60}", re.IGNORECASE)
_UNNAMED = frozenset("agencies agency wire wires bureau inputs news-agencies staff internet web".split())


def is_name(text: str) -> bool:
    """Tell whether a text has the form of a person's full name."""
    tokens = text.replace(" -", "-").split()
    if not 2 <= len(tokens) <= LONGEST_NAME or any(char.isdigit() for char in text):  # noqa: PLR2004
        return False
    if any(mark in text for mark in ":;?!\"“”()[]/|@&"):
        return False
    return tokens[0].lower() not in {"the", "a", "an", "this"} and all(token[0].isupper() or token.lower() in _PARTICLES for token in tokens) and not _OUTLET_WORD.search(text)


def is_place(text: str) -> bool:
    """Tell whether a text is a place as datelines give it: a city, a country, or a city with its country."""
    pieces = [piece.strip(" .[]()") for piece in re.split(r"[,\[(/]", text) if piece.strip(" .[]()")]
    return 1 <= len(pieces) <= 3 and any(piece.casefold() in _places() for piece in pieces)  # noqa: PLR2004


def byline(text: str) -> Credits:
    """Read a byline, or what stands beside a date: authors, outlet, agencies, places."""
    found = Credits()
    explicit = False
    for piece in text.split("|"):
        by = _BY.match(piece)
        explicit = by is not None
        found += _piece(piece[by.end() :] if by else piece, explicit=explicit)
    return found


def begins_byline(text: str) -> bool:
    """Tell whether a line says that it is a byline."""
    return _BY.match(text) is not None


def closing_credit(text: str) -> Credits | None:
    """Read a line that credits agencies, outlets or reporters after a text; None where it is none."""
    inner = text.strip(" .()[]*-–—_")
    if len(inner.split()) > LONGEST_CREDIT:
        return None
    appeared = _APPEARED.fullmatch(inner) or _CARRIED.fullmatch(inner)
    if appeared and not _BEGINS_DATE.match(appeared["name"]):
        name = _tidy(appeared["name"])
        return _agencies(name) or (Credits(agencies=(name,)) if _SYNDICATED.search(inner) else Credits(outlets=(name,)))
    inputs = _INPUTS.fullmatch(inner)
    if inputs:
        return _named(inputs["names"] or inputs["with"] or "")
    source = _SOURCE.match(inner)
    if source:
        rest = inner[source.end() :]
        return _agencies(rest) or _outlet(rest)
    copyright_ = _COPYRIGHT.match(inner)
    if copyright_:
        return _agencies(copyright_["name"])
    if _REPORTING.fullmatch(text) or _CONTRIBUTED.fullmatch(text):
        writers = _WRITTEN_BY.search(text)
        return Credits(authors=_people(writers[1])) if writers else Credits()
    return _agencies(inner)


def trailing_credit(text: str) -> tuple[str, Credits]:
    """Part a paragraph from the agency credited after its last sentence: "… as genocide. (ANI)"."""
    for pattern in (_TRAILING, _CLOSING):
        found = pattern.search(text[-100:])
        if found:
            named = closing_credit(found[1])
            if named is not None and not named.outlets and not named.authors:
                return text[: len(text) - len(found[0])].rstrip(), named
    return text, Credits()


def reporter(name: str) -> Credits:
    """Tell whether the name after "reports" is an author, an agency or an outlet."""
    agency = known_agency(name)
    if agency:
        return Credits(agencies=(name,))
    if _OUTLET_WORD.search(name) or not is_name(name):
        return Credits(outlets=(name,))
    return Credits(authors=(name,))


def _piece(text: str, *, explicit: bool) -> Credits:
    piece = _tidy(text)
    if not piece or _EDITOR.match(piece) or piece.lower() in _ACCOUNTS:
        return Credits()
    source = _SOURCE.match(piece)
    if source:
        return _agencies(piece[source.end() :]) or _outlet(piece[source.end() :])
    agencies = _agencies(piece)
    if agencies is not None:
        return agencies
    desk = _DESK.fullmatch(piece)
    if desk:
        outlet = (desk["outlet"] or "").strip()
        named = bool(outlet) and not set(outlet.lower().split()) <= _GENERIC and outlet[0].isupper()
        return Credits(authors=(piece,), outlets=(outlet,) if named else ())
    if explicit:
        return _explicit(piece)
    return _unsaid(piece)


def _unsaid(piece: str) -> Credits:
    """Read what stands by itself: a place, a person, an outlet, perhaps with a place."""
    located = _IN_PLACE.fullmatch(piece)
    if located and is_name(located["name"]):
        return Credits(authors=(located["name"],), places=(located["place"],))
    printed_in = _IN_OUTLET.fullmatch(piece)
    if printed_in:
        return Credits(outlets=(printed_in["outlet"],))
    if is_place(piece):
        return Credits(places=(piece,))
    if is_name(piece):
        return Credits(authors=(piece,))
    outlet = piece.partition(",")[0]
    named = _OUTLET_WORD.search(outlet) and not set(outlet.lower().split()) <= _NO_OUTLET
    return _outlet(outlet) if named else Credits()


def names_editor(piece: str) -> bool:
    """Tell whether a piece of a credit names who edited or photographed, whom no field keeps."""
    return _EDITOR.match(piece) is not None


def _explicit(piece: str) -> Credits:
    """Read what stands after "by": people, perhaps with their outlet or place."""
    found = Credits(outlets=tuple(match[1] for match in [_FOR.search(piece)] if match))
    for name in _PEOPLE.split(_FOR.sub("", piece)):
        person = re.split(r"\s(?:in|at|from|for|of|-|–|—)\s|\(", name)[0].strip(" .")
        if not person or not person[0].isupper():
            continue
        agency = known_agency(person)
        if agency:
            found += Credits(agencies=(person,))
        elif is_place(person) and found.authors:
            found += Credits(places=(person,))
        elif _OUTLET_WORD.search(person):
            found += Credits(outlets=(person,))
        elif len(person.split()) <= LONGEST_NAME and not _DESK.fullmatch(person):
            found += Credits(authors=(person,))
    return found


def _people(text: str) -> tuple[str, ...]:
    return tuple(name.strip(" .") for name in _PEOPLE.split(text) if is_name(name.strip(" .")))


def _outlet(name: str) -> Credits:
    first = _tidy(re.split(r"\band\b.{0,20}\bagenc", name)[0])
    return Credits(outlets=(first,)) if first and len(first.split()) <= LONGEST_NAME + 1 else Credits()


def _agencies(text: str) -> Credits | None:
    """Read a list of nothing but agencies; None where anything else stands in it."""
    pieces = [piece.strip(" .-–—") for piece in re.split(r"[/,;&+|]|\band\b", text) if piece.strip(" .-–—")]
    known = [piece for piece in pieces if known_agency(piece)]
    if pieces and all(known_agency(piece) or piece.lower().replace(" ", "-") in _UNNAMED for piece in pieces):
        return Credits(agencies=tuple(known))
    return None


def _named(text: str) -> Credits:
    """Read the names of agencies and outlets whose reports a text used."""
    pieces = [_tidy(piece) for piece in re.split(r"[/,;&+]|\band\b", text)]
    return Credits(agencies=tuple(piece for piece in pieces if piece[:1].isupper() and len(piece.split()) <= LONGEST_NAME))


def _tidy(text: str) -> str:
    return text.strip(" \t.,;:|/()[]*_-–—•·")


@cache
def _places() -> frozenset[str]:
    countries = all_countries().values()
    return frozenset(
        name.casefold() for country in countries for name in (*country.names, *country.capitals, *country.cities, *country.parts)
    ) | {"washington", "washington dc", "washington d.c", "uk", "us", "usa", "u.s", "uae"}
