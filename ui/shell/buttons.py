"""Flat buttons: one accent for what comes next, an outline for the rest, a link for what is slight."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from ui.shell.theme import mixed


class Look(Enum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    PLAIN = "plain"
    QUIET = "quiet"
    LINK = "link"


MARGINS = {Look.PRIMARY: 1.5, Look.PLAIN: 1.5, Look.QUIET: 0.9, Look.LINK: 0.0}
"""Both margins of a button together, in heights of a line."""


class FlatButton(QPushButton):
    """A button painted from the palette alone; Enter presses it as Space does."""

    def __init__(self, text: str, look: Look = Look.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.look = look
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the text and comfortable margins."""
        metrics = self.fontMetrics()
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        margin = round(metrics.height() * MARGINS[self.look])
        arrow = metrics.height() if self.menu() else 0
        return QSize(text.width() + margin + arrow + 4, round(metrics.height() * self._stretch()))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's words are never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press on Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take the room that other letters need."""
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the words, and a ring when the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        self._paint_ground(painter, box)
        self._paint_words(painter, box)
        if self.hasFocus():
            self._paint_ring(painter, box)

    def _stretch(self) -> float:
        return 1.3 if self.look is Look.LINK else 1.9

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        ground, line = self._ground()
        if ground is None:
            return
        painter.setPen(QPen(line, 1) if line else Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 5, 5)

    def _ground(self) -> tuple[QColor | None, QColor | None]:
        colours = self.palette()
        base, ink = colours.color(QPalette.ColorRole.Base), colours.color(QPalette.ColorRole.Text)
        accent = colours.color(QPalette.ColorRole.Highlight)
        active = self.isEnabled() and (self.underMouse() or self.isDown() or self.isChecked())
        if self.look is Look.PRIMARY and self.isEnabled():
            return (mixed(accent, ink, 0.18) if active else accent), None
        if self.look in (Look.PLAIN, Look.PRIMARY):
            return (mixed(base, accent, 0.12) if active else base), colours.color(QPalette.ColorRole.Dark)
        return (mixed(base, accent, 0.12) if active and self.look is Look.QUIET else None), None

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        role = QPalette.ColorRole.Text
        if self.look is Look.PRIMARY and self.isEnabled():
            role = QPalette.ColorRole.HighlightedText
        elif self.look is Look.LINK and self.isEnabled():
            role = QPalette.ColorRole.Link
        painter.setPen(self.palette().color(role))
        font = self.font()
        font.setUnderline(self.look is Look.LINK)
        painter.setFont(font)
        if self.menu():
            box = self._paint_arrow(painter, box)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextShowMnemonic), self.text())

    def _paint_arrow(self, painter: QPainter, box: QRectF) -> QRectF:
        """Paint the arrow of a menu at the right and return what is left of the box."""
        side = self.fontMetrics().height() * 0.11
        x, y = box.right() - self.fontMetrics().height() * 0.8, box.center().y()
        arrow = QPolygonF([QPointF(x - 2 * side, y - side), QPointF(x, y + side), QPointF(x + 2 * side, y - side)])
        painter.drawPolyline(arrow)
        return box.adjusted(0, 0, -self.fontMetrics().height() * 0.8, 0)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink = self.palette().color(QPalette.ColorRole.Text)
        painter.setPen(QPen(ink, 2))
        painter.drawRoundedRect(box, 5, 5)
