"""The strategy: what is proposed and why, what was chosen, which money it could find, and who can help."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from diagnostic.dossier.operations import add
from diagnostic.dossier.vocabulary import AllyKind
from diagnostic.strategy.declaring import declaring_action
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from ui.forms.wrapping import WrapLayout
from ui.results.column import Column, scrolling
from ui.results.desk import desk_of
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import heading, muted
from ui.strategy.directory_list import DirectoryList
from ui.strategy.funding_list import FundingList
from ui.strategy.plan import ActionPlan
from ui.strategy.proposals import ProposalList
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

SETTLED = 30
"""Milliseconds after which a form that was opened has its height."""


class StrategyPage(StepPage):
    """Proposals, action plan, funding and directory, from top to bottom, with links to each at the top."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        self.proposals = ProposalList(context)
        self.plan = ActionPlan(context)
        self._directory = load_directory()
        self.funding = FundingList(self._directory, context.read_only)
        self.directory = DirectoryList(context, self._directory)
        self._area = self._lay_out()
        self.proposals.reason_chosen.connect(self._show_reason)
        self.proposals.stepped.connect(self._follow)
        self.proposals.action_chosen.connect(lambda id_: self.bring_forward(f"action:{id_}"))
        self.plan.table.form_opened.connect(lambda: QTimer.singleShot(SETTLED, self, self._show_form))
        self.directory.form_opened.connect(lambda: QTimer.singleShot(SETTLED, self, self._show_ally))
        self.funding.followed.connect(self.context.go)
        self.funding.plan_asked.connect(self._show_plan)
        self.funding.network_asked.connect(lambda: self.directory.open_new(AllyKind.REGIONAL_NETWORK))
        self.funding.declared.connect(lambda declared: self.context.apply(add(declaring_action(declared))))

    def refresh(self, kinds: frozenset[str]) -> None:
        """Draw again at once if the page is seen, or when next shown; what has the keyboard stays where it is seen."""
        self._stale = True
        held = self._held()
        self.plan.refresh(kinds)
        if self.isVisible():
            self.draw()
        if held is not None:
            for pause in (0, SETTLED):  # at once, and again when words that grew have their lines
                QTimer.singleShot(pause, held[0], lambda: self._hold_in_view(*held))

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw()
        super().showEvent(event)

    def draw(self) -> None:
        """Draw all parts, unless they are drawn already."""
        if not self._stale:
            return
        self._stale = False
        desk, context = desk_of(self.context), self.context
        self.proposals.fill(desk)
        self.funding.fill(desk, advise(context.snapshot, context.framework, self._directory, context.texts.lang))
        self.directory.fill()

    def bring_forward(self, focus: str) -> None:
        """Show and open an action ("action:3"), a proposal ("recommendation:training"), or a part ("funding")."""
        self.draw()
        kind, _, name = focus.partition(":")
        if kind == "action" and name.isdecimal():
            self.plan.table.bring_forward(int(name))
        elif kind in self._parts():
            self._show_part(self._parts()[kind])
        elif kind == "recommendation" and name in self.proposals.cards:
            card = self.proposals.cards[name]
            card.take_focus()
            QTimer.singleShot(0, card, lambda: self._area.ensureWidgetVisible(card))

    def settle(self) -> bool:
        """Save what is typed."""
        return self.plan.table.settle() and self.proposals.settle() and self.directory.settle()

    def _show_reason(self, indicator: str) -> None:
        self.context.go("results", f"indicator:{indicator}" if indicator else "useful")

    def _held(self) -> tuple[QWidget, int] | None:
        """Return what has the keyboard in the proposals, and how far down the view it stands."""
        widget = self.focusWidget()
        if widget is None or not self.isVisible() or not self.proposals.isAncestorOf(widget):
            return None
        return widget, widget.mapTo(self._area.viewport(), widget.rect().topLeft()).y()

    def _hold_in_view(self, widget: QWidget, down: int) -> None:
        """Scroll so that a card that moved in the order stands where it stood, unless the keyboard has left it."""
        if widget is self.focusWidget():
            bar = self._area.verticalScrollBar()
            now = widget.mapTo(self._area.viewport(), widget.rect().topLeft()).y()
            bar.setValue(bar.value() + now - down)

    def _follow(self, field: QWidget) -> None:
        """Bring into view the field that the keyboard went to, once the cards have their new places."""
        around = 6 * self.fontMetrics().lineSpacing()
        QTimer.singleShot(SETTLED, field, lambda: self._area.ensureWidgetVisible(field, 0, around))

    def _show_form(self) -> None:
        self._show_panel(self.plan.table.panel)

    def _show_ally(self) -> None:
        self._show_panel(self.directory.panel)

    def _show_panel(self, panel: QWidget) -> None:
        """Bring an open form into view, from its title down."""
        if panel.isVisible():
            bar = self._area.verticalScrollBar()
            top = panel.mapTo(self._area.widget(), panel.rect().topLeft()).y()
            bottom = top + panel.height() - self._area.viewport().height()
            bar.setValue(max(min(bar.value(), top), min(bottom, top)))

    def _show_plan(self) -> None:
        self._show_part(self.plan)
        table = self.plan.table
        (table.bar.add if table.bar.isVisible() else table.empty.button).setFocus()

    def _show_part(self, part: QWidget) -> None:
        """Bring a part of the page to the top of the view."""
        self._area.verticalScrollBar().setValue(part.y())

    def _parts(self) -> dict[str, QWidget]:
        return {
            "proposals": self.proposals,
            "plan": self.plan,
            "funding": self.funding,
            "directory": self.directory,
        }

    def _lay_out(self) -> QScrollArea:
        texts = self.context.texts
        main = Column(spacing=14, margins=(26, 20, 26, 22))
        main.add(heading(texts("step.strategy.heading")), muted(texts("step.strategy.hint")), self._links())
        main.add(*self._parts().values())
        main.push_up()
        area = scrolling(main, texts("strategy.name"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        return area

    def _links(self) -> QWidget:
        """Return the way to each part of a long page."""
        links = QWidget()
        line = WrapLayout(links, gap=18)
        for name, part in self._parts().items():
            link = FlatButton(self.context.texts(f"strategypage.to_{name}"), Look.LINK)
            show = self._show_plan if part is self.plan else partial(self._show_part, part)
            link.clicked.connect(lambda _=False, show=show: show())
            line.addWidget(link)
        return links
