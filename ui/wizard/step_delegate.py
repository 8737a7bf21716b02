"""How a step is drawn in the list: its name, its progress or its tick."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diagnostic.charts.drawing import Role
from diagnostic.texts import Texts
from ui.charts.colours import colour, palette_for
from ui.wizard.steps_model import PROGRESS, Index, StepState, progress_words


class StepDelegate(QStyledItemDelegate):
    """Paints a step: its name at the left, its progress at the right."""

    def __init__(self, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self._texts = texts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a comfortable height, and room for name and progress."""
        state = index.data(PROGRESS)
        line = option.fontMetrics.height()
        bold = QFont(option.font)
        bold.setBold(True)
        words = QFontMetrics(bold).horizontalAdvance(state.name) + option.fontMetrics.horizontalAdvance("100 % ")
        return QSize(words + 2 * line, round(line * 1.95))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one step."""
        state = index.data(PROGRESS)
        line = option.fontMetrics.height()
        box = QRectF(option.rect).adjusted(line * 0.4, 1.5, -line * 0.4, -1.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, box, option, chosen)
        inner = box.adjusted(line * 0.6, 0, -line * 0.6, 0)
        room = self._progress(painter, inner, option, state)
        font = QFont(option.font)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        name = QFontMetrics(font).elidedText(
            state.name, Qt.TextElideMode.ElideRight, int(inner.width() - room - line * 0.2)
        )
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), name)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, chosen: bool) -> None:
        palette = palette_for(option.palette)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(palette, Role.TERRITORY_LIGHT))
            painter.drawRoundedRect(box, 5, 5)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(option.palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(box, 5, 5)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(colour(palette, Role.TERRITORY_TEXT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)

    def _progress(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, state: StepState) -> float:
        """Paint the progress and return the width it took."""
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
        painter.setPen(option.palette.color(role))
        if state.progress.complete:
            return self._tick(painter, box, option.fontMetrics.height())
        words = progress_words(state, self._texts)
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() / 1.15)
        painter.setFont(font)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)
        return float(QFontMetrics(font).horizontalAdvance(words))

    def _tick(self, painter: QPainter, box: QRectF, line: int) -> float:
        side = line * 0.5
        right, middle = box.right(), box.center().y()
        pen = QPen(painter.pen().color(), max(1.4, line / 11))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(
            QPolygonF(
                [
                    QPointF(right - side, middle),
                    QPointF(right - side * 0.62, middle + side * 0.38),
                    QPointF(right, middle - side * 0.42),
                ]
            )
        )
        return side
