"""The proposals, the weightiest first, and what each became."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.propose import propose
from diagnostic.strategy.results import Proposal
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.strategy.choices import action_of, choose, reconsider
from ui.strategy.proposal_card import ProposalCard
from ui.wizard.context import Context


class ProposalList(Column):
    """The cards of what the assessment calls for. Choices go to the dossier through the context."""

    reason_chosen = Signal(str)
    """an indicator to see in detail, "" for the results as a whole"""

    action_chosen = Signal(int)
    """the id of an action to show in the plan"""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=10)
        self._context = context
        self._shown: tuple[object, ...] = ()
        self.cards: dict[str, ProposalCard] = {}

    def fill(self, desk: Desk) -> None:
        """Show the proposals of an assessment; cards that still hold are kept."""
        proposals = propose(desk.assessment, desk.framework)
        shown = (proposals, desk.assessment.indicators)
        if shown != self._shown or not self._shown:
            self._shown = shown
            self._build(proposals, desk)
        for id_, card in self.cards.items():
            card.show_choice(action_of(id_, desk.snapshot))

    def _build(self, proposals: tuple[Proposal, ...], desk: Desk) -> None:
        self.clear()
        self.cards = {}
        self.add(Label(desk.texts("strategy.proposals"), step=1, bold=True))
        self.add(muted(desk.texts("strategy.lead" if proposals else "strategy.none")))
        if not proposals:
            go = RowButton(RowWords(title=desk.texts("strategy.none_go"), mark="→", link=True))
            go.clicked.connect(lambda _=False: self.reason_chosen.emit(""))
            self.add(go)
        for proposal in proposals:
            self._add_card(proposal, desk)

    def _add_card(self, proposal: Proposal, desk: Desk) -> None:
        card = ProposalCard(proposal, desk)
        card.kept.connect(lambda id_: self._choose(id_, ActionState.KEPT))
        card.dropped.connect(lambda id_: self._choose(id_, ActionState.DROPPED))
        card.reconsidered.connect(self._reconsider)
        card.seen.connect(self._see)
        card.reason_chosen.connect(self.reason_chosen)
        if self._context.read_only:
            card.hold(desk.texts("form.read_only"))
        self.cards[proposal.recommendation] = card
        self.add(card)

    def _choose(self, id_: str, state: ActionState) -> None:
        context = self._context
        known = context.framework.recommendation(id_)
        context.apply(choose(known, state, context.texts.lang, context.snapshot))

    def _see(self, id_: str) -> None:
        action = action_of(id_, self._context.snapshot)
        if action:
            self.action_chosen.emit(action.id)

    def _reconsider(self, id_: str) -> None:
        action = action_of(id_, self._context.snapshot)
        if action:
            self._context.apply(reconsider(action, self._context.snapshot))
