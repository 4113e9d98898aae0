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
NEAR = 8
"""Blocks above the text among which its byline stands."""

_ADDRESS = re.compile(r"[(<\[]?(?:\S+@\S+\.\w+|https?://\S+|\bwww\.\S+|(?<!\w)@\w+)[)>\]]?")
_BY = re.compile(
    r"\W*(?:(?:written|reported|words|story|text|posted|published|authored|report)\s+)?(?:by|von|par|por|di|door|av)\b[:\s]+"
    r"|\W*(?:authors?|writers?|reporters?|byline|correspondent)\s*[:|]\s*",
    re.IGNORECASE,
)
_CJK = re.compile(
    r"(?:记者|記者|作者|撰文|文)\s?[：:／/\s]\s?([\u4e00-\u9fff·]{2,8}(?:[、\s][\u4e00-\u9fff·]{2,4}){0,4})"
)
"""A byline as Chinese newspapers print it, often after the date and the source."""
_PEOPLE = re.compile(r"\s*(?:;|\n|\s\+\s|\||·|•|/|,?\s+(?:and|und|et|y|with)\s+|,?\s+&\s+|[、،])\s*")
_POST = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|staff|contributors?|contributing|columnists?|producers?|senior|"
    r"chief|officer|director|professor|fellow|analyst|founder|co-?founder|president|manager|managing|publisher|bureau|"
    r"journalist|desk|team|guest|special|ceo|cto|phd|ph\.d|md|m\.d|mba|esq|lecturer|researcher|freelance\w*|head|news|"
    r"executive|associate|deputy|assistant|intern|lead|anchor|host|meteorologist|photographers?|opinion|author|updated|"
    r"published|posted|min(?:ute)?s?|read)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s+(?i:for|in|at|from|on|special to)\s+(?i:the\s+)?[A-Z0-9].*\Z")
_GENERATION = re.compile(r",\s+(Jr|Sr|II|III|IV)\b")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
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
    found = Credits()
    if len(text) > LONGEST or names_editor(text):
        return found
    named = _CJK.search(text)
    dated = date_line(text)
    plain = named[1] if named else dated.rest if dated else text
    plain = _BRACKETS.sub(" ", _ADDRESS.sub(" ", _GENERATION.sub(r" \1", plain)))
    for piece in _PEOPLE.split(_BY.sub("", plain, count=1)):
        for name in _names(piece):
            if known_agency(name):
                found += Credits(agencies=(name,))
            elif not _is_nobody(name, own):
                found += Credits(authors=(name,))
    return found


def _names(piece: str) -> Iterator[str]:
    """Give the names in a piece of a byline; what follows a name as post, place or outlet is left out."""
    segments = [segment.strip(" \t.:|*_-–—") for segment in _BY.sub("", piece, count=1).split(",")]
    first, *rest = [segment for segment in segments if segment] or [""]
    if len(rest) == 1 and len(first.split()) == 1 and is_name(f"{rest[0]} {first}") and len(rest[0].split()) <= 2:  # noqa: PLR2004
        first, rest = f"{rest[0]} {first}", []
    for segment in [first, *rest]:
        name = _name(segment)
        if not name or (segment is not first and (not is_name(name) or _POST.search(name) or is_place(name))):
            return
        yield name


def _name(segment: str) -> str:
    """Give a name without the post, the outlet and the date beside it."""
    name, mark, beside = _partition(segment)
    if mark and len(name.split()) == 1 and is_name(beside) and not _POST.search(beside):
        name = segment
    person = _ELSEWHERE.sub("", name)
    name = (person if len(person.split()) > 1 or known_agency(person) else name).strip(" \t.,:|*_-–—'\"")
    if len(name) > LONGEST_NAME or not any(char.isalpha() for char in name):
        return ""
    words = _POST.sub(" ", name).split()
    return name if words == name.split() else " ".join(words) if is_name(" ".join(words)) else ""


def _partition(segment: str) -> tuple[str, str, str]:
    found = re.search(r"\s+[-–—|•]\s+", segment)
    return (segment[: found.start()], found[0], segment[found.end() :]) if found else (segment, "", "")


def _is_nobody(name: str, own: set[str]) -> bool:
    essence = _essence(name)
    return not essence or essence in own or essence in _NOBODY


def _essence(name: str) -> str:
    """Give what is left of a name without the words that any outlet may have."""
    return _GENERIC.sub("", folded(name)).replace(" ", "")
