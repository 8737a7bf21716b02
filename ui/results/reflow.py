"""Widgets side by side while there is room, one under the other when there is not."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Reflow(QWidget):
    """A row that becomes a column under `ems` times the font's height of width."""

    def __init__(self, *children: QWidget, ems: float, stretch: tuple[int, ...] = ()) -> None:
        super().__init__()
        self._ems = ems
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(24)
        for place, child in enumerate(children):
            share = stretch[place] if stretch else 1
            self._box.addWidget(child, share, Qt.AlignmentFlag(0))

    @property
    def stacked(self) -> bool:
        """Return whether the children stand one under the other."""
        return self._box.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn the row into a column, or back."""
        narrow = event.size().width() < self._ems * self.fontMetrics().height()
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)
