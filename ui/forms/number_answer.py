"""The field of a question answered by a number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import Answer
from diagnostic.framework.bounds import fractional, out_of_bounds
from diagnostic.framework.model import Indicator
from diagnostic.texts import Texts
from ui.forms.entry import Entry, held, why_unread
from ui.forms.field_row import PAUSE
from ui.forms.reading_only import hold
from ui.forms.text_editors import LineEditor
from ui.forms.words import Sentence
from ui.shell.typography import Label
from ui.wizard.context import Context

_DIGITS = 16


class NumberAnswer(QWidget):
    """A number with its unit, handed to `keep` when the field is left; it stays typed until `keep` has stored it."""

    def __init__(
        self, context: Context, indicator: Indicator, keep: Callable[[Entry], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._indicator = indicator
        self._keep = keep
        self._unit = indicator.unit[context.texts.lang]
        self._dirty = False
        self.session = 0
        self._pausing = False
        self._spec = specs_of(Answer)["number"]
        self.line = LineEditor(self._spec, context.texts, context.countries)
        self.line.setAccessibleName(indicator.question[context.texts.lang])
        self.line.setAccessibleDescription(self._unit)
        self._follow_letters()
        self.sentence = Sentence(role=QPalette.ColorRole.LinkVisited)
        self.line.touched.connect(self._touched)
        self.line.finished.connect(self.settle)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._pause)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(Label(self._unit, wrap=False))
        if context.read_only:
            hold(self.line, context.texts("form.read_only"))

    def display(self, answer: Answer) -> None:
        """Show an answer's number or what was typed for it, and why it was not read or will not be counted."""
        entry = held(answer, self._spec)
        if not self._dirty:
            self.line.display(entry)
        sentence = "" if self._pausing else self._doubt(entry)
        self._say(sentence)

    def settle(self) -> bool:
        """Pass on what is typed; False if it could not be stored."""
        self._timer.stop()
        if self._dirty:
            self._dirty = False  # so that what is stored is shown as it was read
            self._dirty = not self._keep(self.line.entry())
        if not self._pausing:
            self.session += 1
            self._say(self._doubt(self.line.entry()))
        return not self._dirty

    def forget(self) -> None:
        """Let go of what is typed and not passed on yet: another answer was given."""
        self._dirty = False
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Keep room for as many digits when letters grow."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._follow_letters()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the page changes."""
        self.settle()
        super().hideEvent(event)

    def _doubt(self, entry: Entry) -> str:
        texts, countries = self._context.texts, self._context.countries
        if entry.unread:
            return why_unread(self._spec, entry.unread, texts, countries)
        if entry.value is not None and fractional(self._indicator, entry.value):
            return texts("page.organisation.not_fraction")
        if entry.value is not None and out_of_bounds(self._indicator, entry.value):
            return _bounds(self._indicator, texts)
        return ""

    def _follow_letters(self) -> None:
        self.line.setFixedWidth(self.fontMetrics().averageCharWidth() * _DIGITS)

    def _touched(self) -> None:
        self._dirty = True
        self._timer.start()

    def _pause(self) -> None:
        """Save a number that can be read; nothing is said of it before it is left."""
        if not self.line.entry().unread:
            self._pausing = True
            self.settle()
            self._pausing = False

    def _say(self, sentence: str) -> None:
        self.sentence.say(sentence)
        self.line.setAccessibleDescription(f"{self._unit} {sentence}".strip())


def _bounds(indicator: Indicator, texts: Texts) -> str:
    low, high = texts.number(indicator.minimum), texts.number(indicator.maximum)
    key = "at_most" if indicator.minimum is None else "at_least" if indicator.maximum is None else "between"
    return texts(f"page.organisation.{key}", low=low, high=high)
