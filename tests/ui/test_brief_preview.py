"""The pages as they will be printed, on the screen and on a printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diagnostic.dossier.operations import add, edit
from diagnostic.dossier.records import Diaspora
from tests.ui.briefing import LONG, pdf_text, ready, seen, soon
from ui.brief.page import BriefPage
from ui.brief.page_pictures import Sheets
from ui.brief.page_places import GAP
from ui.brief.page_view import Zoom
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


def test_the_pages_are_shown_and_follow_what_is_entered(qtbot: QtBot, filled: Context) -> None:
    page = seen(qtbot, filled)
    assert page.preview.view.count > 4
    assert page.preview.number.text() == f"Page 1 sur {page.preview.view.count}"
    assert inks(page) > 10
    assert "Rennes" in pdf_text(page)
    filled.apply(edit(filled.snapshot.territory, name="Ys-la-Neuve"))
    soon(qtbot, lambda: "Ys-la-Neuve" in pdf_text(page))


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
