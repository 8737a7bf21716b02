"""What is typed is stored or stays in its field: a file held by another program, another campaign, a step of undo."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Diaspora, Partnership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.framework.model import Input
from ui.forms.field_row import PAUSE
from ui.shell.appearance import Appearance
from ui.shell.main_window import MainWindow
from ui.shell.references import References
from ui.shell.running import build_pages
from ui.shell.settings import Settings
from ui.wizard.frame import WizardFrame

Hold = Callable[[bool], None]


@pytest.fixture
def window(
    qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References, dossier: Dossier
) -> Iterator[MainWindow]:
    """The window on the dossier of Rennes, all its pages made."""
    dossier.close()
    window = MainWindow(Settings(own_data_folder), "fr", appearance, build_pages)
    qtbot.addWidget(window)
    window.show()
    window.take_references(references)
    window.open_path(dossier.path)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()


def frame_of(window: MainWindow) -> WizardFrame:
    assert window.workbench.opened
    return window.workbench.opened.frame


def snapshot_of(window: MainWindow) -> Snapshot:
    assert window.workbench.opened
    return window.workbench.opened.context.snapshot


def stored(dossier: Dossier) -> Snapshot:
    reader = open_dossier(dossier.path)
    snapshot = reader.snapshot()
    reader.close()
    return snapshot


def type_in(qtbot: QtBot, window: MainWindow, typed: str, name: str = "population") -> QLineEdit:
    editor = frame_of(window)._pages["territory"].form.fields[name].editor
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    return editor


def campaign_in_menu(window: MainWindow, year: int) -> QAction:
    return next(action for action in window.top.campaigns.actions() if str(year) in action.text())


def say_of(window: MainWindow) -> str:
    return window.banner.words.text() if window.banner.isVisible() else ""


def test_the_window_stays_while_what_is_typed_cannot_be_stored_and_closes_once_it_is(
    qtbot: QtBot, window: MainWindow, dossier: Dossier, held: Hold
) -> None:
    editor = type_in(qtbot, window, "1234")
    held(True)
    assert not window.close()
    assert window.isVisible()
    assert "rennes.rose" in say_of(window)
    assert editor.text() == "1234"
    held(False)
    assert window.close()
    assert stored(dossier).territory.population == 1234


def test_one_can_close_without_what_cannot_be_stored(
    qtbot: QtBot, window: MainWindow, dossier: Dossier, held: Hold
) -> None:
    before = snapshot_of(window).territory.population
    type_in(qtbot, window, "1234")
    held(True)
    window.close()
    assert window.banner.action.text() == "Continuer sans cette saisie"
    window.banner.action.click()
    assert not window.isVisible()
    held(False)
    assert stored(dossier).territory.population == before


def test_what_could_not_be_stored_outlives_a_change_elsewhere_and_is_stored_later(
    qtbot: QtBot, window: MainWindow, held: Hold
) -> None:
    editor = type_in(qtbot, window, "777")
    held(True)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "777"
    held(False)
    type_in(qtbot, window, "Rennes-en-Bretagne", "name")
    frame_of(window)._pages["territory"].form.fields["name"].settle()
    assert snapshot_of(window).territory.name == "Rennes-en-Bretagne"
    assert editor.text() == "777"
    assert frame_of(window).settle()
    assert snapshot_of(window).territory.population == 777


@pytest.mark.parametrize("leave", ["start", "new", "language", "step", "campaign"])
def test_nothing_is_left_while_what_is_typed_cannot_be_stored(
    qtbot: QtBot, window: MainWindow, held: Hold, leave: str
) -> None:
    window.workbench.opened.dossier.start_campaign(2030, "2030-01-01")
    earlier = window.workbench.opened.dossier.campaigns()[0]
    editor = type_in(qtbot, window, "1234")
    held(True)
    ways: dict[str, Callable[[], object]] = {
        "start": window.show_start,
        "new": window.show_new,
        "language": lambda: window.set_language("en"),
        "step": lambda: frame_of(window).show_step("students"),
        "campaign": lambda: campaign_in_menu(window, earlier.year).trigger(),
    }
    ways[leave]()
    assert "rennes.rose" in say_of(window)
    assert window.texts.lang == "fr"
    assert editor.isVisible()
    assert editor.text() == "1234"
    assert snapshot_of(window).campaign.year == 2030
    qtbot.waitUntil(lambda: frame_of(window).steps.currentIndex().row() == 0)
    ticked = [action.isChecked() for action in window.actions_by_name.languages.actions()]
    assert ticked == [True, False]
    assert campaign_in_menu(window, 2030).isChecked()
    assert not campaign_in_menu(window, earlier.year).isChecked()
    held(False)


def test_the_form_of_a_row_stays_on_it_while_it_cannot_be_stored(qtbot: QtBot, window: MainWindow, held: Hold) -> None:
    window.workbench.opened.context.apply(add(Diaspora(country="SN", people=10), Diaspora(country="ML", people=20)))
    frame_of(window).show_step("diasporas")
    section = frame_of(window)._pages["diasporas"].section
    section.view.select_place(0)
    section.open()
    people = section.panel.form.fields["people"].editor
    people.selectAll()
    qtbot.keyClicks(people, "99")
    held(True)
    section.view.select_place(1)
    assert (section.panel.title.text(), people.text()) == ("Sénégal", "99")
    section.panel.close_button.click()
    assert people.isVisible()
    held(False)
    section.panel.close_button.click()
    assert not people.isVisible()
    assert [row.people for row in snapshot_of(window).diasporas] == [99, 20]


def test_a_cell_that_cannot_be_stored_is_typed_in_again(qtbot: QtBot, window: MainWindow, held: Hold) -> None:
    window.workbench.opened.context.apply(add(Diaspora(country="SN", people=10)))
    frame_of(window).show_step("diasporas")
    view = frame_of(window)._pages["diasporas"].section.view
    place = next(number for number, column in enumerate(view.model().columns) if column.id == "people")
    index = view.model().index(0, place)
    view.setFocus()
    view.setCurrentIndex(index)
    view.edit(index)

    def cell() -> QLineEdit | None:
        return next((field for field in view.viewport().findChildren(QLineEdit) if field.isVisible()), None)

    first = cell()
    assert first
    first.selectAll()
    qtbot.keyClicks(first, "55")
    held(True)
    assert not frame_of(window).settle()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell() not in (None, first) and cell().text() == "55")
    held(False)
    assert frame_of(window).settle()
    assert snapshot_of(window).diasporas[0].people == 55


def test_a_number_of_a_question_that_cannot_be_stored_stays_typed(qtbot: QtBot, window: MainWindow, held: Hold) -> None:
    frame_of(window).show_step("organisation")
    page = frame_of(window)._pages["organisation"]
    card = next(each for each in page.cards.values() if each.indicator.input is Input.NUMBER)
    card.take_focus()
    qtbot.keyClicks(card.number.line, "12")
    held(True)
    assert not frame_of(window).settle()
    assert card.number.line.text() == "12"
    held(False)
    assert frame_of(window).settle()
    assert snapshot_of(window).answers[card.indicator.id].number == 12


@pytest.mark.parametrize("ask", ["new", "other"])
def test_a_text_being_typed_belongs_to_the_campaign_it_was_typed_in(qtbot: QtBot, window: MainWindow, ask: str) -> None:
    opened = window.workbench.opened
    if ask == "other":
        opened.dossier.start_campaign(2030, "2030-01-01")
    typed_in = opened.dossier.campaign
    type_in(qtbot, window, "1234")
    if ask == "new":
        window.workbench.ask_campaign()
        window.workbench.dialog.asked.emit(2040)
        window.workbench.dialog.reject()
        assert snapshot_of(window).territory.population == 1234
    else:
        window.top.campaign_asked.emit(opened.dossier.campaigns()[0])
        assert snapshot_of(window).territory.population != 1234
    assert opened.dossier.campaign != typed_in
    assert opened.dossier.snapshot_of(typed_in).territory.population == 1234


def test_a_text_saved_while_typed_then_left_is_taken_back_apart_from_what_is_typed_later(
    qtbot: QtBot, window: MainWindow
) -> None:
    opened = window.workbench.opened
    opened.context.apply(add(Partnership(name="Santa Fe")))
    opened.frame.show_step("partnerships")
    section = opened.frame._pages["partnerships"].section
    section.bring_forward(snapshot_of(window).partnerships[0].id)
    name = section.panel.form.fields["name"].editor
    other = section.panel.form.fields["country"].editor
    for typed in ("Brno", "Erlangen"):
        name.setFocus()
        name.selectAll()
        qtbot.keyClicks(name, typed)
        qtbot.waitUntil(lambda typed=typed: snapshot_of(window).partnerships[0].name == typed, timeout=PAUSE * 10)
        other.setFocus()
    opened.undo()
    assert snapshot_of(window).partnerships[0].name == "Brno"
    opened.undo()
    assert snapshot_of(window).partnerships[0].name == "Santa Fe"
