"""The brief page: the outline, what is missing, and a real PDF where it was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import edit
from diagnostic.texts import Texts
from tests.ui.answering import fill, nameless, no_slip, rows, said, step
from ui.brief.destination import FileFormat, default_path, moved
from ui.brief.page import TABS, BriefPage
from ui.shell.file_paths import typed_path
from ui.wizard.context import Context


@pytest.fixture
def filled(context: Context) -> Context:
    """A context on a dossier with something of everything."""
    fill(context)
    return context


def shown(qtbot: QtBot, context: Context) -> BriefPage:
    """Return the page, on screen."""
    page = BriefPage(context, step("brief"))
    qtbot.addWidget(page)
    page.resize(880, 768)
    page.show()
    qtbot.waitExposed(page)
    return page


def export(qtbot: QtBot, page: BriefPage) -> None:
    """Press the button and wait until the page has something to say of it."""
    page.form.export.click()
    qtbot.waitUntil(lambda: not page.delivery.writing, timeout=60_000)


def text_of(path: Path) -> str:
    """Return the text of a PDF."""
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def test_the_brief_is_written_beside_the_dossier_and_read_back(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = shown(qtbot, filled)
    expected = tmp_path / "Rennes – note de stratégie 2026.pdf"
    assert page.form.place.text() == str(expected)
    export(qtbot, page)
    assert "Rennes" in text_of(expected)
    assert str(expected) in page.form.said.text()
    assert page.form.open.isVisible()
    assert page.form.folder.isVisible()
    assert page.form.export.isEnabled()


def test_a_written_brief_is_opened_by_the_systems_reader_or_that_is_said(
    qtbot: QtBot, filled: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    page = shown(qtbot, filled)
    export(qtbot, page)
    path = tmp_path / "Rennes – note de stratégie 2026.pdf"
    monkeypatch.setattr(
        "ui.brief.export_form.QDesktopServices.openUrl", lambda url: not opened.append(url.toLocalFile())
    )
    page.form.open.click()
    page.form.folder.click()
    assert opened == [str(path), str(tmp_path)]
    assert str(path) in page.form.said.text()
    monkeypatch.setattr("ui.brief.export_form.QDesktopServices.openUrl", lambda url: False)
    page.form.open.click()
    assert page.form.said.text().startswith("Aucun logiciel")
    path.unlink()
    page.form.open.click()
    assert page.form.said.text().endswith("Enregistrez la note de nouveau.")


def test_the_brief_can_be_in_the_other_language(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = shown(qtbot, filled)
    page.form.language.setCurrentIndex(page.form.language.findData("en"))
    page.form.place.setText(str(tmp_path / "note"))
    export(qtbot, page)
    assert "Made with Rose des vents" in text_of(tmp_path / "note.pdf")


def test_the_screen_stays_alive_while_the_brief_is_written(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    page.form.export.click()
    assert page.form.progress.isVisible()
    assert not page.form.export.isEnabled()
    filled.apply(edit(filled.snapshot.territory, population=42))
    qtbot.waitUntil(lambda: not page.delivery.writing, timeout=60_000)
    assert page.form.open.isVisible()


def test_a_place_that_cannot_be_written_is_told_calmly(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = shown(qtbot, filled)
    page.form.place.setText(str(tmp_path / "nulle part" / "note.pdf"))
    export(qtbot, page)
    assert "nulle part" in page.form.said.text()
    assert not page.form.open.isVisible()
    assert page.form.export.isEnabled()
    page.form.place.setText("  ")
    page.form.export.click()
    assert page.form.said.text() == "Choisissez où enregistrer la note."


def test_a_file_that_stands_there_is_announced_before_it_is_replaced(
    qtbot: QtBot, filled: Context, tmp_path: Path
) -> None:
    (tmp_path / "Rennes – note de stratégie 2026.pdf").write_text("ancien")
    page = shown(qtbot, filled)
    assert "sera remplacé" in page.form.note.text()


def test_the_page_names_what_is_missing_most(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    words = said(page)
    assert "Renseigné\u00a0: 0 sur 3" in words
    assert no_slip(words)
    with qtbot.waitSignal(context.step_asked) as asked:
        rows(page)["Diasporas"].click()
    assert asked.args == ["diasporas", ""]


def test_the_place_follows_the_name_unless_it_was_chosen(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = shown(qtbot, filled)
    filled.apply(edit(filled.snapshot.territory, name="A/B: <C> & D"))
    assert page.form.place.text() == str(tmp_path / "A B C & D – note de stratégie 2026.pdf")
    page.form.place.setText(str(tmp_path / "choisi.pdf"))
    filled.apply(edit(filled.snapshot.territory, name="Autre"))
    assert page.form.place.text() == str(tmp_path / "choisi.pdf")


def test_a_territory_without_a_name_has_a_file_name(context: Context, texts: Texts, tmp_path: Path) -> None:
    context.apply(edit(context.snapshot.territory, name="…"))
    assert default_path(tmp_path / "x.rose", context.snapshot, texts).name == "… – note de stratégie 2026.pdf"
    context.apply(edit(context.snapshot.territory, name="///"))
    unnamed = default_path(tmp_path / "x.rose", context.snapshot, texts)
    assert unnamed.name == "Territoire sans nom – note de stratégie 2026.pdf"


def test_a_page_that_goes_away_leaves_the_brief_to_be_finished(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = BriefPage(filled, step("brief"))
    page.draw()
    page.form.export.click()
    filled.changed.disconnect(page.refresh)
    page.deleteLater()
    qtbot.waitUntil(lambda: (tmp_path / "Rennes – note de stratégie 2026.pdf").exists(), timeout=60_000)


def test_a_typed_name_gets_its_ending_and_its_folder(tmp_path: Path) -> None:
    assert typed_path("note", tmp_path, FileFormat.PDF.value) == tmp_path / "note.pdf"
    assert typed_path("note.v2", tmp_path, FileFormat.PDF.value) == tmp_path / "note.v2.pdf"
    assert typed_path(" ", tmp_path, FileFormat.PDF.value) is None


def choose(page: BriefPage, box: QComboBox, value: str) -> None:
    """Choose in a list as the user does."""
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_another_document_and_format_go_to_a_place_that_says_so(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = shown(qtbot, filled)
    choose(page, page.form.kind, "summary")
    assert page.form.place.text() == str(tmp_path / "Rennes – synthèse 2026.pdf")
    choose(page, page.form.format, ".docx")
    assert page.form.place.text() == str(tmp_path / "Rennes – synthèse 2026.docx")
    page.form.place.setText(str(tmp_path / "choisi.docx"))
    choose(page, page.form.format, ".odt")
    assert page.form.place.text() == str(tmp_path / "choisi.odt")
    export(qtbot, page)
    assert (tmp_path / "choisi.odt").read_bytes()[:2] == b"PK"


def test_a_typed_place_changes_its_ending_with_the_format() -> None:
    assert moved("/x/note.PDF", FileFormat.DOCX) == "/x/note.docx"
    assert moved("note", FileFormat.ODT) == "note.odt"
    assert moved("  ", FileFormat.ODT) == "  "


def test_every_part_has_a_name_for_a_screen_reader(qtbot: QtBot, filled: Context) -> None:
    page = shown(qtbot, filled)
    qtbot.waitUntil(lambda: not page.composer.working, timeout=60_000)
    for tab in TABS:
        page._show_tab(tab)
        assert nameless(page) == []
        assert no_slip(said(page))
