"""The two axes as a square: where the territory stands, and the zone the missing answers leave open."""

from __future__ import annotations

import textwrap

from diagnostic.assessment.results import Assessment, NodeResult
from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Path, Role, Shape, Text, rectangle
from diagnostic.charts.layout import INSTITUTION, TERRITORY
from diagnostic.charts.wording import score_words
from diagnostic.framework.model import Framework
from diagnostic.texts import Texts

LABEL = 8.6
CORNER = 7.2
CORNER_LINE = CORNER * 1.2
CORNER_LETTERS = 20
SIDE = 170.0
LEFT, TOP = 30.0, 26.0
COMPACT_SIDE = 96.0


def position(assessment: Assessment, framework: Framework, texts: Texts, *, compact: bool = False) -> Drawing:
    """Return the square: 210 × 238 points with labels, or 100 × 100 without them when `compact`."""
    side, left, top = (COMPACT_SIDE, 2.0, 2.0) if compact else (SIDE, LEFT, TOP)
    across, up = (assessment.node(axis.id) for axis in framework.axes()[:2])
    threshold = framework.thresholds.get("strong_axis", 50.0)
    shapes = [*_frame(left, top, side, threshold), *_zone(across, up, left, top, side)]
    if not compact:
        shapes += [*_corners(framework, texts), *_titles(assessment, framework, texts)]
    width, height = (100.0, 100.0) if compact else (210.0, 238.0)
    return Drawing(width=width, height=height, shapes=tuple(shapes), alt=_words(assessment, framework, texts))


def _words(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    across, up = framework.axes()[:2]
    return texts(
        "chart.position.alt",
        territory=score_words(assessment.node(across.id), texts),
        institution=score_words(assessment.node(up.id), texts),
        reading=reading(assessment, framework, texts),
    )


def reading(assessment: Assessment, framework: Framework, texts: Texts) -> str:
    """Return the name of the position, or the words for "still undecided"."""
    for item in framework.positions:
        if item.id == assessment.position:
            return item.title[texts.lang]
    return texts("chart.position.undecided")


def _frame(left: float, top: float, side: float, threshold: float) -> list[Shape]:
    """Return the square and the two lines at which an axis becomes strong."""
    x, y = left + side * threshold / 100, top + side * (1 - threshold / 100)
    return [
        Path(steps=rectangle(left, top, side, side), stroke=Role.UNKNOWN, width=0.6),
        Line(x1=x, y1=top, x2=x, y2=top + side, stroke=Role.UNKNOWN, width=0.6, dash=(3.0, 3.0)),
        Line(x1=left, y1=y, x2=left + side, y2=y, stroke=Role.UNKNOWN, width=0.6, dash=(3.0, 3.0)),
    ]


def _zone(across: NodeResult, up: NodeResult, left: float, top: float, side: float) -> list[Shape]:
    """Return the rectangle both intervals leave open and the point; hatched, and no point, unless both are published.

    A point would say that the territory stands there, where nothing is decided yet.
    """
    wide, high = across.interval, up.interval
    if not (wide.applicable and high.applicable):
        return []
    scale = side / 100
    x, y = left + wide.low * scale, top + (100 - high.high) * scale
    steps = rectangle(x, y, max(1.0, (wide.high - wide.low) * scale), max(1.0, (high.high - high.low) * scale))
    if not (across.published and up.published) or wide.mid is None or high.mid is None:
        return [Path(steps=steps, hatch=Role.GRID, stroke=Role.UNKNOWN, width=0.6, key="position:zone")]
    return [
        Path(steps=steps, fill=Role.TERRITORY_LIGHT, stroke=Role.TERRITORY, width=0.8, key="position:zone"),
        Circle(
            x=left + wide.mid * scale,
            y=top + (100 - high.mid) * scale,
            radius=max(2.5, side / 45),
            fill=Role.TERRITORY,
            stroke=Role.SURFACE,
            key="position:point",
        ),
    ]


def _corners(framework: Framework, texts: Texts) -> list[Shape]:
    """Return the names of the four readings at their corners, outside the square: no zone ever crosses them."""
    shapes: list[Shape] = []
    for strong in (False, True):
        x, anchor = (LEFT + SIDE, Anchor.END) if strong else (LEFT, Anchor.START)
        above = textwrap.wrap(corner_title(framework, (strong, True), texts.lang), CORNER_LETTERS)[:2]
        below = textwrap.wrap(corner_title(framework, (strong, False), texts.lang), CORNER_LETTERS)[:2]
        tops = (TOP - 5 - (len(above) - 1) * CORNER_LINE, TOP + SIDE + 20)
        for top, lines in zip(tops, (above, below), strict=True):
            shapes += [
                Text(x=x, y=top + i * CORNER_LINE, text=line, size=CORNER, role=Role.MUTED, anchor=anchor)
                for i, line in enumerate(lines)
            ]
    return shapes


def corner_title(framework: Framework, corner: tuple[bool, bool], lang: str) -> str:
    """Return the name of the position where (territory, institution) are strong or not, or ""."""
    strong = {axis.id for axis, is_strong in zip(framework.axes()[:2], corner, strict=True) if is_strong}
    return next((item.title[lang] for item in framework.positions if set(item.strong) == strong), "")


def _titles(assessment: Assessment, framework: Framework, texts: Texts) -> list[Shape]:
    across, up = framework.axes()[:2]
    below = f"{across.short[texts.lang]} {score_words(assessment.node(across.id), texts)}"
    beside = f"{up.short[texts.lang]} {score_words(assessment.node(up.id), texts)}"
    middle, bottom = LEFT + SIDE / 2, TOP + SIDE
    return [
        Text(x=LEFT, y=bottom + 9, text="0", size=7, role=Role.MUTED, anchor=Anchor.MIDDLE),
        Text(x=LEFT + SIDE, y=bottom + 9, text="100", size=7, role=Role.MUTED, anchor=Anchor.MIDDLE),
        Text(x=LEFT - 4, y=TOP + 6, text="100", size=7, role=Role.MUTED, anchor=Anchor.END),
        Text(x=middle, y=bottom + 41, text=below, size=LABEL, role=TERRITORY.text, anchor=Anchor.MIDDLE, bold=True),
        Text(
            x=LEFT - 18,
            y=TOP + SIDE / 2,
            text=beside,
            size=LABEL,
            role=INSTITUTION.text,
            anchor=Anchor.MIDDLE,
            bold=True,
            rotation=90.0,
        ),
    ]
