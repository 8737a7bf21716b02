"""A sentence across the window: what went wrong or what holds, and at most one thing to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour, palette_for
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label


class Banner(QWidget):
    """Hidden until it says something."""

    def __init__(self, dismiss: str = "", parent: QWidget | None = None) -> None:
        """Have a button that hides it, named `dismiss`; none if that is ""."""
        super().__init__(parent)
        self._act: Callable[[], None] | None = None
        self.words = Label()
        self.action = FlatButton("")
        self.dismiss = FlatButton("×", Look.QUIET)
        self.dismiss.setAccessibleName(dismiss)
        self.dismiss.setToolTip(dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 16, 8)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self.dismiss)
        self.action.clicked.connect(self._press)
        self.dismiss.clicked.connect(self.hide)
        self.dismiss.setVisible(bool(dismiss))
        self.hide()

    def say(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show a sentence, and a button that does something about it if there is something to do."""
        self._act = act
        self.words.setText(sentence)
        self.action.setText(action)
        self.action.updateGeometry()
        self.action.setVisible(bool(action))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def offer(self, action: str, act: Callable[[], None]) -> None:
        """Show a button under the sentence that is said."""
        self.say(self.words.text(), action, act)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a warm ground with an edge at the left."""
        painter = QPainter(self)
        palette = palette_for(self.palette())
        painter.fillRect(self.rect(), colour(palette, Role.INSTITUTION_LIGHT))
        painter.fillRect(QRectF(0, 0, 5, self.height()), colour(palette, Role.INSTITUTION))

    def _press(self) -> None:
        self.hide()
        if self._act:
            self._act()
