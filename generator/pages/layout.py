"""Places for a network: near in the drawing where near in the network, and no box on another. Nothing is random."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import combinations, islice
from math import cos, exp, gcd, hypot, log, pi, sin, sqrt
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROUNDS = 18
"""Rounds of moving all pairs; later ones hardly change anything."""
_FINEST = 0.1
"""Share of a distance by which a pair is still moved in the last round."""
_APART = 0.8
"""Distance of what is not connected, in units of the largest distance of what is; more where there are many parts."""
_GOLDEN = (sqrt(5) - 1) / 2
_CLEARING_ROUNDS = 300
_CLEARANCE = 0.5
"""By how much more two boxes are moved than they lie on one another."""


class Box(msgspec.Struct):
    """The room of something around its place, which is at the offset `left` from its left side, halfway down."""

    x: float
    y: float
    left: float
    right: float
    half: float

    def overlap(self, other: Box) -> tuple[float, float]:
        """Give by how much two boxes lie on one another across and down; they do where both are above nought."""
        across = min(self.x + self.right, other.x + other.right) - max(self.x - self.left, other.x - other.left)
        return across, self.half + other.half - abs(self.y - other.y)


def distances(neighbours: Sequence[Mapping[int, float]]) -> list[list[float]]:
    """Give the length of the shortest way between any two, from the lengths of the links; what has none is far."""
    found = [_ways_from(start, neighbours) for start in range(len(neighbours))]
    longest = max((max(ways.values()) for ways in found), default=0.0) or 1.0
    steps = [step for beside in neighbours for step in beside.values()] or [1.0]
    apart = max(longest * _APART, _APART / 2 * sqrt(len(neighbours)) * sum(steps) / len(steps))
    return [[ways.get(other, apart) for other in range(len(neighbours))] for ways in found]


def _ways_from(start: int, neighbours: Sequence[Mapping[int, float]]) -> dict[int, float]:
    """Dijkstra's algorithm."""
    ways: dict[int, float] = {}
    waiting = [(0.0, start)]
    while waiting:
        length, place = heappop(waiting)
        if place in ways:
            continue
        ways[place] = length
        for other, step in neighbours[place].items():
            if other not in ways:
                heappush(waiting, (length + step, other))
    return ways


def link_lengths(links: Sequence[set[int]]) -> list[dict[int, float]]:
    """Give each link a length: longer between the well connected, shorter between those that share neighbours.

    Source: Gansner, Koren and North, Graph Drawing by Stress Majorization (2004); the root keeps hubs within reach.
    """
    return [{other: sqrt(len(own ^ links[other])) for other in sorted(own)} for own in links]


def placed(distance: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
    """Give places whose distances are as near as can be to the wanted ones, the longest extent across.

    Source: Zheng, Pawar and Goodman, Graph Drawing by Stochastic Gradient Descent (2018), with a fixed order of pairs.
    """
    size = len(distance)
    reach = max((max(row) for row in distance), default=1.0)
    across = [reach / 2 * sqrt(number / size) * cos(2 * pi * _GOLDEN * number) for number in range(size)]
    down = [reach / 2 * sqrt(number / size) * sin(2 * pi * _GOLDEN * number) for number in range(size)]
    pairs = [(one, other, distance[one][other]) for one, other in _in_fixed_disorder(size)]
    if not pairs:
        return [(0.0, 0.0)] * size
    largest, least = max(d for _, _, d in pairs) ** 2, _FINEST * min(d for _, _, d in pairs) ** 2
    for turn in range(ROUNDS):
        rate = largest * exp(log(least / largest) * turn / (ROUNDS - 1))
        for one, other, wanted in pairs:
            right, below = across[one] - across[other], down[one] - down[other]
            apart = hypot(right, below) or 1e-9
            by = min(1.0, rate / (wanted * wanted)) * (apart - wanted) / (2 * apart)
            across[one] -= by * right
            down[one] -= by * below
            across[other] += by * right
            down[other] += by * below
    return _turned(across, down)


def _in_fixed_disorder(size: int) -> list[tuple[int, int]]:
    """Give all pairs in an order without neighbourhoods, always the same: in steps of the golden section."""
    pairs = list(combinations(range(size), 2))
    step = next((step for step in range(int(len(pairs) * _GOLDEN), len(pairs)) if gcd(step, len(pairs)) == 1), 1)
    return [pairs[place * step % len(pairs)] for place in range(len(pairs))]


def _turned(across: Sequence[float], down: Sequence[float]) -> list[tuple[float, float]]:
    """Turn places so that they extend most from left to right: along their principal axis."""
    size = len(across)
    middle, level = sum(across) / size, sum(down) / size
    right, below = [x - middle for x in across], [y - level for y in down]
    spread = sum(x * x for x in right) - sum(y * y for y in below)
    slant = 2 * sum(x * y for x, y in zip(right, below, strict=True))
    length = hypot(spread, slant) or 1.0
    # Half the angle of the axis, without asking for the angle.
    cosine = sqrt(max(0.0, (1 + spread / length) / 2))
    sine = sqrt(max(0.0, (1 - spread / length) / 2)) * (1 if slant >= 0 else -1)
    return [(x * cosine + y * sine, y * cosine - x * sine) for x, y in zip(right, below, strict=True)]


def filled(places: Sequence[tuple[float, float]], boxes: Sequence[Box], width: float, height: float) -> None:
    """Put boxes at places, stretched over a drawing, and move them until none lies on another, if there is room."""
    left, right = min(x for x, _ in places), max(x for x, _ in places)
    top, bottom = min(y for _, y in places), max(y for _, y in places)
    for box, (x, y) in zip(boxes, places, strict=True):
        box.x = (x - left) / ((right - left) or 1.0) * width
        box.y = (y - top) / ((bottom - top) or 1.0) * height
        _keep_inside(box, width, height)
    for _ in range(_CLEARING_ROUNDS):
        if not _pushed_apart(boxes):
            return
        for box in boxes:
            _keep_inside(box, width, height)


def _keep_inside(box: Box, width: float, height: float) -> None:
    box.x = max(box.left, min(box.x, width - box.right))
    box.y = max(box.half, min(box.y, height - box.half))


def _pushed_apart(boxes: Sequence[Box]) -> bool:
    """Move each pair of boxes that lie on one another apart, the shorter way, and tell whether there was any.

    Boxes are flat, so from top to bottom each has few others beside it.
    """
    any_moved = False
    ordered = sorted(boxes, key=lambda box: box.y)
    deepest = max(box.half for box in boxes)
    for number, one in enumerate(ordered, 1):
        end = one.y + one.half + deepest
        for other in islice(ordered, number, None):
            if other.y >= end:
                break
            across, down = one.overlap(other)
            if across > 0 and down > 0:
                any_moved = True
                _push(one, other, across, down)
    return any_moved


def _push(one: Box, other: Box, across: float, down: float) -> None:
    if down <= across:
        by = (down + _CLEARANCE) / 2 * (1 if one.y <= other.y else -1)
        one.y -= by
        other.y += by
    else:
        by = (across + _CLEARANCE) / 2 * (1 if one.x <= other.x else -1)
        one.x -= by
        other.x += by
