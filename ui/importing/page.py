"""The page that brings files in: read beside the screen, looked at, then imported or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from diagnostic.errors import WorldError
from diagnostic.imports.layout import Layout
from ui.importing.answers import Answers
from ui.importing.applying import apply_all
from ui.importing.page_frame import PageFrame
from ui.importing.reading_queue import ReadingQueue
from ui.importing.session import Session, SourceFile, Unit
from ui.wizard.context import Context


class ImportPage(PageFrame):
    """Nothing is changed before the user presses Import. `folder` keeps what the user answers."""

    left = Signal()
    """nothing was imported"""
    imported = Signal(object)
    """the operations that were done, in order"""
    more_asked = Signal()

    def __init__(self, context: Context, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.context = context
        self._answers = Answers(context, folder)
        self.session = Session()
        self.queue = ReadingQueue(self._answers.work, self)
        self._applying = False
        self._place = 0
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
        if self.unit is None:
            return
        file = self.unit.files[0]
        try:
            self.mapping.open(file.path, file.layout, self._answers.remembered, self._answers.case(file))
        except WorldError as fault:
            self.fault.say(self.context.texts.error(fault))
            return
        self.body.turn_to(self.mapping)
        self._say_state()

    def bring_in(self) -> None:
        """Import what is ticked, each unit as one operation: all of them or none."""
        self._applying = True
        try:
            done, fault = apply_all(self.context, self.session.units)
        finally:
            self._applying = False
        if fault is not None:
            self._settle()
            self.fault.say(self.context.texts.error(fault))
        else:
            self.imported.emit(done)

    def refresh(self, kinds: frozenset[str]) -> None:
        """Compare with the dossier again: it changed."""
        if not self._applying and not self.reading and self.body.current is self.panel:
            self._settle()

    def _enqueue(self, files: Iterable[SourceFile]) -> None:
        self.fault.say("")
        self.queue.add(files)

    def _began(self, file: SourceFile, place: int, count: int) -> None:
        self.progress.begin(file.path.name, place, count)
        self.body.turn_to(self.progress)
        self._say_state()

    def _show_all(self) -> None:
        """Show what was read; leave where nothing was."""
        self.session.files = [file for file in self.session.files if file.reading or file.fault]
        if not self.session.files:
            self.left.emit()
            return
        self._settle()
        unknown = next((place for place, unit in enumerate(self.session.units) if unit.unknown), None)
        if unknown is not None and len(self.session.units) == 1:
            self._choose(unknown)
        elif unknown is not None:  # its columns are a click away, and so are the other files, and Import
            self._place = unknown
            self._show_unit()
        elif self.isVisible():
            self.panel.lines.view.setFocus()

    def _settle(self) -> None:
        self.session.settle(self.context.snapshot)
        self._place = min(self._place, len(self.session.units) - 1)
        self._show_unit()

    def _show_unit(self) -> None:
        if self.unit is None:
            return
        self.panel.show_unit(self.unit, self.session)
        self.files.show_units(self.session.units, self._place)
        self.body.turn_to(self.panel)
        self._say_state()

    def _choose(self, place: int) -> None:
        self._place = place
        self.fault.say("")
        self._show_unit()
        if self.unit and self.unit.unknown:
            self.map_columns()

    def _ticked(self) -> None:
        """Count again; the files after this one may now differ."""
        if self.unit is not None:
            self.session.settle_after(self.unit, self.context.snapshot)
            self.files.show_units(self.session.units, self._place)
            self.panel.count_again()
        self._say_state()

    def _answer(self, answers: dict[str, str]) -> None:
        """Keep countries for names, and read the files that have those names again."""
        files = self.session.answer(answers)
        self._keep(lambda: self._answers.take_countries(answers))
        self._enqueue(files)

    def _read_by(self, layout: Layout | None) -> None:
        """Read a file by the columns that were matched (None: by its format again), and its like from now on."""
        if self.unit is not None:
            self.unit.files[0].layout = layout
            self._keep(lambda: self._answers.take_columns(self.mapping.signature, layout))
            self._enqueue([self.unit.files[0]])

    def _choose_year(self, year: int | None) -> None:
        """Read another year of the file in view."""
        if self.unit is not None and not self.reading:
            self.unit.files[0].year = year
            self._enqueue([self.unit.files[0]])

    def _keep(self, answer: Callable[[], None]) -> None:
        try:
            answer()
        except WorldError as fault:
            texts = self.context.texts
            said = texts("importing.not_remembered", reason=texts.worded(fault.params["reason"]))
            QTimer.singleShot(0, self, lambda: self.fault.say(said))

    def _choose_word(self, key: tuple[object, ...], who: str) -> None:
        self.session.choices[key] = who
        self._settle()

    def _leave_all(self) -> None:
        """Leave the cells that nobody settled as they are in the dossier."""
        if self.unit is not None:
            self.session.leave_all(self.unit)
        self._settle()

    def _say_state(self) -> None:
        """Say how many lines would be imported, or why none can be now."""
        looking = not self.reading and self.body.current is self.panel
        self.foot.show_state(self.session.count(), self.session.waiting, looking=looking, reading=self.reading)

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
        self.mapping.mapped.connect(self._read_by)
        self.mapping.left.connect(self._settle)
        self.mapping.forgotten.connect(lambda: self._read_by(None))
        self.foot.leave.clicked.connect(self.left)
        self.foot.more.clicked.connect(self.more_asked)
        self.foot.go.clicked.connect(self.bring_in)
