"""Comparing evidence: mentions, quotations and figures, told apart by their words, since offsets move with a text."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from generator.comparing.difference import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping

    from generator.comparing.sides import FigureSeen, MentionSeen, QuotationSeen

Row = TypeVar("Row")


class Paired(NamedTuple, Generic[Row]):
    """Rows of two sides: those that say something else now, those that are new, and those that are gone."""

    changed: list[tuple[Row, Row]]
    new: list[Row]
    gone: list[Row]


def paired(
    before: Iterable[Row],
    after: Iterable[Row],
    words: Callable[[Row], Hashable],
    says: Callable[[Row], Hashable],
) -> Paired[Row]:
    """Pair rows by their words; equal ones cancel each other, of the rest those with the same words have changed."""
    sides: tuple[dict[Hashable, list[Row]], ...] = (defaultdict(list), defaultdict(list))
    for side, rows in zip(sides, (before, after), strict=True):
        for row in rows:
            side[words(row)].append(row)
    result: Paired[Row] = Paired([], [], [])
    for key in dict.fromkeys((*sides[0], *sides[1])):
        old, new = sides[0].get(key, []), sides[1].get(key, [])
        rest = list(new)
        left = []
        for row in old:
            same = next((one for one in rest if says(one) == says(row)), None)
            if same is None:
                left.append(row)
            else:
                rest.remove(same)
        pairs = min(len(left), len(rest))
        result.changed.extend(zip(left[:pairs], rest[:pairs], strict=True))
        result.new.extend(rest[pairs:])
        result.gone.extend(left[pairs:])
    return result


def mention_changes(
    before: Iterable[MentionSeen], after: Iterable[MentionSeen], names: Mapping[str, str], countries: Container[str]
) -> Iterator[Change]:
    """Yield how mentions changed, those of one record together: how many in how many articles, and a sentence.

    A name may stand for a record and for its country, so that mentions of `countries` are compared by themselves.
    """
    found = paired(
        before,
        after,
        lambda row: (row.article, row.field, row.surface, row.sentence, row.record in countries),
        lambda row: row.record,
    )
    groups: dict[tuple[str, str, str], list[MentionSeen]] = defaultdict(list)
    for old, new in found.changed:
        groups["changed", old.record, new.record].append(new)
    for row in found.new:
        groups["new", "", row.record].append(row)
    for row in found.gone:
        groups["gone", row.record, ""].append(row)
    for (how, was, now), rows in sorted(groups.items(), key=lambda one: (-len(one[1]), one[0])):
        number, articles = len(rows), len({row.article for row in rows})
        key = now or was
        sentence = next((row.sentence for row in rows if row.sentence), "")
        details = (f"{number} in {articles} article{'' if articles == 1 else 's'}", *([sentence] if sentence else []))
        yield Change("mention", how, key, names.get(key, key), names.get(was, was), names.get(now, now), details)  # type: ignore[arg-type]


def quotation_changes(
    before: Iterable[QuotationSeen], after: Iterable[QuotationSeen], names: Mapping[str, str]
) -> Iterator[Change]:
    """Yield quotations that are new or gone, and those that are given to somebody else, or otherwise."""

    def who(row: QuotationSeen) -> str:
        speaker = names.get(row.speaker, row.speaker) if row.speaker else row.speaker_text
        return f"{speaker or 'nobody'} ({row.extent})" if row.extent == "partial" else speaker or "nobody"

    found = paired(
        before,
        after,
        lambda row: (row.article, row.text),
        lambda row: (row.speaker, row.speaker_text if not row.speaker else "", row.verb, row.extent),
    )
    for old, new in found.changed:
        verbs = (f"{old.verb or 'no verb'} → {new.verb or 'no verb'}",) if old.verb != new.verb else ()
        yield Change("quotation", "changed", new.article, new.text, who(old), who(new), verbs)
    for row in found.new:
        yield Change("quotation", "new", row.article, row.text, after=who(row))
    for row in found.gone:
        yield Change("quotation", "gone", row.article, row.text, before=who(row))


def figure_changes(
    before: Iterable[FigureSeen], after: Iterable[FigureSeen], names: Mapping[str, str]
) -> Iterator[Change]:
    """Yield figures that are new or gone, and those that count something else or are given to somebody else."""

    def told(row: FigureSeen) -> str:
        speaker = names.get(row.speaker, row.speaker) if row.speaker else row.speaker_text
        return f"{row.value:,.15g} {row.unit}{f', by {speaker}' if speaker else ''}".strip()

    found = paired(
        before, after, lambda row: (row.article, row.sentence, row.text), lambda row: (row.value, row.unit, told(row))
    )
    for old, new in found.changed:
        yield Change("figure", "changed", new.article, new.text, told(old), told(new))
    for row in found.new:
        yield Change("figure", "new", row.article, row.text, after=told(row))
    for row in found.gone:
        yield Change("figure", "gone", row.article, row.text, before=told(row))
