"""The preferences while the program runs: kept as soon as one changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from diagnostic.errors import WorldError
from ui.shell.preferences import Preferences, read_preferences, write_preferences


class Settings(QObject):
    """The user's preferences, in the user's `folder`."""

    fault = Signal(object)
    """a WorldError: they could not be kept"""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = folder
        self.now: Preferences = read_preferences(folder)

    def keep(self, **changes: Any) -> None:
        """Change some preferences and keep them; once they could not be kept, it is said once for each change."""
        changed = replace(self.now, **changes)
        if changed == self.now:
            return
        self.now = changed
        try:
            write_preferences(self.folder, changed)
        except WorldError as fault:
            self.fault.emit(fault)
