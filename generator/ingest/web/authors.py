"""Authors: who wrote a page, from its metadata and its byline, as names alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.ingest.agencies import known_agency
from generator.ingest.credits import Credits, is_name, is_place, names_editor
from generator.ingest.headlines import folded
from generator.ingest.printed_dates import date_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.ingest.web.statements import Statements
    from generator.ingest.web.walking import Block

LONGEST = 250
"""Characters of a byline."""
LONGEST_NAME = 60
SHORTEST_FULL_NAME = 2
"""Words of a name after which an agency or an outlet may stand."""
NEAR = 8
"""Blocks above the text among which its byline stands."""

_ADDRESS = re.compile(r"[(<\[]?(?:[^\s@]{1,99}@[^\s@]{1,99}\.\w{1,30}|https?://\S+|\bwww\.\S+|(?<!\w)@\w+)[)>\]]?")
_BY = re.compile(
    r"\W*(?:(?:(?:written|reported|words|story|text|posted|published|authored|report|analysis|opinion|commentary|review|essay|"
    r"interview|column)\s+)?(?:by|von|par|por|di|door|av)\b|as told to\b)[:\s]+"
    r"|\W*(?:authors?|writers?|reporters?|byline|correspondents?|words|text)\s*[:|]\s*",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\W*(?:photo|pictur|illustrat|video|graphic|sponsor|present|produc|compil|edit|translat|review|fact|medical|updat)\w*\s+"
    r"(?:\w+\s+)?by\b|\W*(?:photos?|pictures?|images?|video)\s*:",
    re.IGNORECASE,
)
_CJK = re.compile(
    r"(?:记者|記者|作者|撰文|文)\s?[：:／/\s]\s?([\u4e00-\u9fff·]{2,8}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,4})"
)
"""A byline as Chinese newspapers print it, often after the date and the source."""
_BESIDE = re.compile(r"\s{0,3}(?:\n|\||[·•/()\[\]])\s*")
"""Marks between an author and what is printed beside: a post, an outlet, or another author."""
_PEOPLE = re.compile(r"\s{0,3}(?:;|\s\+\s|,?\s{1,3}(?:(?i:and|with)|und|et|y)\s+|,?\s{1,3}&\s+|[、،])\s*")
_POST = re.compile(
    r"\b(?:(?:senior|chief|staff|political|business|sports?|science|health|technology|education|world|national|foreign|"
    r"diplomatic|economics?|environment|legal|culture|features|investigative|special|news|managing|executive|associate|"
    r"deputy|assistant|contributing|guest|lead|freelance|opinion)\s+){0,4}"
    r"(?:reporters?|correspondents?|editors?|writers?|staff|contributors?|columnists?|producers?|officer|director|professor|"
    r"fellow|analyst|founder|co-?founder|president|manager|publisher|bureau|journalist|desk|team|ceo|cto|ph\.?d|m\.?d|mba|"
    r"esq|lecturer|researcher|freelancer?|head|intern|anchor|host|meteorologist|photographers?|author|updated|published|"
    r"posted|min(?:ute)?s?|read|special)\b\.?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s{1,3}(?i:for|in|at|from|on|special to|of the)\s+(?i:the\s+)?[A-Z0-9].*\Z", re.DOTALL)
_GENERATION = re.compile(r",\s+(Jr|Sr|II|III|IV)\b")
_NOBODY = frozenset(
    "admin administrator webmaster guest author anonymous user none null unknown editorial default root test".split()
)
_GENERIC = re.compile(
    r"\b(?:the|a|an|by|staff|team|desk|web|online|digital|editorial|editors?|board|newsroom|news|report(?:er)?s?|writers?|"
    r"correspondents?|contributors?|com|org|net|www|magazine|network|media|group|inc|llc|ltd|wires?|services?|agenc(?:y|ies)|"
    r"bureau|special|our|own|from)\b"
)
_CALLED = re.compile(
    r"byline|author|contributor|writer|reporter|creator|posted-by|entry-meta|post-meta|credit-line", re.IGNORECASE
)


def stated_authors(statements: Statements, outlets: Iterable[str]) -> tuple[Credits, bool]:
    """Give the authors and agencies that the metadata name, and whether that is certain: an organisation is not.

    The page's own outlets are no authors.
    """
    people = [*statements.people("author")] or [*statements.people("creator")]
    own = {_essence(name) for name in outlets}
    found = _all((name for name, kind in people if "Organization" not in kind), own)
    if found:
        return found, True
    found = _all(_of_meta(statements), own)
    if found:
        return found, True
    return _all((name for name, kind in people if "Organization" in kind), own), False


def printed_authors(above: Sequence[Block], under: Sequence[Block], outlets: Iterable[str]) -> Credits:
    """Give the authors in the byline nearest above a text, or in one under it that says that it is one."""
    own = {_essence(name) for name in outlets}
    near = [block for block in reversed(above[-NEAR:]) if len(block.text) <= LONGEST]
    bylines = [block for block in near if _says_byline(block)]
    called = [block for block in near if _is_called(block)]
    for block in (*bylines, *called, *(block for block in under if _says_byline(block))):
        found = _credited(block.text, own)
        if found:
            return found
    return Credits()


def _says_byline(block: Block) -> bool:
    return len(block.text) <= LONGEST and (_BY.match(block.text) or _CJK.search(block.text)) is not None


def _is_called(block: Block) -> bool:
    named = any(
        _CALLED.search(f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}")
        for element in [block.element, *block.element.iterdescendants("a", "span")]
    )
    return named or _CALLED.search(block.called) is not None


def _of_meta(statements: Statements) -> Iterator[str]:
    names = (
        "author", "article:author", "article:author_name", "citation_author", "dc.creator", "dcterms.creator",
        "parsely-author", "sailthru.author", "byl", "author.name", "itemprop author", "twitter:data1",
    )  # fmt: skip
    for name in names:
        if name == "twitter:data1" and "Written by" not in statements.meta.get("twitter:label1", ()):
            continue
        values = [value for _, value in statements.of_meta(name) if "://" not in value]
        if values:
            yield from values
            return


def _all(names: Iterable[str], own: set[str]) -> Credits:
    found = Credits()
    for name in names:
        found += _credited(name, own)
    return found


def _credited(text: str, own: set[str]) -> Credits:
    """Read what stands where an author is named: people, agencies, or neither."""
    if len(text) > LONGEST:
        return Credits()
    named = _CJK.search(text)
    dated = date_line(text)
    plain = named[1] if named else dated.rest if dated else text
    pieces = [piece for piece in _BESIDE.split(_ADDRESS.sub(" ", _GENERATION.sub(r" \1", plain))) if piece.strip()]
    found = Credits()
    for number, piece in enumerate(pieces):
        for whole in (name for person in _PEOPLE.split(_after_by(piece)) for name in _names(person)):
            name = _without_outlet(whole, own)
            if known_agency(name):
                found += Credits(agencies=(name,))
            elif not _is_nobody(name, own) and (number == 0 or is_name(name)):
                found += Credits(authors=(name,))
    return found


def _after_by(text: str) -> str:
    """Give what stands after the words that open a byline."""
    by = _BY.match(text)
    return text[by.end() :] if by else text


def _names(piece: str) -> Iterator[str]:
    """Give the names in a piece of a byline; what follows a name as post, place or outlet is left out."""
    if _NO_AUTHOR.match(piece) or names_editor(piece):
        return
    segments = [segment.strip(" \t.:*_-–—") for segment in _after_by(piece).split(",")]
    first, *rest = [segment for segment in segments if segment] or [""]
    if len(rest) == 1 and _is_turned(first, rest[0]):
        first, rest = f"{rest[0]} {first}", []
    for segment in [first, *rest]:
        if segment is not first and not (known_agency(segment) or _is_person(segment)):
            return
        yield from _parted(segment)


def _is_turned(last: str, first: str) -> bool:
    """Tell whether a name has its family name first: "Doe, Jane"."""
    short = len(last.split()) == 1 and len(first.split()) < SHORTEST_FULL_NAME + 1
    return short and _is_person(f"{first} {last}") and not known_agency(last)


def _is_person(text: str) -> bool:
    return is_name(text) and not _POST.search(text) and not is_place(text)


def _parted(segment: str) -> Iterator[str]:
    """Give a name without the post, the outlet and the place beside it, and the agency that is."""
    found = re.search(r"\s{1,3}[-–—]\s+", segment)
    name, beside = (segment[: found.start()], segment[found.end() :]) if found else (segment, "")
    if len(name.split()) == 1 and _is_person(beside):
        name = segment
    elsewhere = _ELSEWHERE.sub("", name)
    name = elsewhere if len(elsewhere.split()) > 1 or known_agency(elsewhere) else name
    tokens = _without_post(name).strip(" \t.,:*_-–—'\"").split()
    agency = next(
        (count for count in range(SHORTEST_FULL_NAME, len(tokens)) if known_agency(" ".join(tokens[count:]))),
        len(tokens),
    )
    for part in (tokens[:agency], tokens[agency:]):
        text = " ".join(part)
        if 0 < len(text) <= LONGEST_NAME and any(char.isalpha() for char in text):
            yield text


def _without_post(name: str) -> str:
    """Give a name without a post before or after it; nothing where it is no more than a post."""
    posts = [*_POST.finditer(name)]
    if not posts or known_agency(name):
        return name
    before, after = name[: posts[0].start()].strip(), name[posts[-1].end() :].strip()
    return next((text for text in (before, after) if is_name(text)), "")


def _without_outlet(name: str, own: set[str]) -> str:
    tokens = name.split()
    counts = range(SHORTEST_FULL_NAME, len(tokens))
    return next((" ".join(tokens[:count]) for count in counts if _essence(" ".join(tokens[count:])) in own), name)


def _is_nobody(name: str, own: set[str]) -> bool:
    essence = _essence(name)
    return not essence or essence in own or essence in _NOBODY


def _essence(name: str) -> str:
    """Give what is left of a name without the words that any outlet may have."""
    return _GENERIC.sub("", folded(name)).replace(" ", "")
