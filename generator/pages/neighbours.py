"""A small drawing of a record among those that stand most strongly beside it: they lie around it, their names outside.

It is as wide as a phone, so that its names can be read there. The list that follows it says the same in words.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from generator.comentions import CLOSE
from generator.markup import Markup, element, join
from generator.pages.lettering import cut, in_lines
from generator.pages.parts import NAMES_OF_KINDS, count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.comentions import Comention
    from generator.model import Kind, Record, RecordId

SHOWN = CLOSE
"""Records around the one in the middle."""
FEWEST = 2
"""A line between two names says nothing that the list does not."""
WIDTH, ROW, MARGIN = 360, 30, 16
RADIUS = 64
"""How far to the side the outermost records lie; the rest of the width is for their names."""
FONT = 11
LEADING = 12
SMALLEST, LARGEST = 3.5, 8.0
"""Radius of a record with hardly any articles, and of the one with the most."""
THINNEST, THICKEST = 0.8, 3.6
_COLOURS: tuple[tuple[Kind, ...], ...] = (
    ("person",),
    ("organisation", "group", "outlet"),
    ("place", "country"),
    ("topic",),
    ("event", "work", "programme"),
)
"""Kinds that share a colour in drawings.css: more than five could not be told apart."""


class _Place(NamedTuple):
    """Where a record lies, and on which side of it its name stands."""

    x: float
    y: float
    side: int


def neighbours(
    record: Record, beside: Sequence[Comention], records: Mapping[RecordId, Record], links: Mapping[RecordId, str]
) -> Markup:
    """Draw a record and the strongest of those beside it, each a link to what `links` holds for it."""
    shown = beside[:SHOWN]
    if len(shown) < FEWEST:
        return Markup("")
    ordered = _around(shown)
    places = _places(len(ordered))
    height = 2 * MARGIN + ROW * -(-len(ordered) // 2)
    middle = _Place(WIDTH / 2, height / 2, 0)
    at = {one.record: place for one, place in zip(ordered, places, strict=True)}
    most = max(one.articles for one in shown)
    strongest = max(one.strength for one in shown)
    drawn = [
        *_between(ordered, at),
        *(
            _line(middle, at[one.record], THINNEST + (THICKEST - THINNEST) * one.strength / strongest)
            for one in ordered
        ),
        element("g", _circle(middle, record, LARGEST) + _middle_label(middle, record.label)),
        *(
            _neighbour(records[one.record], one, at[one.record], links[one.record], one.articles / most)
            for one in ordered
        ),
    ]
    svg = element(
        "svg",
        join(drawn),
        class_="network",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="group",
        aria_label=f"{record.label} and what stands most strongly beside it; the list below says the same",
    )
    kinds = (record, *(records[one.record] for one in shown))
    return element("figure", svg + legend(kinds), class_="drawing")


def legend(records: Iterable[Record]) -> Markup:
    """Tell which colour stands for which kinds, of the kinds that some records have."""
    present = {record.kind for record in records}
    named = ([kind for kind in kinds if kind in present] for kinds in _COLOURS)
    items = (
        element(
            "li",
            element("span", "", class_=f"dot kind-{kinds[0]}")
            + ", ".join(NAMES_OF_KINDS[kind][0] for kind in kinds).capitalize(),
        )
        for kinds in named
        if kinds
    )
    return element("figcaption", element("ul", join(items), class_="legend"))


def _around(shown: Sequence[Comention]) -> list[Comention]:
    """Order records so that those that stand together lie next to each other: after each the first of its company."""
    left = {one.record: one for one in shown}
    ordered: list[Comention] = []
    while left:
        company = (other for one in ordered[-1:] for other in one.company if other in left)
        ordered.append(left.pop(next(company, next(iter(left)))))
    return ordered


def _places(number: int) -> list[_Place]:
    """Give places on an oval, down its right side and up its left; rows keep the names apart."""
    rows = -(-number // 2)
    reach = rows * ROW / 2 + ROW
    places = []
    for place in range(number):
        side = 1 if place < rows else -1
        on_side = rows if side == 1 else number - rows
        row = place if side == 1 else number - 1 - place
        off = (row - (on_side - 1) / 2) * ROW
        out = RADIUS * sqrt(1 - (off / reach) ** 2)
        places.append(_Place(round(WIDTH / 2 + side * out, 1), round(MARGIN + rows * ROW / 2 + off, 1), side))
    return places


def _between(shown: Sequence[Comention], at: Mapping[RecordId, _Place]) -> list[Markup]:
    """Give faint lines between the records around the middle that stand together too."""
    pairs = {tuple(sorted((one.record, other))) for one in shown for other in one.company if other in at}
    return [_line(at[one], at[other], THINNEST, "between") for one, other in sorted(pairs)]


def _line(one: _Place, other: _Place, width: float, class_: str | None = None) -> Markup:
    return element(
        "line", x1=_n(one.x), y1=_n(one.y), x2=_n(other.x), y2=_n(other.y), stroke_width=_n(width), class_=class_
    )


def _neighbour(record: Record, beside: Comention, place: _Place, href: str, share: float) -> Markup:
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(share)
    start = place.x + place.side * (radius + 4)
    room = WIDTH - start if place.side == 1 else start
    lines = in_lines(record.label, room, FONT)
    top = place.y + FONT * 0.36 - (len(lines) - 1) * LEADING / 2
    anchor = None if place.side == 1 else "end"
    name = join(element("tspan", line, x=_n(start), y=_n(top + number * LEADING)) for number, line in enumerate(lines))
    told = f"{record.label}: {count(beside.articles, 'article')} in common"
    return element(
        "a",
        element("title", told) + _circle(place, record, radius) + element("text", name, text_anchor=anchor),
        href=href,
    )


def _circle(place: _Place, record: Record, radius: float) -> Markup:
    return element("circle", cx=_n(place.x), cy=_n(place.y), r=_n(radius), class_=f"kind-{record.kind}")


def _middle_label(place: _Place, label: str) -> Markup:
    shown = cut(label, 2 * RADIUS - LARGEST, FONT)
    return element("text", shown, x=_n(place.x), y=_n(place.y + LARGEST + FONT), text_anchor="middle", class_="own")


def _n(number: float) -> str:
    """Write a length with one decimal at most."""
    return f"{number:.1f}".removesuffix(".0")
