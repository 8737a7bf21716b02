"""A table without rows: what goes here, why, an example, and how to fill it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted

_ROLES = QPalette.ColorRole


class EmptyState(QFrame):
    """What stands where the table would be."""

    add_asked = Signal()
    import_asked = Signal()
    paste_asked = Signal()

    def __init__(self, texts: Texts, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(_ROLES.Base)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 26)
        layout.setSpacing(8)
        self._what, self._none = texts(f"empty.{kind}.what"), texts("table.none_of_it")
        self.title = Label(self._what, step=1, bold=True)
        layout.addWidget(self.title)
        layout.addWidget(Label(texts(f"empty.{kind}.why")))
        layout.addWidget(muted(texts(f"empty.{kind}.example")))
        layout.addSpacing(6)
        self.button = FlatButton(texts(f"table.add.{kind}"), Look.PRIMARY)
        self.button.clicked.connect(self.add_asked)
        self.bring = FlatButton(texts("importing.button"))
        self.bring.setToolTip(texts("importing.button_tip"))
        self.bring.clicked.connect(self.import_asked)
        self.paste = FlatButton(texts("table.paste"))
        self.paste.setToolTip(texts("table.key.ctrl_v"))
        self.paste.clicked.connect(self.paste_asked)
        buttons = QHBoxLayout()
        for button in (self.button, self.bring, self.paste):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addWidget(muted(texts(f"empty.{kind}.how")))

    def say_complete(self, complete: bool) -> None:
        """Say that there is nothing to list, where the user has said so."""
        self.title.setText(self._none if complete else self._what)
