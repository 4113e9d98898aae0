"""The gazetteer: every surface of every record and country, made from the authority files and the country libraries."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.numerals import NUMBER_WORDS
from generator.annotation import Rule
from generator.country_names import NOT_COUNTRIES
from generator.model import Kind, Record, RecordId
from generator.phrases import PhraseIndex
from generator.words import Words

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

Reading = dict[RecordId, Rule]
"""The countries that a surface may speak of, each with the surest rule."""


class Referent(NamedTuple):
    """What a surface may mean: a record, the rule by which it belongs to it, and the countries named inside it."""

    record: RecordId
    rule: Rule
    within: tuple[tuple[RecordId, Rule], ...] = ()


_NOTHING = Referent(RecordId(""), "label")
"""What a phrase means that only looks as if it named a country."""


class Meaning(NamedTuple):
    """What a surface means: its referents, and of these the records, the countries, and the countries inside names.

    Where it `hides_countries` it names something else than a place, such as a people, and so speaks of no country.
    """

    referents: tuple[Referent, ...]
    records: Reading
    countries: Reading
    within: Reading
    hides_countries: bool


class Bearers(NamedTuple):
    """The people who bear a part of a name, and those whose last part it is, by which people are called alone."""

    people: frozenset[RecordId]
    called_so: frozenset[RecordId]


class Term(NamedTuple):
    """A term of a topic: the `place` in which the topic's terms stand."""

    topic: RecordId
    place: int


class Terms(NamedTuple):
    """What a topic's terms count, by their places, and which of them are required or excluded.

    A term that holds a required one is found in its place ("winter olympics" for "olympics"), and so it serves as well.
    """

    weights: tuple[float, ...]
    required: frozenset[int]
    excluded: frozenset[int]


class Gazetteer:
    """Names, parts of persons' names and topic terms, ready to be looked up; made once a build.

    Its `vocabulary` holds all words with which any of them, or a number, may begin: one look at a word tells most off.
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
        self.countries = {record.id: RecordId(record.country.lower()) for record in records.values() if record.country}
        of_country = [record for record in records.values() if record.kind == "country"]
        others = [record for record in records.values() if record.kind not in {"country", "topic"}]
        places = chain(_surfaces(of_country, "name", "name"), _places(countries.values()))
        not_countries = ((phrase, _NOTHING) for phrase in NOT_COUNTRIES)
        self.names = PhraseIndex(_without(denied, chain(places, not_countries)), partial(_meaning, self.kinds))
        of_others = _without(denied, _surfaces(others, "label", "alias"))
        self.names.extend([_with_places(surface, referent, self) for surface, referent in of_others])
        self.parts = _parts(record for record in others if record.kind == "person")
        topics = [record for record in records.values() if record.kind == "topic"]
        self.topics = {topic.id: _terms(topic) for topic in topics}
        self.terms: PhraseIndex[Term, tuple[Term, ...]] = PhraseIndex(chain.from_iterable(map(_phrases, topics)), tuple)
        self.vocabulary = NUMBER_WORDS.union(self.names.first_words, self.terms.first_words, self.parts)


def _without(
    denied: AbstractSet[tuple[str | None, str]], surfaces: Iterable[tuple[str, Referent]]
) -> Iterator[tuple[str, Referent]]:
    for surface, referent in surfaces:
        if not denied or denied.isdisjoint({(None, surface.casefold()), (referent.record, surface.casefold())}):
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


def _meaning(kinds: Mapping[RecordId, Kind], payloads: tuple[Referent, ...]) -> Meaning:
    """Merge what equal surfaces may mean; the first rule by which they name a record counts, and the surest of each."""
    referents = tuple(referent for referent in payloads if referent.record)
    records = {found.record: found.rule for found in reversed(referents) if found.rule not in COUNTRY_RULES}
    countries: Reading = {}
    for country, rule, _ in referents:
        if rule in COUNTRY_RULES:
            countries[country] = min(rule, countries.get(country, rule), key=COUNTRY_RULES.index)
    within = {country: rule for referent in referents for country, rule in referent.within}
    hides_countries = any(kinds[record] != "place" for record in records)
    return Meaning(referents, records, countries, within, hides_countries)


def _with_places(surface: str, referent: Referent, gazetteer: Gazetteer) -> tuple[str, Referent]:
    """Give a surface of a record with the countries that a part of it names, so that a longer name hides none."""
    if gazetteer.kinds[referent.record] not in NAMED_AFTER:
        return surface, referent
    of_surface = Words(surface)
    inside = [found for found in gazetteer.names.find(of_surface) if found.last - found.first < len(of_surface)]
    within = {(country, rule) for found in inside for country, rule, _ in found.meaning.referents}
    return surface, referent._replace(within=tuple(sorted(within)))


def _parts(people: Iterable[Record]) -> dict[str, Bearers]:
    """Give the parts of persons' names, folded, with the people who bear them."""
    parts: dict[str, tuple[set[RecordId], set[RecordId]]] = {}
    for person in people:
        for name in (person.label, *person.aliases):
            of_name = Words(name)
            told = [word for word in zip(of_name.written, of_name.folded, strict=True) if _is_part(word[0])]
            for index, (_, folded) in enumerate(told if len(told) > 1 else ()):
                bearers, called_so = parts.setdefault(folded, (set(), set()))
                bearers.add(person.id)
                if index == len(told) - 1:
                    called_so.add(person.id)
    return {part: Bearers(frozenset(people), frozenset(last)) for part, (people, last) in parts.items()}


def _is_part(word: str) -> bool:
    return word[0].isupper() and len(word) >= SHORTEST_PART


def _phrases(topic: Record) -> Iterator[tuple[str, Term]]:
    places = _places_of_terms(topic)
    for term in sorted({*topic.terms, *topic.requires, *topic.excludes}):
        yield term, Term(topic.id, places[_key(term)])


def _terms(topic: Record) -> Terms:
    weights = {_key(term): weight for term, weight in topic.terms.items()}
    required, excluded = {_key(term) for term in topic.requires}, {_key(term) for term in topic.excludes}
    required |= {term for term in weights if any(f" {key} " in f" {term} " for key in required)}
    places = _places_of_terms(topic)
    return Terms(
        tuple(weights.get(key, 0.0) for key in places),
        frozenset(places[key] for key in required),
        frozenset(places[key] for key in excluded),
    )


def _places_of_terms(topic: Record) -> dict[str, int]:
    keys = dict.fromkeys(map(_key, (*topic.terms, *topic.requires, *topic.excludes)))
    return {key: place for place, key in enumerate(keys)}


def _key(term: str) -> str:
    return " ".join(Words(term).folded)
