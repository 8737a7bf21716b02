"""Making the brief one's own on the screen: words, sections, looks."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from diagnostic.dossier.briefing import look_of
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import BriefPart, DiasporaDefinition
from tests.ui.briefing import LONG, pdf_text, ready, seen, soon
from ui.brief.page import BriefPage
from ui.brief.words_delegate import DETAIL, STATE
from ui.wizard.context import Context, Knowledge

OURS = "Notre commune veut peser dans le monde."


@pytest.fixture
def filled(context: Context) -> Context:
    """A context on a dossier with three communities."""
    for code, people in (("MA", 4200), ("SN", 3400), ("KM", 3000)):
        context.apply(add(Diaspora(country=code, people=people, definition=DiasporaDefinition.NATIONALITY)))
    return context


def texts_of(page: BriefPage) -> list[str]:
    """Return the words of the passages listed."""
    rows = page.passages.list
    return [str(rows.item(row).data(DETAIL)) for row in range(rows.count())]


def states(page: BriefPage) -> list[str]:
    """Return what is said of the passages listed, of those of which something is."""
    rows = page.passages.list
    return [state for row in range(rows.count()) if (state := str(rows.item(row).data(STATE)))]


def open_passage(page: BriefPage, section: str, row: int) -> QPlainTextEdit:
    """Choose a passage and return its editor."""
    page._show_tab("texts")
    page.passages.choose(section)
    page.passages.list.setCurrentRow(row)
    editor = page.passages.editor.field.editor
    assert isinstance(editor, QPlainTextEdit)
    return editor


def write(qtbot: QtBot, page: BriefPage, editor: QPlainTextEdit, text: str) -> None:
    """Write a text in the place of another, and leave the field."""
    editor.setFocus()
    editor.selectAll()
    editor.insertPlainText(text)
    assert page.settle()


def sections(page: BriefPage) -> list[str]:
    """Return the names of the sections listed."""
    return [page.sections.list.item(row).text() for row in range(page.sections.list.count())]


def test_a_passage_is_written_again_seen_in_the_preview_and_undone(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    editor = open_passage(page, "summary", 1)
    program = editor.toPlainText()
    assert not page.passages.editor.reset.isVisible()
    write(qtbot, page, editor, OURS)
    (stored,) = filled.snapshot.brief_edits
    assert (stored.section, stored.part, stored.text) == ("summary", BriefPart.PARAGRAPH, OURS)
    assert page.passages.editor.original.text() == stored.original
    soon(qtbot, lambda: OURS in pdf_text(page))
    assert states(page) == ["votre texte"]
    filled.undo()
    assert filled.snapshot.brief_edits == ()
    assert editor.toPlainText() == program
    soon(qtbot, lambda: OURS not in pdf_text(page))


def test_typing_goes_on_while_the_preview_is_made_and_is_undone_as_one(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    editor = open_passage(page, "summary", 1)
    write(qtbot, page, editor, "Notre")
    soon(qtbot, lambda: not page.composer.working)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(editor, " commune")
    soon(qtbot, lambda: [row.text for row in filled.snapshot.brief_edits] == ["Notre commune"])
    ready(qtbot, page)
    assert editor.toPlainText() == "Notre commune"
    assert page.passages.list.currentRow() == 1
    filled.undo()
    assert filled.snapshot.brief_edits == ()


def test_the_way_back_to_the_programs_words(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    editor = open_passage(page, "summary", 1)
    program = editor.toPlainText()
    write(qtbot, page, editor, OURS)
    page.passages.editor.reset.click()
    assert filled.snapshot.brief_edits == ()
    assert editor.toPlainText() == program
    write(qtbot, page, editor, OURS)
    write(qtbot, page, editor, page.passages.editor.original.text())
    assert filled.snapshot.brief_edits == ()


def edit_of(page: BriefPage, original: str, text: str = OURS) -> BriefEdit:
    """Return an edit of the summary's lead, written over other words."""
    return BriefEdit(lang="fr", section="summary", part=BriefPart.PARAGRAPH, original=original, text=text)


def test_words_whose_figures_changed_are_marked_until_they_are_confirmed(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    open_passage(page, "summary", 1)
    now = page.passages.editor.row.original
    figure = next(number for number in (str(n) for n in range(1, 100)) if f" {number} " in now)
    filled.apply(add(edit_of(page, now.replace(f" {figure} ", " 98 "))))
    soon(qtbot, lambda: states(page) == ["chiffres changés"])
    editor = page.passages.editor
    page.passages.list.setCurrentRow(1)
    assert editor.state.text().startswith("Les chiffres ont changé")
    assert editor.original.text() == now
    assert OURS in pdf_text(page) or page.composer.working
    editor.confirm.click()
    assert filled.snapshot.brief_edits[0].original == now
    soon(qtbot, lambda: states(page) == ["votre texte"])


def test_words_without_a_place_are_listed_copied_and_dropped(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    filled.apply(add(edit_of(page, "Une phrase que plus rien ne dit.")))
    soon(qtbot, lambda: page.passages.section.itemText(0) == "Vos textes (1)")
    page._show_tab("texts")
    page.passages.section.setCurrentIndex(0)
    page.passages.section.activated.emit(0)
    assert (texts_of(page), states(page)) == ([OURS], ["sans place"])
    editor = page.passages.editor
    editor.copy.click()
    assert QApplication.clipboard().text() == OURS
    editor.drop.click()
    assert filled.snapshot.brief_edits == ()
    soon(qtbot, lambda: page.passages.section.itemText(0) != "Vos textes (1)")


def test_words_of_a_section_that_another_document_has_are_not_said_to_be_lost(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    method = next(part for part in page.sections._parts if part.section.id == "method").passages[0]
    filled.apply(add(BriefEdit(lang="fr", section="method", part=method.part, original=method.original, text=OURS)))
    page.form.kind.setCurrentIndex(page.form.kind.findData("summary"))
    page.form.kind.activated.emit(page.form.kind.currentIndex())
    soon(qtbot, lambda: page.passages.section.itemText(0) == "Vos textes (1)" and len(page.sections._parts) < 5)
    page.passages.section.setCurrentIndex(0)
    page.passages.section.activated.emit(0)
    assert states(page) == ["autre document"]


def tick(qtbot: QtBot, rows: QListWidget, row: int) -> None:
    """Press the box of a row."""
    place = rows.visualItemRect(rows.item(row)).topLeft() + QPoint(rows.fontMetrics().height(), 14)
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_a_section_is_hidden_by_its_box_or_by_space_and_shown_again(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    rows = page.sections.list
    title = " ".join(str(rows.item(1).data(DETAIL)).split())
    assert title in pdf_text(page)
    tick(qtbot, rows, 1)
    assert [row.hidden for row in filled.snapshot.brief_layouts] == [True]
    soon(qtbot, lambda: "masquée" in str(rows.item(1).data(Qt.ItemDataRole.AccessibleTextRole)))
    soon(qtbot, lambda: title not in pdf_text(page))
    rows.setCurrentRow(1)
    rows.setFocus()
    qtbot.keyClick(rows, Qt.Key.Key_Space)
    assert filled.snapshot.brief_layouts == ()
    soon(qtbot, lambda: title in pdf_text(page))


def test_a_section_moves_by_its_buttons_and_by_keys_and_comes_back(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    before = sections(page)
    rows = page.sections.list
    rows.setCurrentRow(1)
    page.sections.down.click()
    soon(qtbot, lambda: sections(page) == [before[0], before[2], before[1], *before[3:]])
    assert rows.currentRow() == 2
    qtbot.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    soon(qtbot, lambda: sections(page) == before)
    page.sections.reset.click()
    assert filled.snapshot.brief_layouts == ()
    rows.setCurrentRow(0)
    assert not page.sections.up.isEnabled()


def test_annexes_do_not_leave_their_place(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    parts = page.sections._parts
    first = next(row for row, part in enumerate(parts) if part.section.annex)
    page.sections.list.setCurrentRow(first)
    assert not page.sections.up.isEnabled()
    page.sections.list.setCurrentRow(first - 1)
    assert not page.sections.down.isEnabled()


def test_a_section_leads_to_its_page_and_to_its_words(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    page.sections.list.setCurrentRow(3)
    label = page.sections.list.item(3).text()
    sheets = page.preview.view.sheets
    assert sheets is not None
    assert page.preview.view.page == dict(sheets.marks)[label]
    page.sections.rewrite.click()
    assert page.tabs.value == "texts"
    assert page.passages.section.currentText() == label


def test_the_foreword_and_its_signature_are_printed(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("look")
    foreword = page.look.fields["foreword_fr"].editor
    assert isinstance(foreword, QPlainTextEdit)
    assert not page.look.fields["foreword_en"].isVisible()
    write(qtbot, page, foreword, "Madame, Monsieur,")
    page.look.fields["signed"].editor.setText("Camille Dupont")
    page.look.fields["signed"].editor.textEdited.emit("Camille Dupont")
    assert page.settle()
    soon(qtbot, lambda: "Madame, Monsieur, Camille Dupont" in pdf_text(page))
    assert "Avant-propos" in sections(page)


def png(path: Path, size: tuple[int, int] = (300, 100)) -> Path:
    """Write a picture."""
    Image.new("RGB", size, "#aa3322").save(path)
    return path


def test_a_logo_is_kept_in_the_dossier_and_shown(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    page._show_tab("look")
    page.look.take_logo(png(tmp_path / "logo.png"))
    (tmp_path / "logo.png").unlink()
    with Image.open(BytesIO(look_of(filled.snapshot).logo)) as kept:
        assert (kept.format, kept.size) == ("PNG", (300, 100))
    assert not page.look.logo.pixmap().isNull()
    page.look.drop_logo.click()
    assert look_of(filled.snapshot).logo == b""
    assert page.look.logo.text() == "Pas de logo."


def test_a_file_that_is_no_picture_is_told(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    (tmp_path / "logo.png").write_text("<svg/>")
    with qtbot.waitSignal(filled.fault) as told:
        page.look.take_logo(tmp_path / "logo.png")
    assert told.args[0].key == "picture_unreadable"
    assert filled.snapshot.brief_looks == ()


@pytest.mark.parametrize(
    ("typed", "said"), [("#1F6F78", "Lisible"), ("#ffee88", "Trop pâle"), ("rouge", "six signes"), ("", "")]
)
def test_a_colour_is_told_its_contrast(qtbot: QtBot, filled: Context, typed: str, said: str) -> None:
    page = seen(qtbot, filled)
    page._show_tab("look")
    page.look._dress(colour=typed)
    assert said in page.look.contrast.text() if typed else not page.look.contrast.isVisible()


@pytest.fixture
def reading(filled: Context, knowledge: Knowledge) -> Iterator[Context]:
    """The same dossier, open for reading only."""
    filled.apply(add(edit_of(None, "Une phrase que plus rien ne dit.")))  # type: ignore[arg-type]
    opened = open_dossier(filled.dossier.path, read_only=True)
    yield Context(opened, knowledge)
    opened.close()


def test_a_dossier_that_is_only_read_is_seen_and_written_but_not_changed(
    qtbot: QtBot, reading: Context, tmp_path: Path
) -> None:
    page = seen(qtbot, reading)
    assert page.preview.view.count > 4
    editor = open_passage(page, "summary", 1)
    assert editor.isReadOnly()
    assert not page.passages.editor.reset.isVisible()
    page.passages.section.setCurrentIndex(0)
    page.passages.section.activated.emit(0)
    assert not page.passages.editor.drop.isEnabled()
    page._show_tab("sections")
    rows = page.sections.list
    tick(qtbot, rows, 1)
    rows.setCurrentRow(1)
    assert not page.sections.down.isEnabled()
    assert not page.look.choose_logo.isEnabled()
    page._show_tab("document")
    page.form.place.setText(str(tmp_path / "lu.pdf"))
    page.form.export.click()
    qtbot.waitUntil(lambda: not page.delivery.writing, timeout=LONG)
    assert (tmp_path / "lu.pdf").exists()
