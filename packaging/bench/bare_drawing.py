"""A figure of the brief drawn with reportlab and nothing else: no structure, no font but its own, no hatching."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from diagnostic.charts.drawing import Anchor, Circle, Close, Curve, Draw, Drawing, Line, Move, Path, Text
from diagnostic.charts.palette import PRINT


class Bare(Flowable):  # type: ignore[misc]  # the library has no types to inherit
    """A drawing 300 points wide."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self._drawing, self._scale = drawing, 300 / drawing.width
        self.width, self.height = 300, drawing.height * self._scale

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return the space it takes."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint it."""
        self.canv.scale(self._scale, self._scale)
        height = self._drawing.height
        for shape in self._drawing.shapes:
            if isinstance(shape, Text):
                self.canv.setFont("Helvetica-Bold" if shape.bold else "Helvetica", shape.size)
                self.canv.setFillColor(HexColor(PRINT.colour(shape.role)))
                draw = {Anchor.START: "drawString", Anchor.MIDDLE: "drawCentredString", Anchor.END: "drawRightString"}
                getattr(self.canv, draw[shape.anchor])(shape.x, height - shape.y, shape.text)
            elif isinstance(shape, Line):
                self._ink(shape)
                self.canv.line(shape.x1, height - shape.y1, shape.x2, height - shape.y2)
            else:
                self._ink(shape)
                filled, stroked = shape.fill is not None, shape.stroke is not None
                self.canv.drawPath(self._outline(shape), stroke=int(stroked), fill=int(filled))

    def _ink(self, shape: Line | Path | Circle) -> None:
        if shape.stroke is not None:
            self.canv.setStrokeColor(HexColor(PRINT.colour(shape.stroke)))
            self.canv.setLineWidth(shape.width)
        if not isinstance(shape, Line) and shape.fill is not None:
            self.canv.setFillColor(HexColor(PRINT.colour(shape.fill)))

    def _outline(self, shape: Path | Circle) -> Any:
        path, height = self.canv.beginPath(), self._drawing.height
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
