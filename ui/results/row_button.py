"""A row of text that can be pressed: a finding, an indicator's answers, a useful question."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from diagnostic.charts.drawing import Role
from ui.charts.colours import colour_on

LONGEST = 160
WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft) | int(Qt.AlignmentFlag.AlignTop)


def shorten(text: str) -> str:
    """Return a text on one line and of a length a row can hold."""
    line = re.sub(r"[ \t\r\n\f\v]+", " ", text).strip()  # the no-break spaces stay
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowWords:
    """What a row says. `mark` stands before the title; `chip` at its right, in the light hue `tint`."""

    title: str
    detail: str = ""
    chip: str = ""
    mark: str = ""
    tint: Role = Role.TERRITORY_LIGHT
    ink: Role = Role.TERRITORY_TEXT
    link: bool = False


class RowButton(QAbstractButton):
    """A row that can be pressed by mouse, space or Enter. All of it is its accessible name."""

    def __init__(self, words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = words
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        # Not Minimum: a page would keep the height its rows take when narrow, and end in a blank.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        parts = (words.title, words.detail, words.chip)
        self.setAccessibleName(", ".join(shorten(part) for part in parts if part))

    def hasHeightForWidth(self) -> bool:
        """The text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height the wrapped text takes."""
        title, detail = self._places(width)
        return max(title.bottom(), detail.bottom()) + self._gap() + 1

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        width = 24 * self.fontMetrics().averageCharWidth() + self._chip_width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the least readable size."""
        width = 14 * self.fontMetrics().averageCharWidth() + self._chip_width()
        return QSize(width, self.fontMetrics().height() + 2 * self._gap())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for another font."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground under the pointer, the texts, the chip and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            self._ground(painter)
        self._texts(painter)
        if self.words.chip:
            self._chip(painter)

    def _ground(self, painter: QPainter) -> None:
        accent = self.palette().color(QPalette.ColorRole.Highlight)
        light = QColor(accent)
        light.setAlpha(22)
        painter.setBrush(light)
        painter.setPen(accent if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)

    def _texts(self, painter: QPainter) -> None:
        title, detail = self._places(self.width())
        ink = QPalette.ColorRole.WindowText
        painter.setPen(colour_on(self, Role.TERRITORY_TEXT) if self.words.link else self.palette().color(ink))
        painter.setFont(self._title_font())
        painter.drawText(title, WRAPPED, shorten(self.words.title))
        if self.words.mark:
            painter.drawText(QRect(self._gap(), title.top(), self._indent(), title.height()), WRAPPED, self.words.mark)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(detail, WRAPPED, shorten(self.words.detail))

    def _chip(self, painter: QPainter) -> None:
        width, height = self._chip_width() - self._gap(), self.fontMetrics().height() + 2
        place = QRect(self.width() - width - self._gap(), self._gap() - 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour_on(self, self.words.tint))
        painter.drawRoundedRect(place, height / 2, height / 2)
        painter.setPen(colour_on(self, self.words.ink))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.words.chip)

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Return where the title and the detail stand."""
        left, gap = self._gap() + self._indent(), self._gap()
        room = max(40, width - left - gap - self._chip_width())
        title = self._box(self._title_font(), left, gap, room, shorten(self.words.title))
        wide = max(40, width - left - gap)
        detail = self._box(self.font(), left, title.bottom() + 1, wide, shorten(self.words.detail))
        return title, detail

    def _box(self, font: QFont, left: int, top: int, width: int, text: str) -> QRect:
        if not text:
            return QRect(left, top, 0, 0)
        height = QFontMetrics(font).boundingRect(QRect(0, 0, width, 100_000), WRAPPED, text).height()
        return QRect(left, top, width, height)

    def _title_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(not self.words.link and bool(self.words.detail or self.words.chip))
        font.setUnderline(self.words.link)
        return font

    def _indent(self) -> int:
        return round(self.fontMetrics().height() * 1.1) if self.words.mark else 0

    def _gap(self) -> int:
        return max(4, self.fontMetrics().height() // 4)

    def _chip_width(self) -> int:
        if not self.words.chip:
            return 0
        return self.fontMetrics().horizontalAdvance(self.words.chip) + self.fontMetrics().height() + self._gap()
