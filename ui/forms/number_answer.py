"""The field of a question answered by a number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import Answer
from ui.forms.entry import held, why_unread
from ui.forms.text_editors import LineEditor
from ui.forms.words import Sentence
from ui.shell.typography import Label
from ui.wizard.context import Context

_DIGITS = 16


class NumberAnswer(QWidget):
    """A number with its unit. `entered` carries an Entry when the field is left."""

    entered = Signal(object)

    def __init__(self, context: Context, name: str, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dirty = False
        self._spec = specs_of(Answer)["number"]
        self.line = LineEditor(self._spec, context.texts, context.countries)
        self.line.setAccessibleName(name)
        self.line.setAccessibleDescription(unit)
        self._follow_letters()
        self.sentence = Sentence(role=QPalette.ColorRole.LinkVisited)
        self.line.touched.connect(self._touched)
        self.line.finished.connect(self.settle)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(Label(unit, wrap=False))

    def display(self, answer: Answer) -> None:
        """Show an answer's number, or what was typed for it and why it was not read."""
        entry = held(answer, self._spec)
        if not self._dirty:
            self.line.display(entry)
        texts, countries = self._context.texts, self._context.countries
        sentence = why_unread(self._spec, entry.unread, texts, countries) if entry.unread else ""
        self.sentence.say(sentence)
        self.line.setAccessibleDescription(sentence or self.line.accessibleDescription())

    def settle(self) -> None:
        """Pass on what is typed."""
        if self._dirty:
            self._dirty = False
            self.entered.emit(self.line.entry())

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many digits when letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._follow_letters()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the page changes."""
        self.settle()
        super().hideEvent(event)

    def _follow_letters(self) -> None:
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * _DIGITS)

    def _touched(self) -> None:
        self._dirty = True
