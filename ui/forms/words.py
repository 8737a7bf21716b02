"""Labels that show words as they are: never markup, in the reader's size."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget


class Words(QLabel):
    """A label in plain text that follows the application's font: `size` is relative to it."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: float = 1.0,
        bold: bool = False,
        muted: bool = False,
        wrap: bool = True,
    ) -> None:
        super().__init__(parent)
        self._size = size
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            self.setMinimumWidth(1)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._dress()
        self.setText(text)

    def say(self, text: str) -> None:
        """Show a sentence, or take no room when there is none."""
        self.setText(text)
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the size relative to the application's when that changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()

    def _dress(self) -> None:
        font = QFont()
        font.setBold(self._bold)
        if self._size != 1.0:
            font.setPointSizeF(QApplication.font().pointSizeF() * self._size)
        self.setFont(font)


def heading(text: str, parent: QWidget | None = None) -> Words:
    """Return a group's heading."""
    return Words(text, parent, bold=True, size=1.1)
