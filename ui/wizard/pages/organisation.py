"""The page of the questions: how the collectivité organises its international action."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.framework.model import Node
from ui.forms.question_card import QuestionCard
from ui.forms.segmented import Segmented
from ui.forms.words import Sentence
from ui.shell.typography import Label, heading, muted
from ui.wizard.context import Context
from ui.wizard.flow import EXPRESS_PASS, Step
from ui.wizard.page import StepPage
from ui.wizard.pages.pass_list import PassList

ALL, EXPRESS, OPEN = "all", "express", "open"


class OrganisationPage(StepPage):
    """The framework's questions by domain, one after the other."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        texts = context.texts
        self.cards = {each.id: QuestionCard(context, each) for each in context.framework.questions()}
        self.filter = Segmented([(name, texts(f"page.organisation.{name}")) for name in (ALL, EXPRESS, OPEN)])
        self.filter.name(texts("page.organisation.filter"))
        self.filter.show_value(ALL)
        self.filter.chosen.connect(lambda _: self._select())
        self.nothing = Sentence()
        self.express = PassList(context)
        self._domains: dict[str, tuple[QWidget, Label]] = {}
        self._lay_out()
        self._select()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Show the answers as they are now. A question answered stays in view until the filter is asked again."""
        if "answer" in kinds:
            for card in self.cards.values():
                card.refresh()
            self._count()
        if self.express.isVisible():
            self.express.fill()

    def bring_forward(self, focus: str) -> None:
        """Scroll to a question ("answer:<indicator>") and put the cursor on it; or list the first pass ("express")."""
        if focus == EXPRESS_PASS[1]:
            self._list_first_pass()
            return
        card = self.cards.get(focus.partition(":")[2])
        if card is None:
            return
        if card.isHidden():
            self.filter.show_value(ALL)
            self._select()
        card.take_focus()
        # The page may not be laid out yet when the step has just been asked for.
        QTimer.singleShot(0, card, lambda: self._scroll_to(card))

    def settle(self) -> bool:
        """Save what is typed."""
        return all(card.settle() for card in self.cards.values())

    def showEvent(self, event: QShowEvent) -> None:
        """Apply the filter to the answers as they are when one comes back."""
        super().showEvent(event)
        self._select()

    def _list_first_pass(self) -> None:
        self.filter.show_value(EXPRESS)
        self._select()
        self._area.verticalScrollBar().setValue(0)
        self.express.take_focus()

    def _scroll_to(self, card: QuestionCard) -> None:
        top = card.mapTo(self._ground, card.rect().topLeft()).y()
        self._area.verticalScrollBar().setValue(max(0, top - self.fontMetrics().height() * 2))

    def _select(self) -> None:
        wanted = self.filter.value
        if wanted == EXPRESS:
            self.express.fill()
        self.express.setVisible(wanted == EXPRESS)
        shown = 0
        for card in self.cards.values():
            fits = wanted == ALL or (card.indicator.express if wanted == EXPRESS else not card.answered)
            card.setVisible(fits)
            shown += fits
        for domain, (line, _) in self._domains.items():
            line.setVisible(any(not card.isHidden() for card in self._cards_of(domain)))
        self._count()
        self.nothing.say("" if shown else self.context.texts("page.organisation.none_open"))

    def _count(self) -> None:
        texts = self.context.texts
        for domain, (_, label) in self._domains.items():
            cards = self._counted(self._cards_of(domain))
            label.setText(texts("page.organisation.progress", done=_answered(cards), total=len(cards)))
        everything = self._counted(list(self.cards.values()))
        self._whole.setText(texts("page.organisation.whole", done=_answered(everything), total=len(everything)))

    def _counted(self, cards: list[QuestionCard]) -> list[QuestionCard]:
        """Return the questions that the counts are about: those of the first pass while it alone is asked for."""
        return [card for card in cards if card.indicator.express or self.filter.value != EXPRESS]

    def _cards_of(self, domain: str) -> list[QuestionCard]:
        return [card for card in self.cards.values() if card.indicator.parent == domain]

    def _lay_out(self) -> None:
        texts = self.context.texts
        ground = self._ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(26, 20, 26, 20)
        inner.setSpacing(6)
        inner.addWidget(heading(texts("step.organisation.heading")))
        inner.addWidget(muted(texts("step.organisation.hint")))
        inner.addSpacing(4)
        inner.addWidget(self.filter)
        self._whole = muted()
        inner.addWidget(self._whole)
        inner.addWidget(self.nothing)
        inner.addWidget(self.express)
        for node in self.context.framework.domains():
            if self._cards_of(node.id):
                inner.addWidget(self._title_of(node))
                for card in self._cards_of(node.id):
                    inner.addWidget(card)
        inner.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidget(ground)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _title_of(self, node: Node) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 18, 0, 0)
        first_axis = self.context.framework.axes()[0].id
        role = QPalette.ColorRole.Link if node.parent == first_axis else QPalette.ColorRole.LinkVisited
        progress = Label(role=QPalette.ColorRole.PlaceholderText, wrap=False)
        layout.addWidget(Label(node.title[self.context.texts.lang], step=1, bold=True, role=role), 1)
        layout.addWidget(progress, 0, Qt.AlignmentFlag.AlignBottom)
        self._domains[node.id] = (line, progress)
        return line


def _answered(cards: list[QuestionCard]) -> int:
    return sum(card.answered for card in cards)
