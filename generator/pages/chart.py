"""A small bar chart of articles by year or month: SVG that needs no script and no style of its own, with a table."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.dates import spoken
from generator.markup import Markup, element, join
from generator.pages.parts import NO_DATE, count, details

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model import Article

HEIGHT = 64
BAR = 14
GAP = 6
NARROWEST = 200
"""A width in which the first and the last date stand beside each other."""
FEW_MONTHS = 36
"""Months that can still be told apart side by side; a longer time is shown by years."""
MOST_BARS = 60
"""Bars of a chart: of a longer time the newest are shown, all stand in the table."""
_FEWEST_BARS = 2


def chart(articles: Iterable[Article]) -> Markup:
    """Give the figure of how many articles appeared when; nothing where all dated ones appeared at one time."""
    dates = [article.front.published or "" for article in articles]
    undated = dates.count("")
    bars = _bars([date for date in dates if date])
    if len(bars) < _FEWEST_BARS:
        return Markup("")
    rows = [(spoken(when), number) for when, number in bars if number] + ([(NO_DATE, undated)] if undated else [])
    without = f"; {count(undated, 'article')} {NO_DATE}" if undated else ""
    caption = f"Articles by date of publication{without}"
    return element(
        "figure",
        element("figcaption", caption)
        + _drawing(bars[-MOST_BARS:])
        + details("As a table", _table(rows), "chart-table"),
        class_="chart",
    )


def _bars(dates: Sequence[str]) -> list[tuple[str, int]]:
    """Count dates by month if all name one and few months lie between them, else by year, empty times included."""
    if not dates:
        return []
    if all(len(date) > len("YYYY") for date in dates):
        months = [_month_number(date) for date in dates]
        if max(months) - min(months) < FEW_MONTHS:
            counted = Counter(months)
            return [(f"{month // 12:04}-{month % 12 + 1:02}", counted[month]) for month in _all(months)]
    years = [int(date[:4]) for date in dates]
    by_year = Counter(years)
    return [(f"{year:04}", by_year[year]) for year in _all(years)]


def _all(numbers: Sequence[int]) -> range:
    return range(min(numbers), max(numbers) + 1)


def _month_number(date: str) -> int:
    return int(date[:4]) * 12 + int(date[5:7]) - 1


def _drawing(bars: Sequence[tuple[str, int]]) -> Markup:
    highest = max(number for _, number in bars)
    width = max(NARROWEST, len(bars) * (BAR + GAP))
    step = width // len(bars)
    label = HEIGHT + GAP * 2
    shapes = []
    for index, (when, number) in enumerate(bars):
        x = index * step + (step - BAR) // 2
        height = round(number / highest * HEIGHT)
        title = element("title", f"{spoken(when)}: {count(number, 'article')}")
        shapes.append(element("rect", title, x=x, y=HEIGHT - height, width=BAR, height=height))
    first, last = spoken(bars[0][0]), spoken(bars[-1][0])
    shapes.append(element("text", first, x=0, y=label, class_="chart-from"))
    shapes.append(element("text", last, x=width, y=label, text_anchor="end", class_="chart-to"))
    total = sum(number for _, number in bars)
    return element(
        "svg",
        join(shapes),
        class_="bars",
        viewBox=f"0 0 {width} {label + GAP}",
        width=width,
        height=label + GAP,
        role="img",
        aria_label=f"{count(total, 'article')} from {first} to {last}, most at one time: {highest}",
    )


def _table(rows: Iterable[tuple[str, int]]) -> Markup:
    head = element("tr", element("th", "Date", scope="col") + element("th", "Articles", scope="col"))
    body = (element("tr", element("th", when, scope="row") + element("td", str(number))) for when, number in rows)
    return element("table", element("thead", head) + element("tbody", join(body)))
