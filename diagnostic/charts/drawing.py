"""A figure as a display list: what every chart gives, and what each painter (paper, screen) draws.

How to paint a `Drawing`:

- Units are points (1/72 inch on paper; scale freely on screen). The origin is the top left corner, x grows to the
  right and y **downwards**. Nothing lies outside (0, 0, width, height).
- Paint the shapes in their order: later ones lie over earlier ones.
- Colours are roles; `palette.Palette.colour(role)` gives the "#rrggbb" of a role. The background is not painted:
  the page or widget is, in `Role.SURFACE`.
- A shape is filled first (`fill`), then hatched (`hatch`: lines at 45 degrees, `HATCH_STEP` apart, `HATCH_WIDTH` wide,
  clipped to the shape), then stroked (`stroke`, `width`, `dash`). A role of None leaves that part out.
- `Text`: (x, y) is on the baseline, at the start, middle or end of the text as `anchor` says; `size` is in points;
  `rotation` is in degrees counterclockwise around (x, y). The family is the program's own sans (Noto Sans).
- `key` names what a shape stands for, as "domain:diasporas"; a screen finds what is under the mouse by going through
  the shapes from last to first with `hit`.
- `alt` says the whole figure in words, from its data: it is the accessible description.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

HATCH_STEP = 3.5
HATCH_WIDTH = 0.6
Point: TypeAlias = tuple[float, float]


class Role(StrEnum):
    """What a colour is for; each palette gives each role a colour."""

    SURFACE = "surface"
    INK = "ink"
    MUTED = "muted"
    GRID = "grid"
    """lines that only guide the eye"""
    UNKNOWN = "unknown"
    """hatching and outline of what is not known"""
    LAND = "land"
    """a country on a map that nothing is said of"""
    TERRITORY = "territory"
    TERRITORY_LIGHT = "territory_light"
    TERRITORY_MID = "territory_mid"
    """between the light one and the full one, on a scale of three"""
    TERRITORY_TEXT = "territory_text"
    INSTITUTION = "institution"
    INSTITUTION_LIGHT = "institution_light"
    INSTITUTION_TEXT = "institution_text"


class Anchor(StrEnum):
    """Which point of a text stands at its x."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Move:
    """Begin a new outline at (x, y)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Draw:
    """A straight line to (x, y)."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic Bézier curve by two control points to (x, y)."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Close:
    """Back to where the outline began."""


Step: TypeAlias = Move | Draw | Curve | Close


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """An outline of lines and curves, filled by the non-zero rule."""

    steps: tuple[Step, ...]
    fill: Role | None = None
    stroke: Role | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: Role | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Role
    width: float = 1.0
    dash: tuple[float, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A full circle."""

    x: float
    y: float
    radius: float
    fill: Role | None = None
    stroke: Role | None = None
    width: float = 1.0
    dash: tuple[float, ...] = ()
    hatch: Role | None = None
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text on a baseline."""

    x: float
    y: float
    text: str
    size: float
    role: Role = Role.INK
    anchor: Anchor = Anchor.START
    bold: bool = False
    rotation: float = 0.0
    key: str = ""


Shape: TypeAlias = Path | Line | Circle | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A figure of `width` × `height` points; `alt` tells it in words."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    alt: str


def polygon(points: Iterable[Point]) -> tuple[Step, ...]:
    """Return the closed outline through the points."""
    first, *others = points
    return (Move(*first), *(Draw(*point) for point in others), Close())


def rectangle(x: float, y: float, width: float, height: float) -> tuple[Step, ...]:
    """Return the outline of a rectangle from its top left corner."""
    return polygon(((x, y), (x + width, y), (x + width, y + height), (x, y + height)))


def sector(centre: Point, inner: float, outer: float, start: float, end: float) -> tuple[Step, ...]:
    """Return the outline of a ring sector between two radii.

    Angles are in degrees clockwise from the top (as a compass); with `inner` 0 it is a wedge from the centre.
    """
    out = _arc(centre, outer, start, end)
    back = _arc(centre, inner, end, start) if inner > 0 else ()
    begin = compass(centre, outer, start)
    turn = compass(centre, inner, end) if inner > 0 else centre
    return (Move(*begin), *out, Draw(*turn), *back, Close())


def compass(centre: Point, radius: float, bearing: float) -> Point:
    """Return the point at `radius` from `centre`, `bearing` degrees clockwise from the top."""
    angle = math.radians(bearing)
    return centre[0] + radius * math.sin(angle), centre[1] - radius * math.cos(angle)


def _arc(centre: Point, radius: float, start: float, end: float) -> tuple[Curve, ...]:
    pieces = max(1, math.ceil(abs(end - start) / 45))
    turn = (end - start) / pieces
    return tuple(_arc_piece(centre, radius, start + turn * i, start + turn * (i + 1)) for i in range(pieces))


def _arc_piece(centre: Point, radius: float, start: float, end: float) -> Curve:
    """Return the Bézier curve nearest to a short arc (handles of 4/3 tan(angle/4) radii along the tangents)."""
    a, b = math.radians(start), math.radians(end)
    handle = 4 / 3 * math.tan((b - a) / 4) * radius
    x0, y0 = compass(centre, radius, start)
    x3, y3 = compass(centre, radius, end)
    x1, y1 = x0 + handle * math.cos(a), y0 + handle * math.sin(a)
    x2, y2 = x3 - handle * math.cos(b), y3 - handle * math.sin(b)
    return Curve(x1, y1, x2, y2, x3, y3)


def hit(drawing: Drawing, x: float, y: float) -> str:
    """Return the key of the topmost keyed shape under (x, y), or ""."""
    for shape in reversed(drawing.shapes):
        if shape.key and _holds(shape, x, y):
            return shape.key
    return ""


def _holds(shape: Shape, x: float, y: float) -> bool:
    if isinstance(shape, Circle):
        return math.hypot(x - shape.x, y - shape.y) <= max(shape.radius, 4.0)
    if isinstance(shape, Path):
        return sum(_inside(outline(part), x, y) for part in _parts(shape.steps)) % 2 == 1
    if isinstance(shape, Text) and not shape.rotation:
        length = 0.56 * shape.size * len(shape.text)
        left = shape.x - {Anchor.START: 0.0, Anchor.MIDDLE: length / 2, Anchor.END: length}[shape.anchor]
        return left <= x <= left + length and shape.y - shape.size <= y <= shape.y + 0.3 * shape.size
    return False


def _parts(steps: Sequence[Step]) -> list[Sequence[Step]]:
    """Return the outlines of a path one by one: one that lies inside another is a hole in it."""
    starts = [place for place, step in enumerate(steps) if isinstance(step, Move)]
    return [steps[one:other] for one, other in zip(starts, [*starts[1:], len(steps)], strict=True)]


def outline(steps: Sequence[Step]) -> tuple[Point, ...]:
    """Return the points of an outline, curves cut into eight straight pieces."""
    points: list[Point] = []
    for step in steps:
        if isinstance(step, Move | Draw):
            points.append((step.x, step.y))
        elif isinstance(step, Curve):
            points.extend(_bezier(points[-1], step, i / 8) for i in range(1, 9))
    return tuple(points)


def _bezier(start: Point, curve: Curve, t: float) -> Point:
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return (
        a * start[0] + b * curve.x1 + c * curve.x2 + d * curve.x,
        a * start[1] + b * curve.y1 + c * curve.y2 + d * curve.y,
    )


def _inside(points: Sequence[Point], x: float, y: float) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], *points[:1]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
