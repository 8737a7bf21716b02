"""Help beside the page, never over it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted, section


class HelpPanel(QScrollArea):
    """What is said of the step that is shown."""

    closed = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.title = Label(step=1, bold=True)
        self.hint = muted()
        self.words = Label()
        self.close_button = FlatButton("×", Look.QUIET)
        self.close_button.setAccessibleName(texts("shell.help_close"))
        self.close_button.setToolTip(texts("shell.help_close"))
        self.close_button.clicked.connect(self.closed)
        self._lay_out()

    def show_step(self, step: str) -> None:
        """Help with a step."""
        self.title.setText(self._texts(f"step.{step}.heading"))
        self.hint.setText(self._texts(f"step.{step}.hint"))
        self.words.setText(self._texts(f"step.{step}.help"))

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setAccessibleName(self._texts("shell.help_panel"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        inside.setBackgroundRole(QPalette.ColorRole.Base)
        inside.setAutoFillBackground(True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 6, 14, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(section(self._texts("shell.help_panel")), 1)
        head.addWidget(self.close_button)
        column.addLayout(head)
        for widget in (self.title, self.hint, self.words):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)
