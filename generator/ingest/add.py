"""Adding: files become articles of a content folder.

The order of the steps from files to written articles stands here, and only here the disk is written.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import tee
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from generator.formats.addresses_file import document_digest
from generator.formats.article_text import article_text
from generator.formats.articles import read_article
from generator.formats.body import read_body
from generator.formats.folder import ADDRESSES, ARTICLES, AUTHORITIES, DECISIONS, DECISIONS_HEAD, PAGES, PROPOSED
from generator.formats.record_blocks import proposed_text
from generator.ingest.existing import Existing, Known, read_existing, read_front_and_body
from generator.ingest.ids import folder_of, ids_for
from generator.ingest.intake import Document, Found, documents, fetch_all, find, harvest_all
from generator.ingest.keeping import keep_raw
from generator.ingest.matching import match, updated
from generator.ingest.model import Candidate, Removed
from generator.ingest.naming import Names, with_keys
from generator.model import FrontMatter, Record
from generator.problems import ContentError, Problem
from generator.writing import replace_file

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from concurrent.futures import Executor
    from pathlib import Path

    from generator.ingest.internet import Network
    from generator.model import Rights

Action = Literal["written", "updated", "unchanged"]
_Sameness = tuple[str | None, str, str]
_TAKEN_DOWN = "an article that was taken down"
_Plan = Callable[[Candidate, Names], "Outcome"]


class Outcome(msgspec.Struct, frozen=True):
    """What became of one article: its file below the content folder, its front matter and its body."""

    action: Action
    path: str
    front: FrontMatter
    body: str
    text: str
    removed: tuple[Removed, ...] = ()
    notes: tuple[str, ...] = ()


class AddReport(msgspec.Struct, frozen=True):
    """What a run did, or would do: outcomes by document and position, proposed records, and what was refused."""

    outcomes: tuple[Outcome, ...] = ()
    proposed: tuple[Record, ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, action: Action) -> tuple[Outcome, ...]:
        """Give the articles that were written, updated or unchanged."""
        return tuple(outcome for outcome in self.outcomes if outcome.action == action)


def add(
    paths: Sequence[str | Path],
    content: Path,
    *,
    rights: Rights = "excerpt",
    retrieved: str | None = None,
    dry_run: bool = False,
    jobs: int = 1,
    executor: Executor | None = None,
    keep: bool = False,
    watch: Callable[[Sequence[Found]], Iterable[Found]] = iter,
    network: Network | None = None,
) -> AddReport:
    """Add the articles of files, folders, patterns and web addresses to a content folder, made where it is missing.

    `retrieved` is the day on which the files were fetched, where they do not say; `keep` keeps the raw documents
    beside the articles; `jobs` is the number of processes to read with, an executor's workers read instead where there
    is one; `watch` may wrap what is worked through, to show progress. A document that cannot be read is a
    problem of the report and stops no other. Raises BuildError where addresses may not be fetched.
    """
    found, problems = find(paths)
    read, again = tee(documents(watch(found), fetch_all(found, network)))
    candidates: list[Candidate] = []
    raw: list[tuple[str, Document]] = []
    for harvest, document in zip(harvest_all(rights, read, jobs, executor), again, strict=True):
        problems += harvest.problems
        candidates += harvest.candidates
        raw += [(harvest.candidates[0].file, document)] if keep and harvest.candidates else []
    existing = read_existing(content)
    names = Names(existing.records)
    outcomes, faults = _outcomes(_with_day(candidates, retrieved), existing, names, content)
    proposed = _needed(names.proposed.values(), outcomes)
    if not dry_run:
        _write(content, outcomes, proposed)
        refused = {fault.path for fault in faults if fault.message == _TAKEN_DOWN}
        keep_raw(content, (document for file, document in raw if file not in refused))
    return AddReport(tuple(outcomes), proposed, (*problems, *faults))


def as_json(outcome: Outcome) -> dict[str, Any]:
    """Give an article as `--dry-run --json` prints it: front matter, `body` as plain text, and what was removed."""
    front: dict[str, Any] = msgspec.to_builtins(outcome.front)
    return front | {"body": outcome.text, "removed": msgspec.to_builtins(outcome.removed), "notes": list(outcome.notes)}


def _with_day(candidates: Iterable[Candidate], retrieved: str | None) -> list[Candidate]:
    """Fill in the day on which documents were fetched where they do not say it."""
    return [
        candidate
        if candidate.front.source.retrieved
        else _replaced(candidate, source=msgspec.structs.replace(candidate.front.source, retrieved=retrieved))
        for candidate in candidates
    ]


def _replaced(candidate: Candidate, **fields: Any) -> Candidate:  # noqa: ANN401 (fields of front matter)
    return msgspec.structs.replace(candidate, front=msgspec.structs.replace(candidate.front, **fields))


def _outcomes(
    candidates: Sequence[Candidate], existing: Existing, names: Names, content: Path
) -> tuple[list[Outcome], list[Problem]]:
    """Settle what becomes of each candidate; what the reader of articles would refuse is a problem of its file."""
    outcomes: list[Outcome] = []
    problems: list[Problem] = []
    settled: dict[_Sameness, Outcome] = {}
    plans = _plans(candidates, existing, content)
    for candidate in candidates:
        same = _sameness(candidate)
        try:
            outcome = _again(settled[same]) if same in settled else plans[same](candidate, names)
            if candidate.asserted and outcome.action != "unchanged":
                _check(outcome)
            settled[same] = outcome
            outcomes.append(outcome)
        except ContentError as error:
            place = {"path": candidate.file, "line": candidate.line}
            problems += [msgspec.structs.replace(fault, **place) for fault in error.problems]
    return outcomes, problems


def _plans(candidates: Iterable[Candidate], existing: Existing, content: Path) -> dict[_Sameness, _Plan]:
    """Give for each of the different candidates whether it is made anew, under which id, or updates which article."""
    different = {_sameness(candidate): candidate for candidate in reversed([*candidates])}
    ordered = [candidate for candidate in candidates if different[_sameness(candidate)] is candidate]
    matched = match(ordered, existing.articles, partial(_text, content))
    new = [candidate.front for candidate, known in zip(ordered, matched, strict=True) if known is None]
    ids = iter(ids_for(new, {article.id for article in existing.articles}))
    return {
        _sameness(candidate): partial(_update, content, known)
        if known
        else partial(_create, next(ids), existing.taken_down)
        for candidate, known in zip(ordered, matched, strict=True)
    }


def _sameness(candidate: Candidate) -> _Sameness:
    """Give what two candidates share that are one article, whatever their files are called."""
    return candidate.front.source.sha256, candidate.front.title, candidate.text


def _again(outcome: Outcome) -> Outcome:
    return msgspec.structs.replace(outcome, action="unchanged")


def _check(outcome: Outcome) -> None:
    """Read an article as the build will; raises ContentError for what others asserted wrongly."""
    read_article(article_text(outcome.front, outcome.body).encode(), outcome.path)


def _create(key: str, taken_down: Collection[str], candidate: Candidate, names: Names) -> Outcome:
    if not {f"{ARTICLES}/{key}/", document_digest(candidate.front.source)}.isdisjoint(taken_down):
        hint = f"to add it all the same, take its line out of {ADDRESSES}"
        raise ContentError([Problem("", 1, _TAKEN_DOWN, hint=hint)])
    front = msgspec.structs.replace(with_keys(candidate.front, candidate.proposed, names), id=key)
    path = f"{ARTICLES}/{folder_of(front)}/{key}.md"
    return Outcome("written", path, front, candidate.body, candidate.text, candidate.removed, candidate.notes)


def _update(content: Path, known: Known, candidate: Candidate, names: Names) -> Outcome:
    if known.sha256 == candidate.front.source.sha256:
        front = msgspec.structs.replace(candidate.front, id=known.id)
        return Outcome(
            "unchanged", known.path, front, candidate.body, candidate.text, candidate.removed, candidate.notes
        )
    old, body = read_front_and_body(content, known)
    keyed = msgspec.structs.replace(candidate, front=with_keys(candidate.front, candidate.proposed, names))
    front, text = updated(old, body, keyed)
    return Outcome("updated", known.path, front, text, candidate.text, candidate.removed, candidate.notes)


def _text(content: Path, known: Known) -> str | None:
    """Give the text of an article that is there, or None where it is the editors' own and no copy of the document's."""
    try:
        front, body = read_front_and_body(content, known)
    except ContentError:
        return ""
    return None if front.rights == "digest" else "\n".join(block.text for block in read_body(body))


def _needed(proposed: Iterable[Record], outcomes: Iterable[Outcome]) -> tuple[Record, ...]:
    """Give the proposed records that an article really names, by id."""
    keys: set[str] = set()
    for outcome in outcomes:
        front = outcome.front
        keys |= {*front.entities, *front.topics, *front.source.agencies, front.source.outlet or ""}
        keys |= {*front.exclude.entities, *front.exclude.topics}
    return tuple(sorted((record for record in proposed if record.id in keys), key=lambda record: record.id))


def _write(content: Path, outcomes: Iterable[Outcome], proposed: Sequence[Record]) -> None:
    """Write new and changed articles; records first, so that no article ever names one that is not there."""
    for folder in (ARTICLES, AUTHORITIES, PAGES):
        (content / folder).mkdir(parents=True, exist_ok=True)
    if not (content / DECISIONS).exists():
        replace_file(content / DECISIONS, DECISIONS_HEAD.encode())
    if proposed:
        path = content / PROPOSED
        before = path.read_text("utf-8") if path.exists() else ""
        replace_file(path, proposed_text(before, [(record, ()) for record in proposed]).encode())
    for outcome in outcomes:
        if outcome.action != "unchanged":
            path = content / outcome.path
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, article_text(outcome.front, outcome.body).encode())
