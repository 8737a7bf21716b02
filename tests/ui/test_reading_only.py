"""A dossier open for reading: everything can be seen and copied, nothing can be changed or typed in vain."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import TABLES, Diaspora
from diagnostic.dossier.store import Dossier
from diagnostic.framework.model import Input
from tests.ui.answering import fill
from ui.forms.row_form import RowForm
from ui.strategy.page import StrategyPage
from ui.tables.section import TableSection
from ui.wizard.context import Context, Knowledge
from ui.wizard.flow import STEPS, position
from ui.wizard.pages.organisation import OrganisationPage
from ui.wizard.pages.territory import TerritoryPage


@pytest.fixture
def reader(dossier: Dossier, context: Context, knowledge: Knowledge) -> Iterator[Context]:
    """The filled dossier of Rennes, open elsewhere and read here."""
    fill(context)
    opened = open_dossier(dossier.path, read_only=True)
    yield Context(opened, knowledge)
    opened.close()


def changing(page: QWidget) -> list[QWidget]:
    """Return the widgets on which one could still type or choose."""
    typed = [field for kind in (QLineEdit, QPlainTextEdit) for field in page.findChildren(kind)]
    chosen = [field for field in page.findChildren(QComboBox) if field.isEnabled()]
    return [field for field in typed if field.isEnabled() and not field.isReadOnly()] + chosen


@pytest.mark.parametrize("kind", ["territory", "action", *TABLES])
def test_no_field_takes_anything_and_each_says_why(qtbot: QtBot, reader: Context, kind: str) -> None:
    form = RowForm(reader, kind)
    qtbot.addWidget(form)
    assert changing(form) == []
    for field in form.fields.values():
        assert "lecture seule" in field.editor.toolTip()
        buttons = [each for each in field.editor.findChildren(QAbstractButton) if each.isCheckable()]
        assert not any(each.isEnabled() for each in buttons)


def test_what_is_written_stays_and_can_be_copied(qtbot: QtBot, reader: Context) -> None:
    page = TerritoryPage(reader, STEPS[position("territory")])
    qtbot.addWidget(page)
    page.show()
    editor = page.form.fields["population"].editor
    before = editor.text()
    qtbot.keyClicks(editor, "1234")
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    assert page.settle()
    assert before
    assert editor.text() == before
    assert not page.search.offering
    assert page.search.isReadOnly()


@pytest.fixture
def section(qtbot: QtBot, reader: Context) -> TableSection:
    """The table of communities."""
    section = TableSection(reader, "diaspora")
    qtbot.addWidget(section)
    section.show()
    return section


def test_a_table_is_read_and_its_rows_opened_not_changed(qtbot: QtBot, reader: Context, section: TableSection) -> None:
    section.view.select_place(0)
    bar = section.bar
    assert [b.isEnabled() for b in (bar.add, bar.edit, bar.duplicate, bar.remove)] == [False, True, False, False]
    assert "lecture seule" in bar.remove.toolTip()
    for key, held in (
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
    ):
        with qtbot.assertNotEmitted(reader.fault):
            qtbot.keyClick(section.view, key, held)
    assert not section.panel.isVisible()
    assert not any(box.isEnabled() for box in section.standing.boxes.values())
    qtbot.keyClick(section.view, Qt.Key.Key_Return)
    assert section.panel.isVisible()


def test_an_empty_table_offers_no_first_row(qtbot: QtBot, reader: Context) -> None:
    section = TableSection(reader, "economic_tie")
    qtbot.addWidget(section)
    assert not section.empty.button.isEnabled()


def test_no_answer_is_taken(qtbot: QtBot, reader: Context) -> None:
    page = OrganisationPage(reader, STEPS[position("organisation")])
    qtbot.addWidget(page)
    page.show()
    for card in page.cards.values():
        assert not card.answers.isEnabled()
        assert card.number is None or card.number.line.isReadOnly()
    card = next(each for each in page.cards.values() if each.indicator.input is Input.STATUS)
    with qtbot.assertNotEmitted(reader.fault):
        qtbot.keyClicks(card, "1")


def test_no_proposal_is_kept_or_dropped(qtbot: QtBot, reader: Context) -> None:
    page = StrategyPage(reader, STEPS[position("strategy")])
    qtbot.addWidget(page)
    page.draw()
    assert page.proposals.cards
    for card in page.proposals.cards.values():
        assert not any(button.isEnabled() for button in (card.keep, card.drop, card.reconsider))
        assert "lecture seule" in card.keep.toolTip()


def test_a_dossier_that_can_be_written_keeps_its_fields_open(qtbot: QtBot, context: Context) -> None:
    context.apply(add(Diaspora(country="SN", people=1)))
    form = RowForm(context, "diaspora")
    qtbot.addWidget(form)
    assert changing(form)
