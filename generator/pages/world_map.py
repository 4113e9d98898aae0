"""The map: countries by the number of articles that mention them, each a link, with a table that says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from generator.addresses import MAP, html_link, record_page
from generator.markup import Markup, element, join
from generator.model import Record
from generator.outlines import HEIGHT, WIDTH, outlines
from generator.pages.page import Page
from generator.pages.parts import count, paragraphs, record_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.corpus import Corpus
    from generator.model import RecordId
    from generator.outlines import Outline

STEPS = 5
"""Shades of the scale: more could not be told apart in both colour schemes."""
_BASES = (2, 3, 5, 10, 20, 50, 100)
MARK = 7
"""Radius of the mark of a small country."""
APART = 12
"""Least distance of two marks, so that each can be seen and touched."""
_ROUNDS = 30
ANTARCTICA = "aq"
_WITHOUT_ANTARCTICA = 0.87
"""Share of the map's height that lies north of it; it is shown only where articles mention it."""

_LEAD = "Countries by the number of articles that mention them. Each leads to its page."
_SOURCE = (
    "Outlines: BlankMap-World-with-Circles of Wikimedia Commons (public domain), made coarser. Small countries have a "
    "mark. The lines and names follow the codes of ISO 3166 and are no statement about borders or sovereignty."
)


class _Shown(msgspec.Struct, frozen=True):
    """A country on the map: in how many articles it is mentioned, how many are about it, and its shade from 1."""

    record: Record
    articles: int
    about: int
    step: int

    @property
    def told(self) -> str:
        """What the map says of the country in words."""
        about = f", {self.about:,} about it" if self.about else ""
        return f"{self.record.label}: {count(self.articles, 'article')}{about}"


def map_page(corpus: Corpus) -> Page:
    """Give the page of the map; of a corpus that mentions no country it says so."""
    shown = _shown(corpus)
    content = (
        element(
            "div",
            element("figure", _drawing(shown) + _legend(shown), class_="drawing")
            + element("div", _table(shown), class_="atlas__table"),
            class_="atlas",
        )
        if shown
        else Markup("No article mentions a country.")
    )
    return Page(
        path=MAP,
        kind="map",
        title="Map",
        description=_LEAD,
        hide=("navigation", "toc"),
        content=paragraphs(Markup.escape(_LEAD), content),
    )


def _shown(corpus: Corpus) -> list[_Shown]:
    """Give the countries that articles mention, those with the most first."""
    about: dict[RecordId, int] = {}
    for annotated in corpus.articles.values():
        for country in annotated.annotation.countries:
            if country.about:
                about[country.id] = about.get(country.id, 0) + 1
    countries = [(record, corpus.mentioned_in.get(record.id, 0)) for record in corpus.of_kind("country")]
    base = _base(max((articles for _, articles in countries), default=0))
    countries.sort(key=lambda country: (-country[1], country[0].id))
    return [
        _Shown(record, articles, about.get(record.id, 0), _step(articles, base))
        for record, articles in countries
        if articles
    ]


def _base(most: int) -> int:
    """Choose how many times as many articles each shade stands for as the one before."""
    return next((base for base in _BASES if base**STEPS > most), _BASES[-1])


def _step(articles: int, base: int) -> int:
    return min(STEPS, 1 + next(power for power in range(STEPS + 1) if power == STEPS or base ** (power + 1) > articles))


def _drawing(shown: Sequence[_Shown]) -> Markup:
    """Draw all land, then the countries with articles, then the marks of the small ones among them."""
    lines = outlines()
    mentioned = {country.record.id for country in shown}
    height = HEIGHT if ANTARCTICA in mentioned else round(HEIGHT * _WITHOUT_ANTARCTICA)
    marks = _marks(mentioned & lines.keys(), lines)
    shapes = mentioned - marks.keys()
    others = (outline.path for code, outline in lines.items() if code not in {*shapes, ANTARCTICA})
    land = element("path", "", d="".join(others), class_="land")
    large = (
        _country(country, "path", d=lines[country.record.id].path)
        for country in shown
        if country.record.id in shapes & lines.keys()
    )
    small = (
        _country(country, "circle", cx=marks[country.record.id][0], cy=marks[country.record.id][1], r=MARK)
        for country in shown
        if country.record.id in marks
    )
    return element(
        "svg",
        land + join(large) + join(small),
        class_="world",
        viewBox=f"0 0 {WIDTH} {height}",
        width=WIDTH,
        height=height,
        role="group",
        aria_label="World map of the countries that articles mention; the table says the same",
    )


def _country(country: _Shown, shape: str, **place: str | int) -> Markup:
    return element(
        "a",
        element("title", country.told) + element(shape, "", **place),
        href=html_link(MAP, record_page(country.record)),
        class_=f"step-{country.step}",
    )


def _marks(codes: Iterable[RecordId], lines: Mapping[RecordId, Outline]) -> dict[RecordId, tuple[int, int]]:
    """Give the places of the marks of small countries, pushed apart where they would lie on one another."""
    places = {code: lines[code].mark for code in sorted(codes)}
    moved = {code: (float(place[0]), float(place[1])) for code, place in places.items() if place}
    for _ in range(_ROUNDS):
        for one, other in _too_close(moved):
            (x, y), (u, v) = moved[one], moved[other]
            distance = max(1.0, ((u - x) ** 2 + (v - y) ** 2) ** 0.5)
            by = (APART - distance) / 2 / distance
            right, down = (u - x) * by or 0.5, (v - y) * by
            moved[one], moved[other] = (x - right, y - down), (u + right, v + down)
    return {code: (round(x), round(y)) for code, (x, y) in moved.items()}


def _too_close(places: Mapping[RecordId, tuple[float, float]]) -> list[tuple[RecordId, RecordId]]:
    codes = sorted(places, key=lambda code: (places[code], code))
    close = []
    for number, one in enumerate(codes):
        for other in codes[number + 1 :]:
            if places[other][0] - places[one][0] >= APART:
                break
            if abs(places[other][1] - places[one][1]) < APART:
                close.append((one, other))
    return close


def _legend(shown: Sequence[_Shown]) -> Markup:
    base = _base(shown[0].articles)
    items = []
    for step in range(1, max(country.step for country in shown) + 1):
        least = base ** (step - 1)
        most = shown[0].articles if step == STEPS else min(base**step - 1, shown[0].articles)
        numbers = f"{least:,}" if least == most else f"{least:,}–{most:,}"
        items.append(element("li", element("span", "", class_=f"swatch step-{step}") + numbers))
    named = element("span", "Articles", class_="legend__name")
    scale = named + element("ul", join(items), class_="legend")
    missing = ", ".join(country.record.label for country in shown if country.record.id not in outlines())
    without = f" Not on the map: {missing}." if missing else ""
    note = element("p", _SOURCE + without, class_="meta")
    return element("figcaption", element("div", scale, class_="scale") + note)


def _table(shown: Sequence[_Shown]) -> Markup:
    head = join(element("th", name, scope="col") for name in ("Country", "Articles", "About it"))
    rows = (
        element(
            "tr",
            element("th", record_link(MAP, country.record), scope="row")
            + element("td", f"{country.articles:,}")
            + element("td", f"{country.about:,}"),
        )
        for country in shown
    )
    caption = element("caption", "The map as a table")
    body = element("thead", element("tr", head)) + element("tbody", join(rows))
    return element("table", caption + body, class_="counts")
