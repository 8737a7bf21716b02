"""The first page: recent dossiers, and the ways to begin."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.dossier_card import Card
from ui.shell.recent_list import RecentList
from ui.shell.rose_sign import RoseSign
from ui.shell.typography import Label, muted


class StartPage(QScrollArea):
    """Asks; the window answers."""

    create_asked = Signal()
    open_asked = Signal()
    demo_asked = Signal()
    path_asked = Signal(object)
    """a Path to open"""
    duplicate_asked = Signal(object)
    """a Path to copy"""
    remove_asked = Signal(object)
    """a Path to take off the list"""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.create = FlatButton(texts("start.create"), Look.PRIMARY)
        self.open = FlatButton(texts("start.open"))
        self.demo = FlatButton(texts("start.demo"))
        self.recent = RecentList(texts)
        self.open_this = FlatButton(texts("start.open_this"))
        self.duplicate = FlatButton(texts("start.duplicate"))
        self.remove = FlatButton(texts("start.remove"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_recent(())

    def show_recent(self, cards: Sequence[Card]) -> None:
        """Show the recent dossiers, or what to do when there are none."""
        self.recent.set_cards(cards)
        self._stack.setCurrentIndex(1 if cards else 0)
        (self.recent if cards else self.create).setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(inside)
        column.setContentsMargins(48, 40, 48, 24)
        column.setSpacing(28)
        column.addLayout(self._head())
        columns = QHBoxLayout()
        columns.setSpacing(48)
        columns.addLayout(self._ways(), 0)
        columns.addWidget(self._stack, 1)
        column.addLayout(columns, 1)
        self._stack.addWidget(self._nothing_yet())
        self._stack.addWidget(self._recents())

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(RoseSign(4.2), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self._texts("shell.name"), step=5, bold=True))
        words.addWidget(muted(self._texts("start.lead"), step=1))
        words.addStretch(1)
        row.addLayout(words, 1)
        return row

    def _ways(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        for button in (self.create, self.open, self.demo):
            column.addWidget(button)
        column.addWidget(muted(self._texts("start.demo_hint"), step=-1))
        column.addStretch(1)
        return column

    def _nothing_yet(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Label(self._texts("start.empty"), step=1, bold=True))
        hint = muted(self._texts("start.empty_hint"))
        hint.setMaximumWidth(640)
        column.addWidget(hint)
        column.addStretch(1)
        return page

    def _recents(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        title = Label(self._texts("start.recent"), step=1, bold=True)
        title.setBuddy(self.recent)
        column.addWidget(title)
        column.addWidget(self.recent, 1)
        row = QHBoxLayout()
        for button in (self.open_this, self.duplicate, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(muted(self._texts("start.drop"), step=-1))
        return page

    def _connect(self) -> None:
        self.create.clicked.connect(self.create_asked)
        self.open.clicked.connect(self.open_asked)
        self.demo.clicked.connect(self.demo_asked)
        self.recent.opened.connect(lambda card: self.path_asked.emit(card.path))
        self.recent.removed.connect(lambda card: self.remove_asked.emit(card.path))
        self.recent.chosen.connect(self._show_choice)
        for button, signal in (
            (self.open_this, self.path_asked),
            (self.duplicate, self.duplicate_asked),
            (self.remove, self.remove_asked),
        ):
            button.clicked.connect(lambda _=False, signal=signal: self._ask(signal))

    def _ask(self, signal: Signal) -> None:
        card = self.recent.card()
        if card:
            signal.emit(card.path)

    def _show_choice(self, card: Card | None) -> None:
        present = card is not None and card.present
        self.open_this.setEnabled(present)
        self.duplicate.setEnabled(present)
        self.remove.setEnabled(card is not None)
