"""A country is found by a few letters, without accents, by the keyboard alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier.fields import FieldSpec, specs_of
from diagnostic.dossier.records import Association, Diaspora
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts
from ui.forms.country_editors import CountriesEditor, CountryEditor
from ui.forms.entry import Entry

KEYS = Qt.Key


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    """A window for editors."""
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    return window


def shown(qtbot: QtBot, form: QWidget, editor: Any) -> Any:
    form.layout().addWidget(editor)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    editor.setFocus()
    return editor


def country_spec() -> FieldSpec:
    return specs_of(Diaspora)["country"]


def press(qtbot: QtBot, editor: QWidget, key: Qt.Key) -> None:
    """Press a key where it goes: the list of suggestions while there is one."""
    popup = editor._popup  # type: ignore[attr-defined]  # the list is a window of its own
    qtbot.keyClick(popup if popup.isVisible() else editor, key)


def test_letters_without_accent_then_enter_take_the_country(
    qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries
) -> None:
    editor = shown(qtbot, form, CountryEditor(country_spec(), texts, countries))
    qtbot.keyClicks(editor, "cote")
    assert "Côte d’Ivoire".replace("’", "'") in [s.words.replace("’", "'") for s in editor.suggestions]
    press(qtbot, editor, KEYS.Key_Return)
    assert editor.entry() == Entry("CI")


def test_down_goes_to_the_next_suggestion(qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries) -> None:
    editor = shown(qtbot, form, CountryEditor(country_spec(), texts, countries))
    qtbot.keyClicks(editor, "guin")
    second = editor.suggestions[1]
    press(qtbot, editor, KEYS.Key_Down)
    press(qtbot, editor, KEYS.Key_Return)
    assert editor.entry() == Entry(second.meaning)


def test_escape_keeps_what_is_typed(qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries) -> None:
    editor = shown(qtbot, form, CountryEditor(country_spec(), texts, countries))
    qtbot.keyClicks(editor, "guin")
    press(qtbot, editor, KEYS.Key_Escape)
    assert not editor.offering
    assert editor.text() == "guin"
    assert editor.entry() == Entry("", "guin")


def test_a_name_of_no_country_is_kept_as_typed(qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries) -> None:
    editor = shown(qtbot, form, CountryEditor(country_spec(), texts, countries))
    qtbot.keyClicks(editor, "Syldavie")
    assert not editor.offering
    assert editor.entry() == Entry("", "Syldavie")


def test_several_countries_are_completed_one_after_the_other(
    qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries
) -> None:
    editor = shown(qtbot, form, CountriesEditor(specs_of(Association)["countries"], texts, countries))
    for letters in ("seneg", "mali"):
        qtbot.keyClicks(editor, letters)
        press(qtbot, editor, KEYS.Key_Return)
    assert editor.entry() == Entry(("SN", "ML"))
    assert editor.text() == "Sénégal; Mali; "


def test_several_countries_are_offered_nothing_before_a_letter(
    qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries
) -> None:
    editor = shown(qtbot, form, CountriesEditor(specs_of(Association)["countries"], texts, countries))
    press(qtbot, editor, KEYS.Key_Down)
    assert not editor.offering


def test_down_in_an_empty_field_offers_the_countries(
    qtbot: QtBot, form: QWidget, texts: Texts, countries: Countries
) -> None:
    editor = shown(qtbot, form, CountryEditor(country_spec(), texts, countries))
    press(qtbot, editor, KEYS.Key_Down)
    assert editor.offering
    assert editor.suggestions[0].words.startswith("A")
    press(qtbot, editor, KEYS.Key_Escape)
