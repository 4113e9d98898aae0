"""The authority: records as the files and the countries of ISO 3166 give them, then every decision replayed on them.

What a decision changes stays changed, whatever is extracted or imported again; a decision that no longer fits is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.model import Record, RecordId
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.countries import Country
    from generator.reading.decisions import Decision

Records = dict[RecordId, Record]


def with_countries(records: Mapping[RecordId, Record], countries: Mapping[RecordId, Country]) -> Records:
    """Give the records of the files and of all countries; a file's record of a country adds to it or corrects it."""
    known: Records = {key: Record(id=key, kind="country", label=country.label) for key, country in countries.items()}
    return dict(sorted((known | dict(records)).items()))


def replay(
    records: Mapping[RecordId, Record], decisions: Iterable[tuple[str, int, Decision]]
) -> tuple[Records, tuple[Problem, ...]]:
    """Replay the ledger in order and give the settled records, with a problem for each entry that fits nothing."""
    settled = dict(records)
    problems = []
    for path, line, decision in decisions:
        missing = [name for name in _needed_records(decision) if name not in settled]
        if missing:
            hint = nearest(missing[0], settled) or "remove the decision or mend the id"
            problems.append(Problem(path, line, f"a {decision.decision} of an unknown record", missing[0], hint))
        else:
            settled = _apply(settled, decision)
    return dict(sorted(settled.items())), tuple(problems)


def check_references(
    records: Mapping[RecordId, Record], origins: Mapping[RecordId, tuple[str, int]]
) -> tuple[Problem, ...]:
    """Tell which records point at records or countries that do not exist."""
    problems = []
    for record in records.values():
        path, line = origins.get(record.id, ("", 0))
        if record.country and record.country.lower() not in records:
            problems.append(
                Problem(path, line, "'country' is no country of ISO 3166", record.country, "write CN, PK …")
            )
        if record.broader and record.broader not in records:
            problems.append(
                Problem(path, line, "'broader' is no record", record.broader, nearest(record.broader, records))
            )
    return tuple(problem for problem in problems if problem.path)


def _needed_records(decision: Decision) -> list[str]:
    needed = [decision.record]
    if decision.decision == "merge":
        needed.append(decision.into)
    return [name for name in needed if name]


def _apply(records: Records, decision: Decision) -> Records:
    subject = records.get(RecordId(decision.record or ""))
    if decision.decision == "not-a-name":
        among = [subject] if subject else list(records.values())
        return records | {record.id: _without(record, decision.names) for record in among}
    if subject is None:
        return records
    if decision.decision == "merge":
        target = records[RecordId(decision.into or "")]
        merged = records | {target.id: _merged(target, subject)}
        return {key: record for key, record in merged.items() if key != subject.id}
    if decision.decision == "split":
        return records | _split(subject, decision)
    if decision.decision == "rename":
        aliases = tuple(sorted({*subject.aliases, subject.label} - {decision.label or ""}))
        return records | {subject.id: msgspec.structs.replace(subject, label=decision.label or "", aliases=aliases)}
    if decision.decision == "retype":
        return records | {subject.id: msgspec.structs.replace(subject, kind=decision.kind or subject.kind)}
    return records


def _merged(target: Record, subject: Record) -> Record:
    aliases = (*target.aliases, subject.label, *subject.aliases)
    return msgspec.structs.replace(
        target,
        aliases=tuple(alias for alias in dict.fromkeys(aliases) if alias != target.label),
        description=target.description or subject.description,
        country=target.country or subject.country,
        same_as=subject.same_as | target.same_as,
        redirect_from=tuple(dict.fromkeys((*target.redirect_from, subject.id, *subject.redirect_from))),
        private=target.private or subject.private,
    )


def _split(subject: Record, decision: Decision) -> Records:
    new = Record(
        id=RecordId(decision.into or ""),
        kind=decision.kind or subject.kind,
        label=decision.label or "",
        aliases=tuple(name for name in decision.names if name != decision.label),
        private=subject.private,
    )
    return {subject.id: _without(subject, decision.names), new.id: new}


def _without(record: Record, names: Iterable[str]) -> Record:
    denied = {name.casefold() for name in names}
    kept = tuple(alias for alias in record.aliases if alias.casefold() not in denied)
    return record if kept == record.aliases else msgspec.structs.replace(record, aliases=kept)
