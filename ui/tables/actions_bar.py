"""What one can do with a table: add, edit, duplicate, delete, filter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from diagnostic.texts import Texts
from ui.forms.reading_only import hold
from ui.forms.text_editors import AIR
from ui.forms.wrapping import WrapLayout
from ui.shell.buttons import FlatButton, Look


class FilterField(QLineEdit):
    """Words to find in the table. Escape empties it, Down goes to the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave for the table when asked."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ActionsBar(QWidget):
    """The buttons above a table, and its filter. Some wait for a row to be selected."""

    def __init__(self, texts: Texts, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = False
        self.add = FlatButton(texts(f"table.add.{kind}"), Look.PRIMARY)
        self.edit = FlatButton(texts("table.edit"))
        self.duplicate = FlatButton(texts("table.duplicate"))
        self.remove = FlatButton(texts("table.remove"))
        self.bring = FlatButton(texts("importing.button"))
        self.bring.setToolTip(texts("importing.button_tip"))
        keys = {self.add: "insert", self.edit: "enter", self.duplicate: "ctrl_d", self.remove: "delete"}
        for button, key in keys.items():
            button.setToolTip(texts(f"table.key.{key}"))
        self.filter = FilterField()
        self.filter.setPlaceholderText(texts("table.filter"))
        self.filter.setAccessibleName(texts("table.filter_name", kind=texts(f"kind.{kind}.name")))
        self.filter.setTextMargins(AIR)
        self.filter.setClearButtonEnabled(True)
        buttons = QWidget()
        line = WrapLayout(buttons)
        for button in (*keys, self.bring):
            line.addWidget(button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(buttons, 3)
        layout.addWidget(self.filter, 1, Qt.AlignmentFlag.AlignBottom)

    def wait_for_row(self, there_is_one: bool) -> None:
        """Enable what is done with a row."""
        self.edit.setEnabled(there_is_one)
        for button in (self.duplicate, self.remove):
            button.setEnabled(there_is_one and not self._held)

    def hold(self, why: str) -> None:
        """Offer nothing that would change the table, and say why; a row's form still opens to be read."""
        self._held = True
        for button in (self.add, self.duplicate, self.remove, self.bring):
            hold(button, why)
