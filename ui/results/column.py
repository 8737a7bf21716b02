"""A column of widgets that can be emptied and filled again, and the scrolling ground it stands on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Column(QWidget):
    """Widgets one under the other, from the top."""

    def __init__(self, spacing: int = 6, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(*margins)
        self._box.setSpacing(spacing)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the bottom, in view at once unless they are hidden on purpose."""
        for widget in widgets:
            self._box.addWidget(widget)
            if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                widget.show()

    def space(self, pixels: int) -> None:
        """Leave some air."""
        self._box.addSpacing(pixels)

    def push_up(self) -> None:
        """Let what stands above stay at the top."""
        self._box.addStretch(1)

    def clear(self) -> None:
        """Take everything away."""
        while item := self._box.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()


def scrolling(content: QWidget, name: str) -> QScrollArea:
    """Return the content on a ground that scrolls up and down, as wide as there is room."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.setWidget(content)
    area.setAccessibleName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
