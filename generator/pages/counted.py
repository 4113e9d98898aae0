"""How figures are shown: the number as printed, its sentence, who gives it, when and where; and a range, drawn."""

from __future__ import annotations

from math import log10
from typing import TYPE_CHECKING

from generator.markup import Markup, element, join
from generator.pages.parts import (
    BETWEEN,
    count,
    in_tongue,
    listing,
    record_link,
    words_of,
)
from generator.pages.passages import set_off
from generator.pages.said import also_line, sentence_target, source_line, year_of
from generator.rights import shown_sentence
from generator.sorts import TITLES, head_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.addresses import PagePath
    from generator.corpus import Corpus
    from generator.countings import Counting, Group

WIDTH, HEIGHT, RADIUS = 320, 18, 4
_FEWEST_DRAWN = 3
_ARTICLE_ITSELF = frozenset({"", "the article", "article"})


def countings_list(origin: PagePath, countings: Iterable[Counting], corpus: Corpus) -> Markup:
    """Give a list of figures, each with its sentence."""
    return listing((_item(origin, counting, corpus) for counting in countings), "figures")


def name_of(group: Group, corpus: Corpus) -> str:
    """Name what the figures of a group count: "Uyghurs", "Camps · Uyghurs", "US dollars · Afghanistan"."""
    about = corpus.records[group.about].label if group.about else ""
    unit = group.countings[0].figure.unit
    noun = unit if group.sort in {"money", "shares"} else head_of(unit) if group.noun else ""
    return " · ".join(part for part in (_capital(noun), about) if part) or TITLES[group.sort]


def numbers_of(group: Group, corpus: Corpus) -> str:
    """Say how many figures a group has, in how many articles, and from which value to which; or its only number."""
    first, last = group.countings[0], group.countings[-1]
    if first is last:
        return printed(first, corpus)
    articles = count(group.articles, "article")
    low, high = last.figure.value, first.figure.value
    span = f", from {amount(low)} to {amount(high)}" if low < high else ""
    return f"{count(len(group.countings), 'figure')} in {articles}{span}"


def printed(counting: Counting, corpus: Corpus) -> str:
    """Give a number as the article prints it, with its qualifier and unit."""
    return corpus.articles[counting.article].article.body[counting.figure.start : counting.figure.end]


def amount(value: float) -> str:
    """Write a value with commas between thousands, and as many decimals as it has."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if "." in f"{value:,.2f}" else f"{value:,}"


def drawn_range(values: Sequence[float]) -> Markup:
    """Draw values on a line by their size, each step to the right the same number of times larger."""
    known = sorted({value for value in values if value > 0})
    if len(known) < _FEWEST_DRAWN:
        return Markup("")
    low, high = log10(known[0]), log10(known[-1])
    middle = HEIGHT // 2
    places: dict[int, float] = {}
    for value in known:
        step = round((log10(value) - low) / (high - low) * (WIDTH - 2 * RADIUS) / RADIUS)
        places.setdefault(RADIUS + step * RADIUS, value)  # of values so near that one covers the other, one is drawn
    points = [
        element("circle", element("title", amount(value)), cx=x, cy=middle, r=RADIUS) for x, value in places.items()
    ]
    line = element("path", "", d=f"M0 {middle}H{WIDTH}")
    told = f"{len(known)} different values from {amount(known[0])} to {amount(known[-1])}, on a logarithmic scale"
    drawing = element(
        "svg", line + join(points), class_="range", viewBox=f"0 0 {WIDTH} {HEIGHT}", role="img", aria_label=told
    )
    ends = element("span", amount(known[0])) + drawing + element("span", amount(known[-1]))
    return element("div", ends, class_="ranged")


def given_by(counting: Counting) -> str:
    """Tell whether a source gives a figure, or the article itself."""
    return "article" if counting.figure.speaker_text.lower() in _ARTICLE_ITSELF else "source"


def _item(origin: PagePath, counting: Counting, corpus: Corpus) -> Markup:
    annotated, figure = corpus.articles[counting.article], counting.figure
    line = [_giver(origin, counting, corpus), *source_line(origin, annotated.article, corpus)]
    told = _words(counting, annotated.article.body, corpus)
    target = sentence_target(origin, annotated, figure.start)
    words = element("a", told, href=target, **in_tongue(told, annotated.article, corpus))
    number = _capital(printed(counting, corpus))
    return element(
        "li",
        element("p", number, class_="number", **in_tongue(number, annotated.article, corpus))
        + element(
            "div",
            element("p", words, class_="words")
            + element("p", join((part for part in line if part), BETWEEN), class_="meta")
            + also_line(origin, counting.also, corpus),
        ),
        data_given=given_by(counting),
        data_year=year_of(annotated.article),
    )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _giver(origin: PagePath, counting: Counting, corpus: Corpus) -> Markup:
    """Say who gives a figure; nothing of a person whose record is private."""
    figure = counting.figure
    if figure.speaker is not None:
        record = corpus.records.get(figure.speaker)
        return Markup("given by {}").format(record_link(origin, record)) if record else Markup("")
    if given_by(counting) == "article":
        return Markup("stated by the article")
    return Markup("given by {}").format(
        words_of(figure.speaker_text, corpus.articles[counting.article].article, corpus)
    )


def _words(counting: Counting, body: str, corpus: Corpus) -> Markup:
    """Give the sentence of a figure as far as rights allow, the figure set off where it is whole."""
    sentence, figure = counting.sentence, counting.figure
    whole = body[sentence.start : sentence.end]
    shown = shown_sentence(corpus.articles[counting.article].article, whole)
    if shown != whole or not sentence.start <= figure.start < figure.end <= sentence.end:
        return Markup.escape(shown)
    return set_off(body, sentence, [(figure.start, figure.end)])
