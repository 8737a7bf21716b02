"""Painting a display list with Qt: sharp at any size, in any of the palettes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from diagnostic.charts.drawing import (
    HATCH_STEP,
    HATCH_WIDTH,
    Anchor,
    Circle,
    Curve,
    Draw,
    Drawing,
    Line,
    Move,
    Path,
    Role,
    Shape,
    Step,
    Text,
)
from diagnostic.charts.palette import Palette
from ui.charts.colours import colour

FAMILY = "Noto Sans"
EM = 64
"""Letters are laid out at this pixel size and scaled, so that widths do not depend on the size shown."""


@dataclass(frozen=True, slots=True)
class Fit:
    """Where a drawing stands in a widget: pixels per point, and its top left corner."""

    scale: float
    left: float
    top: float

    def to_drawing(self, place: QPointF) -> tuple[float, float]:
        """Return a place of the widget in the drawing's points."""
        return (place.x() - self.left) / self.scale, (place.y() - self.top) / self.scale

    def to_widget(self, rect: QRectF) -> QRectF:
        """Return a rectangle of the drawing in the widget's pixels."""
        return QRectF(
            self.left + rect.x() * self.scale,
            self.top + rect.y() * self.scale,
            rect.width() * self.scale,
            rect.height() * self.scale,
        )


def fit(drawing: Drawing, target: QRectF) -> Fit:
    """Return how a drawing fills a rectangle, whole, centred and in proportion."""
    scale = max(1e-6, min(target.width() / drawing.width, target.height() / drawing.height))
    left = target.x() + (target.width() - drawing.width * scale) / 2
    top = target.y() + (target.height() - drawing.height * scale) / 2
    return Fit(scale, left, top)


def paint(drawing: Drawing, painter: QPainter, target: QRectF, palette: Palette) -> None:
    """Paint a drawing into a rectangle, over whatever is there."""
    place = fit(drawing, target)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.left, place.top)
    painter.scale(place.scale, place.scale)
    for shape in drawing.shapes:
        _paint(shape, painter, palette)
    painter.restore()


def outline_of(shape: Shape) -> QPainterPath:
    """Return a shape's outline, in the drawing's points; a text's is the box of its letters."""
    path = QPainterPath()
    if isinstance(shape, Path):
        return _traced(shape.steps)
    if isinstance(shape, Circle):
        path.addEllipse(QPointF(shape.x, shape.y), shape.radius, shape.radius)
    elif isinstance(shape, Line):
        path.moveTo(shape.x1, shape.y1)
        path.lineTo(shape.x2, shape.y2)
    else:
        path.addRect(_box(shape))
    return path


def _paint(shape: Shape, painter: QPainter, palette: Palette) -> None:
    if isinstance(shape, Text):
        _write(shape, painter, palette)
    elif isinstance(shape, Line):
        painter.setPen(_pen(shape.stroke, shape.width, shape.dash, palette))
        painter.drawLine(QPointF(shape.x1, shape.y1), QPointF(shape.x2, shape.y2))
    else:
        _fill(shape, painter, palette)


def _fill(shape: Path | Circle, painter: QPainter, palette: Palette) -> None:
    outline = outline_of(shape)
    if shape.fill is not None:
        painter.fillPath(outline, colour(palette, shape.fill))
    if shape.hatch is not None:
        _hatch(outline, painter, colour(palette, shape.hatch))
    if shape.stroke is not None:
        painter.strokePath(outline, _pen(shape.stroke, shape.width, shape.dash, palette))


def _hatch(outline: QPainterPath, painter: QPainter, ink: QColor) -> None:
    box = outline.boundingRect()
    painter.save()
    painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, HATCH_WIDTH))
    step = HATCH_STEP * 2**0.5
    start = box.left() - box.height()
    for count in range(int((box.width() + box.height()) / step) + 2):
        x = start + count * step
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
    painter.restore()


def _pen(role: Role, width: float, dash: tuple[float, ...], palette: Palette) -> QPen:
    pen = QPen(colour(palette, role), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dash:
        lengths = [length / width for length in dash]  # Qt counts dashes in pen widths
        pen.setDashPattern(lengths if len(lengths) % 2 == 0 else lengths * 2)
    return pen


def _write(text: Text, painter: QPainter, palette: Palette) -> None:
    font = _font(text)
    painter.save()
    painter.translate(text.x, text.y)
    painter.rotate(-text.rotation)
    painter.scale(text.size / EM, text.size / EM)
    painter.setFont(font)
    painter.setPen(colour(palette, text.role))
    painter.drawText(QPointF(-_shift(text, font), 0), text.text)
    painter.restore()


def _font(text: Text) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(EM)
    font.setBold(text.bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _shift(text: Text, font: QFont) -> float:
    width = QFontMetricsF(font).horizontalAdvance(text.text)
    return {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[text.anchor]


def _box(text: Text) -> QRectF:
    font = _font(text)
    metrics, scale = QFontMetricsF(font), text.size / EM
    left = text.x - _shift(text, font) * scale
    return QRectF(
        left,
        text.y - metrics.ascent() * scale,
        metrics.horizontalAdvance(text.text) * scale,
        metrics.height() * scale,
    )


def _traced(steps: tuple[Step, ...]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for step in steps:
        if isinstance(step, Move):
            path.moveTo(step.x, step.y)
        elif isinstance(step, Draw):
            path.lineTo(step.x, step.y)
        elif isinstance(step, Curve):
            path.cubicTo(step.x1, step.y1, step.x2, step.y2, step.x, step.y)
        else:
            path.closeSubpath()
    return path
