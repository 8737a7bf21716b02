"""The files being brought in, by name, where there are several."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.forms.segmented import Segmented
from ui.importing.session import Unit

_LONGEST = 40
"""Letters of a file's name."""


class UnitsBar(QWidget):
    """`chosen` says the place of the unit that the user wants to see."""

    chosen = Signal(int)

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.switch = Segmented([(0, "")])
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.addWidget(self.switch)
        self.hide()

    def show_units(self, units: Sequence[Unit], place: int) -> None:
        """Name the units, how many lines each would bring, and the one in view."""
        names = [(number, self._label(unit)) for number, unit in enumerate(units)]
        if len(self.switch.segments) != len(names):
            old, self.switch = self.switch, Segmented(names)
            self.switch.name(self._texts("importing.files"))
            self.switch.chosen.connect(lambda number: self.chosen.emit(int(str(number))))
            self._line.replaceWidget(old, self.switch)
            old.hide()
            old.deleteLater()
        for (_, name), segment in zip(names, self.switch.segments, strict=True):
            segment.rename(name)
        self.switch.show_value(place)
        self.setVisible(len(units) > 1)

    def _label(self, unit: Unit) -> str:
        name = unit.name
        if len(name) > _LONGEST:
            name = f"{name[: _LONGEST // 2]}…{name[-_LONGEST // 2 :]}"
        key = "importing.file_fault" if unit.fault else "importing.file_count"
        return self._texts(key, file=name, count=self._texts.number(unit.count()))
