"""Method and weights: with which framework the campaign is read, and what each thing weighs in it."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from diagnostic.brief.compose.method import rank_figures
from diagnostic.dossier.weighing import unweigh
from ui.method.framework_part import FrameworkPart
from ui.method.reading import reading_of
from ui.method.summary import Summary
from ui.method.weight_tree import WeightTree
from ui.results.column import Column, scrolling
from ui.results.desk import desk_of
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, heading, muted
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage


class MethodPage(StepPage):
    """The framework in use, what the weights change, and the weights by domain."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        texts = context.texts
        self.framework = FrameworkPart(context)
        self.summary = Summary(context)
        self.tree = WeightTree(context)
        self.rank = Label()
        self.open_all = FlatButton(texts("weights.open_all"), Look.LINK)
        self.fold_all = FlatButton(texts("weights.fold_all"), Look.LINK)
        self.open_all.clicked.connect(lambda _=False: self.tree.open_all(True))
        self.fold_all.clicked.connect(lambda _=False: self.tree.open_all(False))
        self.summary.reset_asked.connect(self._reset_all)
        self._area = self._lay_out()
        for asks in (self.tree.reached, self.framework.proposed):
            asks.connect(self._reveal)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Draw again at once if the page is seen, or when it is next shown."""
        self._stale = True
        if self.isVisible():
            self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw()
        super().showEvent(event)

    def draw(self) -> None:
        """Draw all, unless it is drawn already."""
        if self._stale:
            self._stale = False
            reading = reading_of(self.context)
            self.framework.draw()
            self.summary.draw(reading)
            figures = rank_figures(desk_of(self.context))
            self.rank.setText(reading.texts("brief.method.rank.text", **figures))
            self.tree.draw(reading)

    def bring_forward(self, focus: str) -> None:
        """Give the keyboard to a weight ("weight:<item>"), or to what changes the framework ("framework")."""
        self.draw()
        kind, _, item = focus.partition(":")
        row = self.tree.show_item(item) if kind == "weight" else None
        if row is not None:
            row.take_focus()
            self._reveal(row)
        elif kind == "framework":
            self.framework.load.setFocus()

    def settle(self) -> bool:
        """Save what is typed beside the weights."""
        return self.tree.settle()

    def _reveal(self, widget: QWidget) -> None:
        """Bring something into view, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._area.ensureWidgetVisible(widget))

    def _reset_all(self) -> None:
        if not self.settle():
            return
        operation = unweigh(self.context.snapshot)
        if operation is not None and self.context.apply(operation) is not None:
            self.open_all.setFocus()

    def _lay_out(self) -> QScrollArea:
        texts = self.context.texts
        main = Column(spacing=12, margins=(26, 20, 26, 22))
        main.add(heading(texts("step.method.heading")), muted(texts("step.method.hint")))
        main.add(self.framework)
        main.space(8)
        main.add(Label(texts("weights.title"), step=1, bold=True), self.summary, self._folds(), self.tree)
        main.space(8)
        main.add(Label(texts("brief.method.rank.lead"), step=1, bold=True), self.rank)
        main.push_up()
        area = scrolling(main, texts("step.method.name"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(area)
        return area

    def _folds(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for button in (self.open_all, self.fold_all):
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        row.addStretch(1)
        return line
