"""One item's weight: typed, beside the edition's and the effective share; under it, why and by whom."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diagnostic.brief.compose.versions import weight_words
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.weighing import unweigh, weighting_of
from diagnostic.framework.model import Indicator, Node
from diagnostic.framework.weights import item_of
from ui.forms.entry import Entry
from ui.forms.field_row import FieldRow
from ui.forms.words import Sentence
from ui.method.grid import GridRow
from ui.method.reading import Reading, today
from ui.method.weighing import SPECS, Weigher
from ui.method.weight_details import WeightDetails
from ui.method.words import refused, share_of, share_words
from ui.shell.typography import Label, muted
from ui.wizard.context import Context

STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1}
"""Keys that go from weight to weight."""


class WeightRow(QWidget):
    """A row of the tree. `head` names the item: words, or what folds its branch."""

    moved = Signal(int)
    """the keyboard goes to the weight above (-1) or below (1)"""

    def __init__(self, context: Context, item: Node | Indicator, head: QWidget) -> None:
        super().__init__()
        self.item = item
        self.title = item.title[context.texts.lang]
        self.details: WeightDetails | None = None
        self._context = context
        self._session = 0
        self._own = False
        self._said = ""
        self.weigher = Weigher(item=item.id, framework=context.in_use.framework, today=today)
        self.weight = FieldRow(context, "weighting", SPECS["weight"], self._keep)
        self.given = muted(weight_words(self.weigher.given, context.texts))
        self.share = Label()
        self.refusal = Sentence(role=QPalette.ColorRole.LinkVisited)
        self._box = QVBoxLayout(self)
        self._lay_out(head)
        self._name()

    def draw(self, reading: Reading) -> None:
        """Show the weight, its share, and what is said of it."""
        row = weighting_of(reading.snapshot, self.item.id)
        self.weight.display(self.weigher.row(reading.snapshot))
        before, now = (share_of(self.item.id, found) for found in (reading.edition, reading.own))
        self.share.setText(share_words(before, now, reading.texts))
        self._refuse(reading)
        if self._own != (row is not None):
            self._own = row is not None
            self.update()
        if row is not None:
            self._detail().display(row)
        elif self.details is not None:
            self.details.forget()
        if self.details is not None:
            self.details.setVisible(self._own)

    def settle(self) -> bool:
        """Save what is typed; False if it could not be, and is still typed."""
        stored = self.weight.settle()
        return (self.details is None or not self._own or self.details.settle()) and stored

    def take_focus(self) -> None:
        """Put the keyboard on the weight."""
        self.weight.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from weight to weight with the arrows and Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in STEPS:
            self.moved.emit(STEPS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark what is the users' own with an edge at the left."""
        if self._own:
            accent = self.palette().color(QPalette.ColorRole.LinkVisited)
            QPainter(self).fillRect(0, 3, 4, self.height() - 6, accent)

    def _keep(self, entry: Entry) -> bool:
        merge = f"weighting.{self.item.id}.weight.{self._session}"
        typed: str = self.weight.editor.text()  # type: ignore[attr-defined]  # a figure's editor is a line
        return self._ask(self.weigher.typed(self._context.snapshot, entry, typed, merge))

    def _ask(self, operation: Operation | None) -> bool:
        return operation is None or self._context.apply(operation) is not None

    def _reset(self) -> None:
        self.take_focus()  # what is typed beside it is stored as it is left: the step back brings it again
        self.weight.forget()
        self._ask(unweigh(self._context.snapshot, [self.item.id]))

    def _refuse(self, reading: Reading) -> None:
        """Say that a weight is not counted since nothing would weigh beside it."""
        held = self.weigher.held_back(reading.snapshot)
        beside = held or refused(self.item.id, reading.snapshot, reading.framework)
        parent = item_of(reading.framework, self.item.parent)
        branch = parent.title[reading.lang] if parent else ""
        said = reading.texts("weights.refused", branch=branch) if beside else ""
        if said != self._said:
            self._said = said
            self.refusal.say(said)
            if said and self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.weight.editor, said))

    def _detail(self) -> WeightDetails:
        if self.details is None:
            self.details = WeightDetails(self._context, self.weigher, self.title, self._ask)
            self.details.reset_asked.connect(self._reset)
            self._box.addWidget(self.details)
        return self.details

    def _lay_out(self, head: QWidget) -> None:
        for cell in (self.given, self.share):
            cell.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = GridRow(head, (self.weight, self.given, self.share))
        for sentence in (self.weight.sentence, self.refusal):
            row.add_sentence(sentence)
        self._box.setContentsMargins(12, 0, 0, 0)
        self._box.setSpacing(2)
        self._box.addWidget(row)

    def _name(self) -> None:
        texts = self._context.texts
        self.weight.label.hide()
        self.weight.hint.hide()
        self.weight.left.connect(self._left)
        self.weight.editor.installEventFilter(self)
        self.weight.editor.setAccessibleName(texts("weights.weight_of", title=self.title))
        self.given.setAccessibleName(texts("weights.given_of", weight=self.given.text(), title=self.title))

    def _left(self) -> None:
        self._session += 1
