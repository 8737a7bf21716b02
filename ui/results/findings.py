"""The assets and the gaps as two lists to press, each with its reasons in figures."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from diagnostic.assessment.results import Finding, FindingKind
from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.layout import hue_of
from ui.results.column import Column
from ui.results.indicator_words import figures
from ui.results.row_button import RowButton, RowWords
from ui.shell.typography import Label, muted

MARKS = {FindingKind.ASSET: "▲", FindingKind.GAP: "▼"}
MOST = 6


class FindingList(Column):
    """The assets, or the gaps, the weightiest first."""

    chosen = Signal(str)
    """the indicator to show in detail"""

    def __init__(self, kind: FindingKind) -> None:
        super().__init__(spacing=2)
        self._kind = kind
        self._unfolded = False
        self.more: RowButton | None = None

    def fill(self, desk: Desk) -> None:
        """Show the findings of an assessment: the weightiest ones, or all of them once they were asked for."""
        self.clear()
        self.more = None
        name = self._kind.value
        found = desk.assessment.assets if self._kind is FindingKind.ASSET else desk.assessment.gaps
        self.add(Label(f"{MARKS[self._kind]} {desk.texts(f'results.{name}.title')}", step=1, bold=True))
        self.add(muted(desk.texts(f"results.{name}.{'legend' if found else 'none'}")))
        for finding in found if self._unfolded else found[:MOST]:
            self.add(self._row(finding, desk))
        if (rest := len(found) - MOST) > 0:
            self.more = self._unfolding(rest, desk)
            self.add(self.more)
        self.push_up()

    def _unfolding(self, rest: int, desk: Desk) -> RowButton:
        texts = desk.texts
        words = texts("results.findings.fewer") if self._unfolded else texts.plural("results.findings.rest", rest)
        more = RowButton(RowWords(title=words, link=True))
        more.clicked.connect(lambda _=False: self._unfold(desk))
        return more

    def _unfold(self, desk: Desk) -> None:
        """Show all, or the weightiest alone again; the keyboard stays on the button that was pressed."""
        self._unfolded = not self._unfolded
        self.fill(desk)
        if self.more:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, finding: Finding, desk: Desk) -> RowButton:
        hue = hue_of(finding.domain, desk.framework)
        row = RowButton(
            RowWords(
                title=desk.framework.indicator(finding.indicator).title[desk.lang],
                detail=finding_detail(finding, desk),
                chip=points_chip(finding, desk),
                tint=hue.light,
                ink=hue.text,
            )
        )
        row.clicked.connect(lambda _=False: self.chosen.emit(finding.indicator))
        return row


def finding_detail(finding: Finding, desk: Desk) -> str:
    """Return the domain and the figures of a finding, and whether it ties with the next."""
    result = desk.assessment.indicator(finding.indicator)
    parts = [desk.framework.node(finding.domain).short[desk.lang], figures(result, desk)]
    parts += [desk.texts("results.findings.tied")] if finding.tied else []
    return " · ".join(parts)


def points_chip(finding: Finding, desk: Desk) -> str:
    """Return "+4,2 pts" for what an asset brings, "−7,5 pts" for what a gap leaves at stake."""
    points = finding.points if finding.kind is FindingKind.ASSET else -finding.points
    sign = "+" if points > 0 else ""
    return desk.texts("results.findings.points", points=f"{sign}{desk.texts.number(points, 1)}")
