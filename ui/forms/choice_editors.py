"""Editors of what is chosen: a term, several terms, yes or no, another row."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from diagnostic.dossier.fields import FieldSpec
from diagnostic.dossier.operations import title_of
from diagnostic.formats import UNKNOWN
from diagnostic.texts import Texts
from ui.forms.entry import Entry
from ui.forms.segmented import Segmented
from ui.wizard.context import Context

_NAMED = 3
"""Up to that many terms are named on the button."""


class PickEditor(QComboBox):
    """One of a list, or nothing. The wheel scrolls the page, not the choice."""

    touched = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.activated.connect(self._picked)

    def fill(self, choices: list[tuple[Any, str]]) -> None:
        """Offer choices after "nothing"."""
        self.clear()
        self.addItem(UNKNOWN, None)
        for value, words in choices:
            self.addItem(words, value)

    def entry(self) -> Entry:
        """Return the value chosen."""
        return Entry(self.itemData(self.currentIndex()))

    def display(self, entry: Entry) -> None:
        """Show a value as chosen."""
        values = [self.itemData(place) for place in range(self.count())]
        self.setCurrentIndex(values.index(entry.value) if entry.value in values else 0)

    def setAccessibleName(self, name: str) -> None:
        """Give the field's name to the list that opens too."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def _picked(self) -> None:
        self.touched.emit()
        self.finished.emit()


class ChoiceEditor(PickEditor):
    """One term of a closed list."""

    def __init__(self, spec: FieldSpec, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = spec.options
        self.fill([(term.value, texts.label(term)) for term in spec.options or ()])

    def entry(self) -> Entry:
        """Return the term chosen."""
        code = self.itemData(self.currentIndex())
        return Entry(self._options(code) if self._options and code else None)

    def display(self, entry: Entry) -> None:
        """Show a term as chosen."""
        self.setCurrentIndex(max(0, self.findData(entry.value.value)) if entry.value else 0)


class LinkEditor(PickEditor):
    """Another row of the dossier."""

    def __init__(self, spec: FieldSpec, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = spec.link
        self._context = context

    def display(self, entry: Entry) -> None:
        """Offer the rows there are now, and show one as chosen."""
        rows = self._context.snapshot.rows(self._kind)
        self.fill([(row.id, title_of(row) or str(row.id)) for row in rows])
        super().display(entry)


class FlagEditor(QWidget):
    """Yes, no, or not known."""

    touched = Signal()
    finished = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.segmented = Segmented(
            [(True, texts("word.yes")), (False, texts("word.no")), (None, texts("form.not_known"))], self
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.segmented)
        self.segmented.chosen.connect(self._picked)
        self.setFocusProxy(self.segmented)

    def entry(self) -> Entry:
        """Return True, False or None."""
        return Entry(self.segmented.value)

    def display(self, entry: Entry) -> None:
        """Show what is known."""
        self.segmented.show_value(entry.value)
        self.setFocusProxy(self.segmented)

    def setAccessibleName(self, name: str) -> None:
        """Pass the field's name on to the segments, which take the focus."""
        super().setAccessibleName(name)
        self.segmented.name(name)

    def _picked(self) -> None:
        self.touched.emit()
        self.finished.emit()


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
            if len(names) < 4
            else self._texts("form.chosen", first=", ".join(names[:2]), rest=len(names) - 2)
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
