"""The pages as they will be printed, on the screen and on a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QColor, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.brief import pdfium
from diagnostic.brief.office import pictures
from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.records import Diaspora
from tests.ui.briefing import LONG, pdf_text, ready, seen, soon
from ui.brief import page_pictures, printing
from ui.brief.page import BriefPage
from ui.brief.page_pictures import Picture, Sheets, picture_of
from ui.brief.page_places import GAP
from ui.brief.page_view import Zoom
from ui.shell.beside import Beside, Work
from ui.wizard.context import Context


@pytest.fixture
def filled(context: Context) -> Context:
    """A context on a dossier with a community."""
    context.apply(add(Diaspora(country="MA", people=4200)))
    return context


def sheets_of(page: BriefPage) -> Sheets:
    """Return the document that is shown."""
    sheets = page.preview.view.sheets
    assert sheets is not None
    return sheets


def inks(page: BriefPage) -> int:
    """Return how many colours the preview shows along its middle."""
    image = page.preview.view.viewport().grab().toImage()
    x = range(0, image.width(), 3)
    return len({image.pixelColor(at, y).name() for at in x for y in range(0, image.height(), 3)})


def darkest(page: BriefPage) -> int:
    """Return how dark the darkest ink of the first page is, 0 to 255."""
    view = page.preview.view
    sheet = view._places[0].adjusted(4, 4, -4, -4).intersected(view.viewport().rect())
    image = view.viewport().grab(sheet).toImage()
    spots = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
    return min(image.pixelColor(x, y).lightness() for x, y in spots)


def test_the_pages_are_shown_and_follow_what_is_entered(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    assert page.preview.view.count > 4
    assert page.preview.number.text() == f"Page 1 sur {page.preview.view.count}"
    assert inks(page) > 10
    assert "Rennes" in pdf_text(page)
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    soon(qtbot, lambda: "Ys-la-Neuve" in pdf_text(page))


def test_the_last_documents_picture_is_never_shown_as_this_ones(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view, preparing = page.preview.view, "L’aperçu se prépare…"
    assert (view.fresh, page.preview.said.text()) == (True, "")
    told: list[tuple[bool, bool, str]] = []
    page.composer.printed.connect(
        lambda sheets: told.append((view.fresh, view.pictures.outdated(0), page.preview.said.text()))
    )
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    assert page.preview.said.text() == preparing
    soon(qtbot, lambda: bool(told))
    assert told == [(False, True, preparing)]
    ready(qtbot, page)
    assert (view.fresh, view.pictures.outdated(0), page.preview.said.text()) == (True, False, "")


def test_a_picture_that_stands_in_is_veiled(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    before = darkest(page)
    veiled: list[int] = []
    page.composer.printed.connect(lambda sheets: veiled.append(darkest(page)))
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    soon(qtbot, lambda: bool(veiled))
    assert before < 90 < veiled[0]
    ready(qtbot, page)
    assert view.fresh
    assert darkest(page) < 90


def test_a_page_is_drawn_once_however_often_it_is_looked_at(
    qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[tuple[int, int]] = []

    def counted(pdf: bytes, page: int, width: int) -> Picture:
        drawn.append((page, width))
        return picture_of(pdf, page, width)

    page = seen(qtbot, filled)
    monkeypatch.setattr("ui.brief.picture_queue.picture_of", counted)
    view = page.preview.view
    view.go_to(4)
    for _ in range(3):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 1)
    ready(qtbot, page)
    assert (4, view._pixels()) in drawn
    assert len(drawn) == len(set(drawn))


def test_pages_are_drawn_and_pictured_by_one_thread_at_a_time() -> None:
    turns = {id(room.opened) for room in (page_pictures, pdfium, pictures)}
    assert turns == {id(pdfium.opened)}


def test_a_fault_of_ours_leaves_no_old_pages_to_be_taken_for_new_ones(
    qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seen(qtbot, filled)

    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch, qtbot.captureExceptions() as caught:
        patch.setattr("ui.brief.composer.composed", broken)
        filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
        soon(qtbot, lambda: page.preview.view.sentence.startswith("L’aperçu n’a pas pu"))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert (page.preview.view.count, page.form.print.isEnabled()) == (0, False)
    filled.undo()
    soon(qtbot, lambda: page.preview.view.count > 4)


def test_only_pages_that_are_seen_are_made_into_pictures(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    made: list[int] = []
    view.pictures.made.connect(made.append)
    view.go_to(4)
    qtbot.waitUntil(lambda: 4 in made and not view.pictures.busy, timeout=LONG)
    assert set(made) <= {2, 3, 4, 5, 6}


def test_pages_are_turned_by_buttons_and_keys(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    assert not page.preview.back.isEnabled()
    page.preview.onward.click()
    assert (view.page, page.preview.back.isEnabled()) == (1, True)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.page == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == view.count - 1
    assert not page.preview.onward.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().pageStep()
    assert view.accessibleDescription() == page.preview.number.text()


def test_small_pages_lead_to_the_page_that_is_pressed(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    next(each for each in page.preview.zoom.segments if each.text() == "Vignettes").click()
    ready(qtbot, page)
    third = view._places[2]
    assert third.top() == view._places[0].top() == GAP
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(third.center()))
    assert (page.preview.zoom.value, view.page) == (Zoom.WIDTH, 2)
    page.preview.zoom.segments[1].click()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert (page.preview.zoom.value, view.page) == (Zoom.WIDTH, 3)


def test_a_picture_has_as_many_pixels_as_the_screen(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    view = page.preview.view
    picture = view.pictures.picture(0, view._pixels())
    assert picture is not None
    assert picture.width() == view._places[0].width() * view.devicePixelRatioF()


def test_the_preview_is_among_the_parts_where_room_lacks(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    assert page.preview.isVisible()
    assert not page.tabs.segments[-1].isVisible()
    page.resize(560, 500)
    assert not page.preview.isVisible()
    page.tabs.segments[-1].click()
    assert page.preview.isVisible()
    page.resize(1120, 700)
    assert page.preview.isVisible()
    assert page.tabs.value == "document"


def test_what_is_not_seen_is_not_composed(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    page.hide()
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    assert not page.composer.working
    page.show()
    soon(qtbot, lambda: "Ys-la-Neuve" in pdf_text(page))


def test_a_report_of_nothing_says_why_there_is_no_preview(qtbot: QtBot, context: Context) -> None:
    page = seen(qtbot, context)
    page.form.kind.setCurrentIndex(page.form.kind.findData("yearly"))
    page.form.kind.activated.emit(page.form.kind.currentIndex())
    soon(qtbot, lambda: "rien à rapporter" in page.preview.view.sentence)
    assert page.preview.view.count == 0
    assert not page.form.print.isEnabled()
    assert (page.sections.list.count(), page.passages.section.count(), page.passages.list.count()) == (0, 0, 0)
    page._show_tab("texts")
    assert not page.passages.editor.isVisible()


def test_the_document_goes_to_a_printer_page_by_page(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    assert page.form.print.isEnabled()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    printer.setFromTo(2, 3)
    page.delivery.print_on(printer, sheets_of(page))
    soon(qtbot, lambda: page.form.said.text() == "La note est envoyée à l’imprimante.")
    paper = PdfReader(tmp_path / "papier.pdf").pages
    assert len(paper) == 2
    assert max(image.image.width for image in paper[0].images) >= 2400


def test_what_is_printed_is_what_was_entered_last(
    qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seen(qtbot, filled)
    asked: list[Sheets] = []
    monkeypatch.setattr(page.delivery, "ask_printer", asked.append)
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    page.form.print.click()
    assert asked == []
    assert page.form.said.text().startswith("La note part à l’imprimante dès que")
    soon(qtbot, lambda: bool(asked))
    assert "Ys-la-Neuve" in pdf_text(page)
    assert asked == [page.preview.view.sheets]
    assert page.form.said.text() == ""
    page.form.print.click()
    assert len(asked) == 2


def test_the_printer_is_asked_for_and_a_page_fills_a_sheet(
    qtbot: QtBot, filled: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seen(qtbot, filled)
    printed: list[tuple[QPrinter, Sheets]] = []
    monkeypatch.setattr(page.delivery, "print_on", lambda *given: printed.append(given))
    page.form.print.click()
    dialog = page.delivery._dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.printer().fullPage()
    assert dialog.printer().pageLayout().pageSize().id() is QPageSize.PageSizeId.A4
    dialog.accepted.emit(dialog.printer())
    assert printed == [(dialog.printer(), sheets_of(page))]
    dialog.reject()


def test_a_page_that_cannot_be_drawn_ends_the_printing(
    qtbot: QtBot, filled: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = seen(qtbot, filled)

    def broken(*arguments: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ui.brief.printing.picture_of", broken)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    with qtbot.captureExceptions() as caught:
        page.delivery.print_on(printer, sheets_of(page))
        soon(qtbot, lambda: page.form.said.text().startswith("L’imprimante n’a pas pris la note"))
    assert [kind for kind, *_ in caught] == [ZeroDivisionError]
    assert page.form.export.isEnabled()


def test_the_thread_that_prints_holds_nothing_of_the_screen(
    qtbot: QtBot, filled: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[object] = []

    def watched(work: Work, name: str, parent: QObject) -> Beside:
        held.extend(cell.cell_contents for cell in work.__closure__ or ())
        return Beside(work, name, parent)

    page = seen(qtbot, filled)
    monkeypatch.setattr(printing, "Beside", watched)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papier.pdf"))
    printer.setFromTo(1, 1)
    page.delivery.print_on(printer, sheets_of(page))
    soon(qtbot, lambda: page.form.said.text() == "La note est envoyée à l’imprimante.")
    assert held
    assert not [each for each in held if isinstance(each, QObject)]  # it would be destroyed there, if left last


@pytest.mark.qt_log_ignore("QPainter::begin", "does not support")
def test_a_printer_that_takes_nothing_is_told(qtbot: QtBot, filled: Context, tmp_path: Path) -> None:
    page = seen(qtbot, filled)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "nulle part" / "papier.pdf"))
    page.delivery.print_on(printer, sheets_of(page))
    soon(qtbot, lambda: page.form.said.text().startswith("L’imprimante n’a pas pris la note"))
    assert page.form.export.isEnabled()


def test_the_paper_is_white_in_every_theme(qtbot: QtBot, filled: Context, appearance) -> None:
    appearance.set_theme("dark")
    page = seen(qtbot, filled)
    view = page.preview.view
    spot = view._places[0].topLeft() + QPoint(6, 6)
    assert view.viewport().grab().toImage().pixelColor(spot * view.devicePixelRatioF()) == QColor("white")
    assert QApplication.palette().window().color().lightness() < 100
