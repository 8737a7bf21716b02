"""A table one works in: comfortable rows, keys for every action, its first column always in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QSizePolicy,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from diagnostic.dossier.fields import FieldType
from diagnostic.dossier.row import Row
from ui.tables.cell_delegate import CellDelegate
from ui.tables.clipboard import tab_separated
from ui.tables.frozen_column import FrozenColumn
from ui.tables.quiet_header import QuietHeader
from ui.tables.row_model import RowModel
from ui.tables.widths import shared
from ui.wizard.context import Context

_ELASTIC = frozenset({FieldType.TEXT, FieldType.COUNTRY, FieldType.COUNTRIES, FieldType.LINK})
_SAMPLE = 60
_WIDEST, _FIRST, _LEAST = 34, 22, 13
"""Letters: the most a column begins with, the least the first and the others keep before the table scrolls."""
_FEWEST_ROWS = 3
_KEYS = Qt.Key


class TableView(QTableView):
    """A view over a RowModel. What the keys ask for is said by signals; copying it does itself."""

    add_asked = Signal()
    open_asked = Signal()
    duplicate_asked = Signal()
    remove_asked = Signal()
    filter_asked = Signal()
    current_changed = Signal()

    def __init__(self, context: Context, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._header = QuietHeader(self)
        self.setHorizontalHeader(self._header)
        self.setModel(model)
        self._cells = CellDelegate(context, self)
        self.setItemDelegate(self._cells)
        self._dress()
        self._frozen = FrozenColumn(self, CellDelegate(context, self))
        self.selectionModel().currentRowChanged.connect(lambda *_: self.current_changed.emit())
        self._kept: tuple[int, frozenset[int]] = (0, frozenset())
        model.modelAboutToBeReset.connect(self._keep_selection)
        model.modelReset.connect(self._select_again)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self._rows_changed)
        self._rows_changed()

    @property
    def current_row(self) -> Row | None:
        """Return the row the cursor is on."""
        return self._model.row_at(self.currentIndex())

    def selected_rows(self) -> list[Row]:
        """Return the rows selected, from top to bottom; the current one if none is."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [self._model.shown[place] for place in places]

    def select_place(self, place: int) -> None:
        """Put the cursor on the row at a place, or the nearest one, and select it."""
        place = max(0, min(place, self._model.rowCount() - 1))
        column = max(0, self.currentIndex().column())
        index = self._model.index(place, column)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().setCurrentIndex(index, flags)
            self.scrollTo(index)

    def select_row(self, id_: int) -> bool:
        """Put the cursor on a row; False if it is not in view."""
        place = self._model.place_of(id_)
        if place >= 0:
            self.select_place(place)
        return place >= 0

    def settle(self) -> bool:
        """Save what is being typed in a cell; False if it could not be, and is still typed."""
        return self._cells.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks."""
        asked = self._asked_by(event)
        if asked is not None:
            asked.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, for a spreadsheet."""
        text = tab_separated(self._model.kind, self._model.columns, self.selected_rows(), self._model.facts)
        QGuiApplication.clipboard().setText(text)

    def row_height(self) -> int:
        """Return the height of a row."""
        return int(self.fontMetrics().height() * 1.75)

    def sizeHint(self) -> QSize:
        """Return the size that shows a few rows; the table takes more where there is room, up to all of them."""
        return QSize(400, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the size that shows a few rows."""
        return QSize(200, self.height_of(min(_FEWEST_ROWS, max(1, self._model.rowCount()))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out again."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow rows and columns with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.verticalHeader().setDefaultSectionSize(self.row_height())
            self._rows_changed()

    def fit(self) -> None:
        """Share the width among the columns."""
        header = self._header
        cell = self.fontMetrics().averageCharWidth()
        natural, least, elastic = [], [], []
        for place, column in enumerate(self._model.columns):
            title = header.sectionSizeFromContents(place).width()
            width = max(title, min(self._width_of(place), _WIDEST * cell))
            natural.append(width)
            dated = column.spec is not None and column.spec.kind is FieldType.DAY
            shrinks = not (column.number or dated)  # half a date, like half a number, says another thing
            least.append(max(title, min(width, (_FIRST if not place else _LEAST) * cell)) if shrinks else width)
            elastic.append(column.spec is not None and column.spec.kind in _ELASTIC)
        for place, width in enumerate(shared(natural, least, elastic, self.viewport().width())):
            header.resizeSection(place, width)
        self._header.follow_titles()
        self.setMaximumHeight(self.height_of(self._model.rowCount()))
        self._frozen.place()

    def _asked_by(self, event: QKeyEvent) -> SignalInstance | None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and self.state() != QAbstractItemView.State.EditingState:
            plainly = {
                _KEYS.Key_Insert: self.add_asked,
                _KEYS.Key_Return: self.open_asked,
                _KEYS.Key_Enter: self.open_asked,
                _KEYS.Key_Delete: self.remove_asked,
            }
            if event.key() == _KEYS.Key_F2 and not self._edits_in_place():
                return self.open_asked
            return plainly.get(_KEYS(event.key()))
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            held = {_KEYS.Key_D: self.duplicate_asked, _KEYS.Key_F: self.filter_asked}
            return held.get(_KEYS(event.key()))
        return None

    def _edits_in_place(self) -> bool:
        return bool(self._model.flags(self.currentIndex()) & Qt.ItemFlag.ItemIsEditable)

    def _dress(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(self.row_height())
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _keep_selection(self) -> None:
        row = self.current_row
        self._kept = row.id if row else 0, frozenset(each.id for each in self.selected_rows())

    def _select_again(self) -> None:
        """Select the rows that were before another order or filter; say so, for Qt forgets them without a word."""
        current, selected = self._kept
        if current and self.select_row(current):
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for id_ in selected - {current}:
                if (place := self._model.place_of(id_)) >= 0:
                    self.selectionModel().select(self._model.index(place, 0), flags)
        self.current_changed.emit()

    def _rows_changed(self) -> None:
        self.updateGeometry()
        self.fit()

    def height_of(self, rows: int) -> int:
        """Return the height that shows the titles and that many whole rows."""
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        return self.horizontalHeader().sizeHint().height() + rows * self.row_height() + below + 2

    def _width_of(self, column: int) -> int:
        delegate = self.itemDelegate()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        sample = range(min(_SAMPLE, self._model.rowCount()))
        return max((delegate.sizeHint(option, self._model.index(place, column)).width() for place in sample), default=0)
