"""Names in an article: full names by the gazetteer, then parts of persons' names by who is named in full.

A part of a name ("Khan") is the person that the article names in full and that alone bears it; where it names none, the
one person of all the authority files whose last name it is. A part that two could bear stays unresolved and is told.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.annotate.datelines import dateline_countries
from generator.annotate.gazetteer import COUNTRY_RULES, NOTHING, Gazetteer
from generator.annotate.passages import Passage, goes_on, is_headline
from generator.annotate.places import Reading, Surface, is_abbreviation_elsewhere, read_places
from generator.model import FIELDS, Article, FieldName, Mention, RecordId, Rule, Unresolved
from generator.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Names(NamedTuple):
    """The resolved mentions of an article, sorted, and the names that several records could bear."""

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]


def find_names(article: Article, gazetteer: Gazetteer) -> Names:
    """Give the mentions of records of every kind but topics, those of countries included, with their rules."""
    read = [_read(field, article.text(field), gazetteer) for field in FIELDS]
    surfaces = [surface for _, of_passage in read for surface in of_passage]
    finder = _Finder(gazetteer)
    datelines = dateline_countries(article.front.source.dateline, gazetteer)
    for surface, reading in zip(surfaces, read_places(surfaces, datelines), strict=True):
        finder.take(surface, reading)
    finder.open.extend(part for passage, _ in read for part in _parts(passage, gazetteer))
    finder.resolve()
    finder.add_belonging(datelines)
    return Names(tuple(sorted(finder.mentions, key=_place)), tuple(sorted(finder.unresolved, key=_place)))


def _place(found: Mention | Unresolved) -> tuple[int, int, int, str]:
    return FIELDS.index(found.field), found.start, -found.end, found.record if isinstance(found, Mention) else ""


def _read(field: FieldName, text: str, gazetteer: Gazetteer) -> tuple[Passage, list[Surface]]:
    """Give the words of a field and the surfaces among them."""
    of_text = words(text)
    taken: set[int] = set()
    passage = Passage(field, text, of_text, taken, is_headline(field, text, of_text))
    surfaces = []
    for first, group in groupby(gazetteer.names.find(text, of_text), key=lambda found: found.first):
        found = list(group)
        last = found[0].last
        start, end = of_text[first].start, of_text[last - 1].end
        meant = tuple(item.payload for item in found if item.payload is not NOTHING)
        surface = Surface(passage, first, last, start, end, text[start:end], meant)
        if not goes_on(text, of_text, last) and not is_abbreviation_elsewhere(surface):
            taken.update(range(first, last))
            surfaces.append(surface)
    return passage, surfaces


class _Open(NamedTuple):
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
        field, start, end = surface.passage.field, surface.start, surface.end
        records = {found.record: found.rule for found in reversed(surface.referents) if found.rule not in COUNTRY_RULES}
        within = {country: rule for found in surface.referents for country, rule in found.within}
        countries = within | (reading if self._may_be_country(records) else {})
        for country, rule in countries.items():
            (self.belonging if rule == "record" else self.mentions).append(Mention(country, field, start, end, rule))
        if len(records) > 1:
            several = frozenset(records)
            self.open.append(_Open(field, start, end, "alias", several, several))
        else:
            for record, rule in records.items():
                self._note(record, field, start, end, rule, told=countries)

    def resolve(self) -> None:
        """Settle what stayed open by who is named beyond doubt in this article."""
        named = {mention.record for mention in self.mentions}
        for surface in self.open:
            candidates = (surface.candidates & named) or surface.otherwise
            if len(candidates) == 1:
                self._note(next(iter(candidates)), surface.field, surface.start, surface.end, surface.rule, told={})
            elif candidates:
                several = tuple(sorted(candidates))
                self.unresolved.append(Unresolved(surface.field, surface.start, surface.end, several))

    def add_belonging(self, datelines: Iterable[RecordId]) -> None:
        """Add the countries to which bodies and firms belong, if the article tells of them or names no country at all.

        A firm from a country is no sign that an article tells of it, unless it stands in the title.
        """
        told = {mention.record for mention in self.mentions if self.gazetteer.kind(mention.record) == "country"}
        told.update(datelines, (mention.record for mention in self.belonging if mention.field == "title"))
        self.mentions.extend(mention for mention in self.belonging if not told or mention.record in told)

    def _may_be_country(self, records: Mapping[RecordId, Rule]) -> bool:
        """Tell whether a surface can speak of a country: "Kazakhs" does not where the people have a record."""
        return all(self.gazetteer.kind(record) == "place" for record in records)

    def _note(
        self, record: RecordId, field: FieldName, start: int, end: int, rule: Rule, told: Mapping[RecordId, Rule]
    ) -> None:
        """Note a record, and the country it belongs to unless the surface tells it; an outlet's is not the news."""
        self.mentions.append(Mention(record, field, start, end, rule))
        country = self.gazetteer.country_of(record)
        kind = self.gazetteer.kind(record)
        if country and country not in told and kind != "outlet":
            of_country = Mention(country, field, start, end, "region" if kind == "place" else "record")
            (self.mentions if kind in {"place", "person"} else self.belonging).append(of_country)


def _parts(passage: Passage, gazetteer: Gazetteer) -> Iterator[_Open]:
    """Yield the words that are parts of persons' names."""
    known = [(index, word) for index, word in enumerate(passage.words) if word.folded in gazetteer.parts]
    for index, word in known:
        if index in passage.taken or not word.text[0].isupper():
            continue
        if not passage.headline and (passage.continues_before(index) or passage.continues_after(index)):
            continue
        bearers = gazetteer.parts[word.folded]
        people = frozenset(bearer.record for bearer in bearers)
        called_so = frozenset(bearer.record for bearer in bearers if bearer.last)
        alone = frozenset() if passage.opens_sentence(index) else called_so
        yield _Open(passage.field, word.start, word.end, "partial", people, alone)
