"""A strip of years: above the line the articles published in each, below it the times that are named of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.markup import Markup, element, join
from generator.pages.parts import count, listing

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

STEP, BAR = 16, 11
ABOVE, BELOW = 44, 30
SHORTEST = 2
"""Height of a bar of one among many, which must still be seen."""
MOST_YEARS = 48
"""Years that are drawn: of a longer time the newest, all stand in the list."""
SHORT = 24
"""Years that are all drawn, however little there is in the first of them."""
FEWEST_LISTED, FEWEST_DRAWN = 2, 3
"""Years from which they are listed, and from which a drawing tells more than the list."""
_FEW = 0.1
"""The share of all that lies before the first year that is drawn, at most."""


class Year(NamedTuple):
    """How many articles were published in a year, and how often a time of it is named."""

    published: int = 0
    named: int = 0


def strip(years: Mapping[int, Year], target: Callable[[int], str] | None) -> Markup:
    """Give the drawing, with a list of its years if something leads to each; nothing where there are too few."""
    if len(years) < FEWEST_LISTED:
        return Markup("")
    figure = _figure(years) if len(years) >= FEWEST_DRAWN else Markup("")
    if target is None:
        return figure
    items = (_item(year, of, target(year)) for year, of in sorted(years.items()))
    return figure + element("nav", listing(items, "letters years"), aria_label="Years")


def _figure(years: Mapping[int, Year]) -> Markup:
    drawn = _drawn_years(years)
    note = f"; years before {drawn.start} are not drawn" if min(years) < drawn.start else ""
    kinds = [
        (key, name)
        for place, (key, name) in enumerate((("published", "published"), ("named", "named in the text")))
        if any(of[place] for of in years.values())
    ]
    last = kinds[-1][0]
    keys = (element("span", name + (note if key == last else ""), class_=f"key key--{key}") for key, name in kinds)
    ends = element("p", element("span", str(drawn.start)) + element("span", str(drawn.stop - 1)), class_="axis")
    return element("figure", element("figcaption", join(keys, " ")) + _drawing(years, drawn) + ends, class_="strip")


def _item(year: int, of: Year, target: str) -> Markup:
    numbers = [
        element("span", f"{number:,}", class_=f"key key--{kind}")
        for kind, number in (("published", of.published), ("named", of.named))
        if number
    ]
    told = f"{year}: {count(of.published, 'article')} published, {count(of.named, 'date')} named"
    shown = element("span", join(numbers, " "), class_="meta", aria_hidden="true")
    return element("li", element("a", str(year), href=target, aria_label=told) + " " + shown)


def _drawn_years(years: Mapping[int, Year]) -> range:
    """Choose the years that are drawn: the first that are named now and then would make a long line of nothing."""
    last = max(years)
    if last - min(years) < SHORT:
        return range(min(years), last + 1)
    few = sum(map(sum, years.values())) * _FEW
    passed = 0
    for year in sorted(years):
        passed += sum(years[year])
        if passed > few:
            return range(max(year, last - MOST_YEARS + 1), last + 1)
    return range(last, last + 1)


def _drawing(years: Mapping[int, Year], drawn: range) -> Markup:
    shown = [years.get(year, Year()) for year in drawn]
    most = Year(max(one.published for one in shown), max(one.named for one in shown))
    shapes = [element("path", "", d=f"M0 {ABOVE + 1}H{len(shown) * STEP}")]
    for place, (year, of) in enumerate(zip(drawn, shown, strict=True)):
        x = place * STEP + (STEP - BAR) // 2
        if of.published:
            height = max(SHORTEST, round(of.published / most.published * ABOVE))
            title = element("title", f"{year}: {count(of.published, 'article')} published")
            shapes.append(element("rect", title, x=x, y=ABOVE - height, width=BAR, height=height, class_="published"))
        if of.named:
            height = max(SHORTEST, round(of.named / most.named * BELOW))
            title = element("title", f"{year}: {count(of.named, 'date')} named")
            shapes.append(element("rect", title, x=x, y=ABOVE + 2, width=BAR, height=height, class_="named"))
    told = (
        f"{drawn.start} to {drawn.stop - 1}: {count(sum(one.published for one in shown), 'article')} published, "
        f"{count(sum(one.named for one in shown), 'date')} named"
    )
    return element(
        "svg",
        join(shapes),
        viewBox=f"0 0 {len(shown) * STEP} {ABOVE + BELOW + 2}",
        width=len(shown) * STEP,
        height=ABOVE + BELOW + 2,
        preserveAspectRatio="none",
        role="img",
        aria_label=told,
    )
