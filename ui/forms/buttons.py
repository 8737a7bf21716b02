"""The page's buttons: one that leads, and those that wait."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

_ROLES = QPalette.ColorRole


class PrimaryButton(QPushButton):
    """The one action a page leads to, in the accent colour."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._dress()

    def _dress(self) -> None:
        theme = QApplication.palette()
        palette = QPalette(theme)
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, _ROLES.Button, theme.color(_ROLES.Highlight))
            palette.setColor(group, _ROLES.ButtonText, theme.color(_ROLES.HighlightedText))
        self.setPalette(palette)


class QuietButton(QPushButton):
    """An action written as a link: no box until it is looked for."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
