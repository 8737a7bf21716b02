"""The way to method and weights, and what is not as the program's edition has it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour, palette_for
from ui.forms.words import Notice
from ui.method.words import notices
from ui.shell.buttons import FlatButton, Look
from ui.wizard.context import Context
from ui.wizard.flow import METHOD


class MethodLine(QWidget):
    """A link; on a warm ground with a sentence before it while weights or framework are not the edition's."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.words = Notice()
        self.link = FlatButton(context.texts("weights.see"), Look.LINK)
        self.link.clicked.connect(lambda _=False: context.go(METHOD.id))
        self._box = QHBoxLayout(self)
        self._box.setSpacing(14)
        self._box.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addWidget(self.link)
        self._box.addStretch(1)
        context.changed.connect(self.draw)
        self.draw()

    def draw(self) -> None:
        """Say what is not the edition's."""
        said = notices(self._context)
        self.words.say(" · ".join(said))
        self.link.setAccessibleDescription(self.words.text())
        self._box.setContentsMargins(*((14, 6, 10, 6) if said else (0, 0, 0, 0)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a warm ground with an edge at the left under a sentence."""
        if not self.words.text():
            return
        painter, palette = QPainter(self), palette_for(self.palette())
        painter.fillRect(self.rect(), colour(palette, Role.INSTITUTION_LIGHT))
        painter.fillRect(QRectF(0, 0, 5, self.height()), colour(palette, Role.INSTITUTION))
