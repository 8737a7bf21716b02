"""Axes and domains as bars on one scale from 0 to 100, with their intervals and how much is known."""

from __future__ import annotations

from diagnostic.assessment.results import Assessment, NodeResult
from diagnostic.charts.drawing import Anchor, Drawing, Line, Path, Role, Shape, Text, rectangle
from diagnostic.charts.layout import Hue, hue_of
from diagnostic.charts.rose import rose_words
from diagnostic.charts.wording import says_something, score_words
from diagnostic.framework.model import Framework, Node
from diagnostic.texts import Texts

WIDTH = 460.0
ROW = 15.0
BAR = 8.0
LEFT, RIGHT = 168.0, 380.0
LABEL = 7.6


def domain_bars(assessment: Assessment, framework: Framework, texts: Texts) -> Drawing:
    """Return one bar for each axis (bold) and each of its domains, 460 points wide."""
    rows = _rows(framework)
    height = ROW * len(rows) + 16
    shapes: list[Shape] = [*_grid(height)]
    for place, node in enumerate(rows):
        shapes += _row(node, assessment.node(node.id), 4 + ROW * place, hue_of(node.id, framework), texts)
    return Drawing(width=WIDTH, height=height, shapes=tuple(shapes), alt=rose_words(assessment, framework, texts))


def _rows(framework: Framework) -> list[Node]:
    return [node for axis in framework.axes() for node in (axis, *framework.children(axis.id))]


def _x(score: float) -> float:
    return LEFT + (RIGHT - LEFT) * max(0.0, min(100.0, score)) / 100


def _grid(height: float) -> list[Shape]:
    shapes: list[Shape] = []
    for score in (0, 25, 50, 75, 100):
        x = _x(score)
        shapes.append(Line(x1=x, y1=2, x2=x, y2=height - 11, stroke=Role.GRID, width=0.5))
        shapes.append(Text(x=x, y=height - 3, text=str(score), size=6, role=Role.MUTED, anchor=Anchor.MIDDLE))
    return shapes


def _row(node: Node, result: NodeResult, y: float, hue: Hue, texts: Texts) -> list[Shape]:
    axis, key = not node.parent, f"domain:{node.id}"
    base = y + BAR - 1
    role = hue.text if axis else Role.INK

    def label(x: float, text: str, anchor: Anchor) -> Text:
        return Text(x=x, y=base, text=text, size=LABEL, anchor=anchor, role=role, bold=axis, key=key)

    name, value = _name(node, texts.lang), score_words(result, texts)
    return [label(LEFT - 8, name, Anchor.END), *_bar(result, y, hue, key), label(RIGHT + 8, value, Anchor.START)]


def _name(node: Node, lang: str) -> str:
    return node.title[lang] if len(node.title[lang]) <= 38 else node.short[lang]


def _bar(result: NodeResult, y: float, hue: Hue, key: str) -> list[Shape]:
    interval = result.interval
    if not interval.applicable:
        return []
    if not says_something(interval):
        steps = rectangle(LEFT, y, RIGHT - LEFT, BAR)
        return [Path(steps=steps, hatch=Role.UNKNOWN, stroke=Role.UNKNOWN, width=0.5, dash=(2.0, 2.0), key=key)]
    low, high = _x(interval.low), _x(interval.high)
    shapes: list[Shape] = [Path(steps=rectangle(LEFT, y, low - LEFT, BAR), fill=hue.main, key=key)]
    if high > low:
        hatch = None if result.published else hue.main
        band = rectangle(low, y, high - low, BAR)
        shapes.append(Path(steps=band, fill=hue.light, stroke=hue.main, width=0.5, hatch=hatch, key=key))
    if result.published and interval.mid is not None:
        mid = _x(interval.mid)
        shapes.append(Path(steps=rectangle(mid - 0.8, y - 1.5, 1.6, BAR + 3), fill=hue.text, key=key))
    return shapes
