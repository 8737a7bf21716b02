"""A document on a printer: its pages as pictures at the printer's own fineness, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from diagnostic.errors import WorldError
from ui.brief.page_pictures import Picture, Sheets, picture_of
from ui.brief.picture_queue import image_of
from ui.shell.beside import Beside

DOTS = 300
"""Dots an inch: finer is not seen, and a page would weigh more than a hundred megabytes."""
INCH = 72.0
"""Points."""


class PagePrinter(QObject):
    """Prints one document, without stopping the screen. `done`, or `failed` with a WorldError, is emitted once."""

    done = Signal()
    failed = Signal(object)

    def __init__(self, sheets: Sheets, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._printer = printer
        self._painter = painter = QPainter()
        first = printer.fromPage() or 1
        last = min(printer.toPage() or len(sheets.pages), len(sheets.pages))
        self._pages = list(range(first - 1, last))
        self._begun = False
        self._picture: Picture | None = None
        self.destroyed.connect(lambda: painter.isActive() and painter.end())  # before its printer goes away

    def start(self) -> None:
        """Begin."""
        if not self._pages or not self._painter.begin(self._printer):
            self._refuse()
            return
        self._next()

    def _next(self) -> None:
        if not self._pages:
            self._painter.end()
            self.done.emit()
            return
        page = self._pages.pop(0)
        width = round(self._sheets.pages[page].width / INCH * DOTS)
        pdf = self._sheets.pdf  # the thread may outlive the painter, which must not be destroyed there
        work = Beside(lambda watch: picture_of(pdf, page, width), "print", self)
        work.done.connect(self._take)
        work.ended.connect(self._draw)
        work.start()

    def _take(self, picture: Picture) -> None:
        self._picture = picture

    def _draw(self) -> None:
        picture, self._picture = self._picture, None
        if picture is None or (self._begun and not self._printer.newPage()):
            self._refuse()
            return
        self._begun = True
        image = image_of(picture)
        paper = QRectF(self._painter.viewport())
        scale = min(paper.width() / image.width(), paper.height() / image.height())
        room = QRectF(0, 0, image.width() * scale, image.height() * scale)
        room.moveCenter(paper.center())
        self._painter.drawImage(room, image)
        self._next()

    def _refuse(self) -> None:
        """Stop at what cannot be printed; a fault of ours is told apart."""
        if self._painter.isActive():
            self._painter.end()
        self.failed.emit(WorldError("printer_refused"))
