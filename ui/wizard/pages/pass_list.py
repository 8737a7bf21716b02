"""The first pass in order: the tables it needs, how far each is, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from diagnostic.assessment.express_reading import first_pass, settled
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.wizard.context import Context
from ui.wizard.express_pass import TableOfPass, tables_of_pass

FACTS = ("population", "operating_budget")
"""The territory's facts that the measures of the first pass are set against."""


class PassList(Column):
    """The tables of the first pass; its questions stand below, on their page."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=2)
        self._context = context

    def fill(self) -> None:
        """Show the tables as they are now."""
        context, texts = self._context, self._context.texts
        held, asked = self._held(), first_pass(context.framework)
        self.clear()
        self.space(8)
        known = texts.plural("express.pass.known", settled(asked, context.assessment), total=len(asked))
        self.add(Label(texts("express.pass.title"), bold=True), Label(known))
        self.add(muted(texts("express.pass.tables")))
        rows = (self._facts(), *map(self._row, tables_of_pass(context.framework)))
        for place, row in enumerate(rows):
            self.add(row)
            if place == held:
                row.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard on the first table."""
        row = self.findChild(RowButton)
        if row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self) -> int:
        """Return the place of the row that has the keyboard, -1 without."""
        rows = self.findChildren(RowButton)
        return next((place for place, row in enumerate(rows) if row.hasFocus()), -1)

    def _facts(self) -> RowButton:
        """Return the row of the territory's facts that the figures are set against."""
        context, texts = self._context, self._context.texts
        known = sum(getattr(context.snapshot.territory, name) is not None for name in FACTS)
        words = RowWords(
            title=texts("step.territory.name"),
            detail=", ".join(texts(f"field.territory.{name}") for name in FACTS),
            chip=texts("express.of", done=known, total=len(FACTS)),
        )
        row = RowButton(words)
        row.clicked.connect(lambda _=False: context.go("territory", f"territory:{FACTS[0]}"))
        return row

    def _row(self, table: TableOfPass) -> RowButton:
        context, texts = self._context, self._context.texts
        done, total = table.settled(context.assessment), len(table.indicators)
        names = ", ".join(indicator.title[texts.lang] for indicator in table.indicators)
        words = RowWords(
            title=texts(f"step.{table.step}.name"),
            detail=names,
            chip=texts("express.of", done=done, total=total),
        )
        row = RowButton(words)
        row.clicked.connect(lambda _=False: context.go(table.step, table.kind))
        return row
