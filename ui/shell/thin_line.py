"""A thin line between two parts of the window."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame


def thin_line(*, upright: bool = False) -> QFrame:
    """Return a line one pixel thick, level or upright."""
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine if upright else QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(QPalette.ColorRole.Mid)
    line.setLineWidth(1)
    return line
