"""Plain text on a page: never read as markup, as large as the program's font says."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """A wrapped plain text, `scale` times the application's font; `quiet` takes the muted colour of the palette."""

    def __init__(
        self,
        text: str = "",
        *,
        scale: float = 1.0,
        bold: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = scale
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        if quiet:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._dress()
        self.setText(text)

    def say(self, text: str) -> None:
        """Show a text, or nothing at all when it is empty."""
        self.setText(text)
        self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setBold(self._bold)
        self.setFont(font)


def title(text: str = "") -> Label:
    """Return the heading of a page."""
    return Label(text, scale=1.6, bold=True)


def heading(text: str = "") -> Label:
    """Return the heading of a section."""
    return Label(text, scale=1.2, bold=True)


def quiet(text: str = "", scale: float = 1.0) -> Label:
    """Return a text that stays in the background."""
    return Label(text, scale=scale, quiet=True)
