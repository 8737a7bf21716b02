"""The lines of a preview as a table Qt can show, filter and tick."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from diagnostic.imports.preview import Fate, Line
from ui.importing.line_words import LineWords, Reason, ranked, reasons_of
from ui.importing.session import Unit, line_key
from ui.shell.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROLES = Qt.ItemDataRole
FATE, KIND, TITLE, CONTENT, WHY = range(5)
COLUMNS = ("fate", "kind", "title", "content", "why")
CHANGING = frozenset({Fate.ADDED, Fate.CHANGED, Fate.REMOVED})
_MANY = 5000
"""Rows whose words are kept once made."""


class LinesModel(QAbstractTableModel):
    """Lines of one unit under the filter asked for; those that would change nothing cannot be ticked."""

    ticked = Signal()
    """the user ticked or unticked lines"""

    def __init__(self, words: LineWords, parent: Any = None) -> None:
        super().__init__(parent)
        self._words = words
        self._unit: Unit | None = None
        self._lines: tuple[Line, ...] = ()
        self._reasons: list[frozenset[Reason]] = []
        self._fates: frozenset[Fate] = CHANGING
        self._reason: Reason | None = None
        self._said: dict[tuple[int, int], str] = {}
        self.shown: list[Line] = []
        self.kinds: frozenset[str] = frozenset()
        """the kinds of row there are"""
        self.has_reasons = False
        """whether a line of the fates in view rests on a guess"""

    def show_unit(self, unit: Unit | None) -> None:
        """Show the lines of a unit, all that would change something first."""
        self.beginResetModel()
        self._unit = unit
        found = unit.found.lines if unit and unit.found else ()
        self._lines = tuple(sorted(found, key=lambda line: line.fate is Fate.SAME))
        self._reasons = [reasons_of(line) for line in self._lines]
        self.kinds = frozenset(line.after.kind for line in self._lines)
        if not any(self._reason in group for group in self._reasons):
            self._reason = None
        self._shown_again()
        self.endResetModel()

    def filter(self, fates: Iterable[Fate] | None = None, *, reason: Reason | None = None) -> None:
        """Show the lines of some fates (None: those there are), and of one reason (None: whatever it is)."""
        self.beginResetModel()
        self._fates = self._fates if fates is None else frozenset(fates)
        self._reason = reason
        self._shown_again()
        self.endResetModel()

    def counts(self) -> Counter[Fate]:
        """Return how many lines have each fate."""
        return Counter(line.fate for line in self._lines)

    def reasons(self) -> list[tuple[Reason, int]]:
        """Return the reasons of the guesses, with how many lines of the fates in view each has."""
        return ranked(group for line, group in zip(self._lines, self._reasons, strict=True) if line.fate in self._fates)

    def takes(self, place: int) -> bool:
        """Return whether the line at a place in view is ticked."""
        return self._unit is not None and self._unit.takes(self.shown[place])

    def tick(self, places: Iterable[int], taken: bool) -> None:
        """Tick or untick lines in view."""
        if self._unit is None:
            return
        wanted = [self.shown[place] for place in places if self.shown[place].fate is not Fate.SAME]
        for line in wanted:
            self._unit.taken[line_key(line)] = taken
        if wanted:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.shown) - 1, len(COLUMNS) - 1))
            self.ticked.emit()

    def line_at(self, index: Index) -> Line | None:
        """Return the line of an index."""
        return self.shown[index.row()] if index.isValid() and index.row() < len(self.shown) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Return how many lines are in view."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that lines are selected, and ticked in the first column where they would change something."""
        line = self.line_at(index)
        if line is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == FATE and line.fate is not Fate.SAME:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Vertical or not 0 <= section < len(COLUMNS):
            return super().headerData(section, orientation, role)
        if role == _ROLES.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role in (_ROLES.DisplayRole, _ROLES.ToolTipRole):
            return self._words.texts(f"importing.column.{COLUMNS[section]}")
        return None

    def data(self, index: Index, role: int = _ROLES.DisplayRole) -> Any:
        """Return what a cell shows, and whether its line is ticked."""
        line = self.line_at(index)
        if line is None:
            return None
        if role == _ROLES.CheckStateRole and index.column() == FATE and line.fate is not Fate.SAME:
            return Qt.CheckState.Checked if self.takes(index.row()) else Qt.CheckState.Unchecked
        if role == _ROLES.DisplayRole:
            return self._cell(index.row(), index.column())
        if role == _ROLES.ToolTipRole:
            return plain_tip(self._cell(index.row(), index.column()))
        if role == _ROLES.AccessibleTextRole:
            return self._spoken(index, line)
        if role == _ROLES.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLES.EditRole) -> bool:
        """Tick or untick a line."""
        if role != _ROLES.CheckStateRole or not index.isValid() or self.line_at(index) is None:
            return False
        if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def _cell(self, place: int, column: int) -> str:
        key = place, column
        if key not in self._said:
            if len(self._said) > _MANY:
                self._said.clear()
            self._said[key] = self._made(self.shown[place], column)
        return self._said[key]

    def _made(self, line: Line, column: int) -> str:
        words = self._words
        if column == FATE:
            return words.texts(f"importing.fate.{line.fate.value}")
        if column == KIND:
            return words.texts(f"importing.kind.{line.after.kind}")
        return {TITLE: lambda: words.title(line.after), CONTENT: lambda: words.content(line)}.get(
            column, lambda: words.why(line)
        )()

    def _spoken(self, index: Index, line: Line) -> str:
        said = self._cell(index.row(), index.column())
        if index.column() != FATE or line.fate is Fate.SAME:
            return said
        state = "taken" if self.takes(index.row()) else "left"
        return self._words.texts(f"importing.spoken_{state}", fate=said)

    def _shown_again(self) -> None:
        self._said.clear()
        known = [pair for pair in zip(self._lines, self._reasons, strict=True) if pair[0].fate in self._fates]
        self.has_reasons = any(group for _, group in known)
        self.shown = [line for line, group in known if self._reason is None or self._reason in group]
