"""The territory's page: found by its name, and never at the price of what was typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier import operations
from diagnostic.dossier.vocabulary import Competence
from ui.forms.ticks_editor import TicksEditor
from ui.wizard.context import Context
from ui.wizard.flow import STEPS
from ui.wizard.pages.territory import TerritoryPage


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TerritoryPage:
    """The page of Rennes."""
    page = TerritoryPage(context, STEPS[0])
    qtbot.addWidget(page)
    page.resize(880, 620)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def retype(qtbot: QtBot, page: TerritoryPage, name: str, typed: str) -> None:
    editor = page.form.fields[name].editor
    assert isinstance(editor, QLineEdit)
    editor.setFocus()
    editor.selectAll()
    qtbot.keyClicks(editor, typed)
    qtbot.keyClick(editor, Qt.Key.Key_Return)


def search(qtbot: QtBot, page: TerritoryPage, typed: str) -> None:
    page.search.setFocus()
    page.search.clear()
    qtbot.keyClicks(page.search, typed)


@pytest.mark.parametrize("typed", ["saint den", "st-denis", "93066"])
def test_a_few_letters_or_a_code_find_the_commune_with_what_holds_it(
    qtbot: QtBot, page: TerritoryPage, typed: str
) -> None:
    search(qtbot, page, typed)
    first = page.search.suggestions[0].words
    assert first.startswith("Saint-Denis (93066)")
    assert "Seine-Saint-Denis" in first
    assert "Île-de-France" in first


def test_choosing_a_place_fills_who_it_is_and_keeps_what_was_typed(
    qtbot: QtBot, context: Context, page: TerritoryPage
) -> None:
    retype(qtbot, page, "operating_budget", "12000000")
    retype(qtbot, page, "source", "Compte administratif")
    search(qtbot, page, "93066")
    qtbot.keyClick(page.search._popup, Qt.Key.Key_Return)
    territory = context.snapshot.territory
    assert (territory.name, territory.code, territory.region_name) == ("Saint-Denis", "93066", "Île-de-France")
    assert territory.operating_budget == 12_000_000
    assert page.form.fields["name"].editor.text() == "Saint-Denis"
    context.undo()
    assert context.snapshot.territory.name == "Rennes"
    assert context.snapshot.territory.operating_budget == 12_000_000


def test_a_name_that_matches_nothing_offers_nothing_and_changes_nothing(
    qtbot: QtBot, context: Context, page: TerritoryPage
) -> None:
    search(qtbot, page, "xqzwxqzw")
    assert not page.search.offering
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert context.snapshot.territory.name == "Rennes"


def test_an_absurd_population_is_kept_and_explained(qtbot: QtBot, context: Context, page: TerritoryPage) -> None:
    retype(qtbot, page, "population", "-5")
    assert context.snapshot.territory.population is None
    assert context.snapshot.territory.unread["population"] == "-5"
    assert page.form.fields["population"].sentence.text() == context.texts("unread.negative")


def test_utility_budgets_show_where_the_competence_is_held_or_a_figure_is_typed(
    qtbot: QtBot, context: Context, page: TerritoryPage
) -> None:
    water, waste = page.form.fields["water_budget"], page.form.fields["waste_budget"]
    assert not water.isVisible()
    ticks = page.form.fields["competences"].editor
    assert isinstance(ticks, TicksEditor)
    box: QCheckBox = ticks.boxes[Competence.WATER]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert context.snapshot.territory.competences == (Competence.WATER,)
    assert water.isVisible()
    assert not waste.isVisible()
    retype(qtbot, page, "water_budget", "800000")
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert context.snapshot.territory.competences == ()
    assert water.isVisible()


def test_a_fictional_territory_says_so(qtbot: QtBot, context: Context, page: TerritoryPage) -> None:
    assert not page.fictional.isVisible()
    context.apply(operations.edit(context.snapshot.territory, fictional=True))
    assert page.fictional.isVisible()


def test_a_field_is_brought_forward(qtbot: QtBot, page: TerritoryPage) -> None:
    page.bring_forward("territory:population")
    assert QApplication.focusWidget() is page.form.fields["population"].editor


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, page: TerritoryPage) -> None:
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]
    nameless = [w for w in takers if not w.accessibleName() and not getattr(w, "text", str)() and not w.focusProxy()]
    assert [type(w).__name__ for w in nameless] == []
