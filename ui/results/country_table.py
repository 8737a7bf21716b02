"""The section of the results page about the countries: what there is with each, and how it reads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from diagnostic.assessment.results import CountryRow
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.world_figures import map_drawing, map_names
from diagnostic.texts import Texts
from ui.charts.chart_view import ChartView
from ui.results.country_delegate import LinkDelegate
from ui.results.country_model import CountryModel, CountrySorting
from ui.results.page_wheel import PageWheel
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted
from ui.tables.frozen_column import FrozenColumn
from ui.tables.quiet_header import QuietHeader

TOP_ROWS = 10
NAME_CHARACTERS = 20
"""Room for a country's name, in average characters."""


class CountryView(QTableView):
    """A table that leaves the wheel to the page; Enter opens a row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row under the cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.clicked.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class CountrySection(QWidget):
    """Heading, map, filter, table, and a button that unfolds all the rows."""

    chosen = Signal(str)
    """the ISO code of a country to show in detail"""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._heading = Label(texts("results.matrix.title"), step=1, bold=True)
        self._legend = muted(texts("results.matrix.legend"))
        self.map = ChartView()
        self._source = muted(texts("figure.map.source"))
        self._count = muted()
        self.filter = QComboBox()
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter.setAccessibleName(texts("results.matrix.filter"))
        self.unfold = FlatButton("")
        self.unfold.setCheckable(True)
        self.view = CountryView()
        self.model = CountryModel(texts, self)
        self.sorting = CountrySorting(self.model, self)
        self._dress_view()
        self.frozen = FrozenColumn(self.view, LinkDelegate(self.view))
        self.frozen.clicked.connect(self._choose)
        PageWheel(self.view, self.frozen)
        self._lay_out()
        self.filter.currentIndexChanged.connect(self._filter)
        self.unfold.toggled.connect(self._fit)
        self.view.clicked.connect(self._choose)
        self.map.activated.connect(lambda key: self.chosen.emit(key.removeprefix("country:")))
        self.view.horizontalScrollBar().rangeChanged.connect(self._fit)

    def fill(self, rows: tuple[CountryRow, ...], desk: Desk) -> None:
        """Show the matrix; the chosen reading and order stay."""
        self.model.fill(rows, desk)
        self._fill_filter(rows, desk)
        self._legend.setText(self._texts("results.matrix.legend" if rows else "results.matrix.empty"))
        if rows:
            self.map.set_drawing(map_drawing(desk), map_names(desk))
        for widget in (self.map, self._source, self.filter, self.view, self._count):
            widget.setVisible(bool(rows))
        self._share_width()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Give the rows the height another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()
            self._fit()

    def _dress_view(self) -> None:
        view = self.view
        view.setHorizontalHeader(QuietHeader(view))
        view.setModel(self.sorting)
        view.setItemDelegate(LinkDelegate(view))
        view.setAccessibleName(self._texts("results.matrix.title"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setTabKeyNavigation(False)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setSortingEnabled(True)
        view.horizontalHeader().setSortIndicatorClearable(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.horizontalHeader().setStretchLastSection(True)
        view.verticalHeader().hide()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self.filter)
        foot = QHBoxLayout()
        foot.addWidget(self.unfold)
        foot.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for each in (self._heading, self.map, self._source, self._legend):
            box.addWidget(each)
        box.addLayout(top)
        box.addWidget(self.view)
        box.addLayout(foot)

    def _fill_filter(self, rows: tuple[CountryRow, ...], desk: Desk) -> None:
        chosen = self.filter.currentData() or ""
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(self._texts("results.matrix.all"), "")
        for reading in desk.framework.readings:
            count = sum(any(found.id == reading.id for found in row.readings) for row in rows)
            if count:
                self.filter.addItem(f"{reading.title[desk.lang]} ({self._texts.number(count)})", reading.id)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)
        self.sorting.keep(self.filter.currentData() or "")

    def _share_width(self) -> None:
        """Give each column the room of its words; a very long country's name is cut."""
        self.view.resizeColumnsToContents()
        most = NAME_CHARACTERS * self.view.fontMetrics().averageCharWidth()
        self.view.setColumnWidth(0, min(most, self.view.columnWidth(0)))

    def _filter(self) -> None:
        self.sorting.keep(self.filter.currentData() or "")
        self._fit()

    def _fit(self) -> None:
        """Give the table the height of its rows: the first ones, or all when unfolded."""
        row = round(self.view.fontMetrics().height() * 1.75)
        self.view.verticalHeader().setMinimumSectionSize(row)
        self.view.verticalHeader().setDefaultSectionSize(row)
        shown, total = self.sorting.rowCount(), self.model.rowCount()
        visible = shown if self.unfold.isChecked() else min(shown, TOP_ROWS)
        bar = self.view.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        self.view.setFixedHeight(visible * row + self.view.horizontalHeader().sizeHint().height() + below)
        self.unfold.setVisible(shown > TOP_ROWS)
        fewer = self.unfold.isChecked()
        key = "results.matrix.fewer" if fewer else "results.matrix.more"
        self.unfold.setText(self._texts(key, count=self._texts.number(shown)))
        self._count.setText(self._count_words(shown, total))

    def _count_words(self, shown: int, total: int) -> str:
        if not total:
            return ""
        if shown == total:
            return self._texts.plural("results.matrix.count", total)
        return self._texts("results.matrix.some", shown=self._texts.number(shown), total=self._texts.number(total))

    def _choose(self, index: QModelIndex) -> None:
        row = self.sorting.mapToSource(index).row()
        self.chosen.emit(self.model.country(row).country)
