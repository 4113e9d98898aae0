"""Matching: which article that is there a candidate is, and what becomes of it when its document has changed.

A document's articles are known again by their headlines, and by their place only where the text is still much the same:
a list page pushes its articles down, and two folders may each hold a file of one name.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from generator.ingest.attributing import TITLE_CUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.ingest.existing import Known
    from generator.ingest.model import Candidate
    from generator.model import FrontMatter, Source

SAME_TEXT = 0.3
"""Share of the shorter text's four-word runs that stand in the other, from which both are versions of one text."""
RUN = 4

_WORD = re.compile(r"\w+")
_CERTAINTY = {"unknown": 0, "derived": 1, "stated": 2}


def match(
    candidates: Sequence[Candidate], articles: Iterable[Known], text_of: Callable[[Known], str | None]
) -> tuple[Known | None, ...]:
    """Give for each candidate the article that it is, or None where it is new.

    `text_of` gives the text of an article that is there, or None where it is an editor's own and cannot be compared.
    """
    known = _Known(articles)
    often = Counter(candidate.front.source.sha256 for candidate in candidates)
    found = [
        known.same(candidate.front, alone=often[candidate.front.source.sha256] == 1)
        or known.headed(candidate.front.source)
        for candidate in candidates
    ]
    claimed = {article.path for article in found if article}
    for number, candidate in enumerate(candidates):
        there = known.placed(candidate.front.source) if found[number] is None else None
        if there and there.path not in claimed and _is_version(text_of(there), candidate.text):
            found[number] = there
            claimed.add(there.path)
    return tuple(found)


class _Known:
    """The articles that are there, by what tells that a candidate is one of them."""

    def __init__(self, articles: Iterable[Known]) -> None:
        self.by_id: dict[str, Known] = {}
        self.by_place: dict[tuple[str, str], Known] = {}
        self.by_hash: dict[str, list[Known]] = {}
        self.by_headline: dict[tuple[str, str], Known] = {}
        self.by_position: dict[tuple[str, str], Known] = {}
        for article in articles:
            self.by_id.setdefault(article.id, article)
            self.by_place.setdefault((article.sha256, article.position), article)
            self.by_hash.setdefault(article.sha256, []).append(article)
            self.by_headline.setdefault((article.document, article.headline), article)
            self.by_position.setdefault((article.document, article.position), article)

    def same(self, front: FrontMatter, *, alone: bool) -> Known | None:
        """Give the article with the id, or of the same bytes and place; where both are alone, of the same bytes."""
        there = self.by_id.get(front.id)
        sha256 = front.source.sha256
        if there or not sha256:
            return there
        of_bytes = self.by_hash.get(sha256, [])
        only = of_bytes[0] if alone and len(of_bytes) == 1 else None
        return self.by_place.get((sha256, str(front.source.position))) or only

    def headed(self, source: Source) -> Known | None:
        """Give the article of the document with the headline."""
        return self.by_headline.get((source.document or "", source.headline)) if source.headline else None

    def placed(self, source: Source) -> Known | None:
        """Give the article that stood at the place in the document."""
        return self.by_position.get((source.document or "", str(source.position)))


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


def _is_version(old: str | None, new: str) -> bool:
    """Tell whether a text is a version of an older one; where that is not to be had, its place counts."""
    return old is None or _alike(old, new)


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
