"""Names in an article: full names by the gazetteer, then parts of persons' names by who is named in full.

A part of a name ("Khan") is the person that the article names in full and that alone bears it; where it names none, the
one person of all the authority files whose last name it is. A part that two could bear stays unresolved and is told.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.model import FIELDS, Article, FieldName, Mention, RecordId, Rule, Unresolved
from generator.words import Word, fold, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.annotate.gazetteer import Gazetteer, Referent

COUNTRY_RULES: tuple[Rule, ...] = ("name", "capital", "demonym", "city", "region", "record")
"""How a surface names a country, the surest first."""

_BEFORE_A_SURNAME = """
president premier prime minister pm chairman chairwoman chair secretary general governor mayor senator sen rep
reps representative congressman congresswoman speaker ambassador envoy spokesman spokeswoman spokesperson
commissioner director chief leader king queen prince princess sheikh imam mullah dr mr mrs ms miss prof
professor sir lord lady judge justice gen colonel col major captain commander democrat republican lawyer
activist author analyst expert scholar researcher journalist while when as if but and for after before with in
on at by to from although though because since meanwhile however both that said says told what why how did
does is was has had will can then later earlier today yesterday monday tuesday wednesday thursday friday
saturday sunday
"""
BEFORE_A_SURNAME = frozenset(_BEFORE_A_SURNAME.split())
"""Words that, with a capital, may stand before a surname without being a part of the name."""
HEADLINE_SHARE = 0.6
"""A text in which so many of the longer words have a capital is a headline: there capitals tell nothing."""
_LONGER = 4
_APOSTROPHES = {"'", "’"}
_ENDINGS = {"s", "d", "re", "ve", "ll", "m", "t"}
"""What may follow a name after an apostrophe without being a part of it."""


class Names(NamedTuple):
    """The resolved mentions of an article, sorted, and the names that several records could bear."""

    mentions: tuple[Mention, ...]
    unresolved: tuple[Unresolved, ...]


def find_names(article: Article, gazetteer: Gazetteer) -> Names:
    """Give the mentions of records of every kind but topics, those of countries included, with their rules."""
    finder = _Finder(gazetteer)
    for field in FIELDS:
        finder.read(field, article.text(field))
    finder.resolve()
    return Names(tuple(sorted(finder.mentions, key=_place)), tuple(sorted(finder.unresolved, key=_place)))


def _place(found: Mention | Unresolved) -> tuple[int, int, int, str]:
    return FIELDS.index(found.field), found.start, -found.end, found.record if isinstance(found, Mention) else ""


class _Surface(NamedTuple):
    """A stretch of text that could name one of several records: people by a part of their names, or equal aliases."""

    field: FieldName
    start: int
    end: int
    rule: Rule
    candidates: frozenset[RecordId]
    otherwise: frozenset[RecordId]


class _Finder:
    """Reads the fields of one article, then resolves what only the whole article can tell."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.mentions: list[Mention] = []
        self.open: list[_Surface] = []
        self.unresolved: list[Unresolved] = []

    def read(self, field: FieldName, text: str) -> None:
        """Take the names in a field; parts of names and ambiguous ones stay open."""
        of_text = words(text)
        taken: set[int] = set()
        for first, group in groupby(self.gazetteer.names.find(text, of_text), key=lambda found: found.first):
            found = list(group)
            last = found[0].last
            if not _goes_on(text, of_text, last):
                taken.update(range(first, last))
                start, end = of_text[first].start, of_text[last - 1].end
                self._take(field, start, end, [item.payload for item in found], capital=not text[start].islower())
        self.open.extend(self._parts(field, text, of_text, taken))

    def resolve(self) -> None:
        """Settle what stayed open by who is named beyond doubt in this article."""
        named = {mention.record for mention in self.mentions}
        for surface in self.open:
            candidates = (surface.candidates & named) or surface.otherwise
            if len(candidates) == 1:
                self._mention(next(iter(candidates)), surface.field, surface.start, surface.end, surface.rule)
            elif candidates:
                several = tuple(sorted(candidates))
                self.unresolved.append(Unresolved(surface.field, surface.start, surface.end, several))

    def _take(self, field: FieldName, start: int, end: int, referents: Sequence[Referent], *, capital: bool) -> None:
        records = {record: rule for record, rule in reversed(referents) if rule not in COUNTRY_RULES}
        countries: dict[RecordId, Rule] = {}
        for record, rule in referents if self._may_be_country(records) else ():
            if rule in COUNTRY_RULES and capital:
                countries[record] = min(rule, countries.get(record, rule), key=COUNTRY_RULES.index)
        for country, rule in sorted(countries.items()):
            self.mentions.append(Mention(country, field, start, end, rule))
        if len(records) > 1:
            several = frozenset(records)
            self.open.append(_Surface(field, start, end, "alias", several, several))
        else:
            for record, rule in records.items():
                self._mention(record, field, start, end, rule, told=countries)

    def _may_be_country(self, records: dict[RecordId, Rule]) -> bool:
        """Tell whether a surface can speak of a country: "Kazakhs" does not where the people have a record."""
        return all(self.gazetteer.kind(record) == "place" for record in records)

    def _mention(
        self,
        record: RecordId,
        field: FieldName,
        start: int,
        end: int,
        rule: Rule,
        told: dict[RecordId, Rule] | None = None,
    ) -> None:
        """Note a record, and the country it belongs to unless the surface tells it; an outlet's is not the news."""
        self.mentions.append(Mention(record, field, start, end, rule))
        country = self.gazetteer.country_of(record)
        kind = self.gazetteer.kind(record)
        if country and country not in (told or {}) and kind != "outlet":
            self.mentions.append(Mention(country, field, start, end, "region" if kind == "place" else "record"))

    def _parts(self, field: FieldName, text: str, of_text: Sequence[Word], taken: set[int]) -> Iterator[_Surface]:
        headline = _is_headline(of_text)
        for index, word in enumerate(of_text):
            bearers = self.gazetteer.parts.get(word.folded)
            if bearers is None or index in taken or not word.text[:1].isupper():
                continue
            if not headline and _in_longer_name(text, of_text, index, taken):
                continue
            people = frozenset(bearer.record for bearer in bearers)
            called_so = frozenset(bearer.record for bearer in bearers if bearer.last)
            alone = frozenset() if _opens_sentence(text, word) else called_so
            yield _Surface(field, word.start, word.end, "partial", people, alone)


def _is_headline(of_text: Sequence[Word]) -> bool:
    longer = [word for word in of_text if len(word.text) >= _LONGER]
    capitals = sum(word.text[0].isupper() for word in longer)
    return capitals >= HEADLINE_SHARE * len(longer)


def _opens_sentence(text: str, word: Word) -> bool:
    """Tell whether a capital may be there only because a sentence begins."""
    before = text[max(0, word.start - 4) : word.start].rstrip(" \n").rstrip("\"'“‘(")
    return before.rstrip()[-1:] in {"", ".", "!", "?", ":"} or "\n" in text[max(0, word.start - 2) : word.start]


def _in_longer_name(text: str, of_text: Sequence[Word], index: int, taken: set[int]) -> bool:
    """Tell whether a neighbour with a capital makes the word part of a name that the gazetteer does not know."""
    for neighbour in (index - 1, index + 1):
        if not 0 <= neighbour < len(of_text) or neighbour in taken:
            continue
        left, right = sorted((of_text[index], of_text[neighbour]))
        other = of_text[neighbour]
        adjacent = text[left.end : right.start] in {" ", "-"}
        if adjacent and other.text[0].isupper() and fold(other.text) not in BEFORE_A_SURNAME:
            return True
    return False


def _goes_on(text: str, of_text: Sequence[Word], last: int) -> bool:
    """Tell whether an apostrophe goes on with the word ("Xi" in "Xi'an"), which a possessive does not."""
    if last >= len(of_text):
        return False
    between = text[of_text[last - 1].end : of_text[last].start]
    return between in _APOSTROPHES and of_text[last].folded not in _ENDINGS
