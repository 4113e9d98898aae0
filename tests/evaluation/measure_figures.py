"""Figures with what they count, as data/figures.jsonl has them, against people's labels.

A figure is right if it stands where the label does, has its value, and its unit holds one of the words that the label
allows; an empty word allows a figure without a unit. Lengths of time, "the two leaders" and the like are labelled
`optional`: they count neither as missed nor as wrong. Years, dates, ages and ordinals have no label.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.annotation import Figure

from .labels import RAW, Label, contains, folded, labels, occurrences, stretch
from .scoring import Counts, Score, called
from .suggested import annotated, of_raw_documents

PERCENT = ("per", "cent")


def shared(folder: Path) -> Iterator[Score]:
    """Yield the figures on the raw documents."""
    found = of_raw_documents(folder).articles
    by_article: dict[tuple[str, int], list[Label]] = {place: [] for place in found}
    for label in labels("shared_figures.jsonl"):
        by_article.setdefault((label["document"], label["article"]), []).append(label)
    pairs = []
    for place, of_article in sorted(by_article.items()):
        body = found[place].article.body if place in found else ""
        path = folder / RAW / place[0]
        pairs.append((_placed(body, of_article, path), found[place].annotation.figures if place in found else ()))
    yield _score("raw documents", pairs)


def own() -> Iterator[Score]:
    """Yield the figures on the project's own documents."""
    pairs = []
    for document in labels("figures.jsonl"):
        places = occurrences(document["body"], (printed for printed, *_ in document["figures"]))
        wanted = [
            {"place": place, "value": value, "unit": unit, "optional": bool(rest)}
            for place, (_, value, unit, *rest) in zip(places, document["figures"], strict=True)
        ]
        pairs.append((wanted, annotated(document)[0].annotation.figures))
    yield _score("own", pairs)


def is_right(label: Label, figure: Figure) -> bool:
    """Tell whether a figure has the value and the unit of its label."""
    unit = _unit(figure.unit)
    return figure.value == label["value"] and any(
        contains(unit, _unit(word)) if word else not unit for word in label["unit"]
    )


def matched(wanted: Iterable[Label], found: Iterable[Figure]) -> tuple[list[tuple[Label, Figure]], list[Figure]]:
    """Give the pairs of labels and figures that stand in one place, and the figures that stand where no label does."""
    left = sorted(wanted, key=lambda label: label["place"])
    pairs, more = [], []
    for figure in found:
        label = next((one for one in left if figure.start < one["place"][1] and one["place"][0] < figure.end), None)
        if label is None:
            more.append(figure)
        else:
            left.remove(label)
            pairs.append((label, figure))
    return pairs, more


def _placed(body: str, of_article: Iterable[Label], path: Path) -> list[Label]:
    """Give the labels of an article with their places in its body, found in the order in which they stand there."""
    ordered = sorted(of_article, key=lambda label: label["from"])
    printed = [" ".join(stretch(path, label).split()) for label in ordered]
    try:
        places = [*occurrences(body, printed)]
    except ValueError:
        places = [(-1, -1)] * len(ordered)
    return [{**label, "place": place} for label, place in zip(ordered, places, strict=True)]


def _unit(text: str) -> tuple[str, ...]:
    spelt = text.replace("%", " per cent ").replace("percent", "per cent").replace("pct", "per cent")
    return folded(spelt)


def _score(documents: str, of_bodies: Iterable[tuple[list[Label], Iterable[Figure]]]) -> Score:
    counts = Counts()
    faults: list[str] = []
    for wanted, found in of_bodies:
        certain = [label for label in wanted if not label.get("optional")]
        pairs, more = matched(wanted, found)
        both = [(label, figure) for label, figure in pairs if not label.get("optional")]
        wrong = [(label, figure) for label, figure in both if not is_right(label, figure)]
        missed = [label for label in certain if all(label is not one for one, _ in both)]
        counts = counts + Counts(len(both) - len(wrong), len(more) + len(wrong), len(missed) + len(wrong))
        faults += [f"missed: {_told(label['value'], label['unit'])}" for label in missed]
        faults += [f"no figure: {_told(figure.value, [figure.unit])}" for figure in more]
        faults += [
            f"{_told(label['value'], label['unit'])} is given as {_told(figure.value, [figure.unit])}"
            for label, figure in wrong
        ]
    number = counts.right + counts.missed
    return Score(f"figures, {documents}", counts.f1, 0.90, f"{number} figures in {called(documents)}", tuple(faults))


def _told(value: float, units: Iterable[str]) -> str:
    return f"{value:,.10g} ({' or '.join(units)})"
