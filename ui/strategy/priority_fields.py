"""What the officer and the workshop want of a recommendation: a level to choose, votes to type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.prioritising import prioritise, priority_of
from diagnostic.dossier.vocabulary import PriorityLevel
from ui.forms.entry import Entry, written
from ui.forms.field_row import FieldRow
from ui.forms.reading_only import hold
from ui.forms.segmented import Segmented
from ui.shell.typography import Label
from ui.wizard.context import Context

_NEXT = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)
_DIGITS = 9


class PriorityFields(QWidget):
    """The level and the votes of one recommendation. Enter and the arrows ask for the next one's votes."""

    next_asked = Signal()
    previous_asked = Signal()
    entered = Signal()
    """the user came to the votes by another way than Enter and the arrows"""

    def __init__(self, context: Context, recommendation: str, title: str) -> None:
        super().__init__()
        self._context = context
        self._recommendation = recommendation
        self._session = 0
        texts = context.texts
        levels = [(level, texts.label(level)) for level in PriorityLevel]
        self.level = Segmented([*levels, (None, texts("priority.undecided"))])
        self.level.hush(None)
        self.level.name(texts("priority.name", title=title))
        self.level.chosen.connect(self._choose)
        self.votes = FieldRow(context, "priority", specs_of(Priority)["votes"], self._keep_votes)
        self.votes.hint.say("")
        self.votes.left.connect(self._begin_again)
        self.line.setAccessibleName(texts("priority.votes_name", title=title))
        self.line.setToolTip(texts("priority.votes_tip"))
        self.line.installEventFilter(self)
        self._lay_out(texts("priority.label"))
        if context.read_only:
            self._hold(texts("form.read_only"))
        self.show_row()

    @property
    def line(self) -> QLineEdit:
        """Return where the votes are typed."""
        assert isinstance(self.votes.editor, QLineEdit)
        return self.votes.editor

    def show_row(self) -> None:
        """Show what the dossier says now."""
        row = priority_of(self._context.snapshot, self._recommendation)
        self.level.show_value(row.level)
        self.votes.display(row)

    def take_votes(self) -> None:
        """Put the keyboard on the votes, so that what is typed replaces them."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in order."""
        return [*self.level.segments, self.line]

    def settle(self) -> bool:
        """Save what is typed; False if it could not be."""
        return self.votes.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from one recommendation's votes to the next as in a column of figures."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in _NEXT or event.key() == Qt.Key.Key_Up:
                self.votes.settle()
                (self.next_asked if event.key() in _NEXT else self.previous_asked).emit()
                return True
        elif isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in _BY_HAND:
            self.entered.emit()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._follow_letters()

    def _choose(self, level: object) -> None:
        self._context.apply(prioritise(self._context.snapshot, self._recommendation, level=level))

    def _keep_votes(self, entry: Entry) -> bool:
        row = priority_of(self._context.snapshot, self._recommendation)
        after = written(row, self.votes.spec, entry)
        if after == row:
            return True
        merge = f"priority.{self._recommendation}.votes.{self._session}"
        done = self._context.apply(
            prioritise(self._context.snapshot, self._recommendation, merge, votes=after.votes, unread=after.unread)
        )
        if done is not None:
            self.show_row()
        return done is not None

    def _begin_again(self) -> None:
        """Begin a new step of undo."""
        self._session += 1

    def _hold(self, why: str) -> None:
        for segment in self.level.segments:
            hold(segment, why)

    def _follow_letters(self) -> None:
        self.line.setFixedWidth(self.line.fontMetrics().averageCharWidth() * _DIGITS)
        label = self.votes.label
        self.votes.setMinimumWidth(label.fontMetrics().horizontalAdvance(label.text()) + 4)

    def _lay_out(self, label: str) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        named = Label(label)
        named.setBuddy(self.level)
        column.addWidget(named)
        column.addWidget(self.level)
        self.votes.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 4)
        line.setSpacing(24)
        line.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.votes, 0, Qt.AlignmentFlag.AlignTop)
        line.addStretch(1)
        self._follow_letters()


_BY_HAND = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)
