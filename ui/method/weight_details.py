"""Why a weight was changed, by whom and when, and the way back to the edition's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.brief.compose.versions import weight_words
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.operations import Operation
from ui.forms.entry import Entry
from ui.forms.field_row import FieldRow
from ui.forms.reading_only import hold
from ui.method.weighing import SPECS, Weigher
from ui.method.words import lacking_words
from ui.results.reflow import Reflow
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.wizard.context import Context

SIDE_BY_SIDE_EMS = 24.0
INDENT = 18
"""Pixels by which what is said of a weight stands in from it."""


class WeightDetails(QWidget):
    """Two fields and a line under a weight that is the users' own."""

    reset_asked = Signal()

    def __init__(self, context: Context, weigher: Weigher, title: str, ask: Callable[[Operation | None], bool]) -> None:
        """`ask` commits a change and returns whether it is stored."""
        super().__init__()
        self._context = context
        self._weigher = weigher
        self._ask = ask
        self._session = 0
        self.fields = {name: self._field(name, title) for name in ("reason", "author")}
        self.when = muted(step=-1)
        self.lacking = Label(role=QPalette.ColorRole.LinkVisited)
        given = weight_words(weigher.given, context.texts)
        self.reset = FlatButton(context.texts("weights.reset", weight=given), Look.LINK)
        self.reset.setAccessibleName(context.texts("weights.reset_name", weight=given, title=title))
        self.reset.clicked.connect(lambda _=False: self.reset_asked.emit())
        if context.read_only:
            hold(self.reset, context.texts("form.read_only"))
        self._lay_out()

    def display(self, row: Weighting) -> None:
        """Show what is said of a weight, and what is still missing."""
        texts = self._context.texts
        for field in self.fields.values():
            field.display(row)
        day = row.source_date
        self.when.setText(texts("weights.when", day=texts.date(day)) if day else "")
        self.when.setVisible(bool(day))
        lacking = lacking_words(row, texts)
        self.lacking.setText(lacking)
        self.lacking.setVisible(bool(lacking))

    def settle(self) -> bool:
        """Save what is typed; False if it could not be."""
        stored = [field.settle() for field in self.fields.values()]  # each of them, also after one that could not be
        return all(stored)

    def forget(self) -> None:
        """Let go of what is typed: the weight is the edition's again."""
        for field in self.fields.values():
            field.forget()

    def _field(self, name: str, title: str) -> FieldRow:
        field = FieldRow(self._context, "weighting", SPECS[name], lambda entry: self._keep(name, entry))
        label = field.label.text()
        field.editor.setAccessibleName(self._context.texts("weights.field_name", field=label, title=title))
        field.left.connect(self._left)
        return field

    def _keep(self, name: str, entry: Entry) -> bool:
        merge = f"weighting.{self._weigher.item}.{name}.{self._session}"
        return self._ask(self._weigher.told(self._context.snapshot, name, entry, merge))

    def _left(self) -> None:
        self._session += 1

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(INDENT, 0, 0, 8)
        column.setSpacing(4)
        column.addWidget(Reflow(self.fields["reason"], self.fields["author"], ems=SIDE_BY_SIDE_EMS, stretch=(3, 2)))
        column.addWidget(self.lacking)
        foot = QHBoxLayout()
        foot.addWidget(self.when, 1)
        foot.addStretch(1)
        foot.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)
