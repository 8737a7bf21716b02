"""Which domain ahead of which: the sentence for all, the staircase, and the pair that is pointed at in words."""

from __future__ import annotations

from diagnostic.assessment.variations import Variations
from diagnostic.brief.compose.firm_words import DOUBTFUL, SURE, order_words, pair_words, pairs
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.stairs import stair_names, stairs
from ui.charts.chart_view import ChartView
from ui.results.column import Column
from ui.results.reflow import Reflow
from ui.shell.typography import Label, muted

LISTS_EMS = 31.0


class OrderBlock(Column):
    """The order of the domains under the variations."""

    def __init__(self, run: Variations, desk: Desk) -> None:
        super().__init__(spacing=4)
        texts, drawing = desk.texts, stairs(run, desk)
        self._names: dict[str, str] = {}
        self.said = Label("", bold=True)
        self.add(Label(texts("firm.order.title"), bold=True))
        if drawing is None:
            self.add(muted(texts("firm.order.few")))
            return
        self._names = stair_names(run, desk)
        sure, doubtful = texts.percent(100 * SURE), texts.percent(100 * DOUBTFUL)
        self.view = ChartView()
        self.view.set_drawing(drawing, self._names)
        self.view.pointed.connect(self._tell)
        self.view.activated.connect(self._tell)
        self.said.setText(f"{pair_words(pairs(run, desk)[0], desk)}.")
        self.add(Label(order_words(run, desk)))
        beside = Column()
        beside.add(self.said)
        beside.push_up()
        self.add(muted(texts("firm.order.legend", sure=sure, doubtful=doubtful)))
        self.add(Reflow(self.view, beside, ems=LISTS_EMS, stretch=(3, 2)))

    def _tell(self, key: str) -> None:
        self.said.setText(f"{self._names[key]}.")
