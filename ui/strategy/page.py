"""The strategy: what is proposed and why, what was chosen, and what the 1 % schemes would open."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout

from ui.results.column import Column, scrolling
from ui.results.desk import desk_of
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import heading, muted
from ui.strategy.plan import ActionPlan
from ui.strategy.proposals import ProposalList
from ui.strategy.schemes import SchemeList
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

SETTLED = 30
"""Milliseconds after which a form that was opened has its height."""


class StrategyPage(StepPage):
    """Proposals, action plan and schemes, from top to bottom."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        self.proposals = ProposalList(context)
        self.plan = ActionPlan(context)
        self.schemes = SchemeList()
        self._area = self._lay_out()
        self.proposals.reason_chosen.connect(self._show_reason)
        self.proposals.action_chosen.connect(lambda id_: self.bring_forward(f"action:{id_}"))
        self.plan.table.form_opened.connect(lambda: QTimer.singleShot(SETTLED, self, self._show_form))
        self.schemes.followed.connect(lambda field: self.context.go("territory", f"territory:{field}"))

    def refresh(self, kinds: frozenset[str]) -> None:
        """Draw again at once if the page is seen, or when it is next shown."""
        self._stale = True
        self.plan.refresh(kinds)
        if self.isVisible():
            self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw()
        super().showEvent(event)

    def draw(self) -> None:
        """Draw the proposals and the schemes, unless they are drawn already."""
        if self._stale:
            self._stale = False
            desk = desk_of(self.context)
            self.proposals.fill(desk)
            self.schemes.fill(desk)

    def bring_forward(self, focus: str) -> None:
        """Show and open an action ("action:3"), or a proposal ("recommendation:training")."""
        self.draw()
        kind, _, name = focus.partition(":")
        if kind == "action" and name.isdecimal():
            self.plan.table.bring_forward(int(name))
        elif kind == "recommendation" and name in self.proposals.cards:
            card = self.proposals.cards[name]
            card.take_focus()
            QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card))

    def settle(self) -> bool:
        """Save what is typed in the action plan."""
        return self.plan.table.settle()

    def _show_reason(self, indicator: str) -> None:
        self.context.go("results", f"indicator:{indicator}" if indicator else "useful")

    def _show_form(self) -> None:
        """Bring the form of an action into view, from its title down."""
        panel = self.plan.table.panel
        if panel.isVisible():
            bar = self._area.verticalScrollBar()
            top = panel.mapTo(self._area.widget(), panel.rect().topLeft()).y()
            bottom = top + panel.height() - self._area.viewport().height()
            bar.setValue(max(min(bar.value(), top), min(bottom, top)))

    def _show_plan(self) -> None:
        self._area.verticalScrollBar().setValue(self.plan.y())
        table = self.plan.table
        (table.bar.add if table.bar.isVisible() else table.empty.button).setFocus()

    def _lay_out(self) -> QScrollArea:
        texts = self.context.texts
        main = Column(spacing=14, margins=(26, 20, 26, 22))
        main.add(heading(texts("step.strategy.heading")), muted(texts("step.strategy.hint")))
        self.to_plan = FlatButton(texts("strategy.to_plan"), Look.LINK)
        self.to_plan.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.to_plan.clicked.connect(lambda _=False: self._show_plan())
        main.add(self.to_plan, self.proposals, self.plan, self.schemes)
        main.push_up()
        area = scrolling(main, texts("strategy.name"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        return area
