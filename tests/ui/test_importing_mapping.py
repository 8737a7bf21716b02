"""A table of one's own comes in by its columns, matched once under one's eyes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.imports.preview import Fate, operation
from tests.ui.importing_files import associations, census, partners, read, settle
from ui.importing.column_row import ColumnRow, carried
from ui.importing.page import ImportPage
from ui.importing.sample_model import UNREAD
from ui.wizard.context import Context


@pytest.fixture
def page(qtbot: QtBot, context: Context, own_data_folder: Path) -> Iterator[ImportPage]:
    made = ImportPage(context, own_data_folder)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    yield made
    made.cancel()
    if made.queue.worker is not None:
        made.queue.worker.wait()


def choose(row: ColumnRow, field: str) -> None:
    row.field.setCurrentIndex(row.field.findData(field))
    row.field.activated.emit(row.field.currentIndex())


def drop(row: ColumnRow, field: str) -> None:
    content, buttons, keys = carried(field), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, buttons, keys)
    QApplication.sendEvent(row, over)
    assert over.isAccepted()
    QApplication.sendEvent(row, QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, content, buttons, keys))


def test_an_unknown_table_is_matched_looked_at_and_read(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, partners(tmp_path))
    mapping = page.mapping
    assert mapping.isVisible()
    assert [row.name for row in mapping.rows] == ["", "country", "since", ""]
    choose(mapping.rows[0], "name")
    drop(mapping.rows[3], "yearly_cost")
    assert mapping.model.sample.header == ("Partenaire", "Pays", "Depuis", "Coût annuel (€)")
    assert mapping.model.data(mapping.model.index(0, 1)) == "Japon"
    unread = mapping.model.index(1, 3)
    assert mapping.model.data(unread) == "? cher"
    assert mapping.model.data(unread, UNREAD)
    assert "n’est pas un nombre" in mapping.said.text()
    mapping.read.click()
    settle(qtbot, page)
    assert page.panel.format.text() == "Tableau par correspondance de colonnes"
    page.bring_in()
    assert [(row.name, row.country, row.yearly_cost) for row in context.snapshot.partnerships] == [
        ("Sendai", "JP", 12_000.0),
        ("Cork", "IE", None),
    ]


def test_the_columns_are_remembered_for_the_next_file_of_that_kind(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path, own_data_folder: Path
) -> None:
    read(qtbot, page, partners(tmp_path))
    choose(page.mapping.rows[0], "name")
    page.mapping.read.click()
    settle(qtbot, page)
    again = ImportPage(context, own_data_folder)
    qtbot.addWidget(again)
    read(qtbot, again, partners(tmp_path, "Sétif;Algérie;2009;\n"))
    assert again.session.count() == 1
    again.panel.columns.click()
    assert [row.name for row in again.mapping.rows] == ["name", "country", "since", ""]


def test_a_field_goes_to_one_column_and_another_kind_has_other_fields(
    qtbot: QtBot, page: ImportPage, tmp_path: Path
) -> None:
    read(qtbot, page, partners(tmp_path))
    mapping = page.mapping
    choose(mapping.rows[0], "country")
    assert [row.name for row in mapping.rows] == ["country", "", "since", ""]
    mapping.kind.setCurrentIndex(mapping.kind.findData("association"))
    mapping.kind.activated.emit(mapping.kind.currentIndex())
    assert mapping.rows[0].field.findData("rna") > 0
    for row in mapping.rows:
        choose(row, "")
    assert not mapping.read.isEnabled()


def test_a_table_without_titles_gives_its_first_row_too(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, partners(tmp_path))
    page.mapping.header.setChecked(False)
    choose(page.mapping.rows[0], "name")
    assert page.mapping.model.rowCount() == 3
    assert page.mapping.layout_now().header is False


def test_the_sheet_of_a_workbook_is_chosen(qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Notes"
    book.active.append(["Rien ici"])
    sheet = book.create_sheet("Réseaux")
    for cells in (["Sigle", "Remarque"], ["Cités Unies France", "depuis longtemps"]):
        sheet.append(cells)
    book.save(tmp_path / "reseaux.xlsx")
    read(qtbot, page, tmp_path / "reseaux.xlsx")
    mapping = page.mapping
    mapping.sheet.setCurrentText("Réseaux")
    mapping.sheet.activated.emit(1)
    mapping.kind.setCurrentIndex(mapping.kind.findData("network_membership"))
    mapping.kind.activated.emit(mapping.kind.currentIndex())
    choose(mapping.rows[0], "name")
    mapping.read.click()
    settle(qtbot, page)
    page.panel.columns.click()
    assert mapping.sheet.currentText() == "Réseaux"
    assert [row.name for row in mapping.rows] == ["name", "comment"]  # of that sheet, not of the first
    mapping.back.click()
    page.bring_in()
    assert [row.name for row in context.snapshot.network_memberships] == ["Cités Unies France"]
    page.session.files.clear()
    read(qtbot, page, tmp_path / "reseaux.xlsx")  # the columns of that sheet are known from then on
    assert not mapping.isVisible()
    assert page.unit is not None
    assert page.unit.found is not None
    assert [line.fate for line in page.unit.found.lines] == [Fate.SAME]
    page.panel.columns.click()
    assert mapping.sheet.currentText() == "Réseaux"
    assert mapping.forget.isVisible()


def test_a_sheet_that_cannot_be_read_is_said(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Rien ici"])
    book.create_sheet("Calculs").append(["=1+1"])  # no value was kept with it
    book.save(tmp_path / "calculs.xlsx")
    read(qtbot, page, tmp_path / "calculs.xlsx")
    mapping = page.mapping
    mapping.sheet.setCurrentText("Calculs")
    mapping.sheet.activated.emit(1)
    assert "Calculs" in mapping.said.text()
    assert not mapping.rows
    assert not mapping.read.isEnabled()


def test_a_known_file_can_be_matched_by_hand_and_left_as_it_was(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    read(qtbot, page, census(tmp_path))
    count = page.session.count()
    page.panel.columns.click()
    assert page.mapping.isVisible()
    page.mapping.back.click()
    assert page.session.count() == count


def test_what_changed_while_columns_were_matched_is_compared_again(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path
) -> None:
    read(qtbot, page, census(tmp_path))
    assert page.unit
    found = page.unit.found
    page.panel.columns.click()
    context.apply(operation(found, frozenset(range(1, len(found.lines)))))
    page.mapping.back.click()
    assert page.unit.found.lines[0].fate is Fate.SAME


def test_columns_matched_by_hand_for_a_known_file_can_be_forgotten(
    qtbot: QtBot, page: ImportPage, context: Context, tmp_path: Path, own_data_folder: Path
) -> None:
    path = associations(tmp_path)
    read(qtbot, page, path)
    page.panel.columns.click()
    assert page.mapping.forget.isHidden()
    choose(page.mapping.rows[0], "rna")
    page.mapping.read.click()
    settle(qtbot, page)
    assert page.panel.format.text() == "Tableau par correspondance de colonnes"
    page.panel.columns.click()
    page.mapping.forget.click()
    settle(qtbot, page)
    assert page.panel.format.text().startswith("Répertoire national des associations")
    again = ImportPage(context, own_data_folder)
    qtbot.addWidget(again)
    read(qtbot, again, path)
    assert again.panel.format.text().startswith("Répertoire national des associations")


def test_the_sample_keeps_qt_rules(qtbot: QtBot, page: ImportPage, tmp_path: Path) -> None:
    tester = QAbstractItemModelTester(page.mapping.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    read(qtbot, page, partners(tmp_path))
    choose(page.mapping.rows[0], "name")
    choose(page.mapping.rows[0], "")
    assert tester.model() is page.mapping.model
