"""Suggesting: the names of a content folder that no record has become proposed records. The order of the steps stands here."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from generator.authority import replay
from generator.countries import all_countries
from generator.model import Review
from generator.reading.content import AUTHORITIES, Content, read_content
from generator.records_file import accepted_text, proposed_text
from generator.suggest.finding import find, small_words
from generator.suggest.known import KnownNames, seeds_of
from generator.suggest.merging import merge
from generator.suggest.model import Proposal
from generator.suggest.proposing import propose
from generator.suggest.recognition import DEFAULT_MODEL, passages, spacy_tagger
from generator.suggest.wellknown import country_names, well_known
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from generator.model import Article, Record
    from generator.problems import Problem
    from generator.suggest.tokens import Tag

PROPOSED = f"{AUTHORITIES}/proposed.yml"
ACCEPTED = f"{AUTHORITIES}/accepted.yml"


class SuggestReport(msgspec.Struct, frozen=True):
    """What a run proposed, by id; `accepted` tells how many records it accepted, and `problems` what it could not read."""

    proposals: tuple[Proposal, ...] = ()
    accepted: int = 0
    problems: tuple[Problem, ...] = ()


def suggest(
    content: Path,
    *,
    model: str = DEFAULT_MODEL,
    accept_all: bool = False,
    watch: Callable[[Sequence[Article]], Iterable[Article]] = iter,
) -> SuggestReport:
    """Propose records for the names of a content folder's articles; `watch` may wrap the articles to show progress.

    Proposals are added to `authorities/proposed.yml`; with `accept_all` these and all that stood there are moved to
    `authorities/accepted.yml`. Raises BuildError where spaCy or its pipeline is missing.
    """
    tag = spacy_tagger(model)
    there = read_content(content)
    proposals = proposals_for(there, tag, watch)
    accepted = _write(content, proposals, accept_all=accept_all)
    return SuggestReport(tuple(proposals), accepted, there.problems)


def proposals_for(
    content: Content,
    tag: Callable[[Iterable[str]], Iterator[tuple[Tag, ...]]],
    watch: Callable[[Sequence[Article]], Iterable[Article]] = iter,
) -> list[Proposal]:
    """Give the proposals for the names of content, sorted by id."""
    records, _ = replay(content.records, content.decisions)
    names = KnownNames(seeds_of(records, well_known()), all_countries().values(), _country_names(records.values()))
    of_corpus = list(passages(watch(list(content.articles.values())), tag))
    small = small_words(of_corpus)
    findings = [
        finding
        for _, of_article in groupby(of_corpus, key=lambda passage: passage.article)
        for finding in find(list(of_article), names, small)
    ]
    denied = {
        name.casefold() for _, _, decision in content.decisions if decision.decision == "not-a-name" for name in decision.names
    }
    return propose(merge(findings, names.seeds), {*records, *all_countries()}, denied)


def _country_names(records: Iterable[Record]) -> dict[str, tuple[str, ...]]:
    """Give what countries are called beside the names in the libraries: well known, and in records of countries."""
    names = dict(country_names())
    for record in records:
        if record.kind == "country":
            code = record.id.upper()
            names[code] = (*names.get(code, ()), record.label, *record.aliases)
    return names


def _write(content: Path, proposals: Sequence[Proposal], *, accept_all: bool) -> int:
    """Write the files of proposed and accepted records and give how many records are accepted."""
    proposed, accepted = content / PROPOSED, content / ACCEPTED
    proposed.parent.mkdir(parents=True, exist_ok=True)
    before = proposed.read_text("utf-8") if proposed.exists() else ""
    text = proposed_text(before, [(proposal.record, _notes(proposal)) for proposal in proposals])
    number = 0
    if accept_all and text:
        already = accepted.read_text("utf-8") if accepted.exists() else ""
        text, settled, number = accepted_text(text, already, Review(state="reviewed"))
        replace_file(accepted, settled.encode())
    if text != before:
        replace_file(proposed, text.encode())
    return number


def _notes(proposal: Proposal) -> list[str]:
    where = f"{_counted(proposal.mentions, 'mention')} in {_counted(proposal.articles, 'article')}"
    notes = [f"confidence {proposal.confidence:.2f}, {where}"]
    if proposal.variant_of:
        notes.append(f"perhaps a name of {proposal.variant_of}")
    return [*notes, *(f"{evidence.article}: {evidence.sentence}" for evidence in proposal.sentences)]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
