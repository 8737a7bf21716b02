"""What the user says of a whole table: complete, not known yet, without object here."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter, QWidget

from diagnostic.dossier import operations
from diagnostic.dossier.vocabulary import TableState
from ui.forms.reading_only import hold
from ui.forms.wrapping import WrapLayout
from ui.shell.typography import muted
from ui.wizard.context import Context

OFFERED = (TableState.UNKNOWN, TableState.NOT_APPLICABLE, TableState.COMPLETE)
_OF_NOTHING = frozenset({TableState.UNKNOWN, TableState.NOT_APPLICABLE})


class StandingBox(QCheckBox):
    """A box one ticks and unticks; drawn round while it excludes others, as such choices are everywhere."""

    one_of_several = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a round mark or a square one."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        control = QStyle.ControlElement
        QStylePainter(self).drawControl(control.CE_RadioButton if self.one_of_several else control.CE_CheckBox, option)


class StandingRow(QWidget):
    """Three boxes of which one at most is ticked; none means that the list goes on."""

    def __init__(self, context: Context, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kind = kind
        self.boxes = {state: StandingBox(context.texts.label(state), self) for state in OFFERED}
        self.line = WrapLayout(self, gap=16)
        about = context.texts(f"kind.{kind}.name")
        for state, box in self.boxes.items():
            box.setAccessibleDescription(about)
            box.clicked.connect(lambda ticked, state=state: self._said(state if ticked else TableState.OPEN))
            self.line.addWidget(box)
        self.hint = muted(context.texts("table.until_complete"))
        self.line.addWidget(self.hint)
        self.refresh()

    def refresh(self) -> None:
        """Show what is said. A table with rows is neither unknown nor without object."""
        said = self._context.snapshot.standing(self._kind)
        filled = bool(self._context.snapshot.rows(self._kind))
        texts = self._context.texts
        complete = texts.label(TableState.COMPLETE) if filled else texts("table.none_of_it")
        self.boxes[TableState.COMPLETE].setText(complete)
        self.hint.setVisible(filled and said is TableState.OPEN)
        offered = [state for state in OFFERED if state is said or not (filled and state in _OF_NOTHING)]
        for state, box in self.boxes.items():
            box.setChecked(state is said)
            box.setVisible(state in offered)
            box.one_of_several = len(offered) > 1
            box.update()

    def hold(self, why: str) -> None:
        """Take no answer, and say why."""
        for box in self.boxes.values():
            hold(box, why)

    def _said(self, state: TableState) -> None:
        if self._context.apply(operations.stand(self._context.snapshot, self._kind, state)) is None:
            self.refresh()
