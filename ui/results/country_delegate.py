"""How a link is drawn in the country matrix: a full dot, a hollow one or a question mark, and its figure."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from diagnostic.charts.drawing import Role
from diagnostic.charts.link_matrix import SIGNS, Presence
from ui.charts.colours import colour_on
from ui.results.country_cells import INSTITUTIONAL, LINKS, Cell
from ui.results.country_model import CELL


class LinkDelegate(QStyledItemDelegate):
    """Draws the cells of the six links; shape tells what is there, colour only on which axis."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground, the mark and the figure."""
        view: QWidget = option.widget
        painter.setPen(view.palette().color(QPalette.ColorRole.Mid))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        cell = index.data(CELL)
        if not isinstance(cell, Cell):
            self._paint_words(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(option.font)
        institutional = LINKS[index.column() - 1] in INSTITUTIONAL
        self._mark(painter, option, cell, institutional)
        self._figure(painter, option, cell)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return room for the mark and the figure."""
        size = super().sizeHint(option, index)
        return QSize(size.width() + round(option.fontMetrics.height() * 1.3), size.height())

    def _paint_words(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a country's name in bold or its readings, as far from the edge as the header's words."""
        option.font.setBold(index.column() == 0)
        pad = option.fontMetrics.averageCharWidth() // 2
        option.rect = option.rect.adjusted(pad, 0, -pad, 0)
        super().paint(painter, option, index)

    def _mark(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell, institutional: bool) -> None:
        view: QWidget = option.widget
        height = option.fontMetrics.height()
        area = QRectF(option.rect)
        centre = QPointF(area.right() - height * 0.75, area.center().y())
        if cell.presence in SIGNS:
            painter.setPen(view.palette().color(QPalette.ColorRole.PlaceholderText))
            box = QRectF(centre.x() - height, area.top(), 2 * height, area.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, SIGNS[cell.presence])
            return
        hue = colour_on(view, Role.INSTITUTION if institutional else Role.TERRITORY)
        painter.setPen(QPen(hue, max(1.2, height / 13)))
        painter.setBrush(hue if cell.presence is Presence.PRESENT else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, height * 0.27, height * 0.27)

    def _figure(self, painter: QPainter, option: QStyleOptionViewItem, cell: Cell) -> None:
        if cell.presence is not Presence.PRESENT:
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(role))
        height = option.fontMetrics.height()
        room = option.rect.adjusted(2, 0, -round(height * 1.4), 0)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, side, cell.text)
