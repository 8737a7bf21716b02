"""Amounts made of parts, as bars on one scale: own euros and euros raised, a scheme's use and what is left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from diagnostic.charts.drawing import Drawing, Path, Role, Shape, Step, Text, rectangle
from diagnostic.charts.fitting import cut, width_of

ACROSS = 460.0
LEFT, RIGHT = 150.0, 452.0
ROW, BAR, TOP = 26.0, 9.0, 15.0
LABEL, SMALL = 7.6, 6.6


class Part(StrEnum):
    """How a part looks: pattern tells as well as colour."""

    OWN = "own"
    RAISED = "raised"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Stack:
    """A bar: its label, its parts in euros from left to right, and the words under it that say them."""

    label: str
    parts: tuple[tuple[Part, float], ...]
    words: str


def stacked_bars(stacks: Sequence[Stack], legend: Sequence[tuple[Part, str]], alt: str) -> Drawing:
    """Return the bars in the order given under their legend, 460 points wide."""
    most = max((sum(euros for _, euros in stack.parts) for stack in stacks), default=0.0) or 1.0
    shapes = _legend(legend)
    for place, stack in enumerate(stacks):
        y = TOP + ROW * place
        shapes.append(Text(x=0, y=y + BAR - 1.2, text=cut(stack.label, LEFT - 8, LABEL), size=LABEL))
        x = LEFT
        for part, euros in stack.parts:
            wide = (RIGHT - LEFT) * euros / most
            if wide > 0:
                shapes.append(_filled(part, rectangle(x, y, wide, BAR)))
            x += wide
        words = cut(stack.words, RIGHT - LEFT, SMALL)
        shapes.append(Text(x=LEFT, y=y + BAR + 8, text=words, size=SMALL, role=Role.MUTED))
    return Drawing(width=ACROSS, height=TOP + ROW * len(stacks), shapes=tuple(shapes), alt=alt)


def _legend(legend: Sequence[tuple[Part, str]]) -> list[Shape]:
    shapes: list[Shape] = []
    x = LEFT
    for part, word in legend:
        shapes += [_filled(part, rectangle(x, 2, 10, 6)), Text(x=x + 13, y=7.6, text=word, size=SMALL)]
        x += 13 + width_of(word, SMALL) + 14
    return shapes


def _filled(part: Part, steps: tuple[Step, ...]) -> Path:
    if part is Part.OPEN:
        return Path(steps=steps, hatch=Role.UNKNOWN, stroke=Role.UNKNOWN, width=0.6)
    if part is Part.OWN:
        return Path(steps=steps, fill=Role.INSTITUTION, stroke=Role.INSTITUTION, width=0.6)
    return Path(steps=steps, fill=Role.TERRITORY_LIGHT, stroke=Role.TERRITORY, width=0.8)
