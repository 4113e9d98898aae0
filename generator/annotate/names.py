"""Names in an article: full names by the gazetteer, then parts of persons' names by who is named in full.

A part of a name ("Khan") is the person that the article names in full and that alone bears it; where it names none, the
one person of all the authority files whose last name it is. A part that two could bear stays unresolved and is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from generator.annotate.passages import Passage, goes_on
from generator.annotate.places import Surface, is_abbreviation_elsewhere, read_places
from generator.annotation import Mention, Rule, Unresolved
from generator.model import FIELDS, FieldName, RecordId

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.annotate.gazetteer import Gazetteer, Reading


_ORDER: dict[FieldName, int] = {field: number for number, field in enumerate(FIELDS)}


class Names(NamedTuple):
    """The resolved mentions of an article, sorted, and the names that several records could bear."""

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]


def find_names(
    passages: Sequence[Passage],
    datelines: Iterable[RecordId],
    gazetteer: Gazetteer,
    asserted: Iterable[RecordId] = (),
) -> Names:
    """Give the mentions of records of every kind but topics, those of countries included, with their rules.

    What is found takes its words in the passages. A record that an editor asserts counts as named in full.
    """
    surfaces = [surface for passage in passages for surface in _surfaces(passage, gazetteer)]
    finder = _Finder(gazetteer)
    for surface, reading in zip(surfaces, read_places(surfaces, datelines), strict=True):
        finder.take(surface, reading)
    finder.open.extend(part for passage in passages for part in _parts(passage, gazetteer))
    finder.resolve(asserted)
    finder.add_belonging(datelines)
    return Names(tuple(sorted(finder.mentions, key=_place)), tuple(sorted(finder.unresolved, key=_open_place)))


def _place(found: Mention) -> tuple[int, int, int, str]:
    return _ORDER[found.field], found.start, -found.end, found.record


def _open_place(found: Unresolved) -> tuple[int, int, int]:
    return _ORDER[found.field], found.start, -found.end


def _surfaces(passage: Passage, gazetteer: Gazetteer) -> Iterator[Surface]:
    """Yield the surfaces of a passage, whose words they take."""
    words, text = passage.words, passage.text
    for found in gazetteer.names.find(words, passage.telling):
        first, last = found.first, found.last
        start, end = words.starts[first], words.ends[last - 1]
        word = words.folded[first] if last - first == 1 else ""
        surface = Surface(passage, first, last, start, end, text[start:end], word, found.meaning)
        if not (goes_on(words, last) or is_abbreviation_elsewhere(surface)):
            passage.taken.update(range(first, last))
            yield surface


class _Open(msgspec.Struct, frozen=True, gc=False):
    """A stretch of text that could name one of several records: people by a part of their names, or equal aliases."""

    field: FieldName
    start: int
    end: int
    rule: Rule
    candidates: frozenset[RecordId]
    otherwise: frozenset[RecordId]


class _Finder:
    """Takes the surfaces of one article, then resolves what only the whole article can tell."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.mentions: list[Mention] = []
        self.belonging: list[Mention] = []
        self.open: list[_Open] = []
        self.unresolved: list[Unresolved] = []

    def take(self, surface: Surface, reading: Reading) -> None:
        """Note the records that a surface names and the country it speaks of; equal aliases stay open."""
        field, start, end, meaning = surface.passage.field, surface.start, surface.end, surface.meaning
        countries = meaning.within if meaning.hides_countries else meaning.within | reading
        for country, rule in countries.items():
            (self.belonging if rule == "record" else self.mentions).append(Mention(country, field, start, end, rule))
        if len(meaning.records) > 1:
            several = frozenset(meaning.records)
            self.open.append(_Open(field, start, end, "alias", several, several))
        else:
            for record, rule in meaning.records.items():
                self._note(record, field, start, end, rule, told=countries)

    def resolve(self, asserted: Iterable[RecordId]) -> None:
        """Settle what stayed open: first by whom an editor asserts, then by who is named beyond doubt."""
        told, named = {*asserted}, {mention.record for mention in self.mentions}
        for surface in self.open:
            candidates = (surface.candidates & told) or (surface.candidates & named) or surface.otherwise
            if len(candidates) == 1:
                self._note(next(iter(candidates)), surface.field, surface.start, surface.end, surface.rule, told={})
            elif candidates:
                several = tuple(sorted(candidates))
                self.unresolved.append(Unresolved(surface.field, surface.start, surface.end, several))

    def add_belonging(self, datelines: Iterable[RecordId]) -> None:
        """Add the countries to which bodies and firms belong, if the article tells of them or names no country at all.

        A firm from a country is no sign that an article tells of it, unless it stands in the title.
        """
        kinds = self.gazetteer.kinds
        told = {mention.record for mention in self.mentions if kinds[mention.record] == "country"}
        told.update(datelines, (mention.record for mention in self.belonging if mention.field == "title"))
        self.mentions.extend(mention for mention in self.belonging if not told or mention.record in told)

    def _note(
        self, record: RecordId, field: FieldName, start: int, end: int, rule: Rule, told: Mapping[RecordId, Rule]
    ) -> None:
        """Note a record, and the country it belongs to unless the surface tells it; an outlet's is not the news."""
        self.mentions.append(Mention(record, field, start, end, rule))
        country = self.gazetteer.countries.get(record)
        if country and country not in told and (kind := self.gazetteer.kinds[record]) != "outlet":
            of_country = Mention(country, field, start, end, "region" if kind == "place" else "record")
            (self.mentions if kind in {"place", "person"} else self.belonging).append(of_country)


def _parts(passage: Passage, gazetteer: Gazetteer) -> Iterator[_Open]:
    """Yield the words that are parts of persons' names."""
    words, parts = passage.words, gazetteer.parts
    for index in [index for index in passage.telling if words.folded[index] in parts]:
        if index in passage.taken or not words.written[index][0].isupper():
            continue
        if not passage.headline and (passage.continues_before(index) or passage.continues_after(index)):
            continue
        people, called_so = parts[words.folded[index]]
        alone = frozenset[RecordId]() if passage.opens_sentence(index) else called_so
        yield _Open(passage.field, words.starts[index], words.ends[index], "partial", people, alone)
