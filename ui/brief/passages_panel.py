"""The words of a document: its passages, and an editor in which each can be written again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListWidgetItem, QVBoxLayout, QWidget

from diagnostic.brief.edits.edited import Edited
from diagnostic.dossier.briefing import drop_edits, rewrite
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.operations import Operation
from ui.brief.passage_editor import PassageEditor
from ui.brief.passage_words import OWN, Entry, doubtful, entries_of, state_words, text_of
from ui.brief.words_delegate import DETAIL, STATE
from ui.brief.words_list import WordsList
from ui.results.row_button import shorten
from ui.shell.typography import Label, muted
from ui.wizard.context import Context

LINES = 7
"""Height of the list, in lines: the editor stays in view under it."""


class PassagesPanel(QWidget):
    """Asks which passage to write again, and keeps what is written."""

    looked_at = Signal(str)
    """the label of a section, to be shown in the preview"""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._edited: Edited | None = None
        self._lang = context.texts.lang
        self._entries: tuple[Entry, ...] = ()
        self.section = QComboBox()
        self.list = WordsList()
        self.editor = PassageEditor(context)
        self._lay_out()
        self.section.activated.connect(self._show_section)
        self.list.currentRowChanged.connect(self._show_entry)
        self.list.itemActivated.connect(lambda item: self.editor.take_focus())
        self.editor.written.connect(self._keep)
        self.editor.dropped.connect(self._drop)
        self.editor.confirmed.connect(self._confirm)

    def fill(self, edited: Edited) -> None:
        """Show the passages of a document; the one that is being written stays in the editor."""
        section, key = self.section.currentData(), self._key()
        self._edited, self._lang = edited, edited.content.lang
        with QSignalBlocker(self.section):
            self.section.clear()
            for part in edited.parts:
                if part.passages:
                    self.section.addItem(shorten(part.section.label), part.section.id)
            own = len(entries_of(edited, OWN))
            if own:
                self.section.insertItem(0, self._context.texts.plural("briefpage.own_texts", own), OWN)
            place = self.section.findData(section)
            first = 1 if own and self.section.count() > 1 else 0
            self.section.setCurrentIndex(place if place >= 0 else first)
        self._fill(key)

    def clear(self) -> None:
        """Show none: there is no document."""
        self.settle()
        self._edited = None
        with QSignalBlocker(self.section):
            self.section.clear()
        self._fill(("", "", ""))

    def look(self) -> None:
        """Have the preview show the section of the passage."""
        label = self._part(self._key()[0])
        if label:
            self.looked_at.emit(label)

    def refresh(self) -> None:
        """Show what the dossier now holds of the passage in the editor: an undo may have changed it."""
        entry = self._entry()
        if entry is not None:
            self.editor.display(entry, self._row(entry))

    def choose(self, section: str) -> None:
        """Show the passages of a section."""
        place = self.section.findData(section)
        if place >= 0:
            self.settle()
            self.section.setCurrentIndex(place)
            self._show_section()

    def choose_doubtful(self) -> None:
        """Show the texts of the user's own, at the first that is to be looked at again."""
        self.choose(OWN)
        row = next((row for row, entry in enumerate(self._entries) if doubtful(entry)), self.list.currentRow())
        self.list.setCurrentRow(row)

    def settle(self) -> bool:
        """Save what is typed; False if the file could not take it."""
        return self.editor.settle()

    def _fill(self, key: tuple[str, str, str]) -> None:
        section = self.section.currentData() or ""
        self._entries = entries_of(self._edited, section) if self._edited is not None else ()
        with QSignalBlocker(self.list):
            self.list.clear()
            for entry in self._entries:
                self.list.addItem(self._item(entry))
            keys = [entry.key for entry in self._entries]
            row = keys.index(key) if key in keys else self._same_edit(key)
            self.list.setCurrentRow(row)
        self._show_current()

    def _same_edit(self, key: tuple[str, str, str]) -> int:
        """Return the place of the passage that the edit shown is about now; the first one where it is nowhere."""
        held = self.editor.row.id
        ids = [entry.edit.id if entry.edit else 0 for entry in self._entries]
        return ids.index(held) if held and held in ids else (0 if self._entries else -1)

    def _item(self, entry: Entry) -> QListWidgetItem:
        texts = self._context.texts
        one = entry.passage or entry.edit
        part = texts.label(one.part) if one is not None and one.part is not None else ""
        if one is not None and self.section.currentData() == OWN:
            part = " · ".join(filter(None, (self._label(one.section), part)))
        state = state_words(entry, texts)
        words = shorten(text_of(entry)) or texts("briefpage.taken_out")
        item = QListWidgetItem(part)
        item.setData(DETAIL, words)
        item.setData(STATE, state)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (part, state, words))))
        return item

    def _show_section(self, _: int = 0) -> None:
        self._fill(("", "", ""))
        self.look()

    def _part(self, section: str) -> str:
        """Return the label of a section that is printed."""
        hidden = {part.section.id for part in (self._edited.parts if self._edited else ()) if part.hidden}
        return "" if section in hidden else self._label(section)

    def _label(self, section: str) -> str:
        parts = self._edited.parts if self._edited else ()
        return next((shorten(part.section.label) for part in parts if part.section.id == section), "")

    def _show_entry(self, _: int) -> None:
        self._show_current()
        if self.section.currentData() == OWN:
            self.look()

    def _show_current(self) -> None:
        entry = self._entry()
        self.editor.setVisible(entry is not None)
        if entry is not None and not self.editor.display(entry, self._row(entry)):
            self._stay()

    def _stay(self) -> None:
        """Keep the list at the passage whose words are still to be saved."""
        keys = [entry.key for entry in self._entries]
        if self.editor.key in keys:
            with QSignalBlocker(self.list):
                self.list.setCurrentRow(keys.index(self.editor.key))

    def _entry(self) -> Entry | None:
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _key(self) -> tuple[str, str, str]:
        entry = self._entry()
        return entry.key if entry else ("", "", "")

    def _row(self, entry: Entry) -> BriefEdit:
        """Return the edit of a passage as the dossier holds it; one not stored yet that says what the program says."""
        part, original = entry.key[1:]
        rows = self._context.snapshot.brief_edits
        held = entry.edit.id if entry.edit else 0
        for row in rows:
            same = (row.lang, row.section, row.part, row.original) == (self._lang, entry.key[0], part, original)
            if row.id == held if held else same:
                return row
        if entry.passage is None:
            return entry.edit or BriefEdit()
        passage = entry.passage
        return BriefEdit(lang=self._lang, section=passage.section, part=passage.part, original=original, text=original)

    def _keep(self, row: BriefEdit, merge: str) -> None:
        self._apply(rewrite(self._context.snapshot, row, self._subject(row), merge))

    def _drop(self, row: BriefEdit) -> None:
        self._apply(drop_edits(self._context.snapshot, [row], self._subject(row)))

    def _confirm(self, row: BriefEdit, original: str) -> None:
        """Say of words whose figures changed that they hold with the new ones."""
        self._apply(rewrite(self._context.snapshot, replace(row, original=original), self._subject(row)))

    def _subject(self, row: BriefEdit) -> str:
        return self._label(row.section)

    def _apply(self, operation: Operation | None) -> None:
        if operation is not None:
            self._context.apply(operation)

    def _lay_out(self) -> None:
        texts = self._context.texts
        label = Label(texts("briefpage.section"), bold=True)
        label.setBuddy(self.section)
        self.section.setAccessibleName(texts("briefpage.section"))
        self.section.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.section.setMinimumContentsLength(12)
        self.list.setAccessibleName(texts("briefpage.tab.texts"))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(LINES * self.fontMetrics().height())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(muted(texts("briefpage.read_only" if self._context.read_only else "briefpage.texts_lead")))
        box.addWidget(label)
        box.addWidget(self.section)
        box.addWidget(self.list, 1)
        box.addWidget(self.editor)
