"""The answers that would narrow the intervals most, and the way to each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from diagnostic.assessment.results import UsefulAnswer
from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Input
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted
from ui.wizard.flow import home_of

MOST = 5


class UsefulList(Column):
    """The next most useful answers."""

    followed = Signal(str, str)
    """a step and what to bring forward there"""

    def __init__(self) -> None:
        super().__init__(spacing=2)

    def fill(self, desk: Desk) -> None:
        """Show the answers that an assessment misses most."""
        self.clear()
        useful = desk.assessment.useful[:MOST]
        self.add(Label(desk.texts("results.useful.title"), step=1, bold=True))
        self.add(muted(desk.texts("results.useful.legend" if useful else "results.useful.none")))
        for answer in useful:
            self.add(self._row(answer, desk))

    def take_focus(self) -> None:
        """Put the keyboard on the first answer, if there is one."""
        row = self.findChild(RowButton)
        if row:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, answer: UsefulAnswer, desk: Desk) -> RowButton:
        indicator = desk.framework.indicator(answer.indicator)
        axis = desk.framework.node(answer.axis).short[desk.lang]
        points = desk.texts.number(answer.narrowing, 1)
        detail = desk.texts.plural("results.useful.narrowing", answer.narrowing, axis=axis, points=points)
        row = RowButton(
            RowWords(title=indicator.title[desk.lang], detail=detail, chip=desk.texts("results.useful.go"), mark="?")
        )
        step = home_of(indicator.step, indicator.input)
        focus = "" if indicator.input is Input.MEASURE else f"answer:{indicator.id}"
        row.clicked.connect(lambda _=False: self.followed.emit(step, focus))
        return row
