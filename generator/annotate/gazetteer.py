"""The gazetteer: every surface of every record and country, made from the authority files and the country libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.phrases import PhraseIndex
from generator.model import Kind, Record, RecordId, Rule
from generator.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.countries import Country

SHORTEST_PART = 2
"""Letters that a part of a person's name must have to stand for the person."""


class Referent(NamedTuple):
    """What a surface may mean: a record, and the rule by which the surface belongs to it."""

    record: RecordId
    rule: Rule


class NamePart(NamedTuple):
    """A person who bears a part of a name, and whether it is the last part, by which people are called alone."""

    record: RecordId
    last: bool


class Gazetteer:
    """Names, parts of persons' names and topic terms, ready to be looked up; made once a build.

    `denied` are surfaces, case folded, that do not name a record, or anything where the record is None.
    """

    def __init__(
        self,
        records: Mapping[RecordId, Record],
        countries: Mapping[RecordId, Country],
        denied: AbstractSet[tuple[str | None, str]] = frozenset(),
    ) -> None:
        self.records = records
        self.kinds = {record.id: record.kind for record in records.values()}
        self.names = PhraseIndex(
            (surface, referent)
            for surface, referent in _surfaces(records, countries)
            if not {(None, surface.casefold()), (referent.record, surface.casefold())} & denied
        )
        self.parts = _parts(record for record in records.values() if record.kind == "person")
        self.terms = PhraseIndex(
            (term, record.id)
            for record in records.values()
            if record.kind == "topic"
            for term in sorted({*record.terms, *record.requires, *record.excludes})
        )

    def kind(self, record: RecordId) -> Kind:
        """Give the kind of a record that the gazetteer knows."""
        return self.kinds[record]

    def country_of(self, record: RecordId) -> RecordId | None:
        """Give the country that a record belongs to by its own statement, if any."""
        code = self.records[record].country
        return RecordId(code.lower()) if code else None


def _surfaces(
    records: Mapping[RecordId, Record], countries: Mapping[RecordId, Country]
) -> Iterator[tuple[str, Referent]]:
    for record in records.values():
        if record.kind == "topic":
            continue
        is_country = record.kind == "country"
        yield record.label, Referent(record.id, "name" if is_country else "label")
        for alias in record.aliases:
            yield alias, Referent(record.id, "name" if is_country else "alias")
    for country in countries.values():
        surfaces: tuple[tuple[Rule, tuple[str, ...]], ...] = (
            ("name", country.names),
            ("demonym", country.demonyms),
            ("capital", country.capitals),
            ("city", country.cities),
            ("region", country.parts),
        )
        for rule, written in surfaces:
            for surface in written:
                yield surface, Referent(country.id, rule)


def _parts(people: Iterable[Record]) -> dict[str, tuple[NamePart, ...]]:
    """Give the parts of persons' names, folded, with the people who bear them."""
    parts: dict[str, set[NamePart]] = {}
    for person in people:
        for name in (person.label, *person.aliases):
            of_name = [word for word in words(name) if word.text[:1].isupper() and len(word.text) >= SHORTEST_PART]
            for word in of_name if len(of_name) > 1 else ():
                parts.setdefault(fold(word.text), set()).add(NamePart(person.id, word is of_name[-1]))
    return {part: tuple(sorted(bearers)) for part, bearers in parts.items()}
