"""A figure on the screen: painted, pointed at, walked through with the keyboard, and told in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from diagnostic.charts.drawing import Drawing, Text, hit
from ui.charts.colours import palette_for
from ui.charts.painter import fit, outline_of, paint
from ui.shell.tips import plain_tip

LINE_POINTS = 13.0
"""Height of a line of text, in a drawing's points: a drawing is shown at the scale of the program's own letters."""
MARGIN = 3


class ChartView(QWidget):
    """Shows a Drawing at the size of the program's letters, or smaller if room lacks.

    A keyed shape can be clicked; with the keyboard, arrows go from key to key, Enter or Space activates.
    """

    activated = Signal(str)
    """the key of the shape that was clicked or entered"""
    pointed = Signal(str)
    """the key the keyboard has come to"""

    def __init__(self, parent: QWidget | None = None, *, scale: float = 1.0) -> None:
        """Show nothing yet; `scale` enlarges the drawing's natural size."""
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._names: Mapping[str, str] = {}
        self._keys: tuple[str, ...] = ()
        self._current = ""
        self._scale = scale
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    @property
    def drawing(self) -> Drawing | None:
        """Return what is shown."""
        return self._drawing

    @property
    def current(self) -> str:
        """Return the key the keyboard has come to, "" for none."""
        return self._current

    def set_drawing(self, drawing: Drawing, names: Mapping[str, str] | None = None) -> None:
        """Show a drawing; `names` says in words what each key stands for, for tips and screen readers."""
        self._drawing = drawing
        self._names = names or {}
        self._keys = tuple(dict.fromkeys(shape.key for shape in drawing.shapes if shape.key))
        if self._current not in self._keys:
            self._current = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._keys else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(drawing.alt)
        self.updateGeometry()
        self.update()

    def key_at(self, place: QPointF) -> str:
        """Return the key of the shape at a place of the widget, or ""."""
        if self._drawing is None:
            return ""
        return hit(self._drawing, *fit(self._drawing, self._room()).to_drawing(place))

    def sizeHint(self) -> QSize:
        """Return the drawing's size at the scale of the program's letters."""
        if self._drawing is None:
            return QSize(0, 0)
        scale = self._natural()
        return QSize(round(self._drawing.width * scale) + 2 * MARGIN, round(self._drawing.height * scale) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which the drawing can still be read."""
        return self.sizeHint() * 0.6

    def heightForWidth(self, width: int) -> int:
        """Return the height the drawing needs at a width."""
        if self._drawing is None:
            return 0
        scale = min(self._natural(), (width - 2 * MARGIN) / self._drawing.width)
        return round(self._drawing.height * scale) + 2 * MARGIN

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drawing in the colours of the widget's palette, and what the keyboard has come to."""
        if self._drawing is None:
            return
        painter = QPainter(self)
        paint(self._drawing, painter, self._room(), palette_for(self.palette()))
        if self.hasFocus():
            self._paint_focus(painter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from key to key with the arrows, activate with Enter or Space."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        pressed = Qt.Key(event.key())
        if pressed in steps and self._keys:
            self._step(steps[pressed])
        elif pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current:
            self.activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Activate what is under the mouse."""
        key = self.key_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and key:
            self._current = key
            self.update()
            self.activated.emit(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked."""
        over = bool(self.key_at(event.position()))
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to the first key, unless one was come to before."""
        if not self._current and self._keys and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._current = self._keys[0]
        super().focusInEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell in words what is under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            name = self._names.get(self.key_at(QPointF(event.pos())), "")
            QToolTip.showText(event.globalPos(), plain_tip(name), self)
            return True
        return super().event(event)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def _natural(self) -> float:
        return self._scale * self.fontMetrics().height() / LINE_POINTS

    def _step(self, by: int) -> None:
        place = self._keys.index(self._current) + by if self._current else 0
        self._current = self._keys[place % len(self._keys)]
        self.update()
        self.pointed.emit(self._current)
        if self._current in self._names:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._names[self._current]))

    def _paint_focus(self, painter: QPainter) -> None:
        if self._drawing is None or not self._current:
            return
        shapes = [shape for shape in self._drawing.shapes if shape.key == self._current]
        solid = [shape for shape in shapes if not isinstance(shape, Text)] or shapes
        box = QRectF()
        for shape in solid:
            box = box.united(outline_of(shape).boundingRect())
        ring = fit(self._drawing, self._room()).to_widget(box).adjusted(-2, -2, 2, 2)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 1.5, Qt.PenStyle.DotLine))
        painter.drawRoundedRect(ring, 3, 3)
