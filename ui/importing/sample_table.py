"""The table of the first rows that are read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.importing.sample import Sample
from ui.importing.sample_model import UNREAD, SampleModel
from ui.tables.quiet_header import QuietHeader

_LINES = 8
"""Lines of text that are always in view."""


class SampleDelegate(QStyledItemDelegate):
    """Draws what could not be read in italics, in the words of the institution."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Set off what could not be read."""
        super().initStyleOption(option, index)
        if index.data(UNREAD):
            option.font.setItalic(True)
            role = QPalette.ColorRole
            option.palette.setColor(role.Text, option.palette.color(role.LinkVisited))


class SampleTable(QTableView):
    """A view over a SampleModel, its columns as wide as what they hold."""

    def __init__(self, model: SampleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = model
        self._header = QuietHeader(self)
        self._header.setSectionsClickable(False)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(SampleDelegate(self))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.verticalHeader().hide()
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(self.fontMetrics().height() * _LINES)

    def show_sample(self, found: Sample) -> None:
        """Show other rows."""
        self._sample.show_sample(found)
        self.resizeColumnsToContents()
        self._header.follow_titles()
