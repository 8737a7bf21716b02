"""What one can do at the foot of the page of imports, and why one cannot."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import muted


class Foot(QWidget):
    """Import nothing, add files, import."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.leave = FlatButton(texts("importing.leave"))
        self.more = FlatButton(texts("importing.more"))
        self.why_not = muted()
        self.why_not.setWordWrap(False)
        self.go = FlatButton("", Look.PRIMARY)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 8, 26, 10)
        row.setSpacing(10)
        row.addWidget(self.leave)
        row.addWidget(self.more)
        row.addStretch(1)
        row.addWidget(self.why_not)
        row.addWidget(self.go)

    def show_state(self, count: int, waiting: int, *, looking: bool, reading: bool) -> None:
        """Say how many lines would be imported, or how many disagreements wait; nothing while a file is read."""
        self.go.setText(self._texts("importing.go", count=self._texts.number(count)))
        self.go.setVisible(looking)
        self.go.setEnabled(looking and count > 0 and not waiting)
        self.go.updateGeometry()
        self.more.setVisible(looking)
        self.leave.setVisible(not reading)
        self.why_not.setText(self._texts.plural("importing.conflicts_wait", waiting) if looking and waiting else "")
