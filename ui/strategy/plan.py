"""The action plan: every action to read, write, add, undo, and what they cost together."""

from __future__ import annotations

from ui.results.column import Column
from ui.shell.typography import Label, muted
from ui.strategy.totals import total_words
from ui.tables.section import TableSection
from ui.wizard.context import Context

MOST_ROWS = 12
"""Rows in view before the table scrolls by itself."""


class ActionTable(TableSection):
    """The table of actions. A plan is never "complete" nor "unknown": nothing is asked of it as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "action")

    def _show_what_fits(self) -> None:
        super()._show_what_fits()
        self.standing.hide()
        rows = min(MOST_ROWS, self.model.rowCount() + 2)
        self.view.setMinimumHeight(min(self.view.maximumHeight(), (rows + 1) * self.view.row_height()))


class ActionPlan(Column):
    """Heading, table, totals."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=6)
        self._context = context
        self.table = ActionTable(context)
        self.totals = Label(bold=True)
        texts = context.texts
        self.add(Label(texts("strategy.plan"), step=1, bold=True), muted(texts("strategy.plan_lead")))
        self.add(self.table, self.totals)
        self.draw()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Take the actions again."""
        self.table.refresh(kinds)
        self.draw()

    def draw(self) -> None:
        """Say what the actions come to."""
        words = total_words(self._context.snapshot.actions, self._context.texts)
        self.totals.setText(words)
        self.totals.setVisible(bool(words))
