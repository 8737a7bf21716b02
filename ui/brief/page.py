"""The brief: what it will contain, in which language, where, and the button that writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from diagnostic.brief.compose.inputs import BriefInputs
from diagnostic.brief.compose.whole import compose
from diagnostic.errors import WorldError
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from ui.brief.contents import MissingList, SectionList
from ui.brief.destination import SUFFIX, default_path
from ui.brief.export_form import ExportForm
from ui.brief.outline import missing_steps
from ui.brief.writing import Order, write
from ui.results.column import Column, scrolling
from ui.results.reflow import Reflow
from ui.shell.beside import Beside
from ui.shell.file_paths import typed_path
from ui.shell.typography import heading, muted
from ui.wizard.context import Context
from ui.wizard.flow import Step
from ui.wizard.page import StepPage

LISTS_EMS = 31.0


class BriefPage(StepPage):
    """Writes the brief without stopping the screen: the snapshot is frozen, so nothing can change under it."""

    def __init__(self, context: Context, step: Step) -> None:
        super().__init__(context, step)
        self._stale = True
        self._proposed = ""
        self._directory = load_directory()
        self._writing: Beside | None = None
        self.form = ExportForm(context.texts)
        self.sections = SectionList(context.texts)
        self.missing = MissingList(context.texts)
        self._lay_out()
        self.form.asked.connect(self.export)
        self.form.edited.connect(self._look_at_place)
        self.missing.followed.connect(lambda step_id: self.context.go(step_id, ""))

    @property
    def writing(self) -> bool:
        """Return whether a brief is being written."""
        return self._writing is not None

    def refresh(self, kinds: frozenset[str]) -> None:
        """Draw again at once if the page is seen, or when it is next shown."""
        self._stale = True
        if self._writing is None:
            self.form.show_idle()
        if self.isVisible():
            self.draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the page was hidden."""
        self.draw()
        super().showEvent(event)

    def draw(self) -> None:
        """Draw the outline, unless it is drawn already; a place the user chose stays."""
        if not self._stale:
            return
        self._stale = False
        context = self.context
        self.sections.fill(compose(self._inputs(), context.texts, context.countries))
        self.missing.fill(missing_steps(context.snapshot, context.assessment, context.framework, context.texts))
        if self.form.place.text() in ("", self._proposed):
            self._proposed = str(default_path(context.dossier.path, context.snapshot, context.texts))
            self.form.place.setText(self._proposed)
        self._look_at_place()

    def export(self) -> None:
        """Write the brief where the form says."""
        path = self._place()
        if self._writing is not None:
            return
        if path is None:
            self.form.show_fault(self.context.texts("briefpage.no_place"))
            return
        self.form.show_busy()
        order = self._order(path)
        self._writing = Beside(lambda watch: write(order), "brief", self)
        self._writing.done.connect(self._written)
        self._writing.failed.connect(self._failed)
        self._writing.ended.connect(self._ended)
        self._writing.start()

    def _written(self, path: Path) -> None:
        self.form.say_note("")
        self.form.show_written(path)

    def _failed(self, fault: WorldError) -> None:
        self.form.show_fault(self.context.texts.error(fault))

    def _ended(self) -> None:
        self._writing = None
        self.form.show_ready()

    def _place(self) -> Path | None:
        return typed_path(self.form.place.text(), self.context.dossier.path.parent, SUFFIX)

    def _look_at_place(self) -> None:
        path = self._place()
        there = path is not None and path.is_file()
        self.form.say_note(self.context.texts("briefpage.replace") if there else "")

    def _order(self, path: Path) -> Order:
        context = self.context
        return Order(
            snapshot=context.snapshot,
            previous=context.previous,
            framework=context.framework,
            countries=context.countries,
            lang=self.form.language.currentData(),
            path=path,
        )

    def _inputs(self) -> BriefInputs:
        context = self.context
        return BriefInputs(
            snapshot=context.snapshot,
            assessment=context.assessment,
            framework=context.framework,
            proposals=propose(context.assessment, context.framework, context.snapshot.priorities),
            openings=scheme_openings(context.snapshot),
            advice=advise(context.snapshot, context.framework, self._directory, context.texts.lang),
        )

    def _lay_out(self) -> None:
        texts = self.context.texts
        main = Column(spacing=14, margins=(26, 20, 26, 22))
        main.add(heading(texts("step.brief.heading")), muted(texts("briefpage.lead")))
        main.add(self.form, Reflow(self.sections, self.missing, ems=LISTS_EMS))
        main.push_up()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(scrolling(main, texts("briefpage.name")))
