"""Rows of the brief's lists: a name with its state, then words on as many lines as they need, and a box to tick."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour, palette_for
from ui.shell.row_ground import draw_ground

Index = QModelIndex | QPersistentModelIndex
DETAIL = int(Qt.ItemDataRole.UserRole) + 1
STATE = int(Qt.ItemDataRole.UserRole) + 2
FADED = int(Qt.ItemDataRole.UserRole) + 3
"""True for what is not printed."""
WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class WordsDelegate(QStyledItemDelegate):
    """Paints DisplayRole in bold, STATE in the warm hue after it, DETAIL under them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room of the words in the width of the list."""
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        text = self._text(QRect(0, 0, width, 10_000), option, index)
        line = option.fontMetrics.height()
        return QSize(10 * line, self._lines(text, option, index) + round(0.7 * line))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, QRectF(option.rect.adjusted(1, 1, -1, -1)), option)
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            self._tick(painter, option, index)
        box = self._text(option.rect, option, index)
        self._head(painter, box, option, index)
        detail = str(index.data(DETAIL) or "")
        if detail:
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            role = QPalette.ColorRole.Text if chosen else QPalette.ColorRole.PlaceholderText
            painter.setFont(option.font)
            painter.setPen(option.palette.color(role))
            painter.drawText(box.adjusted(0, option.fontMetrics.height(), 0, 0), WRAPPED, detail)
        painter.restore()

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tick by a press on the box, or by space."""
        tickable = bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable)
        if isinstance(event, QMouseEvent):
            released = event.type() is QEvent.Type.MouseButtonRelease
            if not (tickable and released and self._box(option).contains(event.position().toPoint())):
                return False
            ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
            after = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
            return model.setData(index, after, Qt.ItemDataRole.CheckStateRole)
        return super().editorEvent(event, model, option, index)

    def _tick(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box = QStyleOptionButton()
        box.rect = self._box(option)
        box.palette = option.palette
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.Checked
        box.state = QStyle.StateFlag.State_On if ticked else QStyle.StateFlag.State_Off
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            box.state |= QStyle.StateFlag.State_Enabled
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, option.widget)

    def _head(self, painter: QPainter, box: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        bold, state = _bold(option.font), str(index.data(STATE) or "")
        metrics = QFontMetrics(bold)
        room = metrics.horizontalAdvance(f"{state}  ") if state else 0
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, max(0, box.width() - room))
        painter.setFont(bold)
        role = QPalette.ColorRole.PlaceholderText if index.data(FADED) else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        painter.drawText(box, WRAPPED & ~int(Qt.TextFlag.TextWordWrap), name)
        if state:
            painter.setPen(colour(palette_for(option.palette), Role.INSTITUTION_TEXT))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop), state)

    def _box(self, option: QStyleOptionViewItem) -> QRect:
        side = round(0.8 * option.fontMetrics.height())
        line = option.fontMetrics.height()
        return QRect(option.rect.left() + line // 2, option.rect.top() + round(0.45 * line), side, side)

    def _text(self, rect: QRect, option: QStyleOptionViewItem, index: Index) -> QRect:
        line = option.fontMetrics.height()
        left = 2 * line - line // 4 if index.data(Qt.ItemDataRole.CheckStateRole) is not None else line // 2
        return rect.adjusted(left, round(0.35 * line), -line // 2, -round(0.3 * line))

    def _lines(self, box: QRect, option: QStyleOptionViewItem, index: Index) -> int:
        detail = str(index.data(DETAIL) or "")
        line = option.fontMetrics.height()
        room = QRect(0, 0, max(box.width(), 4 * line), 10_000)
        return line + (option.fontMetrics.boundingRect(room, WRAPPED, detail).height() if detail else 0)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setBold(True)
    return bold
