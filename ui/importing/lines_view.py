"""The table of a preview: rows of one height, a tick on each, the space bar for all that is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from diagnostic.imports.preview import Line
from ui.importing.lines_model import CONTENT, FATE, KIND, TITLE, WHY, LinesModel
from ui.shell.theme import mixed
from ui.tables.quiet_header import QuietHeader

Index = QModelIndex | QPersistentModelIndex
_ROLES = QPalette.ColorRole
_FEWEST = 5
"""Rows that are always in view."""
_SHARES = {FATE: 13, KIND: 14, TITLE: 26, CONTENT: 40, WHY: 38}
"""Letters that the columns ask for; they share what the width has."""


class LineDelegate(QStyledItemDelegate):
    """Draws a thin line under each row; the title in bold, a line that is not taken in muted words."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set the title in bold, and what would not be imported in muted words."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideRight
        option.font.setBold(index.column() == TITLE)
        model = index.model()
        if isinstance(model, LinesModel) and not model.takes(index.row()):
            option.palette.setColor(_ROLES.Text, option.palette.color(_ROLES.PlaceholderText))
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the ground, the words and the line under the row."""
        palette = option.palette
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, mixed(palette.color(_ROLES.Base), palette.color(_ROLES.Highlight), 0.18))
        painter.setPen(QPen(mixed(palette.color(_ROLES.Base), palette.color(_ROLES.Text), 0.16), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()
        words = QStyleOptionViewItem(option)
        words.state &= ~QStyle.StateFlag.State_Selected
        pad = option.fontMetrics.averageCharWidth() // 2
        words.rect = words.rect.adjusted(pad, 0, -pad, -1)
        super().paint(painter, words, index)


class LinesView(QTableView):
    """A view over a LinesModel."""

    current_changed = Signal()

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._header = QuietHeader(self)
        self._header.setSectionsClickable(False)
        self._header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self.setItemDelegate(LineDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        model.modelReset.connect(self._arrange)
        self._measure()

    @property
    def line(self) -> Line | None:
        """Return the line the cursor is on."""
        return self._model.line_at(self.currentIndex())

    def selected(self) -> list[int]:
        """Return the places that are selected."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick all that is selected with the space bar; a Tab leaves."""
        places = self.selected()
        if event.key() == Qt.Key.Key_Space and places:
            self._model.tick(places, not all(self._model.takes(place) for place in places))
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a few rows."""
        rows = self.verticalHeader().defaultSectionSize()
        return QSize(super().minimumSizeHint().width(), self.horizontalHeader().sizeHint().height() + _FEWEST * rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width again."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self.updateGeometry()
        self._arrange()

    def _arrange(self) -> None:
        """Give each column its share of the width, and no less than its letters halved."""
        self.setColumnHidden(KIND, len(self._model.kinds) < 2)
        self.setColumnHidden(WHY, not self._model.has_reasons)
        shown = [column for column in _SHARES if not self.isColumnHidden(column)]
        whole = sum(_SHARES[column] for column in shown)
        letter, room = self.fontMetrics().averageCharWidth(), self.viewport().width()
        for column in shown:
            least = _SHARES[column] * letter * (10 if column in (FATE, KIND) else 6) // 10
            self.setColumnWidth(column, max(least, room * _SHARES[column] // whole))
        self._header.follow_titles()
