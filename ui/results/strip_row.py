"""A row to press that carries a strip from 0 to 100: where a score falls as the choices vary."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from diagnostic.charts.drawing import Role
from diagnostic.charts.layout import Hue
from ui.charts.colours import colour_on
from ui.results.row_button import RowButton, RowWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """From `low` to `high` on a scale of 100; `mid` is a line across it and `other` a diamond, where there is one."""

    hue: Hue
    low: float
    high: float
    mid: float | None = None
    other: float | None = None


class StripRow(RowButton):
    """A row of text over its strip."""

    def __init__(self, words: RowWords, strip: Strip, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.strip = strip

    def heightForWidth(self, width: int) -> int:
        """Return the height of the text and the strip."""
        return super().heightForWidth(width) + self._thick() + 2 * self._gap()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row, then the strip at its foot."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self.height() - self._thick() - 2 * self._gap()
        room = QRectF(2 * self._gap(), top, self.width() - 4 * self._gap(), self._thick())
        self._scale(painter, room)
        self._band(painter, room)
        if self.strip.other is not None:
            self._diamond(painter, room, self.strip.other)

    def _scale(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QPen(colour_on(self, Role.UNKNOWN), 1))
        middle = room.center().y()
        painter.drawLine(QPointF(room.left(), middle), QPointF(room.right(), middle))
        for end in (room.left(), room.right()):
            painter.drawLine(QPointF(end, middle - room.height() / 4), QPointF(end, middle + room.height() / 4))

    def _band(self, painter: QPainter, room: QRectF) -> None:
        hue, left = self.strip.hue, self._x(self.strip.low, room)
        painter.setPen(QPen(colour_on(self, hue.main), 1))
        painter.setBrush(colour_on(self, hue.main if self.strip.mid is None else hue.light))
        width = max(3.0, self._x(self.strip.high, room) - left)
        painter.drawRect(QRectF(left, room.top() + room.height() * 0.15, width, room.height() * 0.7))
        if self.strip.mid is not None:
            painter.setPen(QPen(colour_on(self, hue.text), 3))
            x = self._x(self.strip.mid, room)
            painter.drawLine(QPointF(x, room.top()), QPointF(x, room.bottom()))

    def _diamond(self, painter: QPainter, room: QRectF, score: float) -> None:
        x, y, half = self._x(score, room), room.center().y(), room.height() * 0.42
        points = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
        painter.setPen(QPen(colour_on(self, Role.INK), 1.5))
        painter.setBrush(colour_on(self, Role.SURFACE))
        painter.drawPolygon(QPolygonF(points), Qt.FillRule.WindingFill)

    def _x(self, score: float, room: QRectF) -> float:
        return room.left() + room.width() * max(0.0, min(100.0, score)) / 100

    def _thick(self) -> int:
        return round(self.fontMetrics().height() * 0.7)
