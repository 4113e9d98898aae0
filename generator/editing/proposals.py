"""What the commands `suggest` and `decide` do, step after step: read the content, work, write what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.authority import replay
from generator.editing import deciding
from generator.editing.deciding import with_entries
from generator.editing.files import desk, texts, write
from generator.formats.folder import ACCEPTED, DECISIONS, PROPOSED
from generator.formats.record_blocks import Block, accepted_text, proposed_text, taken_out
from generator.ledger import Decision
from generator.model import Article, Review
from generator.problems import Problem
from generator.reading.content import Content, read_content
from generator.suggest.model import Proposal
from generator.suggest.recognition import DEFAULT_MODEL, spacy_tagger
from generator.suggest.suggesting import suggest as suggested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.redacting.entries import Redaction

_OTHER_FORM = "another form of the name"


class SuggestReport(msgspec.Struct, frozen=True):
    """What a run proposed, by id, how many records it accepted, which files it changed, and what it could not read."""

    proposals: tuple[Proposal, ...] = ()
    accepted: int = 0
    written: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class DecideReport(msgspec.Struct, frozen=True):
    """What was decided: the entries of the ledger, the ids of records that moved, and the files that changed."""

    entries: tuple[Decision, ...] = ()
    moved: tuple[str, ...] = ()
    written: tuple[str, ...] = ()


def suggest(
    content: Path,
    *,
    model: str = DEFAULT_MODEL,
    accept_all: bool = False,
    redactions: Sequence[Redaction] = (),
    watch: Callable[[Sequence[Article]], Iterable[Article]] = iter,
    jobs: int = 1,
    executor: Executor | None = None,
) -> SuggestReport:
    """Propose records for the names in a content folder's articles; `watch` may wrap the articles to show progress.

    New proposals are put into the file of proposed records. With `accept_all` all that stand there are accepted, and a
    proposal that is another form of a record's name is merged into that record. `jobs` is the number of processes to
    work with; an executor's workers read instead where there is one. Raises BuildError without spaCy.
    """
    tag = spacy_tagger(model)
    there = read_content(content, redactions=redactions)
    records, _ = replay(there.records, there.decisions)
    articles = watch(list(there.articles.values()))
    proposals = suggested(articles, records, _denied(there), tag, jobs, executor)
    before = texts(content)
    after = before | {PROPOSED: proposed_text(before[PROPOSED], [(one.record, _notes(one)) for one in proposals])}
    accepted: list[Block] = []
    if accept_all:
        after[PROPOSED], accepted = taken_out(after[PROPOSED])
        after[ACCEPTED] = accepted_text(before[ACCEPTED], accepted, Review(state="reviewed"))
        forms = [one for one in proposals if one.variant_of]
        merges = [Decision("merge", one.record.id, one.variant_of, why=_OTHER_FORM) for one in forms]
        after[DECISIONS] = with_entries(before[DECISIONS], merges)
    return SuggestReport(tuple(proposals), len(accepted), write(content, before, after), there.problems)


def accept(content: Path, ids: Sequence[str], *, by: str | None = None, on: str | None = None) -> DecideReport:
    """Accept proposed records; `by` is who decides, `on` the day. Raises ContentError for an unknown id."""
    return _done(content, deciding.accept(desk(content), ids, by=by, on=on))


def reject(
    content: Path, ids: Sequence[str], *, by: str | None = None, on: str | None = None, why: str | None = None
) -> DecideReport:
    """Reject proposed records: their names are no names. Raises ContentError for an id that an article names."""
    return _done(content, deciding.reject(desk(content), ids, by=by, on=on, why=why))


def decide(content: Path, decision: Decision) -> DecideReport:
    """Enter a decision of any other sort into the ledger. Raises ContentError where it does not fit the content."""
    return _done(content, deciding.enter(desk(content), decision))


def _done(content: Path, decided: deciding.Decided) -> DecideReport:
    return DecideReport(decided.entries, decided.moved, write(content, texts(content), decided.files))


def _denied(there: Content) -> set[str]:
    """Give the names that decisions deny of everything, case folded."""
    entries = (
        decision for _, _, decision in there.decisions if decision.decision == "not-a-name" and not decision.record
    )
    return {name.casefold() for entry in entries for name in entry.names}


def _notes(proposal: Proposal) -> list[str]:
    where = f"{_counted(proposal.mentions, 'mention')} in {_counted(proposal.articles, 'article')}"
    notes = [f"confidence {proposal.confidence:.2f}, {where}"]
    if proposal.variant_of:
        notes.append(f"perhaps a name of {proposal.variant_of}")
    return [*notes, *(f"{evidence.article}: {evidence.sentence}" for evidence in proposal.sentences)]


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
