"""A choice among a few terms, all in view: radio buttons drawn as segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ui.forms.wrapping import WrapLayout
from ui.shell.theme import mixed

_PAD = 0.75
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextDontClip


class Segment(QRadioButton):
    """One term: a radio button, so that arrows, space and screen readers know it. Long terms wrap."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.quiet = False
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def rename(self, text: str) -> None:
        """Change the term's words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size on one line."""
        metrics = self.fontMetrics()
        pad = self._pad()
        return QSize(metrics.horizontalAdvance(self._words) + 2 * pad + 4, metrics.height() + pad)

    def minimumSizeHint(self) -> QSize:
        """Return the size at its narrowest: a few letters wide, on several lines."""
        return QSize(min(self.sizeHint().width(), 8 * self._pad()), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the wrapped words."""
        pad = self._pad()
        room = QRect(0, 0, max(1, width - 2 * pad), 10_000)
        return self.fontMetrics().boundingRect(room, _WRAP, self._words).height() + pad

    def hitButton(self, pos: QPoint) -> bool:
        """Take a click anywhere in the segment."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw an outlined pill, filled when it is the one chosen."""
        roles = QPalette.ColorRole
        palette = self.palette()
        chosen = self.isChecked()
        accent = palette.color(roles.Highlight)
        fill = accent if chosen and not self.quiet else palette.color(roles.Midlight if chosen else roles.Base)
        ink = palette.color(roles.HighlightedText if chosen and not self.quiet else roles.Text)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        faint = mixed(palette.color(roles.Text), palette.color(roles.Base), 0.5)
        edge = accent if chosen or self.underMouse() else faint
        painter.setPen(QPen(edge, 1))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, 5, 5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.5, Qt.PenStyle.DotLine))
            painter.drawRoundedRect(box.adjusted(2, 2, -2, -2), 4, 4)
        painter.setPen(ink if self.isEnabled() else palette.color(roles.PlaceholderText))
        pad = self._pad()
        flags = _WRAP | Qt.AlignmentFlag.AlignVCenter
        flags |= Qt.AlignmentFlag.AlignLeft if self.width() > self.sizeHint().width() else Qt.AlignmentFlag.AlignHCenter
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), flags, self._words)

    def _pad(self) -> int:
        return int(self.fontMetrics().height() * _PAD)


class Segmented(QWidget):
    """Terms to choose one from. `chosen` says the value when the user chooses, never when it is shown."""

    chosen = Signal(object)

    def __init__(self, terms: Sequence[tuple[object, str]], parent: QWidget | None = None, *, upright: int = 0) -> None:
        """Offer terms, the first `upright` ones under each other, the rest side by side."""
        super().__init__(parent)
        self._values = [value for value, _ in terms]
        self._group = QButtonGroup(self)
        self.segments = [Segment(words, self) for _, words in terms]
        for place, segment in enumerate(self.segments):
            self._group.addButton(segment, place)
        self._lay_out(upright)
        self._group.idClicked.connect(lambda place: self.chosen.emit(self._values[place]))
        self.setFocusProxy(self.segments[0])

    @property
    def value(self) -> object:
        """Return the value chosen, None when none is."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else None

    def show_value(self, value: object) -> None:
        """Show a value as chosen; none is for a value that is not offered."""
        self._group.setExclusive(False)
        for known, segment in zip(self._values, self.segments, strict=True):
            segment.setChecked(known == value)
        self._group.setExclusive(True)
        self.setFocusProxy(self._group.checkedButton() or self.segments[0])

    def choose(self, place: int) -> bool:
        """Choose the term at a place, from 0, as a click would; False if there is none."""
        if not 0 <= place < len(self.segments):
            return False
        self.segments[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.segments[place].click()
        return True

    def hush(self, value: object) -> None:
        """Draw a term quietly even when it is the one chosen: it says that nothing is known."""
        self.segments[self._values.index(value)].quiet = True

    def _lay_out(self, upright: int) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for segment in self.segments[:upright]:
            layout.addWidget(segment, 0, Qt.AlignmentFlag.AlignLeft)
        beside = WrapLayout()
        for segment in self.segments[upright:]:
            beside.addWidget(segment)
        layout.addLayout(beside)

    def name(self, words: str) -> None:
        """Tell what the choice is about to those who do not see it."""
        self.setAccessibleName(words)
        for segment in self.segments:
            segment.setAccessibleDescription(words)
