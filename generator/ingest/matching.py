"""Matching: which article that is there a candidate is, and what becomes of it when its document has changed.

A document's articles are known again by their headlines, and by their place only where the text is still much the same: a list
page pushes its articles down, and two folders may each hold a file of one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.attributing import TITLE_CUT
from generator.model import FrontMatter, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.ingest.existing import Known
    from generator.ingest.model import Candidate

SAME_TEXT = 0.3
"""Share of the shorter text's four-word runs that stand in the other, from which both are versions of one text."""
RUN = 4

_WORD = re.compile(r"\w+")
_CERTAINTY = {"unknown": 0, "derived": 1, "stated": 2}


def match(candidates: Sequence[Candidate], articles: Iterable[Known], text_of: Callable[[Known], str | None]) -> tuple[Known | None, ...]:
    """Give for each candidate the article that it is, or None where it is new.

    `text_of` gives the text of an article that is there, or None where it is an editor's own and cannot be compared.
    """
    known = list(articles)
    by_id = {article.id: article for article in known}
    by_hash = {(article.sha256, article.position): article for article in known if article.sha256}
    of_document: dict[str, list[Known]] = {}
    for article in known:
        of_document.setdefault(article.document, []).append(article)
    found: list[Known | None] = []
    for candidate in candidates:
        source = candidate.front.source
        same = by_id.get(candidate.front.id) or by_hash.get((source.sha256 or "", str(source.position)))
        found.append(same or _by_headline(source, of_document.get(source.document or "", [])))
    claimed = {article.path for article in found if article}
    for number, candidate in enumerate(candidates):
        if found[number] is None:
            place = _by_position(candidate, of_document.get(candidate.front.source.document or "", []), claimed, text_of)
            found[number] = place
            claimed |= {place.path} if place else set()
    return tuple(found)


def updated(old: FrontMatter, old_body: str, candidate: Candidate) -> tuple[FrontMatter, str]:
    """Give an article whose document changed: its text and source as they are now, what editors wrote as it was.

    The text of a digest is the editors' own, as are its title and standfirst.
    """
    new = candidate.front
    digest = old.rights == "digest"
    untouched = old.title == old.source.headline or (not old.source.headline and old.title.endswith(TITLE_CUT))
    better = _CERTAINTY[new.date_status] > _CERTAINTY[old.date_status] or new.date_status == old.date_status == "stated"
    dated = new if better and old.review.state != "reviewed" else old
    front = msgspec.structs.replace(
        old,
        title=new.title if untouched and not digest else old.title,
        published=dated.published,
        date_status=dated.date_status,
        date_evidence=dated.date_evidence,
        source=_source(old.source, new.source, digest=digest),
        entities=_both(old.entities, new.entities),
        countries=_both(old.countries, new.countries),
        topics=_both(old.topics, new.topics),
    )
    return front, old_body if digest else candidate.body


def _by_headline(source: Source, articles: Iterable[Known]) -> Known | None:
    return next((article for article in articles if source.headline and article.headline == source.headline), None)


def _by_position(
    candidate: Candidate, articles: Iterable[Known], claimed: set[str], text_of: Callable[[Known], str | None]
) -> Known | None:
    for article in articles:
        if article.position == str(candidate.front.source.position) and article.path not in claimed:
            text = text_of(article)
            if text is None or _alike(text, candidate.text):
                return article
    return None


def _alike(one: str, other: str) -> bool:
    first, second = _runs(one), _runs(other)
    return len(first & second) >= SAME_TEXT * max(min(len(first), len(second)), 1)


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[index : index + RUN]) for index in range(max(len(words) - RUN + 1, 1))}


def _source(old: Source, new: Source, *, digest: bool) -> Source:
    kept = {field: getattr(old, field) for field in old.__struct_fields__ if not getattr(new, field)}
    if digest:
        kept["standfirst"] = old.standfirst
    return msgspec.structs.replace(new, **kept)


def _both(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*old, *new)))
