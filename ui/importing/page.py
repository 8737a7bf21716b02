"""The page that brings files in: read beside the screen, looked at, then imported or not."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.errors import WorldError
from diagnostic.imports.bringing import case_of
from diagnostic.imports.conflicts import DOSSIER, NOBODY
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout
from diagnostic.imports.remembered import read_remembered, write_remembered
from diagnostic.imports.source import Watch
from ui.forms.segmented import Segmented
from ui.importing.applying import apply_all
from ui.importing.file_panel import FilePanel, Warned
from ui.importing.line_words import LineWords
from ui.importing.mapping_panel import MappingPanel
from ui.importing.pages import Pages
from ui.importing.progress_line import ProgressLine
from ui.importing.reading import UNKNOWN, Outcome, read
from ui.importing.session import Session, SourceFile, Unit
from ui.importing.worker import Worker
from ui.shell.buttons import FlatButton, Look
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
        self.worker: Worker | None = None
        self._queue: list[SourceFile] = []
        self._begun = 0
        self._applying = False
        self._place = 0
        texts = context.texts
        self._words = LineWords(texts, context.countries, context.framework)
        self.progress = ProgressLine(texts)
        self.panel = FilePanel(self._words)
        self.mapping = MappingPanel(context)
        self.fault = Warned()
        self.files = QWidget()
        self.switch = Segmented([(0, "")])
        self.leave = FlatButton(texts("importing.leave"))
        self.more = FlatButton(texts("importing.more"))
        self.go = FlatButton("", Look.PRIMARY)
        self.why_not = muted()
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
        return self.worker is not None

    def add(self, paths: Iterable[Path]) -> None:
        """Read more files."""
        self._enqueue(self.session.add(paths))

    def cancel(self) -> None:
        """Stop reading; what was not read is forgotten, the dossier is as it was."""
        self._queue.clear()
        if self.worker is not None:
            self.worker.cancel()

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
        try:
            done, fault = apply_all(self.context, self.session.units)
        finally:
            self._applying = False
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
        self._queue += [file for file in files if file not in self._queue]
        if not self._queue and self.worker is None:
            self._show_all()
        elif self.worker is None:
            self._begun = 0
            self._next()

    def _next(self) -> None:
        if not self._queue:
            self._show_all()
            return
        file = self._queue.pop(0)
        self._begun += 1
        case, remembered, layout = self._case(file), self._remembered, file.layout

        def work(watch: Watch) -> Outcome:
            return read(file.path, case, remembered, layout, watch)

        self._reading = file
        self.worker = Worker(work)
        self.worker.progressed.connect(self.progress.show_share)
        self.worker.done.connect(self._read)
        self.worker.failed.connect(self._failed)
        self.worker.ended.connect(self._ended)
        self.progress.begin(file.path.name, self._begun, self._begun + len(self._queue))
        self._body.turn_to(self.progress)
        self._say_state()
        self.worker.start()

    def _read(self, outcome: Outcome) -> None:
        if self.worker is not None and not self.worker.stopped:
            self._reading.take(outcome.reading, outcome.layout)

    def _failed(self, fault: WorldError) -> None:
        if self.worker is not None and not self.worker.stopped:
            self._reading.refuse(fault)

    def _ended(self) -> None:
        self.worker = None
        self._next()

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

    def _settle(self) -> None:
        self.session.settle(self.context.snapshot)
        self._list_units()
        self._show_unit()

    def _show_unit(self) -> None:
        unit = self.unit
        if unit is None:
            return
        self.panel.show_unit(unit, self.session)
        self.switch.show_value(self._place)
        self._body.turn_to(self.panel)
        self._say_state()

    def _list_units(self) -> None:
        """Name the files above, where there are several."""
        units = self.session.units
        self._place = min(self._place, len(units) - 1)
        names = [(place, self._label(unit)) for place, unit in enumerate(units)]
        shown = [segment.accessibleName() for segment in self.switch.segments]
        if len(shown) != len(names):
            old, self.switch = self.switch, Segmented(names)
            self.switch.name(self.context.texts("importing.files"))
            self.switch.chosen.connect(self._choose)
            self._files_line.replaceWidget(old, self.switch)
            old.hide()
            old.deleteLater()
        for (_, name), segment in zip(names, self.switch.segments, strict=True):
            segment.rename(name)
        self.files.setVisible(len(units) > 1)

    def _label(self, unit: Unit) -> str:
        count = self.context.texts.number(unit.count())
        key = "importing.file_fault" if unit.fault else "importing.file_count"
        return self.context.texts(key, file=unit.name, count=count)

    def _choose(self, place: object) -> None:
        self._place = int(str(place))
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
            self._list_units()
            self.switch.show_value(self._place)
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
        texts, count = self.context.texts, self.session.count()
        looking = not self.reading and self._body.current is self.panel
        waiting = sum(len(unit.open) for unit in self.session.units)
        self.go.setText(texts("importing.go", count=texts.number(count)))
        self.go.setVisible(looking)
        self.go.setEnabled(looking and count > 0 and not waiting)
        self.go.updateGeometry()
        self.more.setVisible(looking)
        self.leave.setVisible(not self.reading)
        self.why_not.setText(texts.plural("importing.conflicts_wait", waiting) if looking and waiting else "")

    def _connect(self) -> None:
        self.context.changed.connect(self.refresh)
        self.progress.cancel_asked.connect(self.cancel)
        self.panel.lines.ticked.connect(self._ticked)
        self.panel.countries.answered.connect(self._answer)
        self.panel.columns_asked.connect(self.map_columns)
        self.panel.conflict_chosen.connect(self._choose_word)
        self.panel.conflicts_left.connect(self._leave_all)
        self.mapping.mapped.connect(self._mapped)
        self.mapping.left.connect(self._show_unit)
        self.leave.clicked.connect(self.left)
        self.more.clicked.connect(self.more_asked)
        self.go.clicked.connect(self.bring_in)

    def _lay_out(self) -> None:
        texts = self.context.texts
        self._title = heading(texts("importing.heading"))
        self._lead = muted(texts("importing.lead"))
        self._files_line = QHBoxLayout(self.files)
        self._files_line.setContentsMargins(0, 0, 0, 0)
        self._files_line.addWidget(self.switch)
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
        whole.addLayout(self._foot())
        self.files.hide()

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(26, 8, 26, 10)
        row.setSpacing(10)
        for widget in (self.leave, self.more):
            row.addWidget(widget)
        row.addStretch(1)
        self.why_not.setWordWrap(False)
        row.addWidget(self.why_not)
        row.addWidget(self.go)
        return row
