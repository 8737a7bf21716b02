"""The start page and the form of a new dossier: keyboard alone, from a name to a file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from ui.shell.dossier_card import Card
from ui.shell.new_dossier import NewDossierPage
from ui.shell.place_search import PlaceModel
from ui.shell.start_page import StartPage
from ui.shell.two_lines import ASIDE, DETAIL


@pytest.fixture
def start(qtbot: QtBot, texts: Texts) -> StartPage:
    page = StartPage(texts)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    return page


@pytest.fixture
def form(qtbot: QtBot, texts: Texts, places: Places, tmp_path: Path) -> NewDossierPage:
    page = NewDossierPage(texts, tmp_path, 2026)
    qtbot.addWidget(page)
    page.set_places(places)
    page.resize(1000, 600)
    page.show()
    return page


def test_an_empty_start_page_says_how_to_begin(start: StartPage) -> None:
    words = [label.text() for label in start.findChildren(QWidget) if label.isVisible() and hasattr(label, "text")]
    assert "Aucun dossier pour l’instant" in words
    assert not start.recent.isVisible()


def test_recent_dossiers_are_opened_copied_and_forgotten_by_keyboard(
    qtbot: QtBot, start: StartPage, tmp_path: Path
) -> None:
    here, gone = Card(tmp_path / "a.rose", "2026-01-01", present=True), Card(tmp_path / "b.rose", "", present=False)
    start.show_recent([here, gone])
    with qtbot.waitSignal(start.path_asked) as opened:
        QTest.keyClick(start.recent, Qt.Key.Key_Return)
    assert opened.args == [here.path]
    with qtbot.waitSignal(start.duplicate_asked) as copied:
        QTest.keyClick(start.duplicate, Qt.Key.Key_Return)
    assert copied.args == [here.path]
    QTest.keyClick(start.recent, Qt.Key.Key_Down)
    assert not start.open_this.isEnabled()
    with qtbot.waitSignal(start.remove_asked) as removed:
        QTest.keyClick(start.recent, Qt.Key.Key_Delete)
    assert removed.args == [gone.path]


@pytest.mark.parametrize("typed", ["saint den", "st-denis", "93066"])
def test_the_right_commune_is_found_with_its_context_and_population(
    texts: Texts, places: Places, typed: str, qtmodeltester: object
) -> None:
    model = PlaceModel(texts)
    model.set_places(places)
    assert model.find(typed) >= 1
    qtmodeltester.check(model)
    first = model.index(0)
    assert first.data() == "Saint-Denis"
    assert "Seine-Saint-Denis" in first.data(DETAIL)
    assert "Métropole du Grand Paris" in first.data(DETAIL)
    assert first.data(ASIDE).endswith("habitants")


def test_arrows_from_the_field_choose_and_enter_creates(qtbot: QtBot, form: NewDossierPage, tmp_path: Path) -> None:
    QTest.keyClicks(form.search.field, "st denis")
    QTest.keyClick(form.search.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(form.planned) as planned:
        QTest.keyClick(form.search.field, Qt.Key.Key_Return)
    plan = planned.args[0]
    assert plan.choice.place.code == "97411"
    assert (plan.year, plan.path) == (2026, tmp_path / "Saint-Denis 2026.rose")


def test_a_territory_of_ones_own_is_always_offered_last(qtbot: QtBot, form: NewDossierPage) -> None:
    form.search.field.setText("Pays de nulle part & <b>")
    QTest.keyClick(form.search.field, Qt.Key.Key_Up)
    choice = form.search.choice()
    assert choice.place is None
    assert choice.name == "Pays de nulle part & <b>"
    assert form.file.text().endswith("Pays de nulle part & b 2026.rose")


def test_the_file_follows_the_name_until_someone_names_it(form: NewDossierPage, tmp_path: Path) -> None:
    form.search.field.setText("35238")
    form.year.setValue(2027)
    assert form.file.text() == str(tmp_path / "Rennes 2027.rose")
    form.file.setFocus()
    form.file.selectAll()
    QTest.keyClicks(form.file, "mon-dossier")
    form.year.setValue(2028)
    assert form.file.text() == "mon-dossier"


def test_without_a_territory_nothing_is_created_and_it_is_said(qtbot: QtBot, form: NewDossierPage) -> None:
    with qtbot.assertNotEmitted(form.planned):
        form.create.click()
    assert form.said.text() == "Choisissez un territoire dans la liste."


def test_what_is_typed_before_the_list_is_loaded_is_searched_when_it_comes(
    qtbot: QtBot, texts: Texts, places: Places, tmp_path: Path
) -> None:
    page = NewDossierPage(texts, tmp_path, 2026)
    qtbot.addWidget(page)
    page.search.field.setText("35238")
    assert page.search.choice() is None
    page.set_places(places)
    assert page.search.choice().place.name == "Rennes"
