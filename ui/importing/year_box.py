"""The year to take out of a file: its latest, or all of them, unless one is asked for."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from diagnostic.texts import Texts

FIRST_YEAR, LAST_YEAR = 1990, 2100


class YearBox(QSpinBox):
    """`chosen` says the year once it is typed, None where none is asked for."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(FIRST_YEAR - 1, LAST_YEAR)
        self.setSpecialValueText(texts("importing.latest_year"))
        self.setAccessibleName(texts("importing.year"))
        self.setToolTip(texts("importing.year"))
        self.setKeyboardTracking(False)
        self._shown: int | None = None
        self.editingFinished.connect(self._said)

    @property
    def year(self) -> int | None:
        """Return the year that stands there, None for what is read unasked."""
        return self.value() if self.value() >= FIRST_YEAR else None

    def call_unasked(self, words: str) -> None:
        """Say what is read while no year is asked for: the latest, or all of them."""
        self.setSpecialValueText(words)

    def show_year(self, year: int | None) -> None:
        """Show the year that was read."""
        self._shown = year
        self.setValue(year or FIRST_YEAR - 1)

    def stepBy(self, steps: int) -> None:
        """Begin with this century's years: nobody climbs there from the latest."""
        if self.year is None and steps > 0:
            self.setValue(_START)
        else:
            super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _said(self) -> None:
        if self.year != self._shown:
            self._shown = self.year
            self.chosen.emit(self.year)


_START = 2015
