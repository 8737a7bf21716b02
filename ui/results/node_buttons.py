"""The two axes under the square, each to be opened down to its domains."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.layout import hue_of
from diagnostic.charts.wording import score_words
from ui.results.column import Column
from ui.results.row_button import RowButton, RowWords


class AxisButtons(Column):
    """One row for each axis, with its score and how much of it is known."""

    chosen = Signal(str)
    """"axis:…" to show in detail"""

    def __init__(self) -> None:
        super().__init__(spacing=0)

    def fill(self, desk: Desk) -> None:
        """Show the axes of an assessment."""
        self.clear()
        for axis in desk.framework.axes():
            result, hue = desk.assessment.node(axis.id), hue_of(axis.id, desk.framework)
            known = desk.texts("results.node.known", known=desk.texts.percent(100 * result.interval.known))
            words = RowWords(
                title=axis.title[desk.lang],
                detail=known,
                chip=score_words(result, desk.texts),
                tint=hue.light,
                ink=hue.text,
            )
            row = RowButton(words)
            row.clicked.connect(lambda _=False, id_=axis.id: self.chosen.emit(f"axis:{id_}"))
            self.add(row)
