"""The ways in from the window: menu, button, files dropped; and the ways back."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.records import Association
from diagnostic.dossier.store import Dossier
from tests.ui.importing_files import BIRTHS, associations, census, settle
from ui.importing.page import ImportPage
from ui.shell.appearance import Appearance
from ui.shell.main_window import MainWindow
from ui.shell.references import References
from ui.shell.settings import Settings
from ui.wizard.pages.registry import build_pages


@pytest.fixture
def window(qtbot: QtBot, appearance: Appearance, own_data_folder: Path, references: References) -> Iterator[MainWindow]:
    window = MainWindow(Settings(own_data_folder), "fr", appearance, build_pages)
    qtbot.addWidget(window)
    window.show()
    window.take_references(references)
    yield window
    window.close()


@pytest.fixture
def rennes(dossier: Dossier) -> Path:
    dossier.close()
    return dossier.path


def drop(window: MainWindow, *paths: Path) -> bool:
    """Drag files over the window and let go of them if it takes them; return whether it did."""
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys, action = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    over = QDragEnterEvent(QPoint(9, 9), action, content, buttons, keys)
    QApplication.sendEvent(window, over)
    if over.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), action, content, buttons, keys))
    return over.isAccepted()


def page_of(qtbot: QtBot, window: MainWindow) -> ImportPage:
    assert window.imports.page
    settle(qtbot, window.imports.page)
    return window.imports.page


def test_files_dropped_on_the_window_are_looked_at_in_the_wizards_place(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    assert drop(window, census(tmp_path), associations(tmp_path))
    page = page_of(qtbot, window)
    assert window.stack.currentWidget() is page
    assert len(page.session.units) == 2
    assert not window.actions_by_name.by_name["steps"].isEnabled()
    assert drop(window, census(tmp_path, name="autre.csv"))
    assert len(page_of(qtbot, window).session.units) == 3


def test_what_was_imported_is_said_shown_and_undone_in_one_go(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    drop(window, census(tmp_path), associations(tmp_path))
    page_of(qtbot, window).foot.go.click()
    opened = window.workbench.opened
    assert window.stack.currentWidget() is opened.frame
    assert opened.frame.step == "diasporas"
    assert window.banner.words.text() == (f"Import de rp2022_td_img1B.csv, rna_35.csv\u00a0: {BIRTHS + 3} ajoutées.")
    assert window.actions_by_name.by_name["steps"].isEnabled()
    window.banner.action.click()
    assert not opened.context.snapshot.diasporas
    assert not opened.context.snapshot.associations
    assert "annulé" in window.banner.words.text()


def test_nothing_imported_goes_back_to_the_dossier(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    drop(window, census(tmp_path))
    page_of(qtbot, window).foot.leave.click()
    assert window.imports.page is None
    assert window.stack.currentWidget() is window.workbench.opened.frame
    assert not window.workbench.opened.context.snapshot.diasporas


def test_without_a_dossier_files_wait_for_one_and_others_are_not_taken(window: MainWindow, tmp_path: Path) -> None:
    assert not window.actions_by_name.by_name["import_files"].isEnabled()
    assert drop(window, census(tmp_path))
    assert "Ouvrez d’abord un dossier" in window.banner.words.text()
    assert window.imports.page is None
    assert not drop(window, tmp_path / "photo.png")


def test_a_dossier_for_reading_only_takes_no_file_and_says_so(window: MainWindow, rennes: Path, tmp_path: Path) -> None:
    elsewhere = open_dossier(rennes)
    window.open_path(rennes, "held")
    drop(window, census(tmp_path))
    assert "lecture seule" in window.banner.words.text()
    assert window.imports.page is None
    elsewhere.close()


def test_the_menu_and_the_tables_ask_for_files(window: MainWindow, rennes: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window.open_path(rennes)
    window.actions_by_name.by_name["import_files"].trigger()
    assert window.imports.dialog.isVisible()
    window.imports.dialog.reject()
    window.imports.dialog = None
    window.workbench.opened.frame.show_step("associations")
    section = window.workbench.opened.frame._pages["associations"].section
    section.empty.bring.click()
    assert window.imports.dialog is not None
    window.imports.dialog.filesSelected.emit([str(associations(tmp_path))])
    window.imports.dialog.reject()
    page_of(qtbot, window).foot.go.click()
    assert section.model.rowCount() == 3
    window.imports.dialog = None
    section.bar.bring.click()
    assert window.imports.dialog is not None
    window.imports.dialog.reject()


def test_leaving_while_a_file_is_read_changes_nothing(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    drop(window, associations(tmp_path, local=40_000))
    worker = window.imports.page.queue.worker
    window.show_start()
    assert window.imports.page is None
    worker.wait()
    QApplication.processEvents()
    again = open_dossier(rennes)
    assert not again.snapshot().associations
    again.close()


def test_another_language_comes_back_to_the_dossier(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    drop(window, census(tmp_path))
    page_of(qtbot, window)
    window.set_language("en")
    assert window.imports.page is None
    drop(window, census(tmp_path))
    assert page_of(qtbot, window).panel.counts.text().startswith(f"rp2022_td_img1B.csv: {BIRTHS} added")


def written(qtbot: QtBot, window: MainWindow) -> None:
    """Wait for the file that is being written beside the screen."""
    qtbot.waitUntil(lambda: window.exports.writing is None, timeout=30_000)


def test_the_data_go_out_with_contacts_only_if_asked(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    window.workbench.opened.context.apply(add(Association(name="Teranga", contact="awa@exemple.fr")))
    window.actions_by_name.by_name["export_data"].trigger()
    dialog = window.exports.dialog
    assert not dialog.option.isChecked()
    dialog.kind.choose(2)
    dialog.go.click()
    window.exports.place.fileSelected.emit(str(tmp_path / "tout"))
    window.exports.place.reject()
    written(qtbot, window)
    text = (tmp_path / "tout.json").read_text(encoding="utf-8")
    assert json.loads(text)["campaigns"][0]["rows"]["association"][0]["name"] == "Teranga"
    assert "awa@" not in text
    assert "sans les contacts" in window.banner.words.text()
    window.exports.save(tmp_path / "avec.json", ".json", True, collecting=False)
    written(qtbot, window)
    assert "awa@" in (tmp_path / "avec.json").read_text(encoding="utf-8")


def test_the_data_go_out_as_workbook_and_archive(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    window.workbench.opened.context.apply(add(Association(name="Teranga")))
    window.exports.save(tmp_path / "tout.xlsx", ".xlsx", False, collecting=False)
    written(qtbot, window)
    sheet = load_workbook(tmp_path / "tout.xlsx")["Associations"]
    assert "Teranga" in [cell.value for cell in sheet[2]]
    window.exports.save(tmp_path / "tout.zip", ".zip", False, collecting=False)
    written(qtbot, window)
    with zipfile.ZipFile(tmp_path / "tout.zip") as archive:
        assert "Teranga" in archive.read("association.csv").decode("utf-8-sig")
    window.exports.save(tmp_path / "absent" / "tout.zip", ".zip", False, collecting=False)
    written(qtbot, window)
    assert "absent" in window.banner.words.text()


def test_the_collection_workbook_goes_out_and_what_is_filled_in_comes_back(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    context = window.workbench.opened.context
    context.apply(add(Association(name="Teranga")))
    window.actions_by_name.by_name["export_workbook"].trigger()
    assert window.exports.dialog.option.isChecked()
    window.exports.dialog.go.click()
    window.exports.place.fileSelected.emit(str(tmp_path / "collecte.xlsx"))
    window.exports.place.reject()
    written(qtbot, window)
    book = load_workbook(tmp_path / "collecte.xlsx")
    sheet = book["Associations"]
    columns = {cell.value: cell.column for cell in sheet[2]}
    sheet.cell(6, columns["name"]).value = "Kaliss"
    book.save(tmp_path / "collecte.xlsx")
    context.apply(edit(context.snapshot.associations[0], comment="vue hier"))
    drop(window, tmp_path / "collecte.xlsx")
    page_of(qtbot, window).foot.go.click()
    assert [(row.name, row.comment) for row in context.snapshot.associations] == [
        ("Teranga", "vue hier"),
        ("Kaliss", ""),
    ]


def test_what_goes_out_is_written_beside_the_screen_as_it_was_when_asked_for(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    context = window.workbench.opened.context
    context.apply(add(Association(name="Teranga")))
    window.exports.save(tmp_path / "tout.json", ".json", False, collecting=False)
    assert "s’écrit" in window.banner.words.text()
    context.apply(add(Association(name="Kaliss")))
    window.actions_by_name.by_name["export_data"].trigger()
    assert window.exports.dialog is None
    assert "Attendez" in window.banner.words.text()
    written(qtbot, window)
    text = (tmp_path / "tout.json").read_text(encoding="utf-8")
    assert "Teranga" in text
    assert "Kaliss" not in text
    assert "est enregistré" in window.banner.words.text()


def test_what_is_being_written_when_the_dossier_closes_is_written_all_the_same(
    qtbot: QtBot, window: MainWindow, rennes: Path, tmp_path: Path
) -> None:
    window.open_path(rennes)
    window.exports.save(tmp_path / "tout.xlsx", ".xlsx", False, collecting=False)
    window.show_start()
    written(qtbot, window)
    assert load_workbook(tmp_path / "tout.xlsx").sheetnames
