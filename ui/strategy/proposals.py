"""The proposals, the highest ranked first, and what each became."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.propose import propose
from diagnostic.strategy.results import Proposal
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.strategy.card_stack import CardStack
from ui.strategy.choices import action_of, choose, reconsider
from ui.strategy.proposal_card import ProposalCard
from ui.wizard.context import Context


class ProposalList(Column):
    """The cards of what the assessment calls for. Choices and priorities go to the dossier through the context."""

    reason_chosen = Signal(str)
    """an indicator to see in detail, "" for the results as a whole"""

    action_chosen = Signal(int)
    """the id of an action to show in the plan"""

    stepped = Signal(object)
    """the field of votes that the keyboard went to"""

    def __init__(self, context: Context) -> None:
        super().__init__(spacing=10)
        self._context = context
        self._shown: tuple[object, ...] = ()
        self._heads = Column(spacing=6)
        self._stack = CardStack()
        self._round: list[str] = []
        self.cards: dict[str, ProposalCard] = {}
        self.add(Label(context.texts("strategy.proposals"), step=1, bold=True), self._heads, self._stack)

    def fill(self, desk: Desk) -> None:
        """Show the proposals of an assessment; cards that still hold are kept, in their new order."""
        proposals = propose(desk.assessment, desk.framework, desk.snapshot.priorities)
        shown = (frozenset((one.recommendation, one.reasons) for one in proposals), desk.assessment.indicators)
        if shown != self._shown or not self._shown:
            self._shown = shown
            self._build(proposals, desk)
        self.cards = {one.recommendation: self.cards[one.recommendation] for one in proposals}
        self._stack.arrange(list(self.cards.values()))
        for place, (proposal, card) in enumerate(zip(proposals, self.cards.values(), strict=True), 1):
            card.show_rank(place, proposal.rank)
            card.priority.show_row()
            card.show_choice(action_of(proposal.recommendation, desk.snapshot))

    def settle(self) -> bool:
        """Save the votes being typed; False if they could not be."""
        return all(card.priority.settle() for card in self.cards.values())

    def _build(self, proposals: tuple[Proposal, ...], desk: Desk) -> None:
        self._heads.clear()
        self._stack.empty()
        self.cards, self._round = {}, []
        self._heads.add(muted(desk.texts("strategy.lead" if proposals else "strategy.none")))
        if proposals:
            self._heads.add(muted(desk.texts("priority.how")))
        else:
            go = RowButton(RowWords(title=desk.texts("strategy.none_go"), mark="→", link=True))
            go.clicked.connect(lambda _=False: self.reason_chosen.emit(""))
            self._heads.add(go)
        for proposal in proposals:
            self.cards[proposal.recommendation] = self._card(proposal, desk)

    def _card(self, proposal: Proposal, desk: Desk) -> ProposalCard:
        card = ProposalCard(proposal, desk, self._context)
        id_ = proposal.recommendation
        card.kept.connect(lambda id_: self._choose(id_, ActionState.KEPT))
        card.dropped.connect(lambda id_: self._choose(id_, ActionState.DROPPED))
        card.reconsidered.connect(self._reconsider)
        card.seen.connect(self._see)
        card.reason_chosen.connect(self.reason_chosen)
        card.priority.next_asked.connect(lambda: self._step(id_, 1))
        card.priority.previous_asked.connect(lambda: self._step(id_, -1))
        card.priority.entered.connect(self._begin_round)
        if self._context.read_only:
            card.hold(desk.texts("form.read_only"))
        return card

    def _begin_round(self) -> None:
        """Remember the order in which votes are now entered: it holds although each vote changes the ranking."""
        self._round = list(self.cards)

    def _step(self, id_: str, by: int) -> None:
        """Go to the votes of the recommendation after, or before, in the order of the round."""
        if id_ not in self._round:
            self._begin_round()
        place = self._round.index(id_) + by
        if 0 <= place < len(self._round):
            fields = self.cards[self._round[place]].priority
            fields.take_votes()
            self.stepped.emit(fields.line)

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
