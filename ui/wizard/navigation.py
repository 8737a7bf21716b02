"""The bar at the foot: back and on, each naming its neighbour, and the word that all is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import muted
from ui.wizard.flow import after, before


class Navigation(QWidget):
    """Two buttons that stay in one place."""

    asked = Signal(str)
    """a step to go to; "" for the start page"""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._before = ""
        self._after = ""
        self.back = FlatButton("", Look.PLAIN)
        self.onward = FlatButton("", Look.PRIMARY)
        self.saved = muted(texts("shell.all_saved"))
        self.saved.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.back.clicked.connect(lambda: self.asked.emit(self._before))
        self.onward.clicked.connect(lambda: self.asked.emit(self._after))
        self._lay_out()

    def show_step(self, step: str) -> None:
        """Name the neighbours of a step."""
        self._before, self._after = before(step), after(step)
        if self._before:
            self._name(self.back, "back_to", self._before)
        else:
            self.back.setText(self._texts("shell.to_start"))
            self.back.setAccessibleName(self._texts("shell.to_start"))
        if self._after:
            self._name(self.onward, "on_to", self._after)
        self.onward.setVisible(bool(self._after))

    def say_saved(self, words: str) -> None:
        """Say what is saved, and when."""
        self.saved.setText(words)

    def _name(self, button: FlatButton, key: str, step: str) -> None:
        name = self._texts(f"step.{step}.name")
        button.setText(self._texts(f"shell.{key}", step=name))
        button.setAccessibleName(self._texts(f"shell.{key}_name", step=name))
        button.updateGeometry()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.addWidget(self.back)
        row.addWidget(self.saved, 1)
        row.addWidget(self.onward)
