"""The editor of what is so, is not, or is not known."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.forms.entry import Entry
from ui.forms.segmented import Segmented


class FlagEditor(QWidget):
    """Yes, no, or not known."""

    touched = Signal()
    finished = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segmented = Segmented(
            [(True, texts("word.yes")), (False, texts("word.no")), (None, texts("form.not_known"))], self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.segmented)
        self.segmented.chosen.connect(self._picked)
        self.setFocusProxy(self.segmented)

    def entry(self) -> Entry:
        """Return True, False or None."""
        return Entry(self.segmented.value)

    def display(self, entry: Entry) -> None:
        """Show what is known."""
        self.segmented.show_value(entry.value)
        self.setFocusProxy(self.segmented)

    def setAccessibleName(self, name: str) -> None:
        """Pass the field's name on to the segments, which take the focus."""
        super().setAccessibleName(name)
        self.segmented.name(name)

    def _picked(self) -> None:
        self.touched.emit()
        self.finished.emit()
