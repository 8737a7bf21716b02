"""The country matrix as an item model, sortable and filtered by reading."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.territory.folding import fold
from diagnostic.texts import Texts
from ui.results.country_cells import LINKS, Cell, Presence, link_cell, reading_titles

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole
CELL = Qt.ItemDataRole.UserRole + 1
READING = len(LINKS) + 1


class CountryModel(QAbstractTableModel):
    """Country, its six links, its readings. `SORT` gives what a column sorts by, `CELL` the link's cell."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CountryRow, ...] = ()
        self._names: list[str] = []
        self._cells: list[tuple[Cell, ...]] = []
        self._readings: list[str] = []
        self._titles = tuple(texts(f"results.matrix.{name}") for name in ("country", *LINKS, "reading"))

    def fill(self, rows: tuple[CountryRow, ...], desk: Desk) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self._names = [desk.country(row.country) for row in rows]
        self._cells = [tuple(link_cell(row, link, desk) for link in LINKS) for row in rows]
        self._readings = [", ".join(reading_titles(row, desk)) for row in rows]
        self.endResetModel()

    def country(self, row: int) -> CountryRow:
        """Return the matrix row shown at a place."""
        return self._rows[row]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many countries there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else READING + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(section)
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows, says, or sorts by."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(column)
        if column in (0, READING):
            return self._text_data(self._names[row] if column == 0 else self._readings[row], row, column, role)
        return _cell_data(self._cells[row][column - 1], role)

    def _text_data(self, text: str, row: int, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._titles[column]} {text}".strip()
        if role == SORT:
            return fold(text) if column == 0 else (fold(text) or "\uffff")
        return None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column in (0, READING) else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter


def _cell_data(cell: Cell, role: int) -> Any:
    if role == Qt.ItemDataRole.DisplayRole:
        return "?" if cell.presence is Presence.UNKNOWN else cell.text
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return cell.words
    if role == SORT:
        return cell.rank
    return cell if role == CELL else None


class CountrySorting(QSortFilterProxyModel):
    """The matrix as the assessment ranks it, until a header is pressed; only one reading if one is chosen."""

    def __init__(self, model: CountryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix = model
        self._reading = ""
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def keep(self, reading: str) -> None:
        """Show only the countries with a reading, all of them for ""."""
        self.beginResetModel()
        self._reading = reading
        self.endResetModel()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Return whether a country has the chosen reading."""
        readings = self._matrix.country(source_row).readings
        return not self._reading or any(reading.id == self._reading for reading in readings)
