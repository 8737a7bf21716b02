"""Paints a drawing on a reportlab canvas: vectors stay vectors, text stays text."""

from __future__ import annotations

from typing import Any

from diagnostic.brief.pdf.platypus import Flowable, HexColor
from diagnostic.brief.pdf.text import Ink, Press, draw_line, line_width
from diagnostic.charts.drawing import (
    HATCH_STEP,
    HATCH_WIDTH,
    Anchor,
    Circle,
    Close,
    Curve,
    Draw,
    Drawing,
    Line,
    Move,
    Path,
    Role,
    Text,
)


class DrawingBlock(Flowable):
    """A drawing as a flowable of the given width. `alt` says it in words for those who do not see it."""

    tag = "Figure"

    def __init__(self, drawing: Drawing, width: float, press: Press) -> None:
        super().__init__()
        self._drawing, self._press, self._scale = drawing, press, width / drawing.width
        self.alt = drawing.alt
        self.width, self.height = width, drawing.height * self._scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the space it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint it."""
        self.canv.saveState()
        self.canv.scale(self._scale, self._scale)
        paint(self._drawing, self.canv, self._press)
        self.canv.restoreState()


def paint(drawing: Drawing, canvas: Any, press: Press) -> None:
    """Paint a drawing with its bottom left corner at the canvas's origin."""
    for shape in drawing.shapes:
        canvas.saveState()
        if isinstance(shape, Text):
            _paint_text(shape, drawing.height, canvas, press)
        elif isinstance(shape, Line):
            _stroke(shape, canvas, press)
            canvas.line(shape.x1, drawing.height - shape.y1, shape.x2, drawing.height - shape.y2)
        else:
            _paint_area(shape, drawing.height, canvas, press)
        canvas.restoreState()


def _colour(role: Role, press: Press) -> Any:
    return HexColor(press.palette.colour(role))


def _stroke(shape: Line | Path | Circle, canvas: Any, press: Press) -> None:
    if shape.stroke is not None:
        canvas.setStrokeColor(_colour(shape.stroke, press))
        canvas.setLineWidth(shape.width)
        canvas.setDash(list(shape.dash), 0)


def _outline(shape: Path | Circle, height: float, canvas: Any) -> Any:
    path = canvas.beginPath()
    if isinstance(shape, Circle):
        path.circle(shape.x, height - shape.y, shape.radius)
        return path
    for step in shape.steps:
        match step:
            case Move(x, y):
                path.moveTo(x, height - y)
            case Draw(x, y):
                path.lineTo(x, height - y)
            case Curve(x1, y1, x2, y2, x, y):
                path.curveTo(x1, height - y1, x2, height - y2, x, height - y)
            case Close():
                path.close()
    return path


def _paint_area(shape: Path | Circle, height: float, canvas: Any, press: Press) -> None:
    if shape.fill is not None:
        canvas.setFillColor(_colour(shape.fill, press))
        canvas.drawPath(_outline(shape, height, canvas), stroke=0, fill=1)
    if shape.hatch is not None:
        _hatch(shape, shape.hatch, height, canvas, press)
    if shape.stroke is not None:
        _stroke(shape, canvas, press)
        canvas.drawPath(_outline(shape, height, canvas), stroke=1, fill=0)


def _hatch(shape: Path | Circle, role: Role, height: float, canvas: Any, press: Press) -> None:
    canvas.saveState()
    canvas.clipPath(_outline(shape, height, canvas), stroke=0, fill=0)
    canvas.setStrokeColor(_colour(role, press))
    canvas.setLineWidth(HATCH_WIDTH)
    left, bottom, right, top = _bounds(shape, height)
    tall, offset = top - bottom, left - (top - bottom)
    while offset < right:
        canvas.line(offset, bottom, offset + tall, top)
        offset += HATCH_STEP * 2**0.5
    canvas.restoreState()


def _bounds(shape: Path | Circle, height: float) -> tuple[float, float, float, float]:
    if isinstance(shape, Circle):
        y, radius = height - shape.y, shape.radius
        return shape.x - radius, y - radius, shape.x + radius, y + radius
    points = [(step.x, height - step.y) for step in shape.steps if not isinstance(step, Close)]
    points += [p for s in shape.steps if isinstance(s, Curve) for p in ((s.x1, height - s.y1), (s.x2, height - s.y2))]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _paint_text(shape: Text, height: float, canvas: Any, press: Press) -> None:
    ink = Ink(shape.bold, shape.role, shape.size)
    line = [(character, ink) for character in press.ready(shape.text).replace("\n", " ")]
    width = line_width(line, press.fonts)
    canvas.translate(shape.x, height - shape.y)
    canvas.rotate(shape.rotation)
    draw_line(canvas, line, {Anchor.START: 0.0, Anchor.MIDDLE: -width / 2, Anchor.END: -width}[shape.anchor], 0, press)
