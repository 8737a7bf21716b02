"""Several terms of a short list, all in view."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from diagnostic.dossier.fields import FieldSpec
from diagnostic.texts import Texts
from ui.forms.entry import Entry
from ui.forms.wrapping import WrapLayout


class TicksEditor(QWidget):
    """A box to tick for each term."""

    touched = Signal()
    finished = Signal()

    def __init__(self, spec: FieldSpec, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = WrapLayout(self, gap=14)
        self.boxes = {term: QCheckBox(texts.label(term).replace("&", "&&"), self) for term in spec.options or ()}
        for box in self.boxes.values():
            layout.addWidget(box)
            box.clicked.connect(self._ticked)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def entry(self) -> Entry:
        """Return the terms ticked."""
        return Entry(tuple(term for term, box in self.boxes.items() if box.isChecked()))

    def display(self, entry: Entry) -> None:
        """Tick the terms a row holds."""
        for term, box in self.boxes.items():
            box.setChecked(term in entry.value)

    def setAccessibleName(self, name: str) -> None:
        """Tell what the boxes are about to those who do not see them side by side."""
        super().setAccessibleName(name)
        for box in self.boxes.values():
            box.setAccessibleDescription(name)

    def _ticked(self) -> None:
        self.touched.emit()
        self.finished.emit()
