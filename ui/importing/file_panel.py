"""One file, or the filled workbooks together: what it is, what it would do, what it asks, what is known of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.charts.drawing import Role
from diagnostic.imports.formats.own_json import FORMAT as JSON
from diagnostic.imports.formats.own_workbook import FORMAT as WORKBOOK
from diagnostic.imports.formats.rna import FORMAT as RNA
from diagnostic.imports.formats.scdl import ID as SCDL
from diagnostic.imports.mapping import FORMAT as COLUMNS
from diagnostic.imports.preview import Fate, Preview
from diagnostic.imports.reading import Reading
from ui.charts.colours import colour, palette_for
from ui.forms.segmented import Segmented
from ui.importing.conflict_panel import ConflictPanel
from ui.importing.country_panel import CountryPanel
from ui.importing.line_words import LineWords
from ui.importing.lines_panel import LinesPanel
from ui.importing.pages import Pages
from ui.importing.session import Session, Unit
from ui.importing.told_panel import NotesPanel, SkippedPanel, notes_of
from ui.importing.year_box import YearBox
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label

LINES, COUNTRIES, CONFLICTS, SKIPPED, NOTES = VIEWS = ("lines", "countries", "conflicts", "skipped", "notes")


_UNDATED = frozenset({COLUMNS, WORKBOOK.id, JSON.id, RNA.id})
"""Formats that hold one state of things: no year is chosen in them."""
_MANY_YEARS = frozenset({SCDL})
"""Formats whose lines are of all the years of the file, unless one is asked for."""


class Warned(Label):
    """A sentence on a warm ground."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(16, 6, 12, 6)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or none."""
        self.setText(text)
        self.setVisible(bool(text))
        if text:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, with an edge at the left, then the words."""
        painter = QPainter(self)
        palette = palette_for(self.palette())
        painter.fillRect(self.rect(), colour(palette, Role.INSTITUTION_LIGHT))
        painter.fillRect(0, 0, 5, self.height(), colour(palette, Role.INSTITUTION))
        painter.end()
        super().paintEvent(event)


class FilePanel(QWidget):
    """A unit of the session in view."""

    year_asked = Signal(object)
    """another year of the file, None for its latest"""
    columns_asked = Signal()
    """the user wants to match the columns by hand"""
    conflict_chosen = Signal(object, str)
    conflicts_left = Signal()

    def __init__(self, words: LineWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = words.texts
        texts = self._texts
        self.format = Label("", step=1, bold=True)
        self.counts = Label()
        self.columns = FlatButton(texts("importing.choose_columns"), Look.LINK)
        self.columns.clicked.connect(self.columns_asked)
        self.year = YearBox(texts)
        self.year.chosen.connect(self.year_asked)
        self.warning, self.fault = Warned(), Warned()
        self.switch = Segmented([(view, view) for view in VIEWS])
        self.switch.name(texts("importing.views"))
        self.switch.chosen.connect(self.show_view)
        self.lines = LinesPanel(words)
        self.countries = CountryPanel(texts, words.countries)
        self.conflicts = ConflictPanel(words)
        self.skipped, self.notes = SkippedPanel(texts), NotesPanel(texts)
        self.conflicts.chosen.connect(self.conflict_chosen)
        self.conflicts.all_left.connect(self.conflicts_left)
        self._panels: dict[str, QWidget] = dict(
            zip(VIEWS, (self.lines, self.countries, self.conflicts, self.skipped, self.notes), strict=True)
        )
        self.stack = Pages(self._panels.values())
        self._unit: Unit | None = None
        self._lay_out()

    def show_unit(self, unit: Unit, session: Session) -> None:
        """Show a unit; what asks something of the user comes first where it is another unit than before."""
        other = self._unit is None or self._unit.files != unit.files
        self._unit = unit
        fault, found = unit.fault, unit.found
        self.fault.say(self._texts.error(fault, "importing") if fault else "")
        self.format.setText(self._format(found.reading) if found else unit.name)
        self.columns.setText(self._texts("importing.match_columns" if fault else "importing.choose_columns"))
        self.columns.updateGeometry()
        self.columns.setVisible(len(unit.files) == 1)
        dated = found is None or found.reading.format not in _UNDATED
        self.year.setVisible(len(unit.files) == 1 and dated and unit.files[0].layout is None)
        many = found is not None and found.reading.format in _MANY_YEARS
        self.year.call_unasked(self._texts("importing.every_year" if many else "importing.latest_year"))
        self.year.show_year(unit.files[0].year)
        for part in (self.counts, self.switch, self.stack):
            part.setVisible(found is not None)
        self.warning.say(
            self._texts("importing.proxy", proxy=found.reading.proxy) if found and found.reading.proxy else ""
        )
        if found is not None:
            self._fill(unit, found, session)
            shown = str(self.switch.value)
            self.show_view((CONFLICTS if unit.open else LINES) if other or not self._offers(shown) else shown)

    def show_view(self, view: object) -> None:
        """Show the lines, the questions, or what was left aside."""
        self.switch.show_value(view)
        self.stack.turn_to(self._panels[str(view)])

    def count_again(self) -> None:
        """Say the counts anew: lines were ticked or unticked."""
        if self._unit and self._unit.found:
            self.counts.setText(self._counted(self._unit))

    def _fill(self, unit: Unit, found: Preview, session: Session) -> None:
        texts, reading = self._texts, found.reading
        asked = {name: lines for file in unit.files for name, lines in file.asked.items()}
        waiting = len(reading.unmatched)
        aside = sum(len(each.lines) for each in found.skipped)
        notes = notes_of(reading, texts)
        self.counts.setText(self._counted(unit))
        self.lines.show_unit(unit)
        self.countries.ask(asked, session.answers)
        self.conflicts.show_conflicts(unit.conflicts, session.choices)
        self.skipped.show_skipped(found.skipped)
        self.notes.show_notes(notes)
        disagreements = len(unit.open) or len(unit.conflicts)
        counts = (len(found.lines), waiting, disagreements, aside, len(notes))
        there = (True, bool(asked), bool(unit.conflicts), aside > 0, bool(notes))
        for view, segment, count, offered in zip(VIEWS, self.switch.segments, counts, there, strict=True):
            key = "settled" if view == CONFLICTS and not unit.open else view
            segment.rename(texts(f"importing.view.{key}", count=texts.number(count)))
            segment.setVisible(offered)
        self.switch.setVisible(sum(there) > 1)

    def _offers(self, view: str) -> bool:
        return view in VIEWS and not self.switch.segments[VIEWS.index(view)].isHidden()

    def _format(self, reading: Reading) -> str:
        name = self._texts(f"import.format.{reading.format}")
        several = {getattr(each.row, "year", None) for each in reading.candidates} - {None}
        years = sorted(several if reading.format in _MANY_YEARS else ()) or ([reading.year] if reading.year else [])
        return self._texts("importing.format_year", format=name, year=", ".join(map(str, years))) if years else name

    def _counted(self, unit: Unit) -> str:
        texts, found = self._texts, unit.found
        assert found is not None
        plural: Callable[[str, int], str] = texts.plural
        parts = [plural(f"importing.count.{fate.value}", len(found.of(fate))) for fate in Fate if found.of(fate)]
        if aside := sum(len(each.lines) for each in found.skipped):
            parts.append(plural("importing.count.skipped", aside))
        sentence = ", ".join(parts) or texts("importing.count.none")
        unticked = sum(line.fate is not Fate.SAME for line in found.lines) - unit.count()
        return texts("importing.counted", file=unit.name, counts=sentence) + (
            " " + plural("importing.unticked", unticked) if unticked else ""
        )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.format, 1)
        top.addWidget(self.year)
        top.addWidget(self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for widget in (self.counts, self.fault, self.warning, self.switch):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        column.addStretch(0)
