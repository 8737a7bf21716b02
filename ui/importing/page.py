"""The page that brings files in: read beside the screen, looked at, then imported or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from diagnostic.errors import WorldError
from diagnostic.imports.bringing import case_of
from diagnostic.imports.conflicts import DOSSIER, NOBODY
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.remembered import read_remembered, write_remembered
from ui.importing.applying import apply_all
from ui.importing.file_panel import FilePanel, Warned
from ui.importing.foot import Foot
from ui.importing.line_words import LineWords
from ui.importing.mapping_panel import MappingPanel
from ui.importing.pages import Pages
from ui.importing.progress_line import ProgressLine
from ui.importing.reading import UNKNOWN, read
from ui.importing.reading_queue import ReadingQueue, Work
from ui.importing.session import Session, SourceFile, Unit
from ui.importing.units_bar import UnitsBar
from ui.shell.thin_line import thin_line
from ui.shell.typography import heading, muted
from ui.wizard.context import Context

_TALL = 24
"""Lines of text: in a lower page the sentence above is left out."""


class ImportPage(QWidget):
    """Nothing is changed before the user presses Import. `folder` keeps what the user answers."""

    left = Signal()
    """nothing was imported"""
    imported = Signal(object)
    """the operations that were done, in order"""
    more_asked = Signal()

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._folder = folder
        self._remembered = read_remembered(folder)
        self.session = Session()
        self.queue = ReadingQueue(self._work_of, self)
        self._applying = False
        self._place = 0
        texts = context.texts
        self._words = LineWords(texts, context.countries, context.framework)
        self.progress = ProgressLine(texts)
        self.panel = FilePanel(self._words)
        self.mapping = MappingPanel(context)
        self.fault = Warned()
        self.files = UnitsBar(texts)
        self.foot = Foot(texts)
        self._body = Pages((self.progress, self.panel, self.mapping))
        self._lay_out()
        self._connect()

    @property
    def unit(self) -> Unit | None:
        """Return what is in view."""
        units = self.session.units
        return units[min(self._place, len(units) - 1)] if units else None

    @property
    def reading(self) -> bool:
        """Return whether a file is being read."""
        return self.queue.busy

    def add(self, paths: Iterable[Path]) -> None:
        """Read more files."""
        self._enqueue(self.session.add(paths))

    def cancel(self) -> None:
        """Stop reading; what was not read is forgotten, the dossier is as it was."""
        self.queue.cancel()

    def map_columns(self) -> None:
        """Match the columns of the file in view by hand."""
        unit = self.unit
        if unit is None:
            return
        file = unit.files[0]
        try:
            self.mapping.open(file.path, file.layout, self._remembered, self._case(file))
        except WorldError as fault:
            self.fault.say(self.context.texts.error(fault))
            return
        self._body.turn_to(self.mapping)
        self._say_state()

    def bring_in(self) -> None:
        """Import what is ticked, each unit as one operation: all of them or none."""
        self._applying = True
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            done, fault = apply_all(self.context, self.session.units)
        finally:
            self._applying = False
            QApplication.restoreOverrideCursor()
        if fault is not None:
            self._settle()
            self.fault.say(self.context.texts.error(fault))
        else:
            self.imported.emit(done)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sentence above where room lacks."""
        super().resizeEvent(event)
        self._lead.setVisible(self.height() > _TALL * self.fontMetrics().lineSpacing())

    def refresh(self, kinds: frozenset[str]) -> None:
        """Compare with the dossier again: it changed."""
        if not self._applying and not self.reading and self._body.current is self.panel:
            self._settle()

    def _enqueue(self, files: Iterable[SourceFile]) -> None:
        self.fault.say("")
        self.queue.add(files)

    def _work_of(self, file: SourceFile) -> Work:
        """Return how a file is read; nothing of it touches the dossier."""
        case, remembered, path, layout = self._case(file), self._remembered, file.path, file.layout
        return lambda watch: read(path, case, remembered, layout, watch)

    def _began(self, file: SourceFile, place: int, count: int) -> None:
        self.progress.begin(file.path.name, place, count)
        self._body.turn_to(self.progress)
        self._say_state()

    def _show_all(self) -> None:
        """Show what was read; leave where nothing was."""
        self.session.files = [file for file in self.session.files if file.reading or file.fault]
        if not self.session.files:
            self.left.emit()
            return
        self._settle()
        unknown = [unit for unit in self.session.units if unit.fault and unit.fault.key == UNKNOWN]
        if unknown:
            self._place = self.session.units.index(unknown[0])
            self._show_unit()
            self.map_columns()
        elif self.isVisible():
            self.panel.lines.view.setFocus()

    def _settle(self) -> None:
        self.session.settle(self.context.snapshot)
        self._place = min(self._place, len(self.session.units) - 1)
        self._show_unit()

    def _show_unit(self) -> None:
        unit = self.unit
        if unit is None:
            return
        self.panel.show_unit(unit, self.session)
        self.files.show_units(self.session.units, self._place)
        self._body.turn_to(self.panel)
        self._say_state()

    def _choose(self, place: int) -> None:
        self._place = place
        self.fault.say("")
        unit = self.unit
        self._show_unit()
        if unit and unit.fault and unit.fault.key == UNKNOWN:
            self.map_columns()

    def _ticked(self) -> None:
        """Count again; the files after this one may now differ."""
        unit = self.unit
        if unit is not None:
            self.session.settle_after(unit, self.context.snapshot)
            self.files.show_units(self.session.units, self._place)
            self.panel.count_again()
        self._say_state()

    def _answer(self, answers: dict[str, str]) -> None:
        """Keep countries for names, and read the files that have those names again."""
        files = self.session.answer(answers)
        self._remembered = self._remembered.with_countries(answers)
        self._keep_answers()
        self._enqueue(files)

    def _mapped(self, layout: Layout) -> None:
        """Read a file by the columns that were matched, and remember them for its like."""
        unit = self.unit
        if unit is None:
            return
        file = unit.files[0]
        file.layout = layout
        self._remembered = self._remembered.with_layout(self.mapping.signature, layout.to_json())
        self._keep_answers()
        self._enqueue([file])

    def _forget_columns(self) -> None:
        """Read a file by its format again, and its like from now on."""
        if self.unit is not None:
            self.unit.files[0].layout = None
            self._remembered = self._remembered.with_layout(self.mapping.signature, None)
            self._keep_answers()
            self._enqueue([self.unit.files[0]])

    def _choose_year(self, year: int | None) -> None:
        """Read another year of the file in view."""
        if self.unit is not None and not self.reading:
            self.unit.files[0].year = year
            self._enqueue([self.unit.files[0]])

    def _keep_answers(self) -> None:
        try:
            write_remembered(self._folder, self._remembered)
        except WorldError as fault:
            said = self.context.texts("importing.not_remembered", reason=fault.params["reason"])
            QTimer.singleShot(0, self, lambda: self.fault.say(said))

    def _choose_word(self, key: tuple[object, ...], who: str) -> None:
        self.session.choices[key] = who
        self._settle()

    def _leave_all(self) -> None:
        """Leave the cells that nobody settled as they are in the dossier."""
        unit = self.unit
        for conflict in unit.conflicts if unit else ():
            if unit and conflict.key in unit.open:
                there = any(saying.who == DOSSIER for saying in conflict.says)
                self.session.choices[conflict.key] = DOSSIER if there else NOBODY
        self._settle()

    def _case(self, file: SourceFile) -> Case:
        context = self.context
        names = {**self._remembered.countries}
        return case_of(
            context.snapshot,
            context.places,
            context.countries,
            lang=context.texts.lang,
            day=date.today().isoformat(),
            year=file.year,
            names=names,
        )

    def _say_state(self) -> None:
        """Say how many lines would be imported, or why none can be now."""
        looking = not self.reading and self._body.current is self.panel
        waiting = sum(len(unit.open) for unit in self.session.units)
        self.foot.show_state(self.session.count(), waiting, looking=looking, reading=self.reading)

    def _connect(self) -> None:
        self.context.changed.connect(self.refresh)
        self.queue.began.connect(self._began)
        self.queue.progressed.connect(self.progress.show_share)
        self.queue.idle.connect(self._show_all)
        self.files.chosen.connect(self._choose)
        self.progress.cancel_asked.connect(self.cancel)
        self.panel.lines.ticked.connect(self._ticked)
        self.panel.countries.answered.connect(self._answer)
        self.panel.columns_asked.connect(self.map_columns)
        self.panel.year_asked.connect(self._choose_year)
        self.panel.conflict_chosen.connect(self._choose_word)
        self.panel.conflicts_left.connect(self._leave_all)
        self.mapping.mapped.connect(self._mapped)
        self.mapping.left.connect(self._show_unit)
        self.mapping.forgotten.connect(self._forget_columns)
        self.foot.leave.clicked.connect(self.left)
        self.foot.more.clicked.connect(self.more_asked)
        self.foot.go.clicked.connect(self.bring_in)

    def _lay_out(self) -> None:
        texts = self.context.texts
        self._title = heading(texts("importing.heading"))
        self._lead = muted(texts("importing.lead"))
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(26, 16, 26, 10)
        column.setSpacing(8)
        for widget in (self._title, self._lead, self.files, self.fault):
            column.addWidget(widget)
        column.addWidget(self._body, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(thin_line())
        whole.addWidget(self.foot)
