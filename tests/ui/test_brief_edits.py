"""Making the brief one's own on the screen: words, sections, looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QFileDialog,
    QListWidget,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from diagnostic.brief.edits.edited import Edited
from diagnostic.dossier.briefing import arrange, dress, look_of
from diagnostic.dossier.dressing import BriefEdit
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import Operation, add
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import BriefDocument, BriefPart, DiasporaDefinition
from diagnostic.errors import WorldError
from tests.ui.briefing import LONG, pdf_text, ready, seen, soon
from ui.brief.differences import marked
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


def edit_of(page: BriefPage, original: str, text: str = OURS, part: BriefPart = BriefPart.PARAGRAPH) -> BriefEdit:
    """Return an edit of the summary, written over other words."""
    return BriefEdit(lang="fr", section="summary", part=part, original=original, text=text)


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
    assert re.sub("</?b>", "", editor.original.text()) == now
    assert (f"<b>{figure}</b>" in editor.original.text(), "<b>98</b>" in editor.before.text()) == (True, True)
    assert editor.before.isVisible()
    assert OURS in pdf_text(page) or page.composer.working
    editor.confirm.click()
    assert filled.snapshot.brief_edits[0].original == now
    soon(qtbot, lambda: states(page) == ["votre texte"])
    assert editor.original.text() == now
    assert not editor.before.isVisible()


def test_a_brief_is_not_saved_without_a_word_on_texts_to_be_looked_at_again(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    assert not page.form.doubts.isVisible()
    title, lead = (passage.original for passage in page.sections._parts[0].passages[:2])
    filled.apply(add(edit_of(page, title, "Notre titre", BriefPart.TITLE)))
    filled.apply(add(edit_of(page, "Une phrase que plus rien ne dit.", "Sans place.")))
    filled.apply(add(edit_of(page, re.sub(r"\d+", "98", lead))))
    two = "Un de vos textes parle de chiffres qui ont changé. Un de vos textes n’a plus de place dans ce document."
    soon(qtbot, lambda: page.form.doubts.text() == two)
    page.form.look_again.click()
    assert page.tabs.value == "texts"
    assert (page.passages.section.currentText(), page.passages.list.currentRow()) == ("Vos textes (3)", 1)
    assert page.passages.list.item(1).text() == "L’essentiel en une page · Paragraphe"
    page.passages.editor.confirm.click()
    soon(qtbot, lambda: page.form.doubts.text() == "Un de vos textes n’a plus de place dans ce document.")
    page.form.look_again.click()
    assert page.passages.list.currentRow() == 2
    page.passages.editor.drop.click()
    soon(qtbot, lambda: not page.form.doubts.isVisibleTo(page.form))


def test_the_changes_between_two_texts_are_in_bold_and_nothing_in_them_is_markup() -> None:
    assert marked("<i>3 pays</i> & 2 villes", "<i>3 pays</i> & 4 villes") == (
        "&lt;i&gt;3 pays&lt;/i&gt; &amp; <b>2</b> villes",
        "&lt;i&gt;3 pays&lt;/i&gt; &amp; <b>4</b> villes",
    )


def test_passages_do_not_run_into_each_other_beside_the_scroll_bar(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("texts")
    page.passages.choose("summary")
    rows = page.passages.list
    soon(qtbot, rows.verticalScrollBar().isVisible)

    def apart() -> bool:
        places = [rows.visualItemRect(rows.item(row)) for row in range(rows.count())]
        gaps = {below.top() - above.bottom() for above, below in pairwise(places)}
        return gaps == {1 + 2 * rows.spacing()}

    soon(qtbot, apart)
    page.resize(700, 500)
    soon(qtbot, apart)
    page.resize(1120, 700)
    soon(qtbot, apart)


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


def test_texts_and_preview_are_of_the_same_section(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    sheets = page.preview.view.sheets
    assert sheets is not None
    assert page.preview.view.page == 0
    page.tabs.segments[2].click()
    assert page.preview.view.page == dict(sheets.marks)[page.passages.section.currentText()] == 1


def test_sections_are_placed_in_the_document_that_is_listed(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    listed = page.sections._parts
    told: list[Edited] = []
    page.composer.composed.connect(told.append)
    filled.apply(add(edit_of(page, "Une phrase que plus rien ne dit.")))
    soon(qtbot, lambda: bool(told))
    page.form.kind.setCurrentIndex(page.form.kind.findData("summary"))  # chosen while that one was being composed
    page._composed(told[0])
    assert len(page.sections._parts) == len(listed)
    page.sections.list.setCurrentRow(1)
    page.sections.down.click()
    assert {row.document for row in filled.snapshot.brief_layouts} == {BriefDocument.FULL}


def test_a_box_shows_what_the_file_holds(qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")

    def full(operation: Operation) -> None:
        raise WorldError("file_write", file="x.rose")

    monkeypatch.setattr(filled.dossier, "apply", full)
    with qtbot.waitSignal(filled.fault):
        tick(qtbot, page.sections.list, 1)
    assert page.sections.list.item(1).checkState() is Qt.CheckState.Checked


def test_words_that_the_disk_refuses_stay_under_the_eyes_of_who_typed_them(
    qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seen(qtbot, filled)
    editor = open_passage(page, "summary", 1)

    def full(operation: Operation) -> None:
        raise WorldError("file_write", file="x.rose")

    with monkeypatch.context() as disk:
        disk.setattr(filled.dossier, "apply", full)
        editor.setPlainText("Tapé sur un disque plein.")
        with qtbot.waitSignal(filled.fault):
            page.passages.list.setCurrentRow(2)
        assert page.passages.list.currentRow() == 1
        assert editor.toPlainText() == "Tapé sur un disque plein."
    page.passages.list.setCurrentRow(2)
    assert [row.text for row in filled.snapshot.brief_edits] == ["Tapé sur un disque plein."]
    assert page.passages.list.currentRow() == 2


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
    page.sections.list.setCurrentRow(sections(page).index("Avant-propos"))
    page.sections.rewrite.click()
    assert page.tabs.value == "look"


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


@pytest.mark.parametrize(("name", "key"), [("logo.svg", "picture_unreadable"), ("vanished.png", "picture_missing")])
def test_a_file_that_is_no_picture_is_told_and_the_logo_stays(
    qtbot: QtBot, filled: Context, tmp_path: Path, name: str, key: str
) -> None:
    page = seen(qtbot, filled)
    page.look.take_logo(png(tmp_path / "logo.png"))
    before = look_of(filled.snapshot)
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with qtbot.waitSignal(filled.fault) as told:
        page.look.take_logo(tmp_path / name)
    assert told.args[0].key == key
    assert look_of(filled.snapshot) == before


def test_logo_and_colour_are_chosen_in_the_systems_dialogs(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    page._show_tab("look")
    page.look.choose_logo.click()
    dialog = page.look._dialog
    assert isinstance(dialog, QFileDialog)
    assert dialog.isVisible()
    dialog.fileSelected.emit(str(png(tmp_path / "logo.png")))
    dialog.reject()
    page.look.choose_colour.click()
    dialog = page.look._dialog
    assert isinstance(dialog, QColorDialog)
    assert dialog.isVisible()
    dialog.colorSelected.emit(QColor("#ffee88"))
    dialog.reject()
    look = look_of(filled.snapshot)
    assert (look.logo[:4], look.colour) == (b"\x89PNG", "#ffee88")
    assert page.look.printed.isVisible()
    page.look._dress(colour="#1f6f78")
    assert not page.look.printed.isVisible()


def test_a_brief_whose_sections_are_all_hidden_is_its_cover(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    hidden = dict.fromkeys((part.section.id for part in page.sections._parts), True)
    filled.apply(arrange(filled.snapshot, BriefDocument.FULL, {}, hidden))
    soon(qtbot, lambda: page.preview.view.count == 1)
    page._show_tab("sections")
    page.sections.reset.click()
    soon(qtbot, lambda: page.preview.view.count > 4)


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


def test_every_press_counts_however_quick(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    before, rows = sections(page), page.sections.list
    rows.setCurrentRow(1)
    for _ in range(3):
        page.sections.down.click()
    qtbot.keyClick(rows, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = [before[0], *before[2:6], before[1], *before[6:]]
    assert (sections(page), rows.currentRow()) == (moved, 5)
    tick(qtbot, rows, 3)
    assert rows.item(3).checkState() is Qt.CheckState.Unchecked
    assert "masquée" in str(rows.item(3).data(Qt.ItemDataRole.AccessibleTextRole))
    ready(qtbot, page)
    assert (sections(page), rows.currentRow()) == (moved, 3)
    sheets = page.preview.view.sheets
    assert sheets is not None
    marks = [mark for mark, _ in sheets.marks if mark in moved]
    assert marks == [*moved[:3], *moved[4:]]
    assert [(row.section, row.place) for row in filled.snapshot.brief_layouts if row.place] == [("identity", 6)]


def test_a_document_composed_before_the_last_move_does_not_take_it_back(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("sections")
    told: list[Edited] = []
    page.composer.composed.connect(told.append)
    filled.apply(add(edit_of(page, "Une phrase que plus rien ne dit.")))
    soon(qtbot, lambda: bool(told))
    before = sections(page)
    page.sections.list.setCurrentRow(1)
    page.sections.down.click()
    page._composed(told[0])
    assert sections(page) == [before[0], before[2], before[1], *before[3:]]
    filled.undo()
    assert sections(page) == before


def test_a_document_with_nothing_in_it_or_too_long_is_said(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    assert not page.form.shape.isVisible()
    page.form.kind.setCurrentIndex(page.form.kind.findData("summary"))
    page.form.kind.activated.emit(page.form.kind.currentIndex())
    ready(qtbot, page)
    assert not page.form.shape.isVisible()
    write(qtbot, page, open_passage(page, "summary", 1), "internationalisation " * 2000)
    page._show_tab("document")
    soon(qtbot, lambda: "pages au lieu de 2" in page.form.shape.text())
    assert page.form.shape.isVisible()
    hidden = dict.fromkeys((part.section.id for part in page.sections._parts), True)
    filled.apply(arrange(filled.snapshot, BriefDocument.SUMMARY, {}, hidden))
    soon(qtbot, lambda: page.form.shape.text().startswith("Toutes les sections"))


def test_the_preview_goes_to_what_is_being_dressed(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    view.go_to(6)
    page._show_tab("look")
    assert view.page == 0
    view.go_to(6)
    editor = page.look.fields["foreword_fr"].editor
    assert isinstance(editor, QPlainTextEdit)
    write(qtbot, page, editor, "Madame, Monsieur,")
    soon(qtbot, lambda: "Madame, Monsieur," in pdf_text(page))
    ready(qtbot, page)
    assert view.sheets is not None
    own = dict(view.sheets.marks)["Avant-propos"]
    assert (view.page, own > 0) == (own, True)
    page.look.choose_logo.setFocus()
    page.look.take_logo(png(tmp_path / "logo.png"))
    assert view.page == 0
    ready(qtbot, page)
    assert view.page == 0
    page.look.fields["signed"].editor.setFocus()
    assert view.page == own
    page._show_tab("sections")
    view.go_to(6)
    page._show_tab("look")
    assert view.page == own


def test_the_preview_stays_where_it_was_turned_by_hand(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page._show_tab("look")
    page.look.fields["signed"].editor.setFocus()
    page.preview.view.go_to(5)
    filled.apply(arrange(filled.snapshot, BriefDocument.FULL, {}, {"method": True}))  # type: ignore[arg-type]
    ready(qtbot, page)
    assert page.preview.view.page == 5
    page.look._dress(colour="#9b2c5e")
    page._show_tab("sections")
    page.preview.view.go_to(5)
    ready(qtbot, page)
    assert page.preview.view.page == 5


def test_a_foreword_of_the_campaign_before_is_said_until_it_is_kept(qtbot: QtBot, filled: Context) -> None:
    filled.apply(dress(filled.snapshot, foreword_fr="Madame,"))  # type: ignore[arg-type]
    year = filled.snapshot.campaign.year
    filled.dossier.start_campaign(year + 1, filled.snapshot.campaign.day)
    page = seen(qtbot, filled)
    assert page.form.doubts.text() == f"L’avant-propos est celui de la campagne {year}."
    page.form.look_again.click()
    assert page.tabs.value == "look"
    assert str(year) in page.look.carried.text()
    assert page.look.carried.isVisible()
    page.look.keep.click()
    assert not page.look.carried.isVisible()
    soon(qtbot, lambda: page.form.doubts.text() == "")
    filled.undo()
    assert page.look.keep.isVisible()
