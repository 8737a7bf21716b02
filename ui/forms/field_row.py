"""One field of a form: its label, its editor, its hint and what is to be said of what is in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diagnostic.dossier.fields import FieldSpec, FieldType
from diagnostic.dossier.row import Row
from ui.forms.country_editors import CountriesEditor
from ui.forms.editors import Editor, editor_for
from ui.forms.entry import Entry, held, why_unread
from ui.forms.reading_only import hold
from ui.forms.text_editors import NUMBERS, NoteEditor
from ui.forms.ticks_editor import TicksEditor
from ui.forms.words import Sentence
from ui.shell.typography import Label
from ui.wizard.context import Context

PAUSE = 400
"""Milliseconds without a key after which a text or a number being typed is saved."""
_SAVED_WHILE_TYPED = frozenset({FieldType.TEXT, FieldType.NOTE})
_WIDE = (NoteEditor, CountriesEditor, TicksEditor)


class FieldRow(QWidget):
    """A labelled editor with its hint and its sentence.

    What is typed is handed to `keep`; it stays typed until `keep` returns that it is stored. `left` says that the
    user is done with the field for now, whether or not anything was typed.
    """

    left = Signal()

    def __init__(
        self,
        context: Context,
        kind: str,
        spec: FieldSpec,
        keep: Callable[[Entry], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.spec = spec
        self._context = context
        self._keep = keep
        self._dirty = False
        self._pausing = False
        self._held_back = ""
        self._said = ""
        self.editor = editor_for(spec, context)
        self.label = Label(context.texts(f"field.{kind}.{spec.name}"))
        self.label.setBuddy(self.editor)
        self.hint = Sentence(_hint(context, kind, spec), role=QPalette.ColorRole.PlaceholderText)
        self.sentence = Sentence(role=QPalette.ColorRole.LinkVisited)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._listen()
        if context.read_only:
            hold(self.editor, context.texts("form.read_only"))

    def display(self, row: Row, remark: str = "") -> None:
        """Show the field of a row, what could not be read in it, or a remark on it."""
        entry = held(row, self.spec)
        if not self._dirty:
            self._editor.display(entry)
        texts, countries = self._context.texts, self._context.countries
        said = why_unread(self.spec, entry.unread, texts, countries) if entry.unread else remark
        self._held_back = said if self._pausing else ""
        self._say("" if self._pausing else said)

    def settle(self) -> bool:
        """Pass on what is typed, as if the field had been left; False if it could not be stored."""
        stored = self._pass_on()
        if self._held_back:
            self._say(self._held_back)
            self._held_back = ""
        self.left.emit()
        return stored

    def forget(self) -> None:
        """Let go of what is typed and not passed on yet: another row comes in."""
        self._dirty = False
        self._timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the page changes."""
        self.settle()
        super().hideEvent(event)

    @property
    def wide(self) -> bool:
        """Return whether the field wants a line of its own."""
        return isinstance(self.editor, _WIDE)

    @property
    def _editor(self) -> Editor:
        return cast(Editor, self.editor)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        for widget in (self.label, self.editor, self.hint, self.sentence):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.editor.setAccessibleName(self.label.text())
        self.editor.setAccessibleDescription(self.hint.text())

    def _listen(self) -> None:
        self._editor.touched.connect(self._touched)
        self._editor.finished.connect(self.settle)
        self._timer.timeout.connect(self._pause)

    def _touched(self) -> None:
        self._dirty = True
        if self.spec.kind in _SAVED_WHILE_TYPED | NUMBERS:
            self._timer.start()

    def _pause(self) -> None:
        """Save what is typed so far; a number if it can be read, and without a word on it before it is left."""
        if self.spec.kind not in NUMBERS:
            self._pass_on()
        elif not self._editor.entry().unread:
            self._pausing = True
            self._pass_on()
            self._pausing = False

    def _pass_on(self) -> bool:
        self._timer.stop()
        if self._dirty:
            self._dirty = False  # so that what is stored is shown as it was read
            self._dirty = not self._keep(self._editor.entry())
        return not self._dirty

    def _say(self, sentence: str) -> None:
        if sentence == self._said:
            return
        self._said = sentence
        self.sentence.say(sentence)
        description = " ".join(part for part in (self.hint.text(), sentence) if part)
        self.editor.setAccessibleDescription(description)
        if sentence and self.editor.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.editor, sentence))


def _hint(context: Context, kind: str, spec: FieldSpec) -> str:
    key = f"hint.{kind}.{spec.name}"
    if context.texts.has(key):
        return context.texts(key)
    return context.texts("form.personal") if spec.personal else ""
