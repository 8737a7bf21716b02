"""Writing one passage again: the user's words, the program's beside them, and the way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from diagnostic.brief.edits.edited import State
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.fields import specs_of
from ui.brief.differences import marked
from ui.brief.passage_words import Entry as Place
from ui.forms.entry import Entry
from ui.forms.field_row import FieldRow
from ui.forms.wrapping import WrapLayout
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label, muted
from ui.wizard.context import Context


class PassageEditor(QWidget):
    """Shows one passage at a time; what is typed is passed on at each pause, and undone as one."""

    written = Signal(object, str)
    """a BriefEdit, and the key under which what follows is undone with it"""
    dropped = Signal(object)
    """a BriefEdit that is not wanted any more"""
    confirmed = Signal(object, str)
    """a BriefEdit that holds with the program's new words"""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._sessions = count(1)
        self._session = next(self._sessions)
        self._place: Place | None = None
        self.row = BriefEdit()
        texts = context.texts
        self.state = Label(bold=True)
        self.field = FieldRow(context, BriefEdit.kind, specs_of(BriefEdit)["text"], self._keep)
        self.field.editor.keep_lines(4)
        self.before_name = Label(texts("briefpage.original_before"), bold=True)
        self.before = muted()
        self.original_name = Label(bold=True)
        self.original = muted()
        self.reset = FlatButton(texts("briefpage.reset_text"))
        self.confirm = FlatButton(texts("briefpage.confirm_text"))
        self.before.setTextFormat(Qt.TextFormat.RichText)
        self.copy = FlatButton(texts("briefpage.copy_text"))
        self.drop = FlatButton(texts("briefpage.drop_text"))
        self._lay_out()
        self.reset.clicked.connect(self._drop)
        self.drop.clicked.connect(self._drop)
        self.confirm.clicked.connect(self._confirm)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.row.text))

    @property
    def key(self) -> tuple[str, str, str]:
        """Return the key of the passage shown; empty for none."""
        return self._place.key if self._place is not None else ("", "", "")

    def display(self, place: Place, row: BriefEdit) -> bool:
        """Show a passage and what the users wrote of it; False where what is typed of another cannot be saved yet."""
        if self._place is None or (place.key != self._place.key and not self._same(row)):
            if not self.settle():
                return False
            self.field.forget()
            self._session = next(self._sessions)
        self._place, self.row = place, row
        self.field.display(row)
        self._show_rest(place)
        return True

    def settle(self) -> bool:
        """Save what is typed; False if the file could not take it."""
        return self.field.settle()

    def take_focus(self) -> None:
        """Put the keyboard in the text."""
        self.field.editor.setFocus()

    def _same(self, row: BriefEdit) -> bool:
        return bool(row.id) and row.id == self.row.id

    def _show_rest(self, place: Place) -> None:
        writable, passage = not self._context.read_only, place.passage
        own = self.row.text != self.row.original
        stale = passage is not None and passage.state is State.STALE and own
        said = self._context.texts("briefpage.stale_why") if stale else ""
        if passage is None:
            said = self._context.texts("briefpage.elsewhere_why" if place.elsewhere else "briefpage.unplaced_why")
        self.state.setText(said)
        self.state.setVisible(bool(said))
        self._show_originals(passage.original if passage is not None else self.row.original, stale)
        for each in (self.original_name, self.original):
            each.setVisible(own)
        for each in (self.before_name, self.before):
            each.setVisible(stale)
        self.reset.setVisible(writable and own and passage is not None)
        self.confirm.setVisible(writable and stale)
        for button in (self.copy, self.drop):
            button.setVisible(passage is None)
        self.drop.setEnabled(writable)

    def _show_originals(self, now: str, stale: bool) -> None:
        """Show the program's words; where they changed, also those that the user wrote over, the changes in bold."""
        texts = self._context.texts
        self.original_name.setText(texts("briefpage.original_now" if stale else "briefpage.original"))
        self.original.setTextFormat(Qt.TextFormat.RichText if stale else Qt.TextFormat.PlainText)
        before, after = marked(self.row.original, now) if stale else ("", now)
        self.before.setText(before)
        self.original.setText(after)

    def _keep(self, entry: Entry) -> bool:
        self.written.emit(replace(self.row, text=entry.value), f"brief_edit.{self._session}")
        stored = {row.id: row for row in self._context.snapshot.brief_edits}
        if self.row.id in stored:
            return stored[self.row.id].text == entry.value
        return any(row.text == entry.value for row in stored.values()) or entry.value == self.row.original

    def _drop(self) -> None:
        self.field.forget()
        self.dropped.emit(self.row)

    def _confirm(self) -> None:
        if self._place is not None and self._place.passage is not None and self.settle():
            self.confirmed.emit(self.row, self._place.passage.original)

    def _lay_out(self) -> None:
        buttons = WrapLayout(gap=8)
        for button in (self.reset, self.confirm, self.copy, self.drop):
            buttons.addWidget(button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.state)
        box.addWidget(self.field)
        box.addLayout(buttons)
        for widget in (self.before_name, self.before, self.original_name, self.original):
            box.addWidget(widget)
