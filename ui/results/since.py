"""What changed since the campaign before: each axis and domain then and now, and the indicators behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import Comparison, IndicatorChange, comparable, compare
from diagnostic.brief.compose.followup import known_lines
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.versions import reweighed_words, versions_words
from diagnostic.charts.layout import hue_of
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Node
from ui.results.column import Column
from ui.results.reflow import Reflow
from ui.results.row_button import RowButton, RowWords
from ui.results.since_words import change_chip, indicator_detail, mark_of, node_detail
from ui.shell.typography import Label, muted

MOST = 6
LISTS_EMS = 31.0


class SinceSection(Column):
    """The comparison with the campaign before; out of sight while there is none."""

    chosen = Signal(str)
    """"axis:…", "domain:…" or "indicator:…" to show in detail"""

    def __init__(self) -> None:
        super().__init__(spacing=2)

    def fill(self, desk: Desk, previous: Snapshot | None) -> None:
        """Show what changed since `previous`."""
        self.clear()
        self.setVisible(previous is not None)
        if previous is None:
            return
        then = previous.campaign.year
        self.add(Label(desk.texts("results.since.title", year=then), step=1, bold=True))
        if not comparable(previous.campaign, desk.snapshot.campaign):
            made = versions_words(previous.campaign, desk.snapshot.campaign, desk.framework, desk.texts)
            self.add(muted(f"{desk.texts('results.since.other_version', year=then)} {made}"))
            return
        comparison = compare(assess(previous, desk.framework), desk.assessment)
        self.add(muted(desk.texts("results.since.lead")))
        if said := reweighed_words(previous, desk.snapshot, desk.framework, desk.texts):
            self.add(Label(said))
        sides = (self._side(axis, comparison, then, desk) for axis in desk.framework.axes())
        self.add(Reflow(*sides, ems=LISTS_EMS))
        self._explain(comparison, then, desk)

    def _side(self, axis: Node, comparison: Comparison, then: int, desk: Desk) -> Column:
        side = Column(spacing=2)
        side.add(self._node(axis, "axis", comparison, then, desk))
        for domain in desk.framework.children(axis.id):
            side.add(self._node(domain, "domain", comparison, then, desk))
        side.push_up()
        return side

    def _node(self, node: Node, kind: str, comparison: Comparison, then: int, desk: Desk) -> RowButton:
        change = comparison.node(node.id)
        detail = node_detail(change, then, desk)
        return self._row(f"{kind}:{node.id}", node.title[desk.lang], detail, change.points, node.id, desk)

    def _explain(self, comparison: Comparison, then: int, desk: Desk) -> None:
        self.space(8)
        moved = comparison.moved[:MOST]
        self.add(Label(desk.texts("results.since.moved"), bold=True))
        self.add(muted(desk.texts("results.since.moved_legend" if moved else "results.since.moved_none")))
        for change in moved:
            self.add(self._indicator(change, then, desk))
        for line in known_lines(comparison, then, desk):
            self.add(muted(line))

    def _indicator(self, change: IndicatorChange, then: int, desk: Desk) -> RowButton:
        title = desk.framework.indicator(change.id).title[desk.lang]
        detail = indicator_detail(change, then, desk)
        return self._row(f"indicator:{change.id}", title, detail, change.points, change.after.domain, desk)

    def _row(self, subject: str, title: str, detail: str, points: float | None, node: str, desk: Desk) -> RowButton:
        hue, mark = hue_of(node, desk.framework), mark_of(points)
        row = RowButton(
            RowWords(
                title=title, detail=detail, chip=change_chip(points, desk), mark=mark, tint=hue.light, ink=hue.text
            )
        )
        row.clicked.connect(lambda _=False: self.chosen.emit(subject))
        return row
