"""A line of text that offers what one may mean, by keyboard or mouse."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QEvent, QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QWidget

from ui.forms.text_editors import AIR


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What is offered: the words shown, and what they stand for."""

    words: str
    meaning: object


class SuggestLine(QLineEdit):
    """A line edit with suggestions from `suggest`, the first one ready for Enter or Tab.

    `touched` while the user types, `picked` with the meaning of the suggestion taken, `finished` when the
    user leaves the line.
    """

    touched = Signal()
    finished = Signal()
    picked = Signal(object)

    def __init__(self, suggest: Callable[[str], Sequence[Suggestion]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(AIR)
        self._suggest = suggest
        self._offered: Sequence[Suggestion] = ()
        self._list = QStringListModel(self)
        # The completer is not given to setCompleter: QLineEdit would then write the lit suggestion over what is typed.
        self._completer = QCompleter(self._list, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(10)
        self._popup = cast(QAbstractItemView, self._completer.popup())
        self._completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # the stubs forget overloads
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._left)

    @property
    def offering(self) -> bool:
        """Return whether suggestions are in view."""
        return self._popup.isVisible()

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """Return what is offered for the present text."""
        return self._offered

    def prefix(self) -> str:
        """Return the words to find suggestions for."""
        return self.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer suggestions again when Down is pressed."""
        if event.key() == Qt.Key.Key_Down and not self.offering:
            self._offer()
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Close the list when the line goes away."""
        if event.type() == QEvent.Type.Hide:
            self._popup.hide()
        return super().event(event)

    def take(self, suggestion: Suggestion) -> None:
        """Write a suggestion in the line."""
        self.setText(suggestion.words)

    def _edited(self) -> None:
        self.touched.emit()
        self._offer()

    def _offer(self) -> None:
        if self.isReadOnly():
            return
        self._offered = self._suggest(self.prefix())
        self._list.setStringList([each.words for each in self._offered])
        popup = self._popup
        if not self._offered:
            popup.hide()
            return
        popup.setAccessibleName(self.accessibleName())
        self._completer.complete()
        popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _activated(self, index: QModelIndex) -> None:
        suggestion = self._offered[index.row()]
        self.take(suggestion)
        self.touched.emit()
        self.picked.emit(suggestion.meaning)
        self.finished.emit()

    def _left(self) -> None:
        if not self.offering:
            self.finished.emit()
