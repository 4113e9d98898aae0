"""Tables of how often something is so, with a bar to each row: SVG that needs no script and no style of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.markup import Markup, element, join

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

BAR = 100
"""Width of the longest bar in units of its own."""
BAR_HEIGHT = 8


def ranked(tally: Mapping[str, int]) -> list[tuple[str, int]]:
    """Give what was counted, the most frequent first."""
    return sorted(tally.items(), key=lambda item: (-item[1], item[0]))


def tally_table(caption: str, heads: tuple[str, str], rows: Iterable[tuple[str, int]]) -> Markup:
    """Give a table of numbers with bars as long as their share of the greatest; nothing without rows."""
    found = list(rows)
    most = max((number for _, number in found), default=0)
    return bar_table(caption, heads, [(what, f"{number:,}", number / most) for what, number in found if number])


def bar_table(caption: str, heads: tuple[str, str], rows: Iterable[tuple[str, str, float]]) -> Markup:
    """Give a table of what is told, its figure as written, and a bar whose length is given from 0 to 1."""
    body = [
        element(
            "tr",
            element("th", what, scope="row") + element("td", figure) + element("td", _bar(length), aria_hidden="true"),
        )
        for what, figure, length in rows
    ]
    if not body:
        return Markup("")
    names = join(element("th", head, scope="col") for head in heads) + element("td", "", aria_hidden="true")
    return element(
        "table",
        element("caption", caption) + element("thead", element("tr", names)) + element("tbody", join(body)),
        class_="tally",
    )


def _bar(length: float) -> Markup:
    drawn = element("rect", "", width=max(1, round(length * BAR)), height=BAR_HEIGHT)
    return element("svg", drawn, viewBox=f"0 0 {BAR} {BAR_HEIGHT}", preserveAspectRatio="none")
