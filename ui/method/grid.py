"""The columns that all rows of weights share, in letters, so that figures stand under each other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.typography import muted

LETTERS = (9, 9, 16)
"""Widths of the weight, the edition's weight and the effective share."""
COLUMNS = len(LETTERS) + 1
NARROW = 64
"""Letters of width under which the figures stand under the name."""


class GridRow(QWidget):
    """A head as wide as there is room, then three cells of the same width in every row; under it where it is narrow."""

    def __init__(self, head: QWidget, cells: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._head = head
        self._cells = cells
        self._narrow: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 3, 0, 4)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self._fit()

    def add_sentence(self, sentence: QWidget) -> None:
        """Put a sentence under all of it."""
        self._grid.addWidget(sentence, self._grid.rowCount(), 0, 1, COLUMNS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures beside the name, or under it."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a thin line under the row, which leads the eye from the name to its figures."""
        line = self.palette().color(QPalette.ColorRole.Midlight)
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, line)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the widths in letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and hasattr(self, "_grid"):
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for cell, letters in zip(self._cells, LETTERS, strict=True):
            cell.setFixedWidth(letters * letter)
        narrow = self.width() < NARROW * letter
        if narrow != self._narrow:
            self._narrow = narrow
            self._grid.addWidget(self._head, 0, 0, 1, COLUMNS if narrow else 1)
            for place, cell in enumerate(self._cells, start=1):
                self._grid.addWidget(cell, int(narrow), place, Qt.AlignmentFlag.AlignVCenter)


def column_heads(texts: Texts) -> GridRow:
    """Return what stands over the columns."""
    names = ("weight", "given", "share")
    cells = tuple(muted(texts(f"weights.column.{name}"), step=-1) for name in names)
    for cell in cells:
        cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
    return GridRow(muted(texts("weights.column.item"), step=-1), cells)
