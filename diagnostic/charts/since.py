"""From one campaign to the next: each score then and now on one line, with both intervals.

A hollow point is then, a full one now; each has its interval as a line, then above and now below. A score that is not
published has its interval alone, dashed.
"""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.assessment.comparing import Comparison, NodeChange
from diagnostic.assessment.results import NodeResult
from diagnostic.charts.domains import LEFT, RIGHT, WIDTH
from diagnostic.charts.drawing import Anchor, Circle, Drawing, Line, Role, Shape, Text
from diagnostic.charts.fitting import cut
from diagnostic.charts.layout import Hue, hue_of
from diagnostic.charts.wording import beside_mid, says_something, score_words, shown_mid
from diagnostic.framework.model import Framework, Node
from diagnostic.texts import Texts

ROW, TOP = 17.0, 15.0
LABEL, SMALL = 7.6, 6.4
APART = 2.6
"""Half the distance between the lines of then and of now."""


def since(changes: Comparison, framework: Framework, years: tuple[int, int], texts: Texts) -> Drawing:
    """Return one row for each axis (bold) and domain, 460 points wide; `years` are those of then and of now."""
    nodes = [node for axis in framework.axes() for node in (axis, *framework.children(axis.id))]
    height = TOP + ROW * len(nodes) + 14
    shapes: list[Shape] = [*_legend(years), *_grid(height)]
    for place, node in enumerate(nodes):
        shapes += _row(node, changes.node(node.id), TOP + ROW * place, hue_of(node.id, framework), texts)
    return Drawing(width=WIDTH, height=height, shapes=tuple(shapes), alt=since_words(changes, nodes, years, texts))


def since_words(changes: Comparison, nodes: Sequence[Node], years: tuple[int, int], texts: Texts) -> str:
    """Return the figure in words: every score then and now."""
    parts = [
        texts(
            "figure.since.part",
            name=node.title[texts.lang],
            then=score_words(changes.node(node.id).before, texts),
            now=score_words(changes.node(node.id).after, texts),
        )
        for node in nodes
    ]
    joined = texts("figure.separator").join(parts)
    return texts("figure.since.alt", then=str(years[0]), now=str(years[1]), parts=joined)


def _x(score: float) -> float:
    return LEFT + (RIGHT - LEFT) * max(0.0, min(100.0, score)) / 100


def _legend(years: tuple[int, int]) -> list[Shape]:
    shapes: list[Shape] = []
    for x, year, now in ((LEFT, years[0], False), (LEFT + 46, years[1], True)):
        shapes.append(_point(x + 3, 6.0, Hue(Role.MUTED, Role.MUTED, Role.MUTED), now, ""))
        shapes.append(Text(x=x + 9, y=8.4, text=str(year), size=SMALL, role=Role.MUTED))
    return shapes


def _grid(height: float) -> list[Shape]:
    shapes: list[Shape] = []
    for score in (0, 25, 50, 75, 100):
        x = _x(score)
        shapes.append(Line(x1=x, y1=TOP - 1, x2=x, y2=height - 11, stroke=Role.GRID, width=0.5))
        shapes.append(Text(x=x, y=height - 3, text=str(score), size=6, role=Role.MUTED, anchor=Anchor.MIDDLE))
    return shapes


def _row(node: Node, change: NodeChange, y: float, hue: Hue, texts: Texts) -> list[Shape]:
    axis, key = not node.parent, f"domain:{node.id}"
    name = node.title[texts.lang] if len(node.title[texts.lang]) <= 38 else node.short[texts.lang]
    role = hue.text if axis else Role.INK
    middle = y + ROW / 2
    words = texts("figure.since.row", then=_said(change.before, texts), now=_said(change.after, texts))
    return [
        Text(x=LEFT - 8, y=middle + 2.6, text=cut(name, LEFT - 10, LABEL, bold=axis), size=LABEL, anchor=Anchor.END,
             role=role, bold=axis, key=key),
        *_spans(change, middle, hue, key),
        *_points(change, middle, hue, key),
        Text(x=RIGHT + 8, y=middle + 2.4, text=words, size=SMALL + 0.4, role=role,
             bold=change.sure and bool(change.points), key=key),
    ]  # fmt: skip


def _said(node: NodeResult, texts: Texts) -> str:
    """Return the score, or the interval alone while it is not published."""
    return shown_mid(node, texts) or beside_mid(node, texts)


def _spans(change: NodeChange, y: float, hue: Hue, key: str) -> list[Shape]:
    shapes: list[Shape] = []
    for node, by in ((change.before, -APART), (change.after, APART)):
        interval = node.interval
        if interval.applicable and says_something(interval) and interval.high > interval.low:
            low, high = _x(interval.low), _x(interval.high)
            dash = () if node.published else (2.0, 2.0)
            width = 0.8 if by < 0 else 1.6
            shapes.append(Line(x1=low, y1=y + by, x2=high, y2=y + by, stroke=hue.main, width=width, dash=dash, key=key))
    return shapes


def _points(change: NodeChange, y: float, hue: Hue, key: str) -> list[Shape]:
    shapes: list[Shape] = []
    for node, now in ((change.before, False), (change.after, True)):
        if node.published and node.interval.applicable and node.interval.mid is not None:
            shapes.append(_point(_x(node.interval.mid), y + (APART if now else -APART), hue, now, key))
    return shapes


def _point(x: float, y: float, hue: Hue, now: bool, key: str) -> Circle:
    return Circle(x=x, y=y, radius=2.8, fill=hue.main if now else Role.SURFACE, stroke=hue.main, width=1.1, key=key)
