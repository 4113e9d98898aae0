"""Known names in text: those of records that are there, those that are well known, and what countries are called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from generator.phrases import PhraseIndex, is_acronym
from generator.suggest.model import Seed
from generator.words import Words, fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from generator.countries import Country
    from generator.model import Record, RecordId
    from generator.suggest.wellknown import WellKnown

_SHORT_ACRONYM = 3


class Referent(NamedTuple):
    """What a name stands for: a record (by key), a country, a people, or a city or region of a country (by code)."""

    sort: Literal["record", "country", "people", "city"]
    key: str
    doubtful: bool = False


class Known(NamedTuple):
    """A known name in a text."""

    start: int
    end: int
    referent: Referent


class KnownNames:
    """All known names, ready to be found; made once a run. `further` are names of countries by code."""

    def __init__(
        self, seeds: Mapping[str, Seed], countries: Iterable[Country], further: Mapping[str, Iterable[str]]
    ) -> None:
        self.seeds = seeds
        phrases = [*_of_seeds(seeds), *_of_countries(countries), *_of_codes(further)]
        self._index: PhraseIndex[_Surface, tuple[_Surface, ...]] = PhraseIndex(phrases, tuple)

    def find(self, text: str, named: Collection[str | None], *, shouted: bool = False) -> list[Known]:
        """Give the known names in a text from left to right; a doubtful one only if the article names its country.

        In a text all in capitals (`shouted`) short acronyms are not to be told from words.
        """
        of_text = Words(text)
        best: dict[int, Known] = {}
        places = ((*of_text.span(found.first, found.last), found.meaning) for found in self._index.find(of_text))
        for start, end, payload in ((start, end, one) for start, end, meaning in places for one in meaning):
            surface = text[start:end]
            if payload.written_small is False and not (surface[0].isupper() or surface[0].isdigit()):
                continue
            if payload.articled and not _is_whole(text, start, end):
                continue
            if shouted and payload.acronym and len(surface) <= _SHORT_ACRONYM:
                continue
            referent = payload.referent
            if referent.doubtful and (self.seeds[referent.key].record.country or "") not in named:
                continue
            if start not in best or _rank(referent) < _rank(best[start].referent):
                best[start] = Known(start, end, referent)
        return [best[start] for start in sorted(best)]

    def country(self, known: Known) -> str | None:
        """Give the country that a known name names, or of which the place, body or person is that it names."""
        if known.referent.sort != "record":
            return known.referent.key
        record = self.seeds[known.referent.key].record
        return None if record.kind == "outlet" else record.country


def _is_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a name with an article is written as one, and no longer name begins so ("The Federal Reserve")."""
    follows = text[end : end + 2]
    return text[start:end].partition(" ")[2][:1].isupper() and not (follows[:1] == " " and follows[1:].isupper())


class _Surface(NamedTuple):
    referent: Referent
    written_small: bool
    acronym: bool
    articled: bool


def seeds_of(settled: Mapping[RecordId, Record], known: Iterable[WellKnown]) -> dict[str, Seed]:
    """Give the records that names may belong to: those that are there, and the well-known ones that none of them is.

    A record that is there takes over the further aliases of the well-known record that bears one of its names.
    """
    seeds = {
        f"settled {key}": Seed(record, settled=True, own=(record.label, *record.aliases))
        for key, record in settled.items()
        if record.kind not in {"country", "topic"}
    }
    by_name = {fold(name): key for key, seed in seeds.items() for name in (seed.record.label, *seed.record.aliases)}
    for one in known:
        names = (one.record.label, *one.record.aliases)
        bearer = next((by_name[fold(name)] for name in names if fold(name) in by_name), None)
        if bearer is None:
            seeds[f"known {one.record.id}"] = Seed(one.record, settled=False, doubtful=one.doubtful)
        else:
            seeds[bearer] = _with_names(
                seeds[bearer], [name for name in names if fold(name) not in by_name], one.doubtful
            )
    return seeds


def _with_names(seed: Seed, names: Iterable[str], doubtful: tuple[str, ...]) -> Seed:
    record = msgspec.structs.replace(seed.record, aliases=(*seed.record.aliases, *names))
    return msgspec.structs.replace(seed, record=record, doubtful=doubtful)


def _rank(referent: Referent) -> int:
    """Give how near a referent is to what a name means; a doubtful one whose country is named is nearer than others."""
    return 2 * ("record", "country", "people", "city").index(referent.sort) - referent.doubtful


def _of_seeds(seeds: Mapping[str, Seed]) -> Iterator[tuple[str, _Surface]]:
    for key, seed in seeds.items():
        for name in (seed.record.label, *seed.record.aliases):
            yield name, _surface(name, Referent("record", key))
        for name in seed.doubtful:
            yield name, _surface(name, Referent("record", key, doubtful=True))


def _of_countries(countries: Iterable[Country]) -> Iterator[tuple[str, _Surface]]:
    for country in countries:
        for name in country.names:
            yield name, _surface(name, Referent("country", country.id.upper()))
        for name in sorted({*country.demonyms, *(f"{one}s" for one in country.demonyms if not one.endswith("s"))}):
            yield name, _surface(name, Referent("people", country.id.upper()))
        for name in (*country.capitals, *country.cities, *country.parts):
            yield name, _surface(name, Referent("city", country.id.upper()))


def _of_codes(further: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, _Surface]]:
    return ((name, _surface(name, Referent("country", code))) for code, names in further.items() for name in names)


def _surface(name: str, referent: Referent) -> _Surface:
    return _Surface(referent, name[:1].islower(), is_acronym(name), name.startswith("The "))
