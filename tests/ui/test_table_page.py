"""A table page by the keyboard alone: add, edit, duplicate, delete, sort, filter, totals, and undo after each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diagnostic.dossier import operations
from diagnostic.dossier.records import BudgetLine, Diaspora, NetworkMembership, Partnership
from diagnostic.dossier.vocabulary import BudgetDirection, TableState
from ui.tables.section import TableSection
from ui.wizard.context import Context
from ui.wizard.flow import STEPS
from ui.wizard.pages.table_pages import TablePage

KEYS = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
FUNNY = "<b>Amis</b> & Cie 🌍 مدينة"


def page_of(qtbot: QtBot, context: Context, step: str) -> TablePage:
    page = TablePage(context, next(each for each in STEPS if each.id == step))
    qtbot.addWidget(page)
    page.resize(880, 620)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> TablePage:
    """The page of three communities."""
    context.apply(
        operations.add(
            Diaspora(country="SN", people=1240), Diaspora(country="EG", people=90), Diaspora(country="ML", people=890)
        )
    )
    return page_of(qtbot, context, "diasporas")


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(widget, key, held or Qt.KeyboardModifier.NoModifier)


def table_at(page: TablePage, place: int) -> TableSection:
    page.section.view.setFocus()
    page.section.view.select_place(place)
    return page.section


def countries_of(context: Context) -> list[str]:
    return [row.country for row in context.snapshot.diasporas]


def test_the_first_row_of_an_empty_table_is_added_by_the_keyboard(qtbot: QtBot, context: Context) -> None:
    page = page_of(qtbot, context, "diasporas")
    section = page.section
    assert section.empty.isVisible()
    assert not section.view.isVisible()
    section.empty.button.setFocus()
    press(qtbot, section.empty.button, KEYS.Key_Return)
    field = QApplication.focusWidget()
    assert field is section.panel.form.fields["country"].editor
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Portugal")
    assert countries_of(context) == []
    press(qtbot, field, KEYS.Key_Escape)
    press(qtbot, field, KEYS.Key_Tab)
    assert countries_of(context) == ["PT"]
    people = section.panel.form.fields["people"].editor
    people.setFocus()
    qtbot.keyClicks(people, "1905")
    press(qtbot, people, KEYS.Key_Return)
    assert context.snapshot.diasporas[0].people == 1905
    press(qtbot, people, KEYS.Key_Escape)
    assert not section.panel.isVisible()
    assert QApplication.focusWidget() is section.view
    assert section.view.current_row == context.snapshot.diasporas[0]
    context.undo()
    context.undo()
    assert countries_of(context) == []
    assert section.empty.isVisible()


def test_a_row_begun_and_left_untouched_is_not_added(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_Insert)
    assert section.panel.isVisible()
    press(qtbot, section.panel.form.fields["country"].editor, KEYS.Key_Escape)
    assert len(context.snapshot.diasporas) == 3


def test_enter_opens_the_row_and_typing_edits_it(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 1)
    press(qtbot, section.view, KEYS.Key_Return)
    assert section.panel.title.text() == "Égypte"
    people = section.panel.form.fields["people"].editor
    people.setFocus()
    people.selectAll()
    qtbot.keyClicks(people, "120")
    press(qtbot, people, KEYS.Key_Return)
    assert context.snapshot.diasporas[1].people == 120
    context.undo()
    assert context.snapshot.diasporas[1].people == 90
    assert people.text() == "90"


def test_f2_edits_the_cell_itself(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 2)
    section.view.setCurrentIndex(section.model.index(2, 1))
    press(qtbot, section.view, KEYS.Key_F2)
    editor = section.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "900")
    press(qtbot, editor, KEYS.Key_Return)
    qtbot.waitUntil(lambda: context.snapshot.diasporas[2].people == 900)


def test_the_form_follows_the_row_and_loses_nothing(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 0)
    section.open()
    people = section.panel.form.fields["people"].editor
    people.setFocus()
    people.selectAll()
    qtbot.keyClicks(people, "1300")
    section.view.select_place(1)
    assert context.snapshot.diasporas[0].people == 1300
    assert context.snapshot.diasporas[1].people == 90
    assert section.panel.title.text() == "Égypte"
    assert people.text() == "90"


def test_duplicate_and_undo(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 1)
    press(qtbot, section.view, KEYS.Key_D, CONTROL)
    assert countries_of(context) == ["SN", "EG", "ML", "EG"]
    assert section.view.current_row == context.snapshot.diasporas[3]
    context.undo()
    assert countries_of(context) == ["SN", "EG", "ML"]


def test_delete_selects_the_next_row_and_can_be_taken_back(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 1)
    press(qtbot, section.view, KEYS.Key_Delete)
    assert countries_of(context) == ["SN", "ML"]
    assert section.view.current_row == context.snapshot.diasporas[1]
    assert "Égypte" in section.notice.text()
    press(qtbot, section.undo, KEYS.Key_Return)
    assert countries_of(context) == ["SN", "EG", "ML"]
    assert not section.notice.isVisible()


def test_several_rows_are_deleted_at_once(qtbot: QtBot, context: Context, page: TablePage) -> None:
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_A, CONTROL)
    press(qtbot, section.view, KEYS.Key_Delete)
    assert countries_of(context) == []
    assert section.empty.isVisible()
    context.undo()
    assert len(countries_of(context)) == 3


def test_the_filter_is_reached_and_left_by_the_keyboard(qtbot: QtBot, page: TablePage) -> None:
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_F, CONTROL)
    assert QApplication.focusWidget() is section.bar.filter
    qtbot.keyClicks(section.bar.filter, "egypte")
    assert section.model.rowCount() == 1
    assert section.totals.words[:2] == ["1 pays", "90"]
    qtbot.keyClicks(section.bar.filter, "zz")
    assert section.notice.text() == page.context.texts("table.nothing_found")
    press(qtbot, section.bar.filter, KEYS.Key_Backspace)
    press(qtbot, section.bar.filter, KEYS.Key_Backspace)
    press(qtbot, section.bar.filter, KEYS.Key_Down)
    assert QApplication.focusWidget() is section.view
    section.bar.filter.setFocus()
    press(qtbot, section.bar.filter, KEYS.Key_Escape)
    assert section.model.rowCount() == 3


def test_a_click_on_a_title_sorts_and_the_selection_stays(qtbot: QtBot, page: TablePage) -> None:
    section = table_at(page, 0)
    header = section.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 5, 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [row.country for row in section.model.shown] == ["EG", "ML", "SN"]


def test_totals_follow_the_rows(qtbot: QtBot, context: Context, page: TablePage) -> None:
    totals = page.section.totals
    assert totals.words[1] == "2\u202f220"
    context.apply(operations.edit(context.snapshot.diasporas[0], people=None))
    assert totals.words[1] == "980"
    assert "980" in totals.accessibleDescription()


def test_budget_totals_tell_expense_from_income(qtbot: QtBot, context: Context) -> None:
    context.apply(
        operations.add(
            BudgetLine(label="Eau", direction=BudgetDirection.EXPENSE, amount=30_000.0),
            BudgetLine(label="MEAE", direction=BudgetDirection.INCOME, amount=12_000.0),
        )
    )
    words = page_of(qtbot, context, "budget").section.totals.words[0]
    assert "30\u202f000" in words
    assert "12\u202f000" in words


def test_ctrl_c_copies_the_rows_for_a_spreadsheet(qtbot: QtBot, page: TablePage) -> None:
    section = table_at(page, 0)
    press(qtbot, section.view, KEYS.Key_C, CONTROL)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[1].startswith("Sénégal\t1240\t")
    assert len(lines) == 2


def test_what_is_said_of_the_whole_table(qtbot: QtBot, context: Context) -> None:
    page = page_of(qtbot, context, "economy")
    boxes = page.section.standing.boxes
    for state in (TableState.UNKNOWN, TableState.NOT_APPLICABLE):
        boxes[state].setFocus()
        press(qtbot, boxes[state], KEYS.Key_Space)
        assert context.snapshot.standing("economic_tie") is state
        assert [known for known, box in boxes.items() if box.isChecked()] == [state]
    press(qtbot, boxes[TableState.NOT_APPLICABLE], KEYS.Key_Space)
    assert context.snapshot.standing("economic_tie") is TableState.OPEN
    context.undo()
    assert boxes[TableState.NOT_APPLICABLE].isChecked()


def test_a_row_added_takes_back_that_nothing_is_known(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.stand(context.snapshot, "diaspora", TableState.UNKNOWN))
    page = page_of(qtbot, context, "diasporas")
    page.section.add()
    people = page.section.panel.form.fields["people"].editor
    people.setFocus()
    qtbot.keyClicks(people, "12")
    press(qtbot, people, KEYS.Key_Return)
    assert context.snapshot.standing("diaspora") is TableState.OPEN
    context.undo()
    assert context.snapshot.standing("diaspora") is TableState.UNKNOWN
    assert context.snapshot.diasporas == ()


def test_two_tables_of_a_step_are_switched_and_brought_forward(qtbot: QtBot, context: Context) -> None:
    context.apply(operations.add(Partnership(name=FUNNY, country="AR")))
    done = context.apply(operations.add(NetworkMembership(name="CUF", fee=10.0)))
    assert done
    page = page_of(qtbot, context, "partnerships")
    assert page.section.kind == "partnership"
    page.bring_forward(f"network_membership:{done.changes[0].row.id}")
    assert page.section.kind == "network_membership"
    assert page.section.panel.title.text() == "CUF"
    page.bring_forward(f"partnership:{context.snapshot.partnerships[0].id}")
    assert page.section.panel.title.text() == FUNNY
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))


def test_bringing_a_filtered_row_forward_clears_the_filter(qtbot: QtBot, context: Context, page: TablePage) -> None:
    page.section.bar.filter.setText("mali")
    page.bring_forward(f"diaspora:{context.snapshot.diasporas[0].id}")
    assert page.section.view.current_row == context.snapshot.diasporas[0]
    assert page.section.bar.filter.text() == ""


def test_the_reasons_open_beside_and_close_on_escape(qtbot: QtBot, context: Context, page: TablePage) -> None:
    page.explain()
    assert page.why is not None
    said = " ".join(label.text() for label in page.why.findChildren(QLabel))
    fed = [each for each in context.framework.indicators if each.step == "diasporas" and each.measure]
    assert fed
    assert all(each.title["fr"] in said for each in fed)
    press(qtbot, page.why, KEYS.Key_Escape)
    assert not page.why.isVisible()


def test_the_rows_stay_sound_while_a_page_is_used(qtbot: QtBot, context: Context, page: TablePage) -> None:
    tester = QAbstractItemModelTester(page.section.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    section = table_at(page, 1)
    section.open()
    section.remove()
    section.duplicate()
    context.undo()
    context.undo()
    context.redo()
    assert tester.model().rowCount() == 2


def test_five_thousand_rows_are_worked_on(qtbot: QtBot, context: Context) -> None:
    codes = [country.code for country in context.countries.abroad()]
    context.apply(operations.add(*(Diaspora(country=codes[n % len(codes)], people=n) for n in range(5_000))))
    section = page_of(qtbot, context, "diasporas").section
    section.view.select_place(4_999)
    section.duplicate()
    assert len(context.snapshot.diasporas) == 5_001
    assert section.view.current_row == context.snapshot.diasporas[-1]


def test_all_that_takes_the_focus_has_a_name(qtbot: QtBot, context: Context, page: TablePage) -> None:
    page.section.add()
    page.explain()
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus and w.isVisible()]
    nameless = [w for w in takers if not w.accessibleName() and not getattr(w, "text", str)() and not w.focusProxy()]
    assert [type(w).__name__ for w in nameless] == []
