"""A table's header without boxes: bold words, a firm line below, the sense of the sort."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

_ROLES = QPalette.ColorRole
_UP, _DOWN = "\N{BLACK UP-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_HELD = "\N{NO-BREAK SPACE}"
_FLAGS = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


class QuietHeader(QHeaderView):
    """A horizontal header whose titles wrap on two lines and sort on a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._lines = 1
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 5)

    def sizeHint(self) -> QSize:
        """Return the height of the titles' lines."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * self._lines + 14)

    def follow_titles(self) -> None:
        """Be one line high, or two where a title needs it."""
        metrics = QFontMetrics(self._bold())
        room = self._around(metrics)
        shown = [place for place in range(self.count()) if not self.isSectionHidden(place)]
        wraps = any(
            metrics.horizontalAdvance(self._said(place, Qt.ItemDataRole.DisplayRole)) + room > self.sectionSize(place)
            for place in shown
        )
        if self._lines != 1 + wraps:
            self._lines = 1 + wraps
            self.updateGeometry()
            self.geometriesChanged.emit()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title, on its column's side."""
        painter.save()
        painter.fillRect(rect, self.palette().color(_ROLES.Base))
        painter.setFont(self._bold())
        painter.setPen(self.palette().color(_ROLES.Text))
        side = Qt.AlignmentFlag(self._said(section, Qt.ItemDataRole.TextAlignmentRole))
        flags = int(_FLAGS) | int(side & Qt.AlignmentFlag.AlignHorizontal_Mask)
        pad = self.fontMetrics().averageCharWidth()
        painter.drawText(rect.adjusted(pad, 2, -pad, -6), flags, self._title(section))
        painter.setPen(QPen(self.palette().color(_ROLES.Text), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def sectionSizeFromContents(self, section: int) -> QSize:
        """Return the room of the longest word of a title, or of half of it."""
        metrics = QFontMetrics(self._bold())
        title = self._said(section, Qt.ItemDataRole.DisplayRole)
        longest = max((metrics.horizontalAdvance(word) for word in title.split(" ")), default=0)
        whole = metrics.horizontalAdvance(title)
        width = whole if whole < 12 * metrics.averageCharWidth() else max(longest, whole * 5 // 8)
        return QSize(width + self._around(metrics), self.sizeHint().height())

    def _around(self, metrics: QFontMetrics) -> int:
        """Return the room beside a title: its margins, and the mark of the sort even where there is none yet."""
        return 2 * self.fontMetrics().averageCharWidth() + metrics.horizontalAdvance(f"{_HELD}{_DOWN}") + 2

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def _title(self, section: int) -> str:
        title = str(self._said(section, Qt.ItemDataRole.DisplayRole))
        if self.sortIndicatorSection() != section:
            return title
        return f"{title}{_HELD}{_UP if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else _DOWN}"

    def _said(self, section: int, role: Qt.ItemDataRole) -> Any:
        return self.model().headerData(section, Qt.Orientation.Horizontal, role)
