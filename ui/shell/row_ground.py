"""What stands behind a row of a list: chosen, under the mouse, with the keyboard's frame."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour, palette_for


def draw_ground(painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
    """Paint the ground of one row in a box."""
    palette = palette_for(option.palette)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(colour(palette, Role.TERRITORY_LIGHT))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(option.palette.color(QPalette.ColorRole.Midlight))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colour(palette, Role.TERRITORY_TEXT), 2))
    painter.drawRoundedRect(box, 5, 5)
