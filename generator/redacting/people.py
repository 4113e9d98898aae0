"""People: which authority records are of someone who is redacted, and under what names else texts know them.

A record whose label or alias is a redacted name is of that person. All its names are redacted then, and it is no more
as a record, since a description or an identifier elsewhere would tell who it is; only a pseudonym makes a new one.
Records that were merged with it are of the person as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.countries import all_countries
from generator.model import Record, RecordId
from generator.redacting.entries import INITIALS, NOTHING
from generator.redacting.folding import folded
from generator.redacting.forms import forms_of, is_findable, parts_of
from generator.redacting.matching import Term
from generator.redacting.replacing import Part, Replacer, parts, terms_of
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.ledger import Decision
    from generator.redacting.entries import Redaction
    from generator.redacting.forms import Form

_LONGEST_ACRONYM = 5
_WORD = re.compile(r"\w{2,}")


class People(NamedTuple):
    """All names that are redacted, by the numbers of their entries, their parts, and the records of these people.

    `entry_of` gives the entry of each such record, by its id, and `pseudonyms` the record that stands for it, or None.
    """

    terms: tuple[Term, ...]
    parts: tuple[Part, ...]
    entry_of: dict[str, int]
    pseudonyms: dict[str, Record | None]


def people(entries: Sequence[Redaction], records: Mapping[RecordId, Record], decisions: Iterable[Decision]) -> People:
    """Find the records of those whose names are redacted, and the further names that these give."""
    given = terms_of(entries)
    groups = _groups(records, tuple(decisions))
    replacer = Replacer(entries, given)
    hit: dict[str, int] = {}
    for members, names in groups:
        is_person = any(records[RecordId(key)].kind == "person" for key in members if key in records)
        entry = next((one for name in names if (one := _bearer(replacer, name, is_person=is_person)) is not None), None)
        if entry is not None:
            hit |= dict.fromkeys(members, entry)
    others = [name for members, names in groups if not hit.keys() & members for name in names]
    foreign = {folded(name) for name in others}
    further = (
        Term(hit[min(members)], name)
        for members, names in groups
        if hit.keys() & members
        for name in names
        if _is_name(name) and folded(name) not in foreign
    )
    terms = tuple(dict.fromkeys((*given, *further)))
    taken = _taken(records, hit)
    found = tuple(dict.fromkeys(parts(entries, _of_persons(terms, records, hit), taken, _by_word(others))))
    return People(terms, found, hit, _pseudonyms(entries, records, hit))


def _groups(
    records: Mapping[RecordId, Record], decisions: Sequence[Decision]
) -> list[tuple[frozenset[str], tuple[str, ...]]]:
    """Give the records that are one, by their ids, each group with all its names; countries are nobody."""
    leader: dict[str, str] = {}

    def find(key: str) -> str:
        while (above := leader.setdefault(key, key)) != key:
            key = above
        return key

    names: dict[str, list[str]] = defaultdict(list)
    for record in records.values():
        if record.kind != "country":
            find(record.id)
            names[record.id] += [record.label, *record.aliases]
            for former in record.redirect_from:
                leader[find(former)] = find(record.id)
    for one in decisions:
        if one.decision == "merge" and {one.record, one.into} <= names.keys():
            leader[find(str(one.record))] = find(str(one.into))
        if one.decision == "rename" and one.record in names:
            names[str(one.record)].append(str(one.label))
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(leader):
        members[find(key)].append(key)
    return [(frozenset(of), tuple(name for key in of for name in names.get(key, ()))) for of in members.values()]


def _bearer(replacer: Replacer, name: str, *, is_person: bool) -> int | None:
    """Give the entry that a record's name says: of a person with other names beside it ("Dr. Jane Doe"), else alone."""
    found = replacer.matcher.find(name)
    if not found:
        return None
    rest = _WORD.findall(name[: found[0].start] + name[found[0].end :])
    return found[0].entry if not rest or (is_person and not any(word[0].islower() for word in rest)) else None


def _is_name(name: str) -> bool:
    """Tell whether a record's name is one of its own, and no word or acronym that others may have."""
    is_acronym = name.isupper() and len(name) <= _LONGEST_ACRONYM and name.isascii()
    return is_findable(name) and not name[:1].islower() and not is_acronym


def _of_persons(terms: Iterable[Term], records: Mapping[RecordId, Record], hit: Mapping[str, int]) -> Iterator[Term]:
    """Yield the names of entries that no record shows to be of anything but a person."""
    kinds: dict[int, set[str]] = defaultdict(set)
    for key, entry in hit.items():
        if key in records:
            kinds[entry].add(records[RecordId(key)].kind)
    yield from (term for term in terms if not kinds[term.entry] - {"person"})


def _taken(records: Mapping[RecordId, Record], hit: Mapping[str, int]) -> frozenset[str]:
    """Give the single words, folded, by which something is called that is no person."""
    things = [record for record in records.values() if record.kind != "person" and record.id not in hit]
    names = [name for record in things for name in (record.label, *record.aliases)]
    for country in all_countries().values():
        names += [*country.names, *country.demonyms]
    return frozenset(folded(name) for name in names if " " not in name)


def _by_word(names: Iterable[str]) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = defaultdict(list)
    for name in names:
        for word in parts_of(name):
            found[word].extend(forms_of(name))
    return {word: tuple(forms) for word, forms in found.items()}


def _pseudonyms(
    entries: Sequence[Redaction], records: Mapping[RecordId, Record], hit: Mapping[str, int]
) -> dict[str, Record | None]:
    made: dict[str, Record | None] = {}
    by_name: dict[str, Record] = {}
    for key in sorted(hit):
        name, record = entries[hit[key]].replace, records.get(RecordId(key))
        if name in {None, INITIALS, NOTHING} or record is None:
            made[key] = None
            continue
        pseudonym = str(name)
        if pseudonym not in by_name:
            there = {*records} - hit.keys() | {one.id for one in by_name.values()}
            by_name[pseudonym] = Record(RecordId(unused(slug(pseudonym), there)), record.kind, pseudonym)
        made[key] = by_name[pseudonym]
        if record.private:
            by_name[pseudonym] = made[key] = Record(by_name[pseudonym].id, record.kind, pseudonym, private=True)
    return {key: one and by_name[one.label] for key, one in made.items()}


def unused(key: str, taken: Iterable[str]) -> str:
    """Give an id, with the first number behind it that makes it one that is not taken."""
    there = {*taken}
    return next(
        one
        for number in range(1, len(there) + 3)
        if (one := key if number == 1 else f"{key[:70]}-{number}") not in there
    )
