"""Comparing two builds: a pure function from what was read of both to their difference."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from generator.comparing.difference import Change, Difference, Total
from generator.comparing.evidence import figure_changes, mention_changes, quotation_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.comparing.sides import ArticleSeen, Named, RecordSeen, Side
    from generator.problems import Problem

_SECTIONS_OF_RECORDS = frozenset({"countries", "topics", "entities", "outlets"})
_OF_ARTICLE = ("title", "published", "date_status", "outlet", "genre", "language", "rights", "url", "story")
_NAMED = ("countries", "topics", "entities")
_OF_RECORD = ("kind", "description", "country")
FACETS = ("country", "topic", "outlet", "entity", "year", "genre", "language", "rights", "date status")
"""The facets whose counts are compared, in their order."""


def compare(base: Side, head: Side) -> Difference:
    """Give what differs between two builds, in the order in which a reviewer wants to know."""
    names = {key: record.label for side in (base, head) for key, record in side.records.items()}
    countries = {key for side in (base, head) for key, record in side.records.items() if record.kind == "country"}
    merges = _merged(base, head)
    changes = chain(
        _problems(base.problems, head.problems),
        (Change("merge", "merged", one, base.records[one].label, one, to, (names[to],)) for one, to in merges.items()),
        _renames(base, head),
        _articles(base, head, names),
        _records(base, head, merges),
        _stories(base, head),
        _addresses(base, head),
        _facets(base, head, names),
        mention_changes(base.mentions.differing, head.mentions.differing, names, countries),
        quotation_changes(base.quotations.differing, head.quotations.differing, names),
        figure_changes(base.figures.differing, head.figures.differing, names),
        _pages(base, head),
    )
    return Difference(base.name, head.name, tuple(_totals(base, head)), tuple(changes))


def _totals(base: Side, head: Side) -> Iterator[Total]:
    for name, of_side in (
        ("articles", lambda side: len(side.articles)),
        ("records", lambda side: len(side.records)),
        ("stories", lambda side: len(_members(side))),
        ("pages", lambda side: len(side.pages)),
        ("mentions", lambda side: side.mentions.number),
        ("quotations", lambda side: side.quotations.number),
        ("figures", lambda side: side.figures.number),
        ("problems", lambda side: len(side.problems)),
    ):
        yield Total(name, of_side(base), of_side(head))


def _problems(before: Iterable[Problem], after: Iterable[Problem]) -> Iterator[Change]:
    """Yield new and mended problems; one that only stands on another line is the same."""

    def keyed(problems: Iterable[Problem]) -> dict[tuple[object, ...], Problem]:
        seen = Counter[tuple[object, ...]]()
        result: dict[tuple[object, ...], Problem] = {}
        for problem in problems:
            key = (problem.path, problem.message, problem.value)
            seen[key] += 1
            result[*key, seen[key]] = problem
        return result

    old, new = keyed(before), keyed(after)
    for key in (key for key in new if key not in old):
        yield Change("problem", "new", new[key].path, str(new[key]))
    for key in (key for key in old if key not in new):
        yield Change("problem", "mended", old[key].path, str(old[key]))


def _merged(base: Side, head: Side) -> dict[str, str]:
    """Give the records that are gone whose address leads to another record, with that one."""
    merged = {}
    for key in sorted(base.records.keys() - head.records.keys()):
        for section in sorted(_SECTIONS_OF_RECORDS):
            leads = head.fates.get(f"{section}/{key}/", "")
            to = leads.rstrip("/").rpartition("/")[2]
            if leads.partition("/")[0] in _SECTIONS_OF_RECORDS and to in head.records:
                merged[key] = to
    return merged


def _renames(base: Side, head: Side) -> Iterator[Change]:
    for key, before in sorted(base.records.items()):
        after = head.records.get(key)
        if after and after.label != before.label:
            yield Change("rename", "renamed", key, after.label, before.label, after.label)


def _articles(base: Side, head: Side, names: Mapping[str, str]) -> Iterator[Change]:
    for key in sorted(base.articles.keys() | head.articles.keys()):
        before, after = base.articles.get(key), head.articles.get(key)
        if before is None and after:
            yield Change("article", "new", key, after.title)
        elif after is None and before:
            yield Change("article", "gone", key, before.title)
        elif before and after and (details := tuple(_article(before, after, names))):
            yield Change("article", "changed", key, after.title, details=details)


def _article(before: ArticleSeen, after: ArticleSeen, names: Mapping[str, str]) -> Iterator[str]:
    for name in _OF_ARTICLE:
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            shown = [names.get(value, value) if name == "outlet" else value for value in (one, other)]
            yield f"{name.replace('_', ' ')}: {shown[0] or 'none'} → {shown[1] or 'none'}"
    if before.authors != after.authors:
        yield f"authors: {', '.join(before.authors) or 'none'} → {', '.join(after.authors) or 'none'}"
    if before.text != after.text:
        numbers = [len((text or "").split()) for text in (before.text, after.text)]
        yield f"text: {numbers[0]} → {numbers[1]} words"
    for name in _NAMED:
        yield from _named(name, getattr(before, name), getattr(after, name), names)


def _named(what: str, before: Iterable[Named], after: Iterable[Named], names: Mapping[str, str]) -> Iterator[str]:
    old, new = {one.id for one in before}, {one.id for one in after}
    signs = [f"+{names.get(key, key)}" for key in sorted(new - old)]
    signs += [f"−{names.get(key, key)}" for key in sorted(old - new)]
    if signs:
        yield f"{what}: {', '.join(signs)}"


def _records(base: Side, head: Side, merges: Mapping[str, str]) -> Iterator[Change]:
    for key in sorted(base.records.keys() | head.records.keys()):
        before, after = base.records.get(key), head.records.get(key)
        if before is None and after:
            yield Change("record", "new", key, after.label, details=(after.kind,))
        elif after is None and before and key not in merges:
            yield Change("record", "gone", key, before.label, details=(before.kind,))
        elif before and after and (details := tuple(_record(before, after))):
            yield Change("record", "changed", key, after.label, details=details)


def _record(before: RecordSeen, after: RecordSeen) -> Iterator[str]:
    for name in _OF_RECORD:
        one, other = getattr(before, name), getattr(after, name)
        if one != other:
            yield f"{name}: {one or 'none'} → {other or 'none'}"
    added = [f"+{name}" for name in sorted({*after.aliases} - {*before.aliases, before.label})]
    removed = [f"−{name}" for name in sorted({*before.aliases} - {*after.aliases, after.label})]
    if added or removed:
        yield f"names: {', '.join([*added, *removed])}"
    for name in sorted(before.same_as.keys() | after.same_as.keys()):
        one, other = before.same_as.get(name), after.same_as.get(name)
        if one != other:
            yield f"{name}: {one or 'none'} → {other or 'none'}"


def _members(side: Side) -> dict[str, set[str]]:
    stories: dict[str, set[str]] = {}
    for article in side.articles.values():
        if article.story:
            stories.setdefault(article.story, set()).add(article.id)
    return stories


def _stories(base: Side, head: Side) -> Iterator[Change]:
    old, new = _members(base), _members(head)
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key, set()), new.get(key, set())
        signs = (*(f"+{one}" for one in sorted(after - before)), *(f"−{one}" for one in sorted(before - after)))
        if signs:
            how = "new" if not before else "changed" if after else "gone"
            yield Change("story", how, key, details=signs)  # type: ignore[arg-type]


def _addresses(base: Side, head: Side) -> Iterator[Change]:
    for one in sorted(head.pages - base.pages):
        yield Change("address", "new", one)
    for one in sorted((base.pages | base.fates.keys()) - head.pages):
        if one not in head.fates:
            yield Change("address", "gone", one)
        elif one in base.pages or head.fates[one] != base.fates[one]:
            leads = head.fates[one]
            gone = "taken down" if one in head.taken_down else "left out"
            yield Change("address", "moved" if leads else gone, one, after=leads)  # type: ignore[arg-type]


class _Facet(NamedTuple):
    name: str
    value: str


def _counts(side: Side) -> Counter[_Facet]:
    counted = Counter[_Facet]()
    for one in side.articles.values():
        for name, values in (
            ("country", [country.id for country in one.countries]),
            ("topic", [topic.id for topic in one.topics]),
            ("entity", [entity.id for entity in one.entities]),
            ("outlet", [one.outlet or "none"]),
            ("year", [one.published[:4] if one.published else "undated"]),
            ("genre", [one.genre]),
            ("language", [one.language]),
            ("rights", [one.rights]),
            ("date status", [one.date_status]),
        ):
            counted.update(_Facet(name, value) for value in values)
    return counted


def _facets(base: Side, head: Side, names: Mapping[str, str]) -> Iterator[Change]:
    """Yield the values of facets whose number of articles differs, those that differ most first."""
    old, new = _counts(base), _counts(head)
    differing = [one for one in old.keys() | new.keys() if old[one] != new[one]]
    for one in sorted(differing, key=lambda one: (FACETS.index(one.name), -abs(new[one] - old[one]), one.value)):
        of_record = one.name in {"country", "topic", "outlet", "entity"}
        label = names.get(one.value, one.value) if of_record else one.value
        yield Change("facet", "changed", f"{one.name}: {one.value}", label, str(old[one]), str(new[one]), (one.name,))


def _pages(base: Side, head: Side) -> Iterator[Change]:
    """Yield the pages that stand on both sides and whose text differs; marks alone do not count."""
    for one in sorted(base.texts.keys() & head.texts.keys()):
        if base.texts[one] != head.texts[one]:
            yield Change("page", "changed", one, head.texts[one].title)
