"""Several terms of a long list, that opens from a button."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from diagnostic.dossier.fields import FieldSpec
from diagnostic.formats import UNKNOWN
from diagnostic.texts import Texts
from ui.forms.entry import Entry

_ALL, _FIRST = 3, 2
"""Up to so many terms are all named on the button; of more, so many are."""


class StayingMenu(QMenu):
    """A menu that stays while several of its lines are ticked."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        action = self.activeAction()
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space without closing; Enter ticks and closes, Escape closes."""
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


class ChoicesEditor(QPushButton):
    """Several terms of a closed list: a button that names those chosen and opens the list."""

    touched = Signal()
    finished = Signal()

    def __init__(self, spec: FieldSpec, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._terms = tuple(spec.options or ())
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._menu = StayingMenu(self)
        self._actions = [self._offer(term) for term in self._terms]
        self.setMenu(self._menu)
        self.display(Entry(()))

    @property
    def actions_by_term(self) -> dict[StrEnum, QAction]:
        """Return the line of each term."""
        return dict(zip(self._terms, self._actions, strict=True))

    def entry(self) -> Entry:
        """Return the terms chosen, in the list's order."""
        return Entry(tuple(t for t, a in self.actions_by_term.items() if a.isChecked()))

    def display(self, entry: Entry) -> None:
        """Show terms as chosen."""
        for term, action in self.actions_by_term.items():
            action.setChecked(term in entry.value)
        names = [self._texts.label(term) for term in entry.value]
        words = (
            ", ".join(names)
            if len(names) <= _ALL
            else self._texts("form.chosen", first=", ".join(names[:_FIRST]), rest=len(names) - _FIRST)
        )
        self.setText((words or UNKNOWN).replace("&", "&&"))
        self.setToolTip("\n".join(names))
        self.setAccessibleDescription(", ".join(names))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Look like the lists one picks from, which stand beside it."""
        option = QStyleOptionComboBox()
        option.initFrom(self)
        option.currentText = self.text().replace("&&", "&")
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _offer(self, term: StrEnum) -> QAction:
        action = self._menu.addAction(self._texts.label(term).replace("&", "&&"))
        action.setCheckable(True)
        action.triggered.connect(self._picked)
        return action

    def _picked(self) -> None:
        self.touched.emit()
        self.finished.emit()
