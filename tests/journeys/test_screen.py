"""The main job through the real window: typed by hand, page after page, to the brief on disk.

The same published figures as the command line's journey (MESR 2022-23; 2021 study of France urbaine and INET).
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from diagnostic.assessment.results import IndicatorState
from diagnostic.dossier.vocabulary import ActionField
from ui.forms.choices_editor import ChoicesEditor
from ui.forms.row_form import RowForm
from ui.shell.appearance import Appearance
from ui.shell.main_window import MainWindow
from ui.shell.new_dossier import NewDossierPage
from ui.shell.references import References
from ui.shell.running import build_pages
from ui.shell.settings import Settings
from ui.tables.section import TableSection
from ui.wizard.context import Context
from ui.wizard.flow import STEPS
from ui.wizard.frame import WizardFrame
from ui.wizard.pages.brief_page import BriefPage
from ui.wizard.pages.table_pages import TablePage

KEYS = Qt.Key


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    """The program's looks, put back as they were."""
    font, palette = qapp.font(), qapp.palette()
    looks = Appearance(qapp)
    looks.load_fonts()
    yield looks
    qapp.setFont(font)
    qapp.setPalette(palette)


class Officer:
    """Somebody at the keyboard, before the program's window."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def frame(self) -> WizardFrame:
        """The wizard of the open dossier."""
        assert self.window.workbench.opened
        return self.window.workbench.opened.frame

    @property
    def context(self) -> Context:
        """What its pages see."""
        assert self.window.workbench.opened
        return self.window.workbench.opened.context

    def create(self, typed: str, path: Path) -> None:
        """Type the beginning of a name, take the first answer, and create the dossier at `path`."""
        self.window.start.create_asked.emit()
        page = self.window.stack.currentWidget()
        assert isinstance(page, NewDossierPage)
        self.write(page.search.field, typed)
        self.write(page.file, str(path))
        self.qtbot.mouseClick(page.create, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: self.window.workbench.opened is not None)

    def at(self, step: str) -> TablePage:
        """Go to a table page by the list of steps."""
        self.frame.show_step(step)
        page = self.frame._pages[step]
        assert isinstance(page, TablePage)
        return page

    def add(self, section: TableSection, **typed: str) -> None:
        """Add a row by the button, fill in its form field after field, and close it."""
        self.qtbot.mouseClick(section.bar.add, Qt.MouseButton.LeftButton)
        for name, text in typed.items():
            self.fill(section.panel.form, name, text)
        section.panel.close_panel()

    def fill(self, form: RowForm, name: str, text: str) -> None:
        """Type in a field and leave it."""
        editor = form.fields[name].editor
        assert isinstance(editor, QLineEdit)
        self.write(editor, text)
        self.qtbot.keyClick(editor, KEYS.Key_Tab)

    def tick(self, section: TableSection, name: str, term: StrEnum) -> None:
        """Open the only row and choose a term of a list in its form."""
        section.view.select_place(0)
        section.open()
        editor = section.panel.form.fields[name].editor
        assert isinstance(editor, ChoicesEditor)
        editor.actions_by_term[term].trigger()
        section.panel.close_panel()

    def write(self, field: QLineEdit, text: str) -> None:
        """Replace what is in a field by what is typed."""
        field.setFocus()
        field.selectAll()
        for letter in text:  # QTest's own typing stops the program at the first accent
            QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))

    def print_brief(self, path: Path) -> str:
        """Export the brief and return its text on one line."""
        self.frame.show_step("brief")
        page = self.frame._pages["brief"]
        assert isinstance(page, BriefPage)
        self.write(page.form.place, str(path))
        self.qtbot.mouseClick(page.form.export, Qt.MouseButton.LeftButton)
        self.qtbot.waitUntil(lambda: path.exists() and not page.delivery.writing, timeout=20_000)
        return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(path).pages).split())


@pytest.fixture
def officer(
    qtbot: QtBot, appearance: Appearance, own_data_folder: Path, places, countries, framework
) -> Iterator[Officer]:
    """An officer before the window, its references loaded."""
    window = MainWindow(Settings(own_data_folder), "fr", appearance, build_pages)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    window.take_references(References(places, countries, framework))
    yield Officer(qtbot, window)
    window.close()


def test_rennes_from_its_name_to_its_brief(officer: Officer, tmp_path: Path, places) -> None:
    dossier = tmp_path / "rennes.rose"
    officer.create("rennes", dossier)
    town = officer.context.snapshot.territory
    assert (town.code, town.epci_name) == ("35238", "Rennes Métropole")
    assert town.population == places.by_code("35238").population

    students = officer.at("students").section
    for name, people, total in (("Université de Rennes", "2 972", "31 759"), ("Université Rennes 2", "2386", "20936")):
        officer.add(students, institution=name, people=people, institution_total=total)
    boxes = officer.at("students").section.standing.boxes
    officer.qtbot.mouseClick(
        next(box for key, box in boxes.items() if key.value == "complete"), Qt.MouseButton.LeftButton
    )
    partnerships = officer.at("partnerships").section
    officer.add(partnerships, name="Santa Fe", country="argentine", since="depuis longtemps")
    officer.tick(partnerships, "fields", ActionField.PLANNING)
    officer.add(officer.at("budget").section, label="1 ‰ du budget depuis 1985", source="France urbaine et INET, 2021")

    snapshot = officer.context.snapshot
    assert [group.people for group in snapshot.student_groups] == [2972, 2386]
    assert snapshot.partnerships[0].country == "AR"
    assert snapshot.partnerships[0].fields == (ActionField.PLANNING,)
    assert dict(snapshot.partnerships[0].unread) == {"since": "depuis longtemps"}

    share = officer.context.assessment.indicator("students_share").measure
    assert (share.numerator, share.denominator) == (5358, 52695)
    assert officer.context.assessment.position == ""

    text = officer.print_brief(tmp_path / "rennes.pdf")
    wanted = ("Rennes Métropole", "Santa Fe", "Argentine", "Urbanisme", "2 972", "31 759", "10,16", "depuis 1985")
    for word in wanted:
        assert word in text.replace("\u202f", " "), word

    officer.window.close()
    assert [each.name for each in tmp_path.glob(".*")] == []
    officer.window.show()
    officer.window.open_path(dossier)
    officer.qtbot.waitUntil(lambda: officer.window.workbench.opened is not None)
    assert officer.context.snapshot == snapshot


def test_everything_typed_can_be_taken_back_and_done_again_across_pages(officer: Officer, tmp_path: Path) -> None:
    officer.create("35238", tmp_path / "rennes.rose")
    empty = officer.context.snapshot
    officer.add(officer.at("diasporas").section, country="maroc", people="4120")
    officer.add(officer.at("economy").section, name="Salon")
    full = officer.context.snapshot
    steps = len(officer.context.dossier.history.recent(50))
    officer.frame.show_step("results")
    for _ in range(steps):
        officer.window.actions_by_name.by_name["undo"].trigger()
    assert officer.context.snapshot == empty
    for _ in range(steps):
        officer.window.actions_by_name.by_name["redo"].trigger()
    assert officer.context.snapshot == full


def test_a_village_that_knows_almost_nothing_gets_an_honest_brief(officer: Officer, tmp_path: Path, texts) -> None:
    """Plogoff (29168): under 2,000 inhabitants, no university, the rest not known."""
    officer.create("plogoff", tmp_path / "plogoff.rose")
    assert 0 < (officer.context.snapshot.territory.population or 0) < 2000
    for step, state in (("students", "not_applicable"), ("diasporas", "unknown"), ("associations", "unknown")):
        box = next(box for key, box in officer.at(step).section.standing.boxes.items() if key.value == state)
        officer.qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    assessment = officer.context.assessment
    assert assessment.indicator("students_share").state is IndicatorState.NOT_APPLICABLE
    assert assessment.indicator("diasporas_share").state is IndicatorState.UNKNOWN
    assert [assessment.node(axis).published for axis in ("territory", "institution")] == [False, False]
    assert assessment.assets == ()
    assert assessment.gaps == ()
    text = officer.print_brief(tmp_path / "plogoff.pdf")
    assert "Plogoff" in text
    assert texts("brief.word.unknown") in text
    assert "None" not in text
    assert len(PdfReader(tmp_path / "plogoff.pdf").pages) <= 8


def test_every_page_can_be_walked_forward_and_back(officer: Officer, tmp_path: Path) -> None:
    officer.create("35238", tmp_path / "rennes.rose")
    seen = [officer.frame.step]
    while officer.frame.navigation.onward.isVisible() and officer.frame.navigation.onward.isEnabled():
        officer.qtbot.mouseClick(officer.frame.navigation.onward, Qt.MouseButton.LeftButton)
        seen.append(officer.frame.step)
    assert seen == [step.id for step in STEPS]
    for step in reversed(seen[:-1]):
        officer.qtbot.mouseClick(officer.frame.navigation.back, Qt.MouseButton.LeftButton)
        assert officer.frame.step == step
