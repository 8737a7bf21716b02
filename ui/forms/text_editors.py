"""Editors of what is typed: a line, a number, a date, a note."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QMargins, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from diagnostic.dossier.fields import FieldSpec, FieldType
from diagnostic.dossier.values import typed
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from ui.forms.entry import Entry, entry_of

NUMBERS = frozenset({FieldType.COUNT, FieldType.AMOUNT, FieldType.FIGURE})
AIR = QMargins(4, 3, 4, 3)
"""Pixels around the text of a line."""
_LONGEST = 1_000_000
_FEWEST_LINES, _MOST_LINES = 2, 9


class LineEditor(QLineEdit):
    """A line of text, a number, a year or a date, read when it is left."""

    touched = Signal()
    finished = Signal()

    def __init__(self, spec: FieldSpec, texts: Texts, countries: Countries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spec = spec
        self._texts = texts
        self._countries = countries
        self._held = Entry(None)
        self._resting = ""
        self.setMaxLength(_LONGEST)
        self.setTextMargins(AIR)
        if spec.kind in NUMBERS:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self.touched)
        self.editingFinished.connect(self.finished)

    def entry(self) -> Entry:
        """Return what is typed; the number held while it is shown grouped."""
        if self._resting and self.text() == self._resting:
            return self._held
        return entry_of(self._spec, self.text(), self._countries)

    def display(self, entry: Entry) -> None:
        """Show what a row holds; a text being typed keeps the space at its end."""
        if self.hasFocus() and self.entry() == entry:
            self._held = entry
            self.setModified(False)
            return
        self._held = entry
        self._show_held(grouped=not self.hasFocus())
        self.setCursorPosition(len(self.text()) if self.hasFocus() else 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show a number as it is typed."""
        if self._resting and self.text() == self._resting:
            self._show_held(grouped=False)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show a number as it is read, in groups of three digits."""
        super().focusOutEvent(event)
        away = event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if away and self._spec.kind in NUMBERS and self.entry() == self._held:
            self._show_held(grouped=True)
            self.setCursorPosition(0)

    def _show_held(self, *, grouped: bool) -> None:
        words = self._held.unread or typed(self._spec, self._held.value, self._texts, self._countries)
        self._resting = ""
        if grouped and not self._held.unread and self._spec.kind in NUMBERS and self._held.value is not None:
            digits = len(words.replace(",", ".").partition(".")[2])
            self._resting = words = self._texts.number(self._held.value, digits)
        self.setText(words)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the dossier when there is nothing half typed to take back."""
        if undoes(event) and not self.isModified():
            event.ignore()
            return False
        return super().event(event)


class NoteEditor(QPlainTextEdit):
    """A text of any length, that grows with what is in it."""

    touched = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = self._shown = ""
        self._fewest = _FEWEST_LINES
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._changed)
        self._grow()

    def entry(self) -> Entry:
        """Return the text; one that was not touched is given back as it was held, line ends included."""
        return Entry(self._held if self._typed() == self._shown else self._typed())

    def display(self, entry: Entry) -> None:
        """Show a text."""
        self._held = entry.unread or entry.value
        if self._typed() != self._held:
            with QSignalBlocker(self):
                self.setPlainText(self._held)
            self._grow()
        self._shown = self._typed()
        self.document().setModified(False)

    def event(self, event: QEvent) -> bool:
        """Leave undo to the dossier when there is nothing half typed to take back."""
        if undoes(event) and not self.document().isModified():
            event.ignore()
            return False
        return super().event(event)

    def keep_lines(self, fewest: int) -> None:
        """Be at least that many lines high: a long text is expected."""
        self._fewest = fewest
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the text is finished."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.finished.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the height in lines."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height that the lines need in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _changed(self) -> None:
        self._grow()
        if self._typed() != self._shown:
            self.touched.emit()

    def _typed(self) -> str:
        """Return the text with its no-break spaces, which `toPlainText` makes plain."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def _grow(self) -> None:
        lines = max(self._fewest, min(_MOST_LINES, int(self.document().size().height())))
        margins = 3 * self.document().documentMargin() + 2 * self.frameWidth()  # one more, or Qt offers to scroll
        self.setFixedHeight(int(lines * ceil(QFontMetricsF(self.font()).lineSpacing()) + margins))


def undoes(event: QEvent) -> bool:
    """Return whether an event asks a field for undo or redo before the window is asked."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
