"""Patterns: names that capitals do not bound, such as "Urumqi massacre", "Dutch parliament" or a quoted title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.suggest.acronyms import spelled_out
from generator.suggest.heads import own_votes
from generator.suggest.model import SETTLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Kind
    from generator.suggest.known import Known
    from generator.suggest.model import Passage


class Pattern(NamedTuple):
    """A name that a pattern found: its place, what it is called, and its kind with the weight of the vote."""

    start: int
    end: int
    text: str
    kind: Kind
    weight: float = SETTLES
    country: str | None = None


_NAME = r"\b[A-Z][^\W\d_]{1,40}(?:[ -][A-Z][^\W\d_]{1,40}){0,3}"
_PLACES = re.compile(rf"(?:place|rue|avenue|boulevard|plaza|piazza) d(?:e|es|u|ella?) (?:[a-z]{{1,3}} )?{_NAME}")
_IN_HONOUR = re.compile(
    rf"\b(?:King|Queen|Prince|Princess|Pope|Sultan|Emperor|President|General|Marshal|Martyr|Imam) {_NAME} "
    r"(?:Street|Road|Avenue|Square|Boulevard|Bridge|Airport|Highway|Park|Station|Stadium|Mosque|Hospital|University"
    r"|School|College|Foundation|Prize)\b",
)
"""What is called after somebody with the title, which elsewhere is no part of a name."""
_TITLED = re.compile(
    r"(?:[Tt]itled|[Ee]ntitled|books?|novel|memoir|film|documentary|report|study|paper|series|song|headlined),? "
    r"(?:\([^()]{1,40}\) )?[“‘\"'](?P<title>[A-Z](?:[^“”‘’'\"\n]|['’](?=\w)){5,120})[”’\"']",
)
_WRITTEN = re.compile(
    r"(?:\bIn|author of|wrote|writes in) [“\"](?P<title>[A-Z][^“”\"\n]{3,80}?)[.,]?[”\"](?=[\s.,;:)]|\Z)",
)
_EVENT_TAIL = re.compile(r" (?:massacre|riots?|uprising|earthquake|civil war|genocide trial|summit)\b")
_COUNCIL = re.compile(
    rf"(?!The\b){_NAME} (?:city|municipal|town|county|provincial) council\b"
    rf"|\b(?:city|municipal|town) council of {_NAME}",
)
_PROJECT = re.compile(rf"{_NAME} (?:hydro\w+|hydel|power|rail|railway|pipeline|dam|highway) project\b")
_BODY = re.compile(
    r"(?:['’]s?)? (?:(?:[Ff]oreign|[Ii]nternational|[Dd]efen[cs]e|[Ii]nterior|[Cc]ommerce|[Hh]ome|[Ff]inance)"
    r" [Mm]inistry|[Mm]inistry of (?:[Ff]oreign [Aa]ffairs|[Dd]efen[cs]e|[Cc]ommerce|[Ii]nterior|[Cc]ulture|[Jj]ustice)"
    r"|[Rr]ed [Cc]r(?:oss|escent)(?: [Ss]ociety)?|[Pp]arliament"
    r"|[Ss]upreme [Cc]ourt|[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce)\b(?! [A-Z])",
)
_MISSION = re.compile(
    r"(?: (?:[Ee]mbassy|[Cc]onsulate)|['’]s? (?:[Ee]mbassy|[Cc]onsulate|mission)) (?:in|to) (?:the )?"
    r"(?P<city>[A-Z][^\W\d_]+(?: [A-Z][^\W\d_]+)?)",
)
_FOREIGN = re.compile(
    r"\b(?P<head>Château|Musée|Museo|Museu|Université|Universidad|Universidade|Confederación|Confédération|Délégation"
    r"|Fédération|Federación|Federação|Ministère|Ministerio|Ministério|Partido|Conseil|Consejo|Conselho|Institut"
    r"|Instituto|Comisión|Comissão|Comité|Asociación|Associação|Movimiento|Mouvement|Frente|Unión|União|Banco|Banque"
    r"|Hôpital|Teatro|Théâtre|Fundación|Fundação|Fondation|Agence|Agencia|Agência|Bundesamt|Bundesministerium)"
    r"(?: (?:(?!(?:in|and|at|on|for|to|from|by|with|was|is|has|said|that|which|where|will)\b)[a-zà-öø-ÿ]{1,15} ){0,4}"
    r"(?:[dl]['’])?[A-ZÀ-ÖØ-Þ][\w'’-]+){1,4}",
)
"""Names of bodies in other languages, which have words in small letters."""
_ETHNIC_BEFORE = re.compile(r"(?:\bethnic|[Mm]inorit(?:y|ies) (?:like|such as)(?: the)?)\s\Z")
_BETWEEN = re.compile(r",? and |, (?:and )?|,? and ethnic |, ethnic \Z")
_DIRECTION = r"(?:Central|(?:South|North|East|West)(?:ern)?|Southeast)"
_DIRECTIONS = re.compile(
    rf"(?P<list>(?:{_DIRECTION},? ){{1,4}})and {_DIRECTION} (?P<whole>Asia|Africa|Europe|America)\b",
)
_DEMONYM_PLURAL = "s"
_INSIDE = re.compile(r"['’]s? |, | and ")
"""What parts two names elsewhere."""


def _kind_of(name: str) -> tuple[Kind, float]:
    votes = own_votes(name.replace("’", "'").split())
    return votes[0] if votes else ("organisation", SETTLES)


def patterns(passage: Passage, known: Sequence[Known]) -> list[Pattern]:
    """Give the names in a passage that its patterns show; `known` are its known names."""
    found = [*_titles(passage.text), *_streets(passage.text), *_directions(passage.text)]
    found += [Pattern(*match.span(), match[0], "organisation") for match in _COUNCIL.finditer(passage.text)]
    found += [Pattern(*match.span(), match[0], "organisation") for match in _FOREIGN.finditer(passage.text)]
    found += [Pattern(*match.span(), match[0], *_kind_of(match[0])) for match in _IN_HONOUR.finditer(passage.text)]
    found += [Pattern(*match.span(), match[0], "programme") for match in _PROJECT.finditer(passage.text)]
    found += [
        Pattern(start, end, passage.text[start:end], *_kind_of(passage.text[start:end]))
        for start, end in spelled_out(passage.text)
        if _INSIDE.search(passage.text, start, end)
    ]
    found += _after_known(passage.text, known)
    found += _peoples(passage.text, known)
    return sorted(_apart(found))


def _apart(found: Sequence[Pattern]) -> Iterator[Pattern]:
    """Leave out what overlaps a longer one."""
    taken: list[Pattern] = []
    for one in sorted(found, key=lambda pattern: (pattern.start - pattern.end, pattern)):
        if all(one.end <= other.start or one.start >= other.end for other in taken):
            taken.append(one)
            yield one


def _titles(text: str) -> Iterator[Pattern]:
    for pattern in (_TITLED, _WRITTEN):
        for match in pattern.finditer(text):
            title = match["title"].rstrip(".,")
            if " " in title or pattern is _TITLED:
                yield Pattern(match.start("title"), match.start("title") + len(title), title, "work", SETTLES)


def _streets(text: str) -> Iterator[Pattern]:
    for match in _PLACES.finditer(text):
        yield Pattern(match.start(), match.end(), match[0][0].upper() + match[0][1:], "place")


def _directions(text: str) -> Iterator[Pattern]:
    for match in _DIRECTIONS.finditer(text):
        for part in re.finditer(r"[A-Z][a-z]+", match["list"]):
            start = match.start("list") + part.start()
            yield Pattern(start, match.start("list") + part.end(), f"{part[0]} {match['whole']}", "place")


def _after_known(text: str, known: Sequence[Known]) -> Iterator[Pattern]:
    """Find what goes on with small letters after the name of a place, group or country."""
    for one in known:
        if tail := _EVENT_TAIL.match(text, one.end):
            yield Pattern(one.start, tail.end(), text[one.start : tail.end()], "event")
        if one.referent.sort not in {"people", "country"}:
            continue
        code = one.referent.key
        if tail := _BODY.match(text, one.end) or _MISSION.match(text, one.end):
            yield Pattern(one.start, tail.end(), text[one.start : tail.end()], "organisation", SETTLES, code)


def _peoples(text: str, known: Sequence[Known]) -> Iterator[Pattern]:
    """Find peoples that are called like the citizens of a country ("ethnic Kazakhs"), and those listed with them."""
    previous_end, previous_is_people = -1, False
    for one in known:
        is_ethnic = _ETHNIC_BEFORE.search(text, max(0, one.start - 30), one.start) is not None
        listed = previous_is_people and _BETWEEN.fullmatch(text, previous_end, one.start) is not None
        name = text[one.start : one.end]
        is_plural = name.endswith(_DEMONYM_PLURAL)
        if one.referent.sort == "people" and (is_ethnic or (listed and is_plural)):
            yield Pattern(one.start, one.end, name if is_plural else f"{name}s", "group", SETTLES)
            previous_is_people = True
        else:
            previous_is_people = one.referent.sort == "record" and is_plural
        previous_end = one.end
