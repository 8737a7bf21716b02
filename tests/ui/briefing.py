"""The brief page on screen, with its document composed and printed."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from diagnostic.brief.pdfium import opened
from tests.ui.answering import step
from ui.brief.page import BriefPage
from ui.wizard.context import Context

LONG = 25_000
"""Milliseconds: a slow machine composes, prints and draws."""


def ready(qtbot: QtBot, page: BriefPage) -> None:
    """Wait until the preview is up to date, and the pictures of the pages around it are made too."""
    view = page.preview.view
    idle = lambda: not page.composer.working and not view.pictures.busy and view.fresh  # noqa: E731
    qtbot.waitUntil(idle, timeout=LONG)


def seen(qtbot: QtBot, context: Context, size: tuple[int, int] = (1120, 700)) -> BriefPage:
    """Return the page, on screen, with its preview."""
    page = BriefPage(context, step("brief"))
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    qtbot.waitExposed(page)
    ready(qtbot, page)
    return page


def soon(qtbot: QtBot, true: Callable[[], bool]) -> None:
    """Wait until something is true."""
    qtbot.waitUntil(true, timeout=LONG)


def pdf_text(page: BriefPage) -> str:
    """Return the words of the document that the preview shows, on one line."""
    sheets = page.preview.view.sheets
    assert sheets is not None
    with opened(sheets.pdf) as document:  # pages are being drawn beside the test
        return " ".join(" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document)
