"""The last line of a table: how many rows, and their sums, under their columns."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QTableView, QWidget

from ui.shell.tips import plain_tip
from ui.tables.row_model import RowModel
from ui.tables.totals import expense_and_income

_ROLES = QPalette.ColorRole


class TotalsRow(QWidget):
    """A line drawn under a table view, aligned on its columns."""

    def __init__(self, view: QTableView, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._model = model
        self.words: list[str] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setBackgroundRole(_ROLES.Base)
        self.setAutoFillBackground(True)
        header = view.horizontalHeader()
        for signal in (header.sectionResized, header.sectionMoved, header.geometriesChanged):
            signal.connect(self.update)
        view.horizontalScrollBar().valueChanged.connect(self.update)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.dataChanged):
            signal.connect(self.count)
        self.count()

    def count(self) -> None:
        """Add up the rows in view."""
        rows, facts, kind = self._model.shown, self._model.facts, self._model.kind
        texts = facts.texts
        self.words = [
            "" if column.total is None else texts.number(column.total(rows, facts), column.digits)
            for column in self._model.columns
        ]
        self.words[0] = texts.plural(f"kind.{kind}", len(rows))
        if kind == "budget_line":
            self.words[0] += f" · {self._balance()}"
        left_out = {facts.uncounted[row.id]: None for row in rows if row.id in facts.uncounted}
        self.setToolTip(plain_tip("\n".join(texts(key) for key in left_out)))
        self.setAccessibleName(texts("table.totals"))
        self.setAccessibleDescription(self.spoken())
        self.update()

    def _balance(self) -> str:
        """Return what goes out and comes in, of the year that the scores read: years do not add up."""
        texts, year = self._model.facts.texts, self._model.facts.year
        sums = map(texts.money, expense_and_income(self._model.shown, year))
        words = texts("table.balance", **dict(zip(("expense", "income"), sums, strict=True)))
        return words if year is None else texts("table.of_year", year=year, words=words)

    def spoken(self) -> str:
        """Return the line in words."""
        names = [
            str(self._model.headerData(place, Qt.Orientation.Horizontal)) for place in range(len(self._model.columns))
        ]
        return "; ".join(
            word if not place else f"{names[place]} {word}" for place, word in enumerate(self.words) if word
        )

    def sizeHint(self) -> QSize:
        """Return one row's height."""
        return QSize(100, self._view.verticalHeader().defaultSectionSize())

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each total under its column; the count may run on where the next cells are empty."""
        painter = QPainter(self)
        pad = self.fontMetrics().averageCharWidth()
        painter.setPen(QPen(self.palette().color(_ROLES.Text), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.setPen(self.palette().color(_ROLES.PlaceholderText))
        painter.drawText(QRect(pad, 0, self._room_of_count() - pad, self.height()), _LEFT, self.words[0])
        font = self.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.palette().color(_ROLES.Text))
        for place, words in enumerate(self.words):
            if place and words:
                left = self._view.columnViewportPosition(place)
                rect = QRect(left, 0, self._view.columnWidth(place) - pad, self.height())
                painter.drawText(rect, _RIGHT, words)

    def _room_of_count(self) -> int:
        for place, words in enumerate(self.words):
            if place and words:
                return max(self._view.columnViewportPosition(place), 12 * self.fontMetrics().averageCharWidth())
        return self.width()


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
