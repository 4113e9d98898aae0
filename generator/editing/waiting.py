"""What waits for an editor: names, articles and records that the program is not sure of, or that lack something.

Sorts stand in the order in which they matter to a reader: what is missing or wrong before what is only unfinished.
Within a sort, what most articles have comes first.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Literal, get_args

import msgspec

from generator.authority import denied_names
from generator.formats.folder import PROPOSED
from generator.model import ENTITY_KINDS, ArticleId, Kind, Record, RecordId
from generator.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.corpus import Corpus
    from generator.ledger import Decision
    from generator.problems import Problem
    from generator.reading.content import Content
    from generator.story import Member

Sort = Literal[
    "problem", "proposed record", "ambiguous alias", "unresolved name", "story to confirm", "undated article",
    "proposed article", "new address", "record without description", "record without country",
]  # fmt: skip
SORTS: tuple[Sort, ...] = get_args(Sort)

WITH_COUNTRY: frozenset[Kind] = frozenset({"person", "organisation", "place", "outlet", "programme"})
"""The kinds of records that mostly belong to a country."""
SURE_COPY = 0.8
"""A text of which so much stands in another is its copy, and nobody has to confirm it."""


class Waiting(msgspec.Struct, frozen=True):
    """One thing that waits: what it is, its id or surface, how people call it, how many articles it touches.

    `among` are the records that a name could mean, or the other article of a story; `place` is the file it stands in,
    `within` are the articles that hold a part of a name.
    """

    waits: Sort
    subject: str
    label: str
    articles: int = 0
    among: tuple[str, ...] = ()
    place: str = ""
    within: tuple[str, ...] = ()


def waiting(
    corpus: Corpus,
    content: Content,
    records: Mapping[RecordId, Record],
    problems: Iterable[Problem],
    new: Iterable[str],
) -> list[Waiting]:
    """Give all that waits, what matters most first; `records` are the settled ones, `new` addresses without a line."""
    aliases = ambiguous_aliases(records, denied_names(content.decisions))
    found = chain(
        (Waiting("problem", f"{one.path}:{one.line}", str(one), place=one.path) for one in problems),
        _proposed(corpus, content, records),
        _aliases(corpus, aliases),
        _unresolved(corpus, aliases),
        _stories(corpus, content),
        _articles(corpus),
        (Waiting("new address", one, one) for one in new),
        _unfinished(corpus, content),
    )
    return sorted(found, key=lambda one: (SORTS.index(one.waits), -one.articles, one.subject, one.among))


def ambiguous_aliases(
    records: Mapping[RecordId, Record], denied: AbstractSet[tuple[str | None, str]] = frozenset()
) -> dict[str, tuple[RecordId, ...]]:
    """Give the names that several records bear, as they are compared, with those records.

    `denied` are names that decisions deny to a record, or to all (None), case folded.
    """
    bearers: dict[str, set[RecordId]] = defaultdict(set)
    for record in records.values():
        if record.kind != "topic":
            for name in (record.label, *record.aliases):
                if denied and not denied.isdisjoint({(None, name.casefold()), (record.id, name.casefold())}):
                    continue
                bearers[name_key(name)].add(record.id)
    return {name: tuple(sorted(of_name)) for name, of_name in sorted(bearers.items()) if len(of_name) > 1}


def name_key(name: str) -> str:
    """Give the form in which surfaces of names are equal; acronyms differ from words ("US" and "us")."""
    return name if name.isupper() else " ".join(Words(name).folded)


def is_decided(decisions: Iterable[Decision], one: str, other: str) -> bool:
    """Tell whether an editor has said of two articles that they tell one story, or that they do not."""
    return any({one, other} <= set(decision.articles) for decision in decisions)


def _proposed(corpus: Corpus, content: Content, records: Mapping[RecordId, Record]) -> Iterator[Waiting]:
    for key, record in content.records.items():
        if content.origins[key][0] == PROPOSED and key in records:
            shown = records[key]
            yield Waiting(
                "proposed record", key, shown.label, corpus.mentioned_in.get(key, 0), (record.kind,), PROPOSED
            )


def _aliases(corpus: Corpus, aliases: Mapping[str, tuple[RecordId, ...]]) -> Iterator[Waiting]:
    articles: dict[str, set[ArticleId]] = {name: set() for name in aliases}
    printed: dict[str, str] = {}
    bearers = set(chain.from_iterable(aliases.values()))
    for key, annotated in corpus.articles.items():
        found = annotated.annotation
        named = ((one.field, one.start, one.end) for one in found.mentions if one.record in bearers)
        for field, start, end in chain(named, ((one.field, one.start, one.end) for one in found.unresolved)):
            surface = annotated.article.text(field)[start:end]
            if (name := name_key(surface)) in articles:
                articles[name].add(key)
                printed.setdefault(name, surface)
    for name, among in aliases.items():
        yield Waiting("ambiguous alias", name, printed.get(name, name), len(articles[name]), among)


def _unresolved(corpus: Corpus, aliases: Mapping[str, tuple[RecordId, ...]]) -> Iterator[Waiting]:
    """Yield the parts of names that several people of an article could bear; equal aliases wait as such."""
    articles: dict[tuple[str, tuple[RecordId, ...]], dict[ArticleId, None]] = defaultdict(dict)
    for key, annotated in corpus.articles.items():
        for one in annotated.annotation.unresolved:
            surface = annotated.article.text(one.field)[one.start : one.end]
            if name_key(surface) not in aliases:
                articles[surface, one.candidates][key] = None
    for (surface, candidates), found in articles.items():
        yield Waiting("unresolved name", surface, surface, len(found), candidates, within=tuple(sorted(found)))


def _stories(corpus: Corpus, content: Content) -> Iterator[Waiting]:
    decided = [one for _, _, one in content.decisions if one.articles]
    for story in corpus.stories.values():
        for member in story.members:
            if member.of and _is_guessed(member) and not is_decided(decided, member.article, member.of):
                title = corpus.articles[member.article].article.front.title
                place = corpus.articles[member.article].article.path
                yield Waiting("story to confirm", member.article, title, len(story.members), (member.of,), place)


def _is_guessed(member: Member) -> bool:
    same = member.sameness
    return same is not None and (same.rule == "event" or (same.rule == "wording" and same.share < SURE_COPY))


def _articles(corpus: Corpus) -> Iterator[Waiting]:
    for key, annotated in corpus.articles.items():
        front, place = annotated.article.front, annotated.article.path
        if not front.published:
            yield Waiting("undated article", key, front.title, 1, place=place)
        if front.review.state == "proposed":
            yield Waiting("proposed article", key, front.title, 1, place=place)


def _unfinished(corpus: Corpus, content: Content) -> Iterator[Waiting]:
    for key, record in corpus.records.items():
        if key not in content.records or content.origins[key][0] == PROPOSED:
            continue  # a country that no file has, or what waits as a whole
        articles, place = corpus.mentioned_in.get(key, 0), content.origins[key][0]
        if not record.description and record.kind in {*ENTITY_KINDS, "outlet"}:
            yield Waiting("record without description", key, record.label, articles, place=place)
        if not record.country and record.kind in WITH_COUNTRY:
            yield Waiting("record without country", key, record.label, articles, place=place)
