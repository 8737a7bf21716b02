"""The first rows of a file as a table Qt can show."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from ui.importing.sample import Sample, SampleCell
from ui.shell.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
UNREAD = Qt.ItemDataRole.UserRole + 1
_ROLES = Qt.ItemDataRole


class SampleModel(QAbstractTableModel):
    """A sample that changes with the layout."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self.sample = Sample()

    def show_sample(self, found: Sample) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.sample = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.sample.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many fields there are."""
        return 0 if parent.isValid() else len(self.sample.header)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        """Return a field's title."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(self.sample.header):
            return super().headerData(section, orientation, role)
        if role == _ROLES.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.sample.header[section] if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole) else None

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """Return what a cell shows; one that was not read begins with a question mark."""
        cell = self._cell(index)
        if cell is None:
            return None
        if role == _ROLES.DisplayRole:
            return f"? {cell.text}" if cell.why else cell.text
        if role == _ROLES.ToolTipRole:
            return plain_tip(cell.why or cell.text)
        if role == _ROLES.AccessibleTextRole:
            return f"{cell.text}. {cell.why}" if cell.why else cell.text
        return bool(cell.why) if role == UNREAD else None

    def _cell(self, index: Index) -> SampleCell | None:
        return self.sample.rows[index.row()][index.column()] if index.isValid() else None
