"""What would be added and changed: filters, ticks for many lines at once, the table, the whole of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from diagnostic.imports.preview import Fate
from diagnostic.texts import Texts
from ui.forms.segmented import Segmented
from ui.forms.wrapping import WrapLayout
from ui.importing.line_words import LineWords, Reason
from ui.importing.lines_model import CHANGING, LinesModel
from ui.importing.lines_view import LinesView
from ui.importing.session import Unit
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted

_CHANGES = "changes"
_DETAIL = 4
"""Lines of text kept for the whole of one line: the table does not jump from one to the next."""
_FATES = {
    _CHANGES: CHANGING,
    Fate.ADDED.value: frozenset({Fate.ADDED}),
    Fate.CHANGED.value: frozenset({Fate.CHANGED}),
    Fate.REMOVED.value: frozenset({Fate.REMOVED}),
    Fate.SAME.value: frozenset({Fate.SAME}),
}


class LinesPanel(QWidget):
    """The lines of one unit."""

    ticked = Signal()

    def __init__(self, words: LineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._texts: Texts = words.texts
        self.model = LinesModel(words, self)
        self.view = LinesView(self.model)
        self.view.setAccessibleName(self._texts("importing.table"))
        self.fates = Segmented([(fate, fate) for fate in _FATES])
        self.fates.name(self._texts("importing.filter_fate"))
        self.reason = QComboBox()
        self.reason.setAccessibleName(self._texts("importing.filter_reason"))
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason.setMinimumContentsLength(28)
        self.reason.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._offered: list[Reason | None] = [None]
        self.tick_all, self.untick_all = FlatButton(""), FlatButton("")
        self.nothing = muted(self._texts("importing.nothing_changes"))
        self.detail = Label()
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._lay_out()
        self._measure()
        self.fates.chosen.connect(self._filter_fate)
        self.reason.activated.connect(self._filter_reason)
        self.tick_all.clicked.connect(lambda: self._tick(True))
        self.untick_all.clicked.connect(lambda: self._tick(False))
        self.model.ticked.connect(self.ticked)
        self.view.current_changed.connect(self._show_detail)

    def show_unit(self, unit: Unit) -> None:
        """Show the lines of a unit: what changes, or all that is there already where nothing does."""
        self.model.show_unit(unit)
        counts = self.model.counts()
        changes = sum(counts[fate] for fate in CHANGING)
        asked = str(self.fates.value or _CHANGES)
        chosen = asked if any(counts[fate] for fate in _FATES[asked]) else _CHANGES if changes else Fate.SAME.value
        for (name, fates), segment in zip(_FATES.items(), self.fates.segments, strict=True):
            count = sum(counts[fate] for fate in fates)
            segment.rename(self._texts(f"importing.fates.{name}", count=self._texts.number(count)))
            part = name in {fate.value for fate in CHANGING} and count == changes
            segment.setVisible(bool(count) and not part)
        self.fates.setVisible(sum(not segment.isHidden() for segment in self.fates.segments) > 1)
        self.fates.show_value(chosen)
        self._filter_fate(chosen)
        self.nothing.setVisible(not changes)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            QTimer.singleShot(0, self, self._measure)

    def _measure(self) -> None:
        self.reason.setMinimumHeight(self.tick_all.sizeHint().height())
        self.detail.setMinimumHeight(_DETAIL * self.detail.fontMetrics().lineSpacing())

    def _filter_fate(self, chosen: object) -> None:
        kept = self._chosen_reason()
        self.model.filter(_FATES[str(chosen)])
        counted = self.model.reasons()
        self._offered = [None, *(reason for reason, _ in counted)]
        self.reason.clear()
        self.reason.addItem(self._texts("importing.all_reasons"))
        for reason, count in counted:
            said = self._words.reason(reason)
            self.reason.addItem(self._texts("importing.reason_count", reason=said, count=self._texts.number(count)))
        self.reason.setVisible(len(self._offered) > 1)
        self.reason.setCurrentIndex(self._offered.index(kept) if kept in self._offered else 0)
        self._filter_reason()

    def _filter_reason(self) -> None:
        self.model.filter(reason=self._chosen_reason())
        count = sum(line.fate is not Fate.SAME for line in self.model.shown)
        for button, key in ((self.tick_all, "importing.tick"), (self.untick_all, "importing.untick")):
            button.setText(self._texts.plural(key, count))
            button.updateGeometry()
            button.setVisible(count > 0)
        if self.model.shown:
            self.view.selectRow(0)
        self._show_detail()

    def choose_reason(self, reason: Reason) -> None:
        """Show only the lines of one reason."""
        self.reason.setCurrentIndex(self._offered.index(reason))
        self._filter_reason()

    def _chosen_reason(self) -> Reason | None:
        place = self.reason.currentIndex()
        return self._offered[place] if 0 <= place < len(self._offered) else None

    def _tick(self, taken: bool) -> None:
        self.model.tick(range(len(self.model.shown)), taken)

    def _show_detail(self) -> None:
        line = self.view.line
        self.detail.setText(self._words.details(line) if line else "")

    def _lay_out(self) -> None:
        filters = QWidget()
        line = WrapLayout(filters)
        for widget in (self.fates, self.reason, self.tick_all, self.untick_all):
            line.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(filters)
        column.addWidget(self.nothing)
        column.addWidget(self.view, 1)
        column.addWidget(self.detail)
