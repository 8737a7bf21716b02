"""A table's header without boxes: bold words, a firm line below, the sense of the sort."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

_ROLES = QPalette.ColorRole
_UP, _DOWN = "\N{BLACK UP-POINTING SMALL TRIANGLE}", "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
_FLAGS = Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap


class QuietHeader(QHeaderView):
    """A horizontal header whose titles wrap on two lines and sort on a click."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setSortIndicatorClearable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 5)

    def sizeHint(self) -> QSize:
        """Return the height of two lines of words."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * 2 + 12)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw a title, on its column's side."""
        painter.save()
        painter.fillRect(rect, self.palette().color(_ROLES.Base))
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
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
        font = self.font()
        font.setBold(True)
        metrics = QFontMetrics(font)
        title = self._said(section, Qt.ItemDataRole.DisplayRole)
        longest = max((metrics.horizontalAdvance(word) for word in title.split(" ")), default=0)
        whole = metrics.horizontalAdvance(title)
        width = whole if whole < 12 * metrics.averageCharWidth() else max(longest, whole * 5 // 8)
        return QSize(width + 3 * metrics.averageCharWidth(), self.sizeHint().height())

    def _title(self, section: int) -> str:
        title = self._said(section, Qt.ItemDataRole.DisplayRole)
        if self.sortIndicatorSection() != section:
            return title
        return f"{title} {_UP if self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder else _DOWN}"

    def _said(self, section: int, role: Qt.ItemDataRole) -> Any:
        return self.model().headerData(section, Qt.Orientation.Horizontal, role)
