"""What differs between the articles of a story: who is named, which figures are given, who is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.markup import Markup, element, join
from generator.model import ENTITY_KINDS
from generator.pages.parts import (
    facts,
    heading,
    listing,
    record_link,
    words_of,
)
from generator.pages.tellers import named_by
from generator.rights import shown_sentence
from generator.words import Words, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.addresses import PagePath
    from generator.annotation import AnnotatedArticle, Figure, Quotation
    from generator.corpus import Corpus
    from generator.model import Record, RecordId
    from generator.pages.tellers import Letters

NAMES_SHOWN = 30
UNITS_SHOWN = 24
"""Things that figures count."""
FIGURES_SHOWN = 12
"""Different figures of one thing."""
QUOTATIONS_SHOWN = 16
QUOTATIONS_READ = 60
"""Quotations of an article that are compared with those of the others."""
_STEM = 6

Place = tuple["AnnotatedArticle", int]
"""An article, and where in its body."""


class _Given(NamedTuple):
    """A figure or quotation as an article prints it, and where each of the articles that have it does."""

    text: str
    places: list[Place]

    def add(self, place: Place) -> None:
        if all(place[0] is not one for one, _ in self.places):
            self.places.append(place)


def differences(here: PagePath, articles: Sequence[AnnotatedArticle], called: Letters, corpus: Corpus) -> list[Markup]:
    """Give the names, figures and quotations of some articles of a story, with the letters of those that have each."""
    parts = (
        ("Names", facts(_names(here, articles, called, corpus))),
        ("Figures", facts(_figures(here, articles, called))),
        ("Quotations", listing(_quotations(here, articles, called, corpus), "mentions")),
    )
    return [block for title, part in parts if part for block in (heading(title, 3), part)]


def _names(
    here: PagePath, articles: Sequence[AnnotatedArticle], called: Letters, corpus: Corpus
) -> Iterator[tuple[str, Markup]]:
    """Yield the entities that all articles name, those that some do, and those that each alone names."""
    naming: dict[RecordId, list[AnnotatedArticle]] = {}
    for one in articles:
        for key in {mention.record: None for mention in one.annotation.mentions}:
            naming.setdefault(key, []).append(one)
    public = [corpus.records[key] for key in naming if key in corpus.records]
    entities = sorted(
        (record for record in public if record.kind in ENTITY_KINDS), key=lambda record: (fold(record.label), record.id)
    )
    yield "In all", _links(here, [record for record in entities if len(naming[record.id]) == len(articles)])
    some = [record for record in entities if 1 < len(naming[record.id]) < len(articles)][:NAMES_SHOWN]
    letters = (named_by(here, ((one, None) for one in naming[record.id]), called) for record in some)
    yield (
        "In some",
        join((record_link(here, record) + " " + by for record, by in zip(some, letters, strict=True)), ", "),
    )
    for one in articles:
        yield (
            f"Only in {called[one.article.id]}",
            _links(here, [record for record in entities if naming[record.id] == [one]]),
        )


def _links(here: PagePath, records: Sequence[Record]) -> Markup:
    more = [Markup.escape(f"{len(records) - NAMES_SHOWN:,} more")] if len(records) > NAMES_SHOWN else []
    return join([*(record_link(here, record) for record in records[:NAMES_SHOWN]), *more], ", ")


def _figures(here: PagePath, articles: Sequence[AnnotatedArticle], called: Letters) -> Iterator[tuple[str, Markup]]:
    """Yield what is counted, with the numbers given for it; first what most articles count, then as they come.

    A number of which an article does not say what it counts stands with the same number of another one that does.
    """
    units: dict[str, tuple[str, dict[float, _Given]]] = {}
    figures = [(one, figure) for one in articles for figure in one.annotation.figures]
    for one, figure in sorted(figures, key=lambda entry: not entry[1].unit):
        text = shown_sentence(one.article, one.article.body[figure.start : figure.end])
        unit = _counted(figure) or next((unit for unit, (_, given) in units.items() if figure.value in given), "")
        if text:
            _, given = units.setdefault(unit, (figure.unit or "numbers", {}))
            given.setdefault(figure.value, _Given(text, [])).add((one, figure.start))
    by_articles = sorted(units.values(), key=lambda unit: -len(_articles_of(unit[1].values())))
    for name, given in by_articles[:UNITS_SHOWN]:
        numbers = [given[value] for value in sorted(given)][:FIGURES_SHOWN]
        yield name, join((Markup.escape(one.text) + " " + named_by(here, one.places, called) for one in numbers), " · ")


def _counted(figure: Figure) -> str:
    """Give the stem of what a figure counts: of its last word ("state-run camps")."""
    words = Words(figure.unit).folded
    return words[-1][:_STEM] if words else ""


def _articles_of(given: Iterable[_Given]) -> set[str]:
    return {annotated.article.id for one in given for annotated, _ in one.places}


def _quotations(
    here: PagePath, articles: Sequence[AnnotatedArticle], called: Letters, corpus: Corpus
) -> Iterator[Markup]:
    """Yield the quotations, those of several articles first, each as the article prints it that quotes most of it."""
    quoted = [(one, quotation) for one in articles for quotation in one.annotation.quotations[:QUOTATIONS_READ]]
    found: list[tuple[Quotation, _Given]] = []
    for one, quotation in sorted(quoted, key=lambda entry: entry[1].start - entry[1].end):
        said = f" {' '.join(Words(one.article.body[quotation.start : quotation.end]).folded)} "
        known = next((given for _, given in found if said in given.text), None)
        if known is None:
            known = _Given(said, [])
            found.append((quotation, known))
        known.add((one, quotation.start))
    for quotation, given in sorted(found, key=lambda entry: -len(entry[1].places))[:QUOTATIONS_SHOWN]:
        one = given.places[0][0]
        text = shown_sentence(one.article, one.article.body[quotation.start : quotation.end])
        if text:
            places = sorted(given.places, key=lambda place: called[place[0].article.id])
            by = join(filter(None, (_speaker(here, quotation, corpus), named_by(here, places, called))), " ")
            yield element(
                "li", Markup("“{}” ").format(words_of(text, one.article, corpus)) + element("span", by, class_="meta")
            )


def _speaker(here: PagePath, quotation: Quotation, corpus: Corpus) -> Markup:
    """Name who is quoted, unless it is somebody whose record is not public."""
    speaker = corpus.records.get(quotation.speaker) if quotation.speaker else None
    if speaker:
        return record_link(here, speaker)
    return Markup.escape("" if quotation.speaker else quotation.speaker_text)
