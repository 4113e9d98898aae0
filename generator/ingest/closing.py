"""Credits after a text: agencies whose copy it is, outlets where it first appeared, reporters."""

from __future__ import annotations

import re

from generator.ingest.agencies import known_agency
from generator.ingest.credits import LONGEST_NAME, Credits, agencies, is_name, outlet, tidy
from generator.ingest.patterns import MONTH, opening

LONGEST = 45
"""Words of a credit line at most."""
LONGEST_LIST = 60
"""Characters of a line that may be nothing but names; a longer one must open as credits do."""
AT_END = 100
"""Characters at the end of a paragraph in which its agency's credit stands."""

_OPENS = opening(r"""
    (?:the post|the content|this|the above|first|originally|previously|republished|reproduced|reprinted|carried)\b
    (?:with|by|additional|agency|wire|inputs?|sources?|courtesy|credit|via|agencies|publisher|copyright|©)
    (?:reporting|writing|written|reported|editing|compiled|translated)\b|.{2,300}\bcontributed (?:reporting )?to this\b
""")
_SOURCE = re.compile(r"(?:sources?|courtesy|credit|via|agency|agencies|publisher)\s{0,2}[:|]\s{0,3}", re.IGNORECASE)
_TRAILING = re.compile(r"(?<=[.!?…\"”’'»)])\s{0,3}[\[(]([^\[\]()]{2,60})[\])]\s{0,3}[.\W]{0,3}\Z")
_ACRONYM = re.compile(r"[A-Z]{3,5}")
_CLOSING = re.compile(r"(?<=[.!?…\"”’'»)])\s{1,3}[-–—―]{1,2}\s{0,2}([A-Za-z /]{2,30})\Z")
_DESK_CODES = re.compile(r"(?<=[.!?…\"”'’)])\s{1,3}([A-Z]{2,5})(?: [A-Z]{2,4}){1,6}\Z")
"""An agency with the codes of its desks: "… MoUs. PTI KJV ZH"."""
_INPUTS = re.compile(
    r"(?:with (?:(?:additional|added|more|some|agency|wire) )?(?:inputs?|reports?|reporting|information|contributions?)"
    r"|(?:additional |agency )?inputs?) (?:from|by|of) (?P<names>.{2,80})|"
    r"with (?P<with>.{2,60}?) (?:inputs?|reports?)|with (?:agency |agencies.? )?inputs?",
    re.IGNORECASE,
)
_SHARED = re.compile(r"(?P<outlet>[A-Z][\w .&'’-]{1,40}?) with (?P<names>[A-Z][\w ,/&-]{1,60})")
"""An outlet that wrote with agencies' copy: "FRANCE 24 with AFP and AP"."""
_PARTED = re.compile(r"\s{0,2}(?:,|/|&|\band\b)\s{0,2}")
_THIS = (
    r"(?:(?:this|the above) (?:content|story|article|copy|news(?: item)?|post|piece|text|op-?ed|column|interview|essay)"
    r"|the content)(?: (?:is|was|has been|first|originally|being)){0,4}"
)
_CARRIED = re.compile(
    rf"(?:{_THIS} (?:carried|(?:re)?published|reproduced|reprinted|syndicated|appeared)|"
    r"(?:first|originally|previously) (?:published|appeared)|republished|reproduced|reprinted|carried)"
    r"(?: (?:here|first|originally)){0,2} (?:under|with|in|by|through|from|on|at|via) "
    r"(?:(?:an? |the )?(?:arrangement|agreement|permission|partnership|courtesy|licen[cs]e|association|collaboration)"
    r"s? (?:with|of|from|by) )?(?P<name>\S.{1,60})",
    re.IGNORECASE,
)
_SYNDICATED = re.compile(r"\b(?:arrangement|agreement|syndicat)", re.IGNORECASE)
"""A text carried under an arrangement is agency copy; one that first appeared elsewhere has that outlet."""
_APPEARED = re.compile(r"the post .{1,250} (?:first )?appeared first on (?P<name>.{2,80})", re.IGNORECASE)
_NAMED = re.compile(r"(?:the )?[A-Z\W]|\S{1,60}\.[a-z]{2,4}\b")
"""What an outlet's name begins with: a capital, or it is that of a site."""
_BEGINS_DATE = re.compile(rf"\W{{0,3}}(?:\d|{MONTH}\b)", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:copyright|©|\(c\))[\s©(c)]{0,6}(?:\d{4})?,?\s{0,2}(?:by )?(?P<name>[^.|,]{2,60})", re.IGNORECASE
)
_REPORTING = re.compile(
    r"[(\[]?\s{0,2}(?:additional )?(?:reporting|writing|written|reported|editing|compiled|translated) "
    r"(?:in english )?by .{2,400}",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r".{2,300}\bcontributed (?:reporting )?to this (?:report|story|article|piece)\b.{0,60}", re.IGNORECASE
)
_CAPITALISED = r"(?:[A-Z]\.|[A-Z][\w'’-]{0,30})"
_WRITTEN_BY = re.compile(
    rf"(?i:written|reporting|reported)(?i: in english)? by ((?:{_CAPITALISED}(?: | and |, )){{0,8}}{_CAPITALISED})",
)


def closing_credit(text: str) -> Credits | None:
    """Read a line that credits agencies, outlets or reporters after a text; None where it is none."""
    inner = text.strip(" .()[]*-–—―_")
    if len(inner) > LONGEST_LIST and (not _OPENS.match(inner) or len(inner.split()) > LONGEST):
        return None
    shared = _SHARED.fullmatch(inner)
    if shared and all(map(known_agency, _PARTED.split(shared["names"]))):
        return Credits(outlets=(tidy(shared["outlet"]),)) + (agencies(shared["names"]) or Credits())
    appeared = _APPEARED.fullmatch(inner) or _CARRIED.fullmatch(inner)
    if appeared and _NAMED.match(appeared["name"]) and not _BEGINS_DATE.match(appeared["name"]):
        return _first_appeared(appeared["name"], syndicated=_SYNDICATED.search(inner) is not None)
    inputs = _INPUTS.fullmatch(inner)
    if inputs:
        return _inputs(inputs["names"] or inputs["with"] or "")
    source = _SOURCE.match(inner)
    if source:
        return agencies(inner[source.end() :]) or outlet(inner[source.end() :])
    held = _COPYRIGHT.match(inner)
    if held:
        return agencies(held["name"])
    if _REPORTING.fullmatch(text) or _CONTRIBUTED.fullmatch(text):
        return Credits(authors=tuple(name for found in _WRITTEN_BY.finditer(text) for name in _people(found[1])))
    return agencies(inner)


def trailing_credit(text: str) -> tuple[str, Credits]:
    """Part a paragraph from the agency credited after its last sentence: "… as genocide. (ANI)"."""
    for pattern in (_TRAILING, _CLOSING, _DESK_CODES):
        found = pattern.search(text[-AT_END:])
        named = closing_credit(found[1]) if found else None
        if found and named is None and text.count(found[1]) == 1:
            named = unknown_agency(found[1])
        if found and named is not None and not named.outlets and not named.authors:
            return text[: len(text) - len(found[0])].rstrip(), named
    return text, Credits()


def unknown_agency(text: str) -> Credits | None:
    """Read a bare acronym after a text: where it follows a sentence it explains nothing, so it is an agency's."""
    inner = text.strip(" ()[]")
    return Credits(agencies=(inner,)) if _ACRONYM.fullmatch(inner) else None


def _first_appeared(name: str, *, syndicated: bool) -> Credits:
    listed = agencies(name)
    plain = tidy(name).removeprefix("the ")
    return listed or (Credits(agencies=(plain,)) if syndicated else Credits(outlets=(plain,)))


def _inputs(text: str) -> Credits:
    """Read the names of agencies and outlets whose reports a text used."""
    pieces = [tidy(piece) for piece in re.split(r"[/,;&+]|\band\b", text)]
    return Credits(agencies=tuple(piece for piece in pieces if known_agency(piece) or _is_outlet(piece)))


def _is_outlet(piece: str) -> bool:
    return piece[:1].isupper() and len(piece.split()) <= LONGEST_NAME


def _people(text: str) -> tuple[str, ...]:
    return tuple(name.strip(" .") for name in re.split(r", | and ", text) if is_name(name.strip(" .")))
