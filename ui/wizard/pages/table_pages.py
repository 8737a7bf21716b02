"""The page of a step that is a table, or two."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ui.forms.segmented import Segmented
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import heading, muted
from ui.tables.express_line import ExpressLine
from ui.tables.section import TableSection
from ui.tables.why_panel import WhyPanel
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage


class TablePage(StepPage):
    """A heading, a sentence, a table; a switch above when the step has two; the reasons beside when asked."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self.sections = {kind: TableSection(context, kind) for kind in step.tables}
        self.express = ExpressLine(context)
        self._stack = QStackedWidget()
        for section in self.sections.values():
            self._stack.addWidget(section)
        self.switch = Segmented([(kind, self._tab(kind)) for kind in step.tables])
        self.switch.name(context.texts(f"step.{step.id}.name"))
        self.switch.show_value(step.tables[0])
        self.switch.chosen.connect(self.show_table)
        self.switch.setVisible(len(step.tables) > 1)
        self.why: WhyPanel | None = None
        self._lay_out()
        self.express.show_table(step.tables[0])

    @property
    def section(self) -> TableSection:
        """Return the table in view."""
        return self.sections[str(self.switch.value)]

    def show_table(self, kind: object) -> None:
        """Bring one of the step's tables into view, once what is typed in the other is saved."""
        shown = next(each for each, section in self.sections.items() if section is self._stack.currentWidget())
        if kind != shown and not self.settle():
            kind = shown
        self.switch.show_value(kind)
        self._stack.setCurrentWidget(self.sections[str(kind)])
        self.express.show_table(str(kind))

    def refresh(self, kinds: frozenset[str]) -> None:
        """Take the rows again."""
        for section in self.sections.values():
            section.refresh(kinds)
        for kind, segment in zip(self.sections, self.switch.segments, strict=True):
            segment.rename(self._tab(kind))
        if self.isVisible():
            self.express.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Say where the first pass stands when one comes back."""
        super().showEvent(event)
        self.express.refresh()

    def bring_forward(self, focus: str) -> None:
        """Show a row ("partnership:12") and open its form, or a table ("partnership")."""
        kind, _, id_ = focus.partition(":")
        if kind in self.sections:
            self.show_table(kind)
            if id_.isdecimal():
                self.sections[kind].bring_forward(int(id_))

    def settle(self) -> bool:
        """Save what is typed."""
        return all(section.settle() for section in self.sections.values())

    def explain(self, wanted: bool = True) -> None:
        """Open or close the reasons."""
        if wanted and self.why is None:
            self.why = WhyPanel(self.context.texts, self.context.framework, self.step.id)
            self.why.closed.connect(lambda: self.explain(False))
            self._line.addWidget(self.why)
        if self.why is not None:
            self.why.follow_letters()
            self.why.setVisible(wanted)
            (self.why.close_button if wanted else self.section.view).setFocus()

    def _tab(self, kind: str) -> str:
        name = self.context.texts(f"kind.{kind}.name").capitalize()
        return f"{name} ({self.context.texts.number(len(self.context.snapshot.rows(kind)))})"

    def _lay_out(self) -> None:
        texts, step = self.context.texts, self.step
        ground = QWidget()
        inner = QVBoxLayout(ground)
        inner.setContentsMargins(26, 20, 26, 12)
        inner.setSpacing(6)
        inner.addWidget(heading(texts(f"step.{step.id}.heading")))
        inner.addWidget(muted(texts(f"step.{step.id}.hint")))
        inner.addWidget(self.express)
        inner.addSpacing(4)
        inner.addWidget(self.switch)
        inner.addWidget(self._stack, 1)
        for section in self.sections.values():
            button = FlatButton(texts("page.why"), Look.LINK)
            button.clicked.connect(lambda: self.explain())
            section.standing.line.addWidget(button)
        area = QScrollArea()
        area.setWidget(ground)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(area, 1)
