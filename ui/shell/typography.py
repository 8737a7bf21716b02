"""Labels that keep their place on the scale of sizes when the zoom changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QWidget

RATIO = 1.2
"""From one size of letters to the next."""


class Label(QLabel):
    """Plain text, `step` sizes above (or below) the program's, in a role of the palette."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        step: int = 0,
        bold: bool = False,
        role: QPalette.ColorRole = QPalette.ColorRole.WindowText,
        wrap: bool = True,
    ) -> None:
        super().__init__(text, parent)
        self._step = step
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setForegroundRole(role)
        self._resize()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the program's size of letters."""
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._resize()
        super().changeEvent(event)

    def _resize(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * RATIO**self._step)
        font.setBold(self._bold)
        self.setFont(font)


def heading(text: str, parent: QWidget | None = None) -> Label:
    """Return the heading of a page."""
    return Label(text, parent, step=3, bold=True)


def section(text: str, parent: QWidget | None = None) -> Label:
    """Return the heading of a part of a page."""
    return Label(text, parent, bold=True, role=QPalette.ColorRole.PlaceholderText)


def muted(text: str = "", parent: QWidget | None = None, step: int = 0) -> Label:
    """Return words that come second."""
    return Label(text, parent, step=step, role=QPalette.ColorRole.PlaceholderText)
