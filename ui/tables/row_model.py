"""The rows of one kind as a table Qt can show, sort, filter and edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from diagnostic.dossier.row import Row
from ui.forms.entry import Entry, entry_of, why_unread, written
from ui.forms.writing import row_writer
from ui.shell.tips import plain_tip
from ui.tables.cells import folded_rows, heading_of, matches, sorted_rows, typed_of, words_of
from ui.tables.columns import Column, columns_of
from ui.tables.facts import Facts, facts_of
from ui.wizard.context import Context

Index = QModelIndex | QPersistentModelIndex
BADGE = Qt.ItemDataRole.UserRole + 1
"""The confidence (a vocabulary.Confidence) that stands beside the cell's words; None for none."""
UNREAD = Qt.ItemDataRole.UserRole + 2
"""Whether the cell shows what could not be read."""
_ROLES = Qt.ItemDataRole
_MANY = 40


class RowModel(QAbstractTableModel):
    """Rows of a kind, in the order and under the filter asked for. A row in view stays while it is edited."""

    def __init__(self, context: Context, kind: str, parent: Any = None) -> None:
        super().__init__(parent)
        self._context = context
        self._write = row_writer(context)
        self._sorted_by: tuple[int, bool] | None = None
        self._filter = ""
        self._folded: list[str] | None = None
        self.kind = kind
        self.columns = columns_of(kind)
        self.facts: Facts = facts_of(context.snapshot, context.texts, context.countries)
        self._rows: tuple[Row, ...] = context.snapshot.rows(kind)
        self.shown: list[Row] = list(self._rows)

    def refresh(self) -> None:
        """Take the campaign's rows again; those in view keep their place."""
        snapshot = self._context.snapshot
        self.facts = facts_of(snapshot, self._context.texts, self._context.countries)
        rows = snapshot.rows(self.kind)
        known, in_view = {row.id for row in self._rows}, {row.id for row in self.shown}
        self._rows, self._folded = rows, None
        wanted = [row for row in rows if row.id in in_view or row.id not in known]
        self._move_to(self._in_present_order(wanted) if self._sorted_by else wanted)

    def filter(self, text: str) -> None:
        """Show the rows in which every word of `text` is found, accents or not."""
        self._filter = text
        self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; −1 gives back the order of entry."""
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._rearrange()

    def row_at(self, index: Index) -> Row | None:
        """Return the row of an index."""
        return self.shown[index.row()] if index.isValid() and index.row() < len(self.shown) else None

    def place_of(self, id_: int) -> int:
        """Return where a row stands in the view, −1 if it does not."""
        return next((place for place, row in enumerate(self.shown) if row.id == id_), -1)

    def write(self, index: Index, entry: Entry) -> bool:
        """Save what was entered in a cell; False if it could not be."""
        row, spec = self.row_at(index), self.columns[index.column()].spec
        if row is None or spec is None:
            return False
        after = written(row, spec, entry)
        return after == row or self._write(row, after, spec.name, "") is not None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return how many rows are in view."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that cells are selected, and some edited in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.columns[index.column()].editable and not self._context.dossier.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        """Return a column's title and side."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return super().headerData(section, orientation, role)
        column = self.columns[section]
        if role == _ROLES.TextAlignmentRole:
            return _side(column)
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return heading_of(column, self.kind, self.facts)
        return None

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """Return what a cell shows."""
        row = self.row_at(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == _ROLES.DisplayRole:
            words = words_of(column, row, self.facts)
            return f"({words})" if self._left_out(row, column) else words
        if role == _ROLES.TextAlignmentRole:
            return _side(column)
        return self._more(row, column, role)

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        """Save what was typed in a cell, read or not."""
        spec = self.columns[index.column()].spec if index.isValid() else None
        if role != _ROLES.EditRole or spec is None:
            return False
        return self.write(index, entry_of(spec, str(value), self._context.countries))

    def _more(self, row: Row, column: Column, role: int) -> Any:
        if role == _ROLES.EditRole:
            return typed_of(column, row, self.facts)
        if role == BADGE:
            return row.confidence if column.badge else None
        if role == UNREAD:
            return column.id in row.unread
        if role == _ROLES.ToolTipRole:
            return self._tip(row, column)
        if role == _ROLES.AccessibleTextRole:
            words = f"{heading_of(column, self.kind, self.facts)} {words_of(column, row, self.facts)}"
            if self._left_out(row, column):
                return f"{words}. {self.facts.texts(self.facts.uncounted[row.id])}"
            return f"{words} {self.facts.texts.label(row.confidence)}" if column.badge and row.confidence else words
        return None

    def _left_out(self, row: Row, column: Column) -> bool:
        """Return whether the figure of a cell is left out of the total below it."""
        return column.total is not None and row.id in self.facts.uncounted

    def _tip(self, row: Row, column: Column) -> str | None:
        if self._left_out(row, column):
            return plain_tip(self._context.texts(self.facts.uncounted[row.id]))
        if column.spec is None or column.id not in row.unread:
            return None
        return plain_tip(why_unread(column.spec, row.unread[column.id], self._context.texts, self._context.countries))

    def _in_present_order(self, rows: Sequence[Row]) -> list[Row]:
        by_id = {row.id: row for row in rows}
        known = [by_id.pop(row.id) for row in self.shown if row.id in by_id]
        return known + list(by_id.values())

    def _rearrange(self) -> None:
        rows = list(self._rows)
        if self._filter.strip():
            if self._folded is None:
                self._folded = folded_rows(self._rows, self.columns, self.facts)
            rows = [row for row, text in zip(rows, self._folded, strict=True) if matches(text, self._filter)]
        if self._sorted_by:
            place, descending = self._sorted_by
            rows = sorted_rows(rows, self.columns[place], self.facts, descending=descending)
        self.beginResetModel()
        self.shown = rows
        self.endResetModel()

    def _move_to(self, rows: list[Row]) -> None:
        """Go from the rows in view to others by the fewest steps, so that the view keeps its place."""
        before, after = {row.id for row in self.shown}, {row.id for row in rows}
        stays = [row.id for row in self.shown if row.id in after] == [row.id for row in rows if row.id in before]
        if not stays or len(before ^ after) > _MANY:
            self.beginResetModel()
            self.shown = rows
            self.endResetModel()
            return
        for place in reversed(range(len(self.shown))):
            if self.shown[place].id not in after:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self.shown[place]
                self.endRemoveRows()
        for place, row in enumerate(rows):
            if row.id not in before:
                self.beginInsertRows(QModelIndex(), place, place)
                self.shown.insert(place, row)
                self.endInsertRows()
        self.shown = rows
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))


def _side(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
