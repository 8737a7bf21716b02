"""Communities against institutional links: countries under the reading they carry, one column a kind of link.

A full dot is a link, with its figure; a hollow one is a link looked for and not found; "?" is not known, "–" has no
sense here. Shape tells, and colour only on which axis the link stands, as in the table of the results' page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Role, Shape, Text
from diagnostic.charts.fitting import cut
from diagnostic.charts.layout import INSTITUTION, TERRITORY

ACROSS = 460.0
NAMES = 128.0
ROW, BAND = 12.5, 17.0
HEAD = 27.0
LABEL = 7.4
FIGURE = 6.8
RADIUS = 2.5
FIGURES = 38.0
"""Room for a mark and its figure, in points."""
ASIDE = 11.0
"""How far left of its column's middle a mark stands, for its figure to have room."""


class Presence(StrEnum):
    """Whether a link exists: shown by shape, and said in words."""

    PRESENT = "present"
    NONE = "none"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


SIGNS = {Presence.UNKNOWN: "?", Presence.NOT_APPLICABLE: "–"}
"""What is written where there is neither link nor lack."""


def presence_of(value: float | None, applies: bool) -> Presence:
    """Return what a figure of the country matrix says of its link."""
    if not applies:
        return Presence.NOT_APPLICABLE
    if value is None:
        return Presence.UNKNOWN
    return Presence.PRESENT if value else Presence.NONE


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of link; `institutional` when the collectivité makes it itself."""

    title: str
    institutional: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell: its mark, and the figure beside a link that is there."""

    presence: Presence
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A country and its marks, one a column."""

    code: str
    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A reading, with the countries that carry it."""

    title: str
    rows: tuple[Row, ...]


def link_matrix(columns: Sequence[Column], groups: Sequence[Group], sides: tuple[str, str], alt: str) -> Drawing:
    """Return the matrix, 460 points wide; `sides` name the two axes above their columns; keys are "country:code"."""
    height = HEAD + sum(BAND + ROW * len(group.rows) for group in groups) + 2
    shapes: list[Shape] = _heads(columns, sides)
    y = HEAD
    for group in groups:
        shapes += [
            Line(x1=0, y1=y + 2.5, x2=ACROSS, y2=y + 2.5, stroke=Role.GRID, width=0.6),
            Text(x=0, y=y + BAND - 4, text=cut(group.title, ACROSS, LABEL, bold=True), size=LABEL, bold=True),
        ]
        y += BAND
        for row in group.rows:
            shapes += _row(row, columns, y)
            y += ROW
    return Drawing(width=ACROSS, height=height, shapes=tuple(shapes), alt=alt)


def _middle(place: int, count: int) -> float:
    return NAMES + (ACROSS - NAMES) * (place + 0.5) / count


def _heads(columns: Sequence[Column], sides: tuple[str, str]) -> list[Shape]:
    shapes: list[Shape] = []
    step = (ACROSS - NAMES) / len(columns)
    for institutional, hue in ((False, TERRITORY), (True, INSTITUTION)):
        places = [place for place, column in enumerate(columns) if column.institutional is institutional]
        if places:
            x = (_middle(places[0], len(columns)) + _middle(places[-1], len(columns))) / 2
            title = cut(sides[institutional], step * len(places) - 4, LABEL, bold=True)
            shapes.append(Text(x=x, y=8, text=title, size=LABEL, role=hue.text, bold=True, anchor=Anchor.MIDDLE))
    for place, column in enumerate(columns):
        title = cut(column.title, step - 3, FIGURE)
        x = _middle(place, len(columns)) - ASIDE - RADIUS
        shapes.append(Text(x=x, y=19.5, text=title, size=FIGURE, role=Role.MUTED))
    return shapes


def _row(row: Row, columns: Sequence[Column], y: float) -> list[Shape]:
    key = f"country:{row.code}"
    shapes: list[Shape] = [Text(x=8, y=y + 8.5, text=cut(row.name, NAMES - 12, LABEL), size=LABEL, key=key)]
    for place, (mark, column) in enumerate(zip(row.marks, columns, strict=True)):
        shapes += _mark(mark, column, _middle(place, len(columns)) - ASIDE, y, key)
    return shapes


def _mark(mark: Mark, column: Column, x: float, y: float, key: str) -> list[Shape]:
    hue, room = INSTITUTION if column.institutional else TERRITORY, FIGURES - 5
    if mark.presence in SIGNS:
        sign = SIGNS[mark.presence]
        return [Text(x=x, y=y + 8.5, text=sign, size=LABEL, role=Role.MUTED, anchor=Anchor.MIDDLE, key=key)]
    if mark.presence is Presence.NONE:
        return [Circle(x=x, y=y + 6, radius=RADIUS, stroke=hue.main, width=0.9, key=key)]
    return [
        Circle(x=x, y=y + 6, radius=RADIUS, fill=hue.main, stroke=hue.main, width=0.9, key=key),
        Text(x=x + 5, y=y + 8.4, text=cut(mark.figure, room, FIGURE), size=FIGURE, key=key),
    ]
