"""The figures' colours on a widget."""

from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour as in_palette
from ui.charts.colours import palette_for


def colour(widget: QWidget, role: Role) -> QColor:
    """Return the colour of a role in the palette that the widget is shown in."""
    return in_palette(palette_for(widget.palette()), role)
