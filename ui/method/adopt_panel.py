"""What reading the campaign with another framework would do, and the two answers."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.method.adopting import Consequences, consequence_lines
from ui.results.column import Column
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label


class AdoptPanel(QWidget):
    """Hidden until something is proposed."""

    confirmed = Signal(object)
    """the Framework to read the campaign with"""
    left = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.proposed: Consequences | None = None
        self.question = Label(step=1, bold=True)
        self.lines = Column(spacing=3)
        self.confirm = FlatButton(texts("weights.adopt.confirm"), Look.PRIMARY)
        self.cancel = FlatButton(texts("shell.cancel"))
        self.confirm.clicked.connect(lambda _=False: self._confirm())
        self.cancel.clicked.connect(lambda _=False: self._leave())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.question)
        column.addWidget(self.lines)
        foot = QHBoxLayout()
        foot.addWidget(self.confirm)
        foot.addWidget(self.cancel)
        foot.addStretch(1)
        column.addLayout(foot)
        self.hide()

    def propose(self, found: Consequences, title: str) -> None:
        """Say what would happen, and wait for an answer."""
        texts = self._texts
        self.proposed = found
        self.question.setText(texts("weights.adopt.question", framework=title))
        self.lines.clear()
        self.lines.add(*(Label(f"– {line}") for line in consequence_lines(found, texts)))
        self.confirm.setAccessibleName(texts("weights.adopt.confirm_name", framework=title))
        self.confirm.setAccessibleDescription(" ".join(consequence_lines(found, texts)))
        self.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Propose nothing any more."""
        self.proposed = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the panel's ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _confirm(self) -> None:
        if self.proposed is not None:
            self.confirmed.emit(self.proposed.framework)

    def _leave(self) -> None:
        self.put_away()
        self.left.emit()
