"""The results: what was found, what it rests on, and what to answer next."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from diagnostic.assessment.results import FindingKind
from diagnostic.benchmark.panel import load_panel
from diagnostic.brief.compose.inputs import Desk
from diagnostic.charts.position import position
from diagnostic.charts.rose import rose
from diagnostic.charts.wording import score_words
from ui.charts.chart_view import ChartView
from ui.method.method_line import MethodLine
from ui.results.beside import BesideSection
from ui.results.column import Column, scrolling
from ui.results.country_table import CountrySection
from ui.results.desk import desk_of
from ui.results.detail_panel import DetailPanel
from ui.results.express import ExpressSection
from ui.results.findings import FindingList
from ui.results.firm import FirmSection
from ui.results.node_buttons import AxisButtons
from ui.results.reflow import Reflow
from ui.results.saying import finding_title, meaning, sure_sentence
from ui.results.since import SinceSection
from ui.results.useful import UsefulList
from ui.shell.typography import heading as page_heading
from ui.shell.typography import muted
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

CHARTS_EMS, LISTS_EMS = 31.0, 31.0
"""Widths, in heights of a letter, under which figures and lists stand one under the other."""

BESIDE_LETTERS = 80
"""Width, in letters, under which the detail stands in the place of the results rather than beside them."""


class ResultsPage(StepPage):
    """Results on the left, and beside them the detail of whatever was pressed."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        self.finding = page_heading("")
        self.sure = muted()
        self.rose = ChartView()
        self.position = ChartView()
        self.meaning = muted()
        self.axes = AxisButtons()
        self.assets = FindingList(FindingKind.ASSET)
        self.gaps = FindingList(FindingKind.GAP)
        self.express = ExpressSection()
        self.since = SinceSection()
        self.countries = CountrySection(context.texts)
        self.beside = BesideSection(load_panel())
        self.firm = FirmSection()
        self.useful = UsefulList()
        self.detail = DetailPanel(desk_of(context))
        self._lay_out()
        self._connect()

    def refresh(self, kinds: frozenset[str]) -> None:
        """Draw again at once if the page is seen, or when it is next shown."""
        self._stale = True
        if self.isVisible():
            self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the detail beside the results, or in their place, as there is room."""
        super().resizeEvent(event)
        self._give_way()

    def bring_forward(self, focus: str) -> None:
        """Give the keyboard to "domain:…", "indicator:…", "axis:…" or "country:…" in detail, or to "useful" answers."""
        self.draw()
        if focus == "useful":
            self.useful.take_focus()
            QTimer.singleShot(0, self.useful, lambda: self._area.ensureWidgetVisible(self.useful))
        elif self.show_detail(focus):
            self.detail.take_focus()

    def draw(self) -> None:
        """Draw the assessment, unless it is drawn already."""
        if not self._stale:
            return
        self._stale = False
        desk = desk_of(self.context)
        self._say(desk)
        self._draw_charts(desk)
        for part in (self.assets, self.gaps, self.beside, self.firm, self.useful, self.axes):
            part.fill(desk)
        self.express.fill(desk, self.context.previous)
        self.since.fill(desk, self.context.previous)
        self.countries.fill(desk.assessment.matrix, desk)
        if self.detail.isVisibleTo(self) and not self.detail.show_subject(self.detail.subject, desk):
            self.close_detail()

    @property
    def has_aside(self) -> bool:
        """Return whether a detail stands beside the results."""
        return not self.detail.isHidden()

    def close_aside(self) -> None:
        """Put the detail away for something else."""
        if self.has_aside:
            self.close_detail()

    def show_detail(self, subject: str) -> bool:
        """Open the panel beside on a subject, if there is one; the square's zone and point are the two axes."""
        if subject.startswith("position:"):
            subject = f"axis:{self.context.framework.axes()[0].id}"
        if not self.detail.show_subject(subject, desk_of(self.context)):
            return False
        self.aside_shown.emit(True)
        self._share_room()
        self._give_way()
        return True

    def close_detail(self) -> None:
        """Put the panel away; the keyboard does not stay in what is gone."""
        focused = self.window().focusWidget()
        inside = focused is not None and self.detail.isAncestorOf(focused)
        self.detail.hide()
        self._give_way()
        if inside:
            self.rose.setFocus()
        self.aside_shown.emit(False)

    def _say(self, desk: Desk) -> None:
        parts = desk.assessment, desk.framework, desk.texts
        self.finding.setText(finding_title(*parts))
        self.sure.setText(sure_sentence(*parts))
        self.meaning.setText(meaning(*parts))

    def _draw_charts(self, desk: Desk) -> None:
        parts = desk.assessment, desk.framework, desk.texts
        names = {
            f"domain:{node.id}": f"{node.title[desk.lang]} {score_words(desk.assessment.node(node.id), desk.texts)}"
            for node in desk.framework.domains()
        }
        self.rose.set_drawing(rose(*parts), names)
        square = position(*parts)
        self.position.set_drawing(square, {"position:zone": square.alt, "position:point": square.alt})

    def _lay_out(self) -> None:
        beside = Column()
        beside.add(self.position, self.meaning)
        beside.push_up()
        around = Column()
        around.add(self.rose, self.axes)
        around.push_up()
        main = Column(spacing=14, margins=(26, 22, 26, 22))
        main.add(self.finding, self.sure, MethodLine(self.context), self.express)
        main.add(Reflow(around, beside, ems=CHARTS_EMS, stretch=(4, 3)))
        main.add(Reflow(self.assets, self.gaps, ems=LISTS_EMS))
        main.add(self.since, self.countries, self.beside, self.firm, self.useful)
        main.push_up()
        self._area = scrolling(main, self.context.texts("results.name"))
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self._area)
        self._splitter.addWidget(self.detail)
        self._splitter.setChildrenCollapsible(False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._splitter)

    def _connect(self) -> None:
        for view in (self.rose, self.position):
            view.activated.connect(self.show_detail)
        for findings in (self.assets, self.gaps):
            findings.chosen.connect(lambda indicator: self.show_detail(f"indicator:{indicator}"))
        self.countries.chosen.connect(lambda code: self.show_detail(f"country:{code}"))
        self.axes.chosen.connect(self.show_detail)
        self.since.chosen.connect(self.show_detail)
        self.beside.followed.connect(self.context.go)
        self.firm.chosen.connect(self.show_detail)
        self.firm.useful_asked.connect(lambda: self.bring_forward("useful"))
        self.express.followed.connect(self.context.go)
        self.useful.followed.connect(self.context.go)
        self.detail.followed.connect(self.context.go)
        self.detail.asked.connect(self.show_detail)
        self.detail.closed.connect(self.close_detail)

    def _give_way(self) -> None:
        narrow = self.width() < BESIDE_LETTERS * self.fontMetrics().averageCharWidth()
        hidden = narrow and self.has_aside
        if hidden and not self._area.isHidden():
            self.detail.take_focus()
        self._area.setVisible(not hidden)

    def _share_room(self) -> None:
        """Give the panel about two fifths of the width, the first time it is opened."""
        if self._splitter.sizes()[1] == 0:
            width = self._splitter.width()
            self._splitter.setSizes([round(width * 0.6), round(width * 0.4)])
