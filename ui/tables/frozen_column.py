"""The first column, kept in view while the others scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QFrame, QTableView

from ui.tables.quiet_header import QuietHeader


class FrozenColumn(QTableView):
    """A view of the first column laid over a table, in step with it. It takes no focus: the table keeps it."""

    def __init__(self, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        """Lie over `table`; the delegate must be its own, or the table's editors would report to both."""
        super().__init__(table)
        self._table = table
        self.setHorizontalHeader(QuietHeader(self))
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(delegate)
        self._dress()
        for column in range(1, self.model().columnCount()):
            self.setColumnHidden(column, True)
        table.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.verticalScrollBar().valueChanged.connect(table.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalHeader().sectionResized.connect(self.place)
        table.horizontalHeader().sortIndicatorChanged.connect(self.horizontalHeader().setSortIndicator)
        self.horizontalHeader().sectionClicked.connect(self._sort)
        self.doubleClicked.connect(table.doubleClicked)
        table.installEventFilter(self)

    def place(self) -> None:
        """Lie over the table's first column; out of sight while nothing is scrolled."""
        table = self._table
        self.setVisible(table.horizontalScrollBar().value() > 0)
        header = table.horizontalHeader()
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.setColumnWidth(0, table.columnWidth(0))
        self.horizontalHeader().setFixedHeight(header.height())
        self.setGeometry(table.frameWidth(), table.frameWidth(), table.columnWidth(0),
                         table.viewport().height() + header.height())  # fmt: skip
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's size."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def _sort(self) -> None:
        header = self._table.horizontalHeader()
        header.setSortIndicator(0, self.horizontalHeader().sortIndicatorOrder())

    def _dress(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(self._table.verticalScrollMode())
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.hide()
