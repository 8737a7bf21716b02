"""The action plan: every action to read, write, add, undo, and what they cost together."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.dossier.checks import past_due
from diagnostic.strategy.settled import done_then
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.strategy.totals import total_words
from ui.strategy.whole_form import WholeForm
from ui.tables.section import TableSection
from ui.wizard.context import Context

MOST_ROWS = 12
"""Rows in view before the table scrolls by itself."""


class ActionTable(TableSection):
    """The table of actions. A plan is never "complete" nor "unknown": nothing is asked of it as a whole.

    Its last line of sums is left out: those of the plan stand under it, dropped actions apart.
    """

    form_opened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, "action")
        self._whole = WholeForm(self.panel)

    def add(self) -> None:
        """Open the form of a new action."""
        super().add()
        self.form_opened.emit()

    def open(self) -> None:
        """Open the form of the current action."""
        super().open()
        self.form_opened.emit()

    def _show_what_fits(self) -> None:
        super()._show_what_fits()
        self.standing.hide()
        self.totals.hide()
        self.view.setFixedHeight(self.view.height_of(min(MOST_ROWS, self.model.rowCount())))


class ActionPlan(Column):
    """Heading, table, totals, and what the plan's actions lack."""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=6)
        self._context = context
        self.table = ActionTable(context)
        self.totals = Label(bold=True)
        self.then = muted()
        self.untitled = Column()
        texts = context.texts
        self.add(Label(texts("strategy.plan"), step=1, bold=True), muted(texts("strategy.plan_lead")))
        self.add(self.table, self.totals, self.then, self.untitled)
        self.draw()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Take the actions again."""
        self.table.refresh(kinds)
        self.draw()

    def draw(self) -> None:
        """Say what the actions come to, which were done before, are late, or have no title."""
        words = total_words(self._context.snapshot.actions, self._context.texts)
        self.totals.setText(words)
        self.totals.setVisible(bool(words))
        self._say_then()
        self._say_lacks()

    def _say_then(self) -> None:
        before, actions, texts = self._context.previous, self._context.snapshot.actions, self._context.texts
        settled = done_then(before, actions)
        titles = [action.title or texts("directory.nameless") for action in actions if action.id in settled]
        self.then.setVisible(bool(titles))
        if before is not None and titles:
            year = str(self._context.snapshot.campaign.year)
            names = ", ".join(titles)
            self.then.setText(texts.plural("strategypage.done_then", len(titles), year=year, titles=names))

    def _say_lacks(self) -> None:
        snapshot = self._context.snapshot
        lacks = {
            "strategy.untitled": [action for action in snapshot.actions if not action.title.strip()],
            "strategypage.past_due": [action for action in snapshot.actions if past_due(action, snapshot)],
        }
        self.untitled.clear()
        self.untitled.setVisible(any(lacks.values()))
        for key, found in lacks.items():
            if found:
                said = self._context.texts.plural(key, len(found))
                link = RowButton(RowWords(title=said, mark="!", link=True))
                link.clicked.connect(lambda _=False, id_=found[0].id: self.table.bring_forward(id_))
                self.untitled.add(link)
