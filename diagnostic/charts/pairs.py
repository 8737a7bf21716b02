"""Which domain is ahead of which: a staircase of cells, each column under its domain, each row ending in its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diagnostic.charts.drawing import Anchor, Drawing, Path, Role, Shape, Text, rectangle
from diagnostic.charts.layout import Hue

CELL, ROW = 36.0, 20.0
LETTERS = 9.5
LETTER = 0.64
"""Widest mean width of a bold letter, in sizes of it."""
GAP = 2.0


@dataclass(frozen=True, slots=True)
class Step:
    """A domain on the staircase: its key, its name and the colour of its axis."""

    id: str
    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Cell:
    """How often the column's domain is ahead of the row's, as it is written; `hue` is that of the one ahead.

    A sure order is filled, a doubtful one dashed.
    """

    words: str
    hue: Hue
    sure: bool
    doubtful: bool


def pair_stairs(steps: Sequence[Step], cells: Mapping[tuple[str, str], Cell], alt: str) -> Drawing:
    """Return the staircase, the first step on top; `cells` by (column's id, row's id); keys are "pair:one:other"."""
    shapes: list[Shape] = []
    for row, step in enumerate(steps):
        top = row * ROW
        for column, other in enumerate(steps[:row]):
            key = f"pair:{other.id}:{step.id}"
            shapes += _cell(cells[other.id, step.id], column * CELL, top, key)
        left = row * CELL + 3
        shapes.append(Text(x=left, y=top + 13.5, text=step.name, size=LETTERS, role=step.role, bold=True))
    width = max(row * CELL + 6 + LETTER * LETTERS * len(step.name) for row, step in enumerate(steps))
    return Drawing(width=width, height=len(steps) * ROW + 2, shapes=tuple(shapes), alt=alt)


def _cell(cell: Cell, left: float, top: float, key: str) -> list[Shape]:
    steps = rectangle(left + GAP / 2, top + GAP / 2, CELL - GAP, ROW - GAP)
    dash = (2.5, 2.0) if cell.doubtful else ()
    fill = cell.hue.light if cell.sure else None
    ground = Path(steps=steps, fill=fill, stroke=cell.hue.main, width=0.7, dash=dash, key=key)
    words = Text(
        x=left + CELL / 2,
        y=top + 13.5,
        text=cell.words,
        size=LETTERS,
        anchor=Anchor.MIDDLE,
        bold=not cell.sure,
        key=key,
    )
    return [ground, words]
