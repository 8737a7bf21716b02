"""Fields side by side where there is room, one under the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSpacerItem, QWidget

COLUMN = 18
"""Least width of a column, in widths of the letter M."""


class Columns(QWidget):
    """A grid whose number of columns follows its width and the size of the letters."""

    def __init__(self, parent: QWidget | None = None, most: int = 3) -> None:
        super().__init__(parent)
        self._most = most
        self._count = 0
        self._cells: list[tuple[QWidget, bool]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)

    def add(self, widget: QWidget, *, wide: bool = False) -> None:
        """Take a field in; a wide one takes a whole line."""
        self._cells.append((widget, wide))
        self._arrange(self._count or 1)

    def show_only(self, shown: set[QWidget]) -> None:
        """Show some fields, close the ranks."""
        for widget, _ in self._cells:
            widget.setVisible(widget in shown)
        self._arrange(self._count or 1)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one column, which is what it takes at worst."""
        return QSize(self._column() * 2 // 3, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the columns again."""
        super().resizeEvent(event)
        self._recount()

    def changeEvent(self, event: QEvent) -> None:
        """Count the columns again when letters grow."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._recount()

    def _column(self) -> int:
        return COLUMN * self.fontMetrics().horizontalAdvance("M") * 3 // 4

    def _recount(self) -> None:
        count = max(1, min(self._most, self.width() // self._column()))
        if count != self._count:
            self._arrange(count)

    def _arrange(self, count: int) -> None:
        # Not `takeAt`: the item it gives back outlives the widget's new one, which is then never told to measure again.
        for widget, _ in self._cells:
            self._grid.removeWidget(widget)
        while self._grid.count():
            self._grid.removeItem(self._grid.itemAt(0))
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < count else 0)
        self._count = count
        # An empty column would lose its share: the columns of several groups would not line up.
        for column in range(count):
            self._grid.addItem(QSpacerItem(1, 0), len(self._cells), column)
        row = column = 0
        for widget, wide in self._cells:
            if widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                continue
            if wide and column:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, count if wide else 1)
            column = column + (count if wide else 1)
            if column >= count:
                row, column = row + 1, 0
