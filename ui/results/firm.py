"""How firmly the results stand when weights, mean and indicators vary."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from diagnostic.assessment.results import FindingKind
from diagnostic.assessment.variations import Variations, vary
from diagnostic.brief.compose.firm_words import (
    Removal,
    axes_words,
    change_words,
    is_published,
    lasting,
    removal_words,
    removals,
    score_of,
    share_words,
    spread_chip,
    spread_words,
    unpublished,
)
from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.layout import hue_of
from diagnostic.framework.model import Node
from ui.results.column import Column
from ui.results.firm_order import OrderBlock
from ui.results.reflow import Reflow
from ui.results.row_button import RowButton, RowWords
from ui.results.strip_row import Strip, StripRow
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted

LISTS_EMS = 31.0
MOST = 6
MOST_OUT = 3
"""Indicators shown for each axis."""


class FirmSection(Column):
    """Scores, order of the domains, assets and gaps, and what one indicator weighs, under the variations."""

    chosen = Signal(str)
    """"axis:…", "domain:…" or "indicator:…" to show in detail"""
    useful_asked = Signal()
    """the most useful answers are asked for"""

    def __init__(self) -> None:
        super().__init__(spacing=4)
        self._unfolded: set[FindingKind] = set()

    def fill(self, desk: Desk) -> None:
        """Vary the choices behind an assessment and show what holds; or say why nothing can be tested yet."""
        self.clear()
        texts = desk.texts
        self.add(Label(texts("firm.title"), step=1, bold=True))
        if not any(is_published(node.id, desk) for node in desk.framework.nodes):
            self._hold_back(desk)
            return
        run = vary(desk.assessment, desk.framework)
        self.add(muted(texts("firm.lead", draws=texts.number(run.draws), spread=texts.percent(100 * run.spread))))
        self.add(Label(axes_words(run, desk), bold=True))
        self._scores(run, desk)
        self.space(8)
        self.add(OrderBlock(run, desk))
        self._kept(run, desk)
        self._out(run, desk)
        self.space(8)
        self.add(muted(texts("firm.note", seed=run.seed)))

    def _hold_back(self, desk: Desk) -> None:
        self.add(muted(desk.texts("firm.held")))
        if desk.assessment.useful:
            go = FlatButton(desk.texts("firm.held_go"), Look.LINK)
            go.clicked.connect(self.useful_asked)
            self.add(_at_left(go))

    def _scores(self, run: Variations, desk: Desk) -> None:
        self._heading(desk.texts("firm.score.title"), desk.texts("firm.score.legend"))
        self._side_by_side([self._nodes(axis, run, desk) for axis in desk.framework.axes()])
        if names := unpublished(desk):
            self.add(muted(desk.texts("firm.unpublished", names=", ".join(names))))

    def _nodes(self, axis: Node, run: Variations, desk: Desk) -> list[QWidget]:
        nodes = (axis, *desk.framework.children(axis.id))
        return [self._node(node, run, desk) for node in nodes if is_published(node.id, desk) and node.id in run.spreads]

    def _side_by_side(self, sides: list[list[QWidget]]) -> None:
        """Put what each axis has in a column of its own; an axis that has nothing leaves no hole."""
        columns = []
        for widgets in filter(None, sides):
            column = Column(spacing=2)
            column.add(*widgets)
            column.push_up()
            columns.append(column)
        if columns:
            self.add(Reflow(*columns, ems=LISTS_EMS))

    def _node(self, node: Node, run: Variations, desk: Desk) -> StripRow:
        spread, hue = run.spreads[node.id], hue_of(node.id, desk.framework)
        words = RowWords(
            title=node.title[desk.lang],
            detail=spread_words(node.id, spread, desk),
            chip=spread_chip(spread, desk),
            tint=hue.light,
            ink=hue.text,
        )
        strip = Strip(hue=hue, low=spread.low, high=spread.high, mid=score_of(node.id, desk), other=spread.geometric)
        row = StripRow(words, strip)
        kind = "domain" if node.parent else "axis"
        row.clicked.connect(lambda _=False: self.chosen.emit(f"{kind}:{node.id}"))
        return row

    def _kept(self, run: Variations, desk: Desk) -> None:
        self.space(8)
        self.add(Reflow(*(self._lasting(kind, run, desk) for kind in FindingKind), ems=LISTS_EMS))

    def _lasting(self, kind: FindingKind, run: Variations, desk: Desk) -> Column:
        asset = kind is FindingKind.ASSET
        findings, kept = (desk.assessment.assets, run.assets) if asset else (desk.assessment.gaps, run.gaps)
        found, side = lasting(findings, kept), Column(spacing=2)
        key = "none" if not found else "always" if len(found) <= run.leading else "legend"
        side.add(Label(desk.texts(f"firm.kept.{kind.value}"), bold=True))
        side.add(muted(desk.texts(f"firm.kept.{key}", leading=run.leading)))
        for id_, share in found if kind in self._unfolded else found[:MOST]:
            side.add(self._kept_row(id_, share, run.leading, desk))
        if (rest := len(found) - MOST) > 0:
            side.add(self._unfolding(kind, rest, desk))
        side.push_up()
        return side

    def _kept_row(self, id_: str, share: float, leading: int, desk: Desk) -> StripRow:
        hue, said = hue_of(desk.assessment.indicator(id_).domain, desk.framework), share_words(share, desk)
        words = RowWords(title=desk.framework.indicator(id_).title[desk.lang], chip=said, tint=hue.light, ink=hue.text)
        row = StripRow(words, Strip(hue=hue, low=0, high=100 * share))
        row.setAccessibleDescription(desk.texts("firm.kept.words", leading=leading, share=said))
        row.clicked.connect(lambda _=False: self.chosen.emit(f"indicator:{id_}"))
        return row

    def _unfolding(self, kind: FindingKind, rest: int, desk: Desk) -> RowButton:
        texts, open_ = desk.texts, kind in self._unfolded
        words = texts("results.findings.fewer") if open_ else texts.plural("results.findings.rest", rest)
        more = RowButton(RowWords(title=words, link=True))
        more.setObjectName(kind.value)
        more.clicked.connect(lambda _=False: self._unfold(kind, desk))
        return more

    def _unfold(self, kind: FindingKind, desk: Desk) -> None:
        """Show the whole list, or its head again; the keyboard stays on the button that was pressed."""
        self._unfolded ^= {kind}
        self.fill(desk)
        if more := self.findChild(RowButton, kind.value):
            more.setFocus(Qt.FocusReason.OtherFocusReason)

    def _out(self, run: Variations, desk: Desk) -> None:
        found, axes = removals(run, desk), desk.framework.axes()
        tested = any(is_published(axis.id, desk) for axis in axes)
        self.space(8)
        self._heading(desk.texts("firm.out.title"), _out_words(bool(found), tested, desk))
        self._side_by_side(
            [[self._removal(one, desk) for one in found if one.axis == axis.id][:MOST_OUT] for axis in axes]
        )

    def _removal(self, one: Removal, desk: Desk) -> RowButton:
        hue = hue_of(one.axis, desk.framework)
        words = RowWords(
            title=desk.framework.indicator(one.indicator).title[desk.lang],
            detail=removal_words(one, desk),
            chip=change_words(one.change, desk),
            tint=hue.light,
            ink=hue.text,
        )
        row = RowButton(words)
        row.clicked.connect(lambda _=False: self.chosen.emit(f"indicator:{one.indicator}"))
        return row

    def _heading(self, title: str, legend: str) -> None:
        self.space(8)
        self.add(Label(title, bold=True), muted(legend))


def _out_words(found: bool, tested: bool, desk: Desk) -> str:
    return desk.texts(f"firm.out.{'legend' if found else 'none' if tested else 'held'}")


def _at_left(button: FlatButton) -> Column:
    held = Column()
    held.add(button)
    held.layout().setAlignment(button, Qt.AlignmentFlag.AlignLeft)
    return held
