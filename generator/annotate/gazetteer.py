"""The gazetteer: every surface of every record and country, made from the authority files and the country libraries."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.country_names import NOT_COUNTRIES
from generator.model import Kind, Record, RecordId, Rule
from generator.phrases import PhraseIndex
from generator.words import fold, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.countries import Country

SHORTEST_PART = 2
"""Letters that a part of a person's name must have to stand for the person."""
COUNTRY_RULES: tuple[Rule, ...] = ("name", "capital", "demonym", "city", "region", "record")
"""How a surface names a country, the surest first."""
NAMED_AFTER: frozenset[Kind] = frozenset({"organisation", "group", "event", "work", "programme"})
"""The kinds whose names tell of countries ("Chinese embassy in London"); those of people, seas and outlets do not."""


class Referent(NamedTuple):
    """What a surface may mean: a record, the rule by which it belongs to it, and the countries named inside it."""

    record: RecordId
    rule: Rule
    within: tuple[tuple[RecordId, Rule], ...] = ()


NOTHING = Referent(RecordId(""), "label")
"""What a phrase means that only looks as if it named a country."""


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
        of_country = [record for record in records.values() if record.kind == "country"]
        others = [record for record in records.values() if record.kind not in {"country", "topic"}]
        places = chain(_surfaces(of_country, "name", "name"), _places(countries.values()))
        self.names = PhraseIndex(_without(denied, chain(places, ((phrase, NOTHING) for phrase in NOT_COUNTRIES))))
        of_others = _without(denied, _surfaces(others, "label", "alias"))
        self.names.extend([_with_places(surface, referent, self) for surface, referent in of_others])
        self.parts = _parts(record for record in others if record.kind == "person")
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


def _without(
    denied: AbstractSet[tuple[str | None, str]], surfaces: Iterable[tuple[str, Referent]]
) -> Iterator[tuple[str, Referent]]:
    for surface, referent in surfaces:
        if not {(None, surface.casefold()), (referent.record, surface.casefold())} & denied:
            yield surface, referent


def _surfaces(records: Iterable[Record], of_label: Rule, of_alias: Rule) -> Iterator[tuple[str, Referent]]:
    for record in records:
        yield record.label, Referent(record.id, of_label)
        for alias in record.aliases:
            yield alias, Referent(record.id, of_alias)


def _places(countries: Iterable[Country]) -> Iterator[tuple[str, Referent]]:
    for country in countries:
        surfaces: tuple[tuple[Rule, tuple[str, ...]], ...] = (
            ("name", country.names),
            ("demonym", country.demonyms),
            ("capital", (*country.capitals, *country.seats)),
            ("city", country.cities),
            ("region", (*country.parts, *country.abbreviations)),
        )
        for rule, written in surfaces:
            yield from ((surface, Referent(country.id, rule)) for surface in written)


def _with_places(surface: str, referent: Referent, gazetteer: Gazetteer) -> tuple[str, Referent]:
    """Give a surface of a record with the countries that a part of it names, so that a longer name hides none."""
    if gazetteer.kind(referent.record) not in NAMED_AFTER:
        return surface, referent
    of_surface = words(surface)
    inside = [
        found for found in gazetteer.names.find(surface, of_surface) if found.last - found.first < len(of_surface)
    ]
    within = sorted({(found.payload.record, found.payload.rule) for found in inside if found.payload.record})
    return surface, referent._replace(within=tuple(within))


def _parts(people: Iterable[Record]) -> dict[str, tuple[NamePart, ...]]:
    """Give the parts of persons' names, folded, with the people who bear them."""
    parts: dict[str, set[NamePart]] = {}
    for person in people:
        for name in (person.label, *person.aliases):
            of_name = [word for word in words(name) if word.text[:1].isupper() and len(word.text) >= SHORTEST_PART]
            for word in of_name if len(of_name) > 1 else ():
                parts.setdefault(fold(word.text), set()).add(NamePart(person.id, word is of_name[-1]))
    return {part: tuple(sorted(bearers)) for part, bearers in parts.items()}
