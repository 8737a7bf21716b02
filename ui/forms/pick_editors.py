"""Editors of one of a list: a term, or another row."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from diagnostic.dossier.fields import FieldSpec
from diagnostic.dossier.operations import title_of
from diagnostic.formats import UNKNOWN
from diagnostic.texts import Texts
from ui.forms.entry import Entry
from ui.wizard.context import Context


class PickEditor(QComboBox):
    """One of a list, or nothing. The wheel scrolls the page, not the choice."""

    touched = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self._picked)

    def fill(self, choices: list[tuple[Any, str]]) -> None:
        """Offer choices after "nothing"."""
        self.clear()
        self.addItem(UNKNOWN, None)
        for value, words in choices:
            self.addItem(words, value)

    def entry(self) -> Entry:
        """Return the value chosen."""
        return Entry(self.itemData(self.currentIndex()))

    def display(self, entry: Entry) -> None:
        """Show a value as chosen."""
        values = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(values.index(entry.value) if entry.value in values else 0)

    def setAccessibleName(self, name: str) -> None:
        """Give the field's name to the list that opens too."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _picked(self) -> None:
        self.touched.emit()
        self.finished.emit()


class ChoiceEditor(PickEditor):
    """One term of a closed list."""

    def __init__(self, spec: FieldSpec, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = spec.options
        self.fill([(term.value, texts.label(term)) for term in spec.options or ()])

    def entry(self) -> Entry:
        """Return the term chosen."""
        code = self.itemData(self.currentIndex())
        return Entry(self._options(code) if self._options and code else None)

    def display(self, entry: Entry) -> None:
        """Show a term as chosen."""
        self.setCurrentIndex(max(0, self.findData(entry.value.value)) if entry.value else 0)


class LinkEditor(PickEditor):
    """Another row of the dossier."""

    def __init__(self, spec: FieldSpec, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = spec.link
        self._context = context

    def display(self, entry: Entry) -> None:
        """Offer the rows there are now, and show one as chosen."""
        rows = self._context.snapshot.rows(self._kind)
        self.fill([(row.id, title_of(row) or str(row.id)) for row in rows])
        super().display(entry)
