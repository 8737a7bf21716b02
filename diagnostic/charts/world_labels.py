"""Where the names of countries go on the map: near their country, over the sea where possible, never one on another."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from diagnostic.charts.drawing import Anchor, Line, Path, Point, Role, Shape, Text, rectangle
from diagnostic.charts.fitting import cut, width_of

SIZE = 6.6
PAD = 1.4
LONGEST = 92.0
MOST = 14
"""How many names are tried: the others are in the table."""
DISTANCES = (4.5, 11.0, 20.0, 32.0, 46.0, 62.0)
DIRECTIONS = 16
NEAR = 6.0
"""Points within which a name needs no line to its country."""
CROWDED = 1.6
"""What a point of an outline under a name costs, in points of distance."""
LESS_CROWDED = 0.3
DEARER = 1.2
"""What a point of distance costs."""
CLEAR = 3.2
"""Points that a name's line keeps from the other countries that are to be named."""
HIDDEN = 30.0
"""What it costs to cover the point of another country that is to be named."""
WORST = 75.0
"""A name that would cost more is left out."""
CELL = 4.0
Box: TypeAlias = tuple[float, float, float, float]
"""left, top, right, bottom"""


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the point it belongs to."""

    key: str
    name: str
    x: float
    y: float


class Crowd:
    """Points that names should rather not cover, counted by cells so that asking is cheap."""

    def __init__(self, linked: Iterable[Point], others: Iterable[Point]) -> None:
        """Count the outlines of the countries with links, and for less those of the others."""
        self._cells: defaultdict[tuple[float, float], float] = defaultdict(float)
        for points, weight in ((linked, CROWDED), (others, LESS_CROWDED)):
            for x, y in points:
                self._cells[x // CELL, y // CELL] += weight

    def cost(self, box: Box) -> float:
        """Return about what covering a box costs."""
        columns = range(int(box[0] // CELL), int(box[2] // CELL) + 1)
        rows = range(int(box[1] // CELL), int(box[3] // CELL) + 1)
        return sum(self._cells.get((column, row), 0.0) for column in columns for row in rows)


@dataclass(frozen=True, slots=True)
class _Placed:
    label: Label
    name: str
    box: Box
    end: Point
    distance: float


def labels(wanted: Sequence[Label], crowd: Crowd, room: Point, reserved: Box) -> list[Shape]:
    """Return the names that find a place, first come first served, lines first so that no line crosses a name."""
    placed: list[_Placed] = []
    points = [(one.x, one.y) for one in wanted[:MOST]]
    for label in wanted[:MOST]:
        found = _best(label, crowd, points, placed, reserved, room)
        if found is not None:
            placed.append(found)
    return [*(line for one in placed for line in _line(one)), *(shape for one in placed for shape in _name(one))]


def _best(
    label: Label, crowd: Crowd, points: Sequence[Point], placed: Sequence[_Placed], reserved: Box, room: Point
) -> _Placed | None:
    """Return the cheapest place, None where none is free or worth it."""
    here = (label.x, label.y)
    others = [point for point in points if point != here]
    costs: list[tuple[float, _Placed]] = []
    for one in _candidates(label):
        cost = DEARER * one.distance + crowd.cost(one.box) + HIDDEN * sum(_holds(one.box, point) for point in others)
        if cost <= WORST and not _meet(one.box, reserved) and _free(one, others, placed, room):
            costs.append((cost, one))
    return min(costs, key=lambda pair: pair[0])[1] if costs else None


def _free(one: _Placed, others: Sequence[Point], placed: Sequence[_Placed], room: Point) -> bool:
    """Return whether a name lies within the map, clear of the other names, their lines and their countries' points."""
    left, top, right, bottom = one.box
    here = (one.label.x, one.label.y)
    if left < 0 or top < 0 or right > room[0] or bottom > room[1] or any(_meet(one.box, o.box) for o in placed):
        return False
    if one.distance > NEAR and any(_off(point, here, one.end) < CLEAR for point in others):
        return False
    return not any(
        _crossing(here, one.end, there, o.end) or _cuts(here, one.end, o.box) or _cuts(there, o.end, one.box)
        for o in placed
        for there in ((o.label.x, o.label.y),)
    )


def _candidates(label: Label) -> list[_Placed]:
    name = cut(label.name, LONGEST, SIZE)
    wide, high = width_of(name, SIZE) + 2 * PAD, SIZE + 2 * PAD
    found = []
    for distance in DISTANCES:
        for step in range(DIRECTIONS):
            angle = 2 * math.pi * step / DIRECTIONS
            ex, ey = label.x + distance * math.cos(angle), label.y + distance * math.sin(angle)
            left = ex - wide * (1 - math.cos(angle)) / 2
            top = ey - high * (1 - math.sin(angle)) / 2
            found.append(_Placed(label, name, (left, top, left + wide, top + high), (ex, ey), distance))
    return found


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _crossing(a: Point, b: Point, c: Point, d: Point) -> bool:
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _off(point: Point, a: Point, b: Point) -> float:
    """Return how far a point is from a line between two others."""
    length = math.dist(a, b)
    along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length**2
    along = max(0.0, min(1.0, along))
    return math.dist(point, (a[0] + along * (b[0] - a[0]), a[1] + along * (b[1] - a[1])))


def _cuts(a: Point, b: Point, box: Box) -> bool:
    """Return whether a line passes through a box: by either diagonal."""
    left, top, right, bottom = box
    return _crossing(a, b, (left, top), (right, bottom)) or _crossing(a, b, (left, bottom), (right, top))


def _line(one: _Placed) -> list[Shape]:
    if one.distance <= NEAR:
        return []
    return [Line(x1=one.label.x, y1=one.label.y, x2=one.end[0], y2=one.end[1], stroke=Role.MUTED, width=0.5)]


def _name(one: _Placed) -> list[Shape]:
    left, top, right, bottom = one.box
    ground = Path(steps=rectangle(left, top, right - left, bottom - top), fill=Role.SURFACE, key=one.label.key)
    middle = (left + right) / 2
    text = Text(
        x=middle, y=bottom - PAD - 1.2, text=one.name, size=SIZE, role=Role.INK, anchor=Anchor.MIDDLE, key=one.label.key
    )
    return [ground, text]
