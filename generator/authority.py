"""The authority: records as the files and the countries of ISO 3166 give them, then every decision replayed on them.

What a decision changes stays changed, whatever is extracted or imported again; a decision that no longer fits is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.model import Exclusions, Record, RecordId
from generator.problems import Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from generator.countries import Country
    from generator.ledger import Decision
    from generator.model import Article

Records = dict[RecordId, Record]
Origins = dict[RecordId, tuple[str, int]]


def with_countries(records: Mapping[RecordId, Record], countries: Mapping[RecordId, Country]) -> Records:
    """Give the records of the files and of all countries; a file's record of a country adds to it or corrects it.

    A record that claims a country's id without being one, or to be a country without a code, is left out; `misfits`
    tells them.
    """
    known: Records = {key: Record(id=key, kind="country", label=country.label) for key, country in countries.items()}
    fitting = {key: record for key, record in records.items() if (record.kind == "country") == (key in countries)}
    return dict(sorted((known | fitting).items()))


def misfits(
    records: Mapping[RecordId, Record], countries: Mapping[RecordId, Country], origins: Origins
) -> tuple[Problem, ...]:
    """Tell the records that are countries by their id or by their kind, but not by both."""
    problems = []
    for key, record in records.items():
        path, line = origins[key]
        if record.kind == "country" and key not in countries:
            hint = "a country's id is its ISO 3166 code in lower case, such as cn"
            problems.append(Problem(path, line, "no country of ISO 3166", key, hint))
        elif record.kind != "country" and key in countries:
            hint = "choose another id, or 'kind: country'"
            problems.append(Problem(path, line, f"the id of the country {countries[key].label}", key, hint))
    return tuple(problems)


def replay(
    records: Mapping[RecordId, Record], decisions: Iterable[tuple[str, int, Decision]]
) -> tuple[Records, tuple[Problem, ...]]:
    """Replay the ledger in order and give the settled records, with a problem for each entry that fits nothing.

    References of records to merged ones lead to those that stay.
    """
    settled = dict(records)
    problems = []
    for path, line, decision in decisions:
        reason = _unfit(decision, settled)
        if reason:
            message, value, hint = reason
            problems.append(Problem(path, line, message, value, hint))
        else:
            settled = _apply(settled, decision)
    moved = successors(settled)
    led = {
        key: msgspec.structs.replace(record, broader=moved.get(record.broader or "", record.broader))
        for key, record in settled.items()
    }
    return dict(sorted(led.items())), tuple(problems)


def successors(records: Mapping[RecordId, Record]) -> dict[str, RecordId]:
    """Give for each id that was merged or renamed away the record that bears it now."""
    return {former: record.id for record in records.values() for former in record.redirect_from}


def denied_names(decisions: Iterable[tuple[str, int, Decision]]) -> frozenset[tuple[str | None, str]]:
    """Give the names that the ledger denies: the record they do not mean (None for all), and the name, case folded."""
    return frozenset(
        (decision.record, name.casefold())
        for _, _, decision in decisions
        if decision.decision == "not-a-name"
        for name in decision.names
    )


def led(article: Article, moved: Mapping[str, RecordId], private: Collection[str] = ()) -> Article:
    """Give an article whose references to merged records lead to those that stay.

    That a `private` record is its outlet or agency is not said, since pages name a source by its id where they must.
    """
    front = article.front
    outlet = moved.get(front.source.outlet or "", front.source.outlet)
    source = msgspec.structs.replace(
        front.source,
        outlet=None if outlet in private else outlet,
        agencies=tuple(agency for agency in _led(front.source.agencies, moved) if agency not in private),
    )
    exclude = Exclusions(
        _led(front.exclude.entities, moved), front.exclude.countries, _led(front.exclude.topics, moved)
    )
    changed = msgspec.structs.replace(
        front,
        source=source,
        exclude=exclude,
        entities=_led(front.entities, moved),
        topics=_led(front.topics, moved),
    )
    return article if changed == front else msgspec.structs.replace(article, front=changed)


def check_references(records: Mapping[RecordId, Record], origins: Origins) -> tuple[Problem, ...]:
    """Tell which records point at records or countries that do not exist."""
    problems = []
    for record in records.values():
        path, line = origins.get(record.id, ("", 0))
        if record.country and record.country.lower() not in records:
            hint = "write CN, PK …"
            problems.append(Problem(path, line, "'country' is no country of ISO 3166", record.country, hint))
        if record.broader and record.broader not in records:
            hint = nearest(record.broader, records)
            problems.append(Problem(path, line, "'broader' is no record", record.broader, hint))
    return tuple(problem for problem in problems if problem.path)


def _led(keys: Sequence[str], moved: Mapping[str, RecordId]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(moved.get(key, key) for key in keys))


def _unfit(decision: Decision, records: Records) -> tuple[str, str, str] | None:
    """Say why a decision cannot be replayed: message, value and hint; None where it can."""
    subject, target = decision.record, decision.into
    needed = [subject, target] if decision.decision == "merge" else [subject]
    for name in needed:
        if name and name not in records:
            hint = nearest(name, records) or "remove the decision or mend the id"
            return f"a {decision.decision} of an unknown record", name, hint
    is_country = any(name in records and records[RecordId(name)].kind == "country" for name in needed if name)
    if decision.decision in {"merge", "retype"} and is_country:
        return f"a {decision.decision} of a country", str(subject), "countries stay as ISO 3166 has them"
    if decision.decision == "merge" and subject == target:
        return "a merge of a record into itself", str(subject), "remove the decision"
    if decision.decision == "split" and target in records:
        return "a split into a record that is there", str(target), "choose another id, or merge the names"
    return None


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
