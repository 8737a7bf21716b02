"""The territory beside the panel of large cities and the national figures: bearings, never a score."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diagnostic.benchmark.compare import Beside, BesideShared, PanelComparison, set_beside
from diagnostic.benchmark.panel import Panel
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.panel_words import (
    figure_under,
    figure_words,
    national_source,
    national_words,
    practice_words,
    source_words,
    under_words,
    warning,
)
from ui.results.bars import BarList
from ui.results.beside_words import bracket_bars, lacks, population_link, practice_bars
from ui.results.column import Column
from ui.results.link_line import LinkLine
from ui.results.reflow import Reflow
from ui.shell.typography import Label, muted

LISTS_EMS = 34.0


class BesideSection(Column):
    """What can be compared, who the panel is, and what would allow more."""

    followed = Signal(str, str)
    """a step and what to bring forward there"""

    def __init__(self, panel: Panel) -> None:
        super().__init__(spacing=4)
        self._panel = panel

    def fill(self, desk: Desk) -> None:
        """Set an assessment beside the panel."""
        self.clear()
        comparison = set_beside(desk.snapshot, desk.assessment, self._panel)
        self.add(Label(desk.texts("beside.title"), step=1, bold=True))
        missing = lacks(comparison, desk)
        if comparison.empty:
            self.add(muted(desk.texts("beside.empty")), LinkLine(missing, self.followed))
            return
        self.add(muted(f"{desk.texts('beside.lead')} {source_words(comparison.source, desk)}"))
        self._warn(comparison, desk)
        blocks = [self._figure(each, desk) for each in comparison.panel]
        answers = [self._practice(each, desk) for each in comparison.shared if each.measure.indicator]
        lists = [self._practice(each, desk) for each in comparison.shared if not each.measure.indicator]
        for group in (blocks, answers, lists):
            self._side_by_side(group)
        self._national(comparison, desk)
        if missing:
            self.space(6)
            self.add(muted(desk.texts("beside.more")), LinkLine(missing, self.followed))

    def _warn(self, comparison: PanelComparison, desk: Desk) -> None:
        if words := warning(comparison, desk):
            self.add(Label(words, bold=True))
        if comparison.peer is None:
            self.add(LinkLine((population_link(desk),), self.followed))

    def _side_by_side(self, group: list[Column]) -> None:
        if group:
            self.space(8)
            self.add(group[0] if len(group) == 1 else Reflow(*group, ems=LISTS_EMS))

    def _figure(self, each: Beside, desk: Desk) -> Column:
        title = each.measure.title[desk.lang]
        bars = bracket_bars(each, desk)
        shown = BarList(title, bars, full=max(bar.share for bar in bars))
        return _block(title, figure_words(each, desk), "", shown, figure_under(each.measure, desk))

    def _practice(self, each: BesideShared, desk: Desk) -> Column:
        title, texts = each.measure.title[desk.lang], desk.texts
        legend = "" if each.answer else texts(f"beside.practice.{'chosen' if each.measure.indicator else 'legend'}")
        shown = BarList(title, practice_bars(each, desk))
        return _block(title, practice_words(each, desk), legend, shown, under_words(each.measure, desk))

    def _national(self, comparison: PanelComparison, desk: Desk) -> None:
        if not comparison.national:
            return
        self.space(8)
        self.add(Label(desk.texts("beside.national.title"), bold=True))
        for each in comparison.national:
            title = desk.framework.indicator(each.national.indicator).title[desk.lang]
            self.add(_block(title, national_words(each, desk), "", None, national_source(each, desk), bold=False))


def _block(title: str, words: str, legend: str, shown: QWidget | None, under: str, bold: bool = True) -> Column:
    """Return a comparison: its title, what it says, its bars, and where it comes from."""
    block = Column(spacing=2)
    block.add(Label(title, bold=bold), Label(words))
    for part in (muted(legend) if legend else None, shown, muted(under) if under else None):
        if part is not None:
            block.add(part)
    block.push_up()
    return block
