"""Rows of two lines in a list: a name in bold, a line of context, and a word at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.shell.row_ground import draw_ground

Index = QModelIndex | QPersistentModelIndex
DETAIL = int(Qt.ItemDataRole.UserRole) + 1
ASIDE = int(Qt.ItemDataRole.UserRole) + 2
FADED = int(Qt.ItemDataRole.UserRole) + 3
"""True for what is there no more."""


class TwoLines(QStyledItemDelegate):
    """Paints DisplayRole over DETAIL, ASIDE at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return room for two lines."""
        return QSize(option.fontMetrics.averageCharWidth() * 30, round(option.fontMetrics.height() * 2.9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = option.fontMetrics.height()
        box = QRectF(option.rect).adjusted(2, 1, -2, -1)
        draw_ground(painter, box, option)
        inner = box.adjusted(line * 0.7, line * 0.3, -line * 0.7, -line * 0.3)
        inner.setRight(inner.right() - self._aside(painter, inner, option, index))
        upper = QRectF(inner.x(), inner.y(), inner.width(), inner.height() / 2)
        lower = upper.translated(0, upper.height())
        bold = QFont(option.font)
        bold.setBold(True)
        ink = _ink(option, index, QPalette.ColorRole.Text)
        self._line(painter, upper, str(index.data(Qt.ItemDataRole.DisplayRole)), bold, ink)
        muted = _ink(option, index, QPalette.ColorRole.PlaceholderText)
        self._line(painter, lower, str(index.data(DETAIL) or ""), option.font, muted)
        painter.restore()

    def _aside(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> float:
        words = str(index.data(ASIDE) or "")
        if not words:
            return 0.0
        painter.setFont(option.font)
        painter.setPen(_ink(option, index, QPalette.ColorRole.PlaceholderText))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
        return float(option.fontMetrics.horizontalAdvance(words) + option.fontMetrics.height())

    def _line(self, painter: QPainter, box: QRectF, words: str, font: QFont, ink: QColor) -> None:
        painter.setFont(font)
        painter.setPen(ink)
        line = " ".join(words.split())
        cut = QFontMetrics(font).elidedText(line, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), cut)


def _ink(option: QStyleOptionViewItem, index: Index, role: QPalette.ColorRole) -> QColor:
    """Return the ink of a line: on the selection's ground the muted text is too pale, and takes the full ink."""
    if index.data(FADED):
        role = QPalette.ColorRole.PlaceholderText
    elif option.state & QStyle.StateFlag.State_Selected:
        role = QPalette.ColorRole.Text
    return option.palette.color(role)
