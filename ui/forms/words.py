"""A sentence that takes room only while it says something."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.shell.typography import Label


class Sentence(Label):
    """Plain text under a field or a table, in letters of the usual size."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: QPalette.ColorRole = QPalette.ColorRole.WindowText
    ) -> None:
        super().__init__(text, parent, role=role)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setVisible(bool(text))

    def say(self, text: str) -> None:
        """Show a sentence, or none."""
        self.setText(text)
        self.setVisible(bool(text))


class Notice(Sentence):
    """A sentence beside something else, as wide as its words while there is room."""

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + metrics.averageCharWidth(), metrics.lineSpacing())
