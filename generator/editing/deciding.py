"""Deciding: an editor's decision is checked, then it enters the ledger or moves a record from proposed to accepted.

Nothing here reads or writes: a desk of what is there comes in, the new texts of the files that change go out. The
ledger and the files of records keep every line that stands in them; entries are added at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.authority import replay
from generator.formats.folder import ACCEPTED, DECISIONS, DECISIONS_HEAD, PROPOSED
from generator.formats.front_matter_items import with_entity
from generator.formats.record_blocks import accepted_text, blocks, taken_out
from generator.formats.yaml_lines import as_item, record_lines
from generator.ledger import NEEDED, Decision
from generator.model import Review
from generator.problems import ContentError, Problem, nearest
from generator.slugs import is_slug, slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.model import Article, ArticleId, Record, RecordId

_SHORTEST_STORY = 2


class Desk(NamedTuple):
    """What an editor decides about: articles, records as their files give them and as decisions settled them.

    `decisions` are the ledger's entries, `texts` the files that deciding may change, by name.
    """

    articles: Mapping[ArticleId, Article]
    records: Mapping[RecordId, Record]
    settled: Mapping[RecordId, Record]
    decisions: Sequence[Decision]
    texts: Mapping[str, str]


class Decided(NamedTuple):
    """What is done: the new entries of the ledger, the ids of records that move, and the texts of files that change."""

    entries: tuple[Decision, ...]
    moved: tuple[str, ...]
    files: dict[str, str]


def accept(desk: Desk, ids: Sequence[str], *, by: str | None = None, on: str | None = None) -> Decided:
    """Move proposed records to the accepted ones, with who reviewed them when; raises ContentError for unknown ids."""
    text = desk.texts[PROPOSED]
    _raise(_unknown(PROPOSED, 1, "no proposed record has this id", ids, _ids(text)))
    return Decided((), tuple(sorted(set(ids))), _moved(desk, ids, Review("reviewed", by, on)))


def reject(
    desk: Desk, ids: Sequence[str], *, by: str | None = None, on: str | None = None, why: str | None = None
) -> Decided:
    """Take proposed records out and note that their names are no names, so that they are not proposed again.

    Names that another record bears stay its names. Raises ContentError for an unknown id, or one that an article names.
    """
    text = desk.texts[PROPOSED]
    problems = _unknown(PROPOSED, 1, "no proposed record has this id", ids, _ids(text))
    wanted = sorted(set(ids))
    problems += [
        _named_by(article, one) for one in wanted for article in desk.articles.values() if one in _named(article)
    ]
    _raise(problems)
    rest, out = taken_out(text, ids)
    gone = [record for key, record in desk.records.items() if key in ids]
    borne = {name for key, record in desk.settled.items() if key not in ids for name in _names(record)}
    denied = [tuple(name for name in _names(record) if name not in borne) for record in gone]
    entries = tuple(Decision("not-a-name", names=names, by=by, on=on, why=why) for names in denied if names)
    files = {PROPOSED: rest, DECISIONS: with_entries(desk.texts[DECISIONS], entries)}
    return Decided(entries, tuple(block.id for block in out), files)


def enter(desk: Desk, decision: Decision) -> Decided:
    """Check a decision and add it to the ledger; one that stands there already is not added again.

    A proposed record that is merged or split is accepted with it. Raises ContentError where an id is unknown or taken.
    """
    text = desk.texts[DECISIONS]
    if any(_same(decision, entry) for entry in desk.decisions):
        return Decided((), (), {})
    line = text.count("\n") + 1
    _raise(_faults(decision, desk, line) or replay(desk.settled, [(DECISIONS, line, decision)])[1])
    files = {DECISIONS: with_entries(text, [decision])}
    about_record = decision.decision in {"merge", "split"}
    moved = [one for one in _ids(desk.texts[PROPOSED]) if about_record and one == decision.record]
    if moved:
        files |= _moved(desk, moved, Review("reviewed", decision.by, decision.on))
    return Decided((decision,), tuple(moved), files)


def assert_record(desk: Desk, articles: Iterable[str], record: str) -> Decided:
    """Write into articles that they name a record, which settles the parts of its name there."""
    wanted = {*articles}
    known = [article for key, article in desk.articles.items() if key in wanted]
    return Decided((), (), {one.path: with_entity(desk.texts[one.path], one.path, record) for one in known})


def decided(desk: Desk, done: Decided) -> Desk:
    """Give the desk as it is after a decision."""
    gone = set(done.moved) if PROPOSED in done.files and ACCEPTED not in done.files else set()
    entries = [(DECISIONS, 0, entry) for entry in done.entries]
    settled, _ = replay({key: one for key, one in desk.settled.items() if key not in gone}, entries)
    records = {key: one for key, one in desk.records.items() if key not in gone}
    return Desk(desk.articles, records, settled, (*desk.decisions, *done.entries), {**desk.texts, **done.files})


def proposed_ids(desk: Desk) -> list[str]:
    """Give the ids of the records that are proposed."""
    return _ids(desk.texts[PROPOSED])


def with_entries(ledger: str, entries: Iterable[Decision]) -> str:
    """Give the ledger's text with further entries at its end."""
    added = [entry_text(entry) for entry in entries]
    return "\n".join([f"{(ledger or DECISIONS_HEAD).rstrip()}\n", *added]) if added else ledger


def entry_text(decision: Decision) -> str:
    """Give a decision as an item of the ledger, without what is empty."""
    return as_item(record_lines(decision))


def _faults(decision: Decision, desk: Desk, line: int) -> list[Problem]:
    """Tell what is wrong with a decision that is to stand on a line of the ledger."""
    missing = [key for key in NEEDED[decision.decision] if not getattr(decision, key)]
    if missing:
        return [Problem(DECISIONS, line, f"a decision to {decision.decision} needs '{key}'") for key in missing]
    if decision.articles or decision.decision.endswith("same-story"):
        few = len(set(decision.articles)) < _SHORTEST_STORY
        problems = [Problem(DECISIONS, line, "a story has two articles or more")] if few else []
        return problems + _unknown(DECISIONS, line, "no article has this id", decision.articles, desk.articles)
    records = desk.settled
    wanted = [decision.record] if decision.record else []
    wanted += [decision.into] if decision.decision == "merge" and decision.into else []
    problems = _unknown(DECISIONS, line, "no record has this id", wanted, records)
    if problems:
        return problems
    if decision.decision == "merge" and decision.record == decision.into:
        return [Problem(DECISIONS, line, "a record cannot be merged into itself", decision.record)]
    if decision.decision == "split":
        return _split_faults(decision, records, line)
    if decision.decision == "not-a-name" and decision.record:
        return _unborne(decision, records, line)
    return []


def _split_faults(decision: Decision, records: Mapping[RecordId, Record], line: int) -> list[Problem]:
    into = decision.into or ""
    if not is_slug(into):
        return [
            Problem(
                DECISIONS, line, "the id cannot stand in an address", into, f"such as {slug(decision.label or into)}"
            )
        ]
    if into in records:
        return [Problem(DECISIONS, line, "an id that another record has", into, "give the new record its own")]
    return _unborne(decision, records, line)


def _unborne(decision: Decision, records: Mapping[RecordId, Record], line: int) -> list[Problem]:
    borne = {
        name.casefold(): name for key, record in records.items() if key == decision.record for name in _names(record)
    }
    wrong = [name for name in decision.names if name.casefold() not in borne]
    return [
        Problem(DECISIONS, line, "the record has no such name", name, nearest(name, borne.values())) for name in wrong
    ]


def _unknown(path: str, line: int, message: str, ids: Iterable[str], known: Collection[str]) -> list[Problem]:
    return [Problem(path, line, message, one, nearest(one, known)) for one in dict.fromkeys(ids) if one not in known]


def _named_by(article: Article, record: str) -> Problem:
    return Problem(article.path, 1, "the article names the record", record, "merge it into another record instead")


def _named(article: Article) -> set[str]:
    """Give the ids that an article's front matter names."""
    front = article.front
    return {*front.entities, *front.topics, *front.source.agencies, front.source.outlet or "", *front.exclude.entities}


def _names(record: Record) -> tuple[str, ...]:
    return (record.label, *record.aliases)


def _same(one: Decision, other: Decision) -> bool:
    return msgspec.structs.replace(one, by=None, on=None, why=None) == msgspec.structs.replace(
        other, by=None, on=None, why=None
    )


def _moved(desk: Desk, ids: Collection[str], review: Review) -> dict[str, str]:
    rest, out = taken_out(desk.texts[PROPOSED], ids)
    return {ACCEPTED: accepted_text(desk.texts[ACCEPTED], out, review), PROPOSED: rest}


def _ids(text: str) -> list[str]:
    return [block.id for block in blocks(text)[1]]


def _raise(problems: Sequence[Problem]) -> None:
    if problems:
        raise ContentError(problems)
