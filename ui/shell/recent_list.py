"""The recent dossiers as a list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from diagnostic.texts import Texts
from ui.shell.dossier_card import Card
from ui.shell.tips import plain_tip
from ui.shell.two_lines import ASIDE, DETAIL, FADED, TwoLines

Index = QModelIndex | QPersistentModelIndex
CARD = int(Qt.ItemDataRole.UserRole)


class RecentModel(QAbstractListModel):
    """Cards of dossiers, latest first."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._cards: tuple[Card, ...] = ()

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards."""
        self.beginResetModel()
        self._cards = tuple(cards)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature; an index is a value
        """Return how many dossiers there are."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a dossier's words, or its Card."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        words = {
            int(Qt.ItemDataRole.DisplayRole): self._title,
            int(Qt.ItemDataRole.ToolTipRole): lambda card: plain_tip(str(card.path)),
            int(Qt.ItemDataRole.AccessibleTextRole): self._spoken,
            DETAIL: lambda card: str(card.path),
            ASIDE: self._aside,
            FADED: lambda card: not card.present,
            CARD: lambda card: card,
        }
        said = words.get(int(role))
        return said(card) if said else None

    def _title(self, card: Card) -> str:
        name = card.territory or card.path.stem or self._texts("start.unnamed")
        return self._texts("start.row", territory=name, year=card.year) if card.year else name

    def _aside(self, card: Card) -> str:
        if not card.present:
            return self._texts("start.gone")
        return self._texts("start.opened_on", date=self._texts.date(card.day)) if card.day else ""

    def _spoken(self, card: Card) -> str:
        return ", ".join(part for part in (self._title(card), self._aside(card), card.path.name) if part)


class RecentList(QListView):
    """The recent dossiers: Enter or a double click opens, Delete takes off the list."""

    opened = Signal(object)
    """a Card"""
    removed = Signal(object)
    """a Card"""
    chosen = Signal(object)
    """a Card, or None"""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = RecentModel(texts, self)
        self.setModel(self._cards)
        self.setItemDelegate(TwoLines(self))
        self.setAccessibleName(texts("start.recent"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(CARD)))
        self.selectionModel().currentChanged.connect(lambda current, _: self.chosen.emit(current.data(CARD)))

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show these cards, the first one chosen."""
        self._cards.set_cards(cards)
        if cards:
            self.setCurrentIndex(self._cards.index(0))
        else:
            self.chosen.emit(None)

    def card(self) -> Card | None:
        """Return the chosen card."""
        found = self.currentIndex().data(CARD)
        return found if isinstance(found, Card) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Enter, take off the list on Delete."""
        card = self.card()
        if card and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(card)
        elif card and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(card)
        else:
            super().keyPressEvent(event)
