"""The cards under each other: put in another order without being built again, so that the keyboard stays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.strategy.proposal_card import ProposalCard


class CardStack(QWidget):
    """Cards from top to bottom; Tab goes through them in that order."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)

    def arrange(self, cards: Sequence[ProposalCard]) -> None:
        """Put the cards in that order."""
        if [self._box.itemAt(place).widget() for place in range(self._box.count())] != list(cards):
            for place, card in enumerate(cards):
                self._box.insertWidget(place, card)
                card.show()
        for before, after in pairwise([stop for card in cards for stop in card.stops()]):
            QWidget.setTabOrder(before, after)

    def empty(self) -> None:
        """Take the cards away."""
        while item := self._box.takeAt(0):
            card = item.widget()
            card.hide()
            card.setParent(None)
            card.deleteLater()
