"""Naming: names as printed become keys of authority records; for a name without a record one is proposed.

A record's id, label or alias that equals the name gives its key. So a build never meets a key that nothing stands
behind, and nothing that a text or a table asserts is lost.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pycountry

from generator.countries import all_countries
from generator.ingest.agencies import known_agency
from generator.model import (
    Exclusions,
    FrontMatter,
    Kind,
    Record,
    RecordId,
    Source,
)
from generator.normalise import one_line
from generator.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

UNTOLD_KIND: Kind = "organisation"
"""The kind of a proposed record of which only a name is known; an editor's first decision about it."""
ABBREVIATED = {
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "america": "US",
    "uk": "GB",
    "u.k.": "GB",
    "uae": "AE",
    "drc": "CD",
}
"""Usual short names of countries that lists of names leave out."""
_SHORTEST_ID = 3
"""Letters of a record's id; two are the codes of countries."""
_CODE, _LONG_CODE = 2, 3


class Names:
    """The records by id and by what they are called; `proposed` gathers those made for names without one."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_id: dict[str, Record] = {}
        self.by_name: dict[str, list[Record]] = {}
        self.proposed: dict[RecordId, Record] = {}
        for record in records:
            self._know(record)

    def find(self, name: str, kind: Kind | None = None) -> Record | None:
        """Give the record with an id or a name, if it is of a kind, or of any."""
        known = self.by_id.get(name)
        called = ([known] if known else []) + self.by_name.get(_folded(name), [])
        return next((record for record in called if kind in {None, record.kind}), None)

    def key(self, name: str, kind: Kind, told: Mapping[str, Record] | None = None) -> RecordId:
        """Give the key of the record of a kind with an id or a name; propose what is told of the name where none is."""
        found = self.find(name, kind)
        if found:
            return found.id
        agency = known_agency(name) if kind == "outlet" else None
        proposal = (
            agency.record if agency else (told or {}).get(_folded(name)) or Record(RecordId(slug(name)), kind, name)
        )
        record = msgspec.structs.replace(proposal, id=self._free(proposal.id, proposal.kind))
        self.proposed[record.id] = record
        self._know(record)
        return record.id

    def _free(self, wanted: str, kind: Kind) -> RecordId:
        key = wanted if len(wanted) >= _SHORTEST_ID else f"{wanted}-{kind}"
        others = (f"{wanted}-{kind}-{number}" for number in range(2, len(self.by_id) + 3))
        return RecordId(next(free for free in (key, f"{wanted}-{kind}", *others) if free not in self.by_id))

    def _know(self, record: Record) -> None:
        for key in (record.id, *record.redirect_from):
            self.by_id.setdefault(key, record)
        for name in dict.fromkeys(map(_folded, (record.label, *record.aliases))):
            self.by_name.setdefault(name, []).append(record)


class _Asserted(msgspec.Struct):
    """The keys of an article's lists, while names are filed into them."""

    entities: list[str]
    countries: list[str]
    topics: list[str]


def with_keys(front: FrontMatter, told: Iterable[Record], names: Names) -> FrontMatter:
    """Give front matter with keys for its names; an entity that is known as a country or topic is filed as that."""
    of_name = {_folded(record.label): record for record in told}
    lists = _filed(front.entities, front.countries, front.topics, names, of_name)
    denied = _filed(front.exclude.entities, front.exclude.countries, front.exclude.topics, names, of_name)
    return msgspec.structs.replace(
        front,
        source=_source(front.source, names),
        entities=_once(lists.entities),
        countries=_once(lists.countries),
        topics=_once(lists.topics),
        exclude=Exclusions(_once(denied.entities), _once(denied.countries), _once(denied.topics)),
    )


def country_code(name: str) -> str | None:
    """Give the alpha-2 code of the country with a code or a name, in capitals as people write it, or None."""
    if len(name) == _CODE and name.lower() in all_countries():
        return name.upper()
    if len(name) == _LONG_CODE and name.isupper():
        country = pycountry.countries.get(alpha_3=name)
        return country.alpha_2 if country else None
    return _codes_by_name().get(_folded(name)) or ABBREVIATED.get(_folded(name))


def _source(source: Source, names: Names) -> Source:
    outlet = names.key(source.outlet, "outlet") if source.outlet else None
    return msgspec.structs.replace(
        source, outlet=outlet, agencies=_once(names.key(name, "outlet") for name in source.agencies)
    )


def _filed(
    entities: Sequence[str], countries: Sequence[str], topics: Sequence[str], names: Names, told: Mapping[str, Record]
) -> _Asserted:
    lists = _Asserted([], [], [names.key(name, "topic") for name in topics])
    for name in map(one_line, countries):
        known = names.find(name, "country")
        code = country_code(name) or (known.id.upper() if known else None)
        if code:
            lists.countries.append(code)
        else:
            lists.entities.append(names.key(name, "place", told))
    for name in map(one_line, entities):
        _file(name, names, told, lists)
    return lists


def _file(name: str, names: Names, told: Mapping[str, Record], lists: _Asserted) -> None:
    known = names.find(name)
    code = known.id.upper() if known and known.kind == "country" else None if known else country_code(name)
    if code:
        lists.countries.append(code)
    elif known and known.kind == "topic":
        lists.topics.append(known.id)
    else:
        lists.entities.append(known.id if known else names.key(name, UNTOLD_KIND, told))


@cache
def _codes_by_name() -> dict[str, str]:
    return {
        _folded(name): country.id.upper()
        for country in all_countries().values()
        for name in (country.label, *country.names)
    }


def _once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))


def _folded(name: str) -> str:
    return one_line(name).casefold()
