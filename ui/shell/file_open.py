"""A dossier opened from the desktop of macOS, which tells the running program rather than starting it anew."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent


class FileOpen(QObject):
    """Listens to the application it is installed on."""

    asked = Signal(object)
    """a Path"""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pass on the file that the desktop asks to open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.asked.emit(Path(event.file()))
            return True
        return super().eventFilter(watched, event)
