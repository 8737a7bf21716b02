"""The pictures of a document's pages, made beside the screen one after the other, the last asked for first."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ui.brief.page_pictures import Picture, Sheets, picture_of
from ui.shell.beside import Beside

KEPT = 8
"""Pictures of pages wide enough to read that are kept; thumbnails weigh little, all of them stay."""
SMALL = 400
"""Pixels of width up to which a picture weighs little."""


class PictureQueue(QObject):
    """Makes the pictures asked for and keeps the last ones."""

    made = Signal(int)
    """a page (from 0) of which there is a new picture"""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sheets: Sheets | None = None
        self._wanted: list[tuple[int, int]] = []
        self._kept: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self._old: dict[int, QImage] = {}
        self._work: Beside | None = None

    def show(self, sheets: Sheets | None) -> None:
        """Make pictures of another document; those of the last one stand in until theirs are made."""
        last = {page: image for (page, _), image in self._kept.items()}
        self._old = (last or self._old) if sheets else {}
        self._kept.clear()
        self._wanted = []
        self._sheets = sheets
        if self._work is not None:
            self._work.cancel()

    def want(self, pages: list[int], width: int) -> None:
        """Make the pictures of some pages `width` pixels wide, in that order, and no others any more."""
        self._wanted = [(page, width) for page in pages if (page, width) not in self._kept]
        self._go_on()

    def outdated(self, page: int) -> bool:
        """Return whether all there is to show of a page is the last document's."""
        return page in self._old

    def picture(self, page: int, width: int) -> QImage | None:
        """Return a page's picture, at another width or of the last document where its own is not made yet."""
        if (page, width) in self._kept:
            self._kept.move_to_end((page, width))
            return self._kept[page, width]
        others = [image for (number, _), image in self._kept.items() if number == page]
        return others[-1] if others else self._old.get(page)

    def fresh(self, page: int, width: int) -> bool:
        """Return whether a page has its own picture, of this document and that wide."""
        return (page, width) in self._kept

    @property
    def busy(self) -> bool:
        """Return whether pictures are being made."""
        return self._work is not None

    def _go_on(self) -> None:
        sheets = self._sheets
        if self._work is not None or not self._wanted or sheets is None:
            return
        page, width = self._wanted.pop(0)
        work = Beside(lambda watch: picture_of(sheets.pdf, page, width), "page", self)
        work.done.connect(lambda picture: self._made(sheets, page, width, picture))
        work.ended.connect(self._ended)
        self._work = work
        work.start()

    def _made(self, sheets: Sheets, page: int, width: int, picture: Picture) -> None:
        if sheets is self._sheets:
            self._kept[page, width] = image_of(picture)
            self._old.pop(page, None)
            self._let_go()
            self.made.emit(page)

    def _ended(self) -> None:
        self._work = None
        self._go_on()

    def _let_go(self) -> None:
        heavy = [key for key in self._kept if key[1] > SMALL]
        for key in heavy[: max(0, len(heavy) - KEPT)]:
            del self._kept[key]


def image_of(picture: Picture) -> QImage:
    """Return a picture as Qt paints it."""
    seen = QImage(picture.data, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
    return seen.copy()  # the bytes are the picture's, and go with it
