"""The sections of a document: shown or hidden by a box, moved up and down."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from diagnostic.brief.content import Kind
from diagnostic.brief.edits.edited import Edited, Part, State
from diagnostic.brief.edits.layout import hidden, in_order, places_of
from diagnostic.dossier.briefing import arrange, as_composed
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.vocabulary import BriefDocument
from ui.brief.words_delegate import DETAIL, FADED, STATE
from ui.brief.words_list import WordsList
from ui.forms.wrapping import WrapLayout
from ui.results.row_button import shorten
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import muted
from ui.wizard.context import Context


class SectionTable(WordsList):
    """Rows with a box, all in view: the page scrolls. Alt and the arrows move the row that has the keyboard."""

    moved = Signal(int)
    """up (-1) or down (1)"""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move a row, or let the list have the key."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self.moved.emit(steps[event.key()])
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Take the height of the rows."""
        super().fit()
        heights = sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in range(self.count()))
        self.setFixedHeight(heights + 2 * self.frameWidth() + 4)


class SectionsPanel(QWidget):
    """Asks which sections the document has, and in what order.

    The list is the dossier's at once: the sections are those of the last document composed, their order and whether
    they are hidden what the dossier says now.
    """

    looked_at = Signal(str)
    """the label of a section, to be shown in the preview"""
    wanted = Signal(str)
    """the id of a section whose words are to be written again"""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        texts = context.texts
        self._kind = Kind.FULL
        self._composed: tuple[Part, ...] = ()
        self._parts: tuple[Part, ...] = ()
        self.list = SectionTable()
        self.up = FlatButton(texts("briefpage.up"))
        self.down = FlatButton(texts("briefpage.down"))
        self.rewrite = FlatButton(texts("briefpage.rewrite"))
        self.reset = FlatButton(texts("briefpage.as_composed"), Look.LINK)
        self._lay_out()
        self.list.itemChanged.connect(self._ticked)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda item: self._rewrite())
        self.list.moved.connect(self._move)
        self.up.clicked.connect(partial(self._move, -1))
        self.down.clicked.connect(partial(self._move, 1))
        self.rewrite.clicked.connect(self._rewrite)
        self.reset.clicked.connect(lambda: self._apply(as_composed(context.snapshot, self._document())))

    def fill(self, edited: Edited) -> None:
        """Show the sections of a document; the one that has the keyboard keeps it."""
        parts = {part.section.id: part for part in edited.parts}
        self._kind, self._composed = edited.content.kind, tuple(parts[each] for each in edited.composed)
        self.refresh()

    def clear(self) -> None:
        """Show none: there is no document."""
        self._composed = ()
        self.refresh()

    def refresh(self) -> None:
        """Show the sections as the dossier now has them placed and hidden."""
        chosen = self._section()
        self._parts = self._arranged()
        with QSignalBlocker(self.list):
            while self.list.count() > len(self._parts):
                self.list.takeItem(self.list.count() - 1)
            while self.list.count() < len(self._parts):
                self.list.addItem(QListWidgetItem())
            for row, part in enumerate(self._parts):
                self._write(self.list.item(row), part)
            ids = [part.section.id for part in self._parts]
            self.list.setCurrentRow(ids.index(chosen) if chosen in ids else (0 if ids else -1))
        self.list.fit()
        self._show_buttons()

    def _arranged(self) -> tuple[Part, ...]:
        layouts = self._context.snapshot.brief_layouts
        parts, out = {part.section.id: part for part in self._composed}, hidden(layouts, self._kind)
        sections = in_order([part.section for part in self._composed], layouts, self._kind)
        return tuple(replace(parts[each.id], hidden=each.id in out) for each in sections)

    def _write(self, item: QListWidgetItem, part: Part) -> None:
        """Say of a section what it is; the row stays the one that is being pressed."""
        texts, section = self._context.texts, part.section
        stale = sum(passage.state is State.STALE for passage in part.passages)
        own = sum(passage.state is not State.PROGRAM for passage in part.passages)
        label = shorten(section.label)
        title = shorten(section.title) if section.title != section.label else ""
        said = texts.plural("briefpage.stale_count", stale) if stale else ""
        if own and not stale:
            said = texts.plural("briefpage.edited_count", own)
        item.setText(label)
        item.setData(DETAIL, title)
        item.setData(STATE, said)
        item.setData(FADED, part.hidden)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        item.setFlags(flags if self._context.read_only else flags | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked if part.hidden else Qt.CheckState.Checked)
        state = texts("briefpage.hidden" if part.hidden else "briefpage.shown")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (label, title, said, state))))

    def _ticked(self, item: QListWidgetItem) -> None:
        part = self._parts[self.list.row(item)]
        out = item.checkState() is Qt.CheckState.Unchecked
        label = shorten(part.section.label)
        self._apply(arrange(self._context.snapshot, self._document(), {}, {part.section.id: out}, label))

    def _move(self, step: int, _: bool = False) -> None:
        row = self.list.currentRow()
        if not self._may_move(step):
            return
        order = [part.section for part in self._parts]
        order[row], order[row + step] = order[row + step], order[row]
        places = places_of(order, [part.section.id for part in self._composed])
        label = shorten(self._parts[row].section.label)
        self._apply(arrange(self._context.snapshot, self._document(), places, {}, label))

    def _may_move(self, step: int) -> bool:
        """Return whether the row can go up or down: annexes stay last."""
        row, other = self.list.currentRow(), self.list.currentRow() + step
        if self._context.read_only or row < 0 or not 0 <= other < len(self._parts):
            return False
        return self._parts[row].section.annex is self._parts[other].section.annex

    def _chosen(self, row: int) -> None:
        self._show_buttons()
        if 0 <= row < len(self._parts) and not self._parts[row].hidden:
            self.looked_at.emit(self._parts[row].section.label)

    def _show_buttons(self) -> None:
        self.up.setEnabled(self._may_move(-1))
        self.down.setEnabled(self._may_move(1))
        self.rewrite.setEnabled(bool(self._section()))
        placed = any(row.document is self._document() for row in self._context.snapshot.brief_layouts)
        self.reset.setVisible(placed and not self._context.read_only)

    def _rewrite(self) -> None:
        if self._section():
            self.wanted.emit(self._section())

    def _section(self) -> str:
        row = self.list.currentRow()
        return self._parts[row].section.id if 0 <= row < len(self._parts) else ""

    def _document(self) -> BriefDocument:
        return BriefDocument(self._kind.value)

    def _apply(self, operation: Operation | None) -> None:
        if operation is not None and self._context.apply(operation) is None:
            self.refresh()  # the file did not take it

    def _lay_out(self) -> None:
        texts = self._context.texts
        self.list.setAccessibleName(texts("briefpage.tab.sections"))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(muted(texts("briefpage.read_only" if self._context.read_only else "briefpage.sections_lead")))
        buttons = WrapLayout(gap=8)
        for button in (self.up, self.down, self.rewrite, self.reset):
            buttons.addWidget(button)
        box.addLayout(buttons)
        box.addWidget(self.list)
        box.addStretch(1)
