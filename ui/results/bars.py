"""Named bars one under the other, the territory's own standing out by its mark, its weight and its colour."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour_on
from ui.results.beside_words import Bar

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignVCenter)
AT_RIGHT = int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter)
MOST_OF_LABEL = 0.62
"""Share of the room left by marks and values that names may take."""


class BarList(QWidget):
    """Bars on one scale up to `full` per cent. The keyboard stops at it, so that the page brings it into view."""

    def __init__(self, title: str, bars: Sequence[Bar], full: float = 100.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = tuple(bars)
        self._full = max(full, 1.0)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(title)
        self.setAccessibleDescription(". ".join(bar.said for bar in bars))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows; names wrap."""
        return sum(self._heights(width)) + 2 * self._gap()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = 34 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable size."""
        width = 22 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint each row, and a ring when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = self._gap()
        for bar, height in zip(self.bars, self._heights(self.width()), strict=True):
            self._row(painter, bar, QRect(0, top, self.width(), height))
            top += height
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _row(self, painter: QPainter, bar: Bar, place: QRect) -> None:
        mark, label, value = self._mark_width(), self._label_width(place.width()), self._value_width()
        painter.setFont(self._letters(bar))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(QRect(self._gap(), place.top(), mark, place.height()), WRAPPED, bar.mark)
        left = self._gap() + mark
        painter.drawText(QRect(left, place.top(), label, place.height()), WRAPPED, bar.name)
        right = place.width() - value - self._gap()
        painter.drawText(QRect(right, place.top(), value, place.height()), AT_RIGHT, bar.value)
        start = left + label + 2 * self._gap()
        self._bar(painter, bar, QRectF(start, place.top(), max(0, right - self._gap() - start), place.height()))

    def _bar(self, painter: QPainter, bar: Bar, room: QRectF) -> None:
        thick = self.fontMetrics().height() * 0.62
        top = room.center().y() - thick / 2
        width = room.width() * min(1.0, bar.share / self._full)
        main, light = (colour_on(self, role) for role in (Role.INSTITUTION, Role.INSTITUTION_LIGHT))
        painter.setPen(QPen(main, 1))
        painter.setBrush(main if bar.own else light)
        painter.drawRect(QRectF(room.left(), top, max(2.0, width), thick))

    def _heights(self, width: int) -> list[int]:
        label = self._label_width(width)
        return [self._height(bar, label) + 2 * self._gap() for bar in self.bars]

    def _height(self, bar: Bar, width: int) -> int:
        metrics = QFontMetrics(self._letters(bar))
        return metrics.boundingRect(QRect(0, 0, width, 100_000), WRAPPED, bar.name).height()

    def _label_width(self, width: int) -> int:
        widest = max((QFontMetrics(self._letters(bar)).horizontalAdvance(bar.name) for bar in self.bars), default=0)
        room = width - self._mark_width() - self._value_width() - 5 * self._gap()
        return max(40, min(widest + 4, round(room * MOST_OF_LABEL)))

    def _value_width(self) -> int:
        bold = QFontMetrics(self._bold())
        return max((bold.horizontalAdvance(bar.value) for bar in self.bars), default=0) + 2

    def _mark_width(self) -> int:
        return round(self.fontMetrics().height() * 0.9) if any(bar.mark for bar in self.bars) else 0

    def _gap(self) -> int:
        return max(3, self.fontMetrics().height() // 6)

    def _letters(self, bar: Bar) -> QFont:
        return self._bold() if bar.own else self.font()

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font
