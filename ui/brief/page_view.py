"""The pages of a document as they will be printed: one under the other as wide as the view, or all of them small."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from diagnostic.texts import Texts
from ui.brief.page_pictures import Sheets
from ui.brief.page_places import GAP, across, places
from ui.brief.picture_queue import PictureQueue

THUMB_EMS = 9.0
"""The width of a small page, in heights of a line."""
VEIL = QColor(255, 255, 255, 170)
"""Over the last document's picture of a page, until its own is made."""


class Zoom(Enum):
    """How large the pages are."""

    WIDTH = "width"
    THUMBS = "thumbs"


class PageView(QAbstractScrollArea):
    """Paints the pages that are seen, and asks for the pictures of no others."""

    turned = Signal(int)
    """the page that is looked at now, from 0"""
    zoomed = Signal(object)
    """a Zoom that the user chose by pressing a page"""
    freshened = Signal()
    """the pages in view have their own pictures now, or have not any more"""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._sheets: Sheets | None = None
        self._zoom = Zoom.WIDTH
        self._page = 0
        self._places: list[QRect] = []
        self._fresh = True
        self.sentence = ""
        self.pictures = PictureQueue(self)
        self.pictures.made.connect(lambda page: self._look())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts("briefpage.preview"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Midlight)
        self.viewport().setAutoFillBackground(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @property
    def page(self) -> int:
        """Return the page that is looked at, from 0."""
        return self._page

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return len(self._sheets.pages) if self._sheets else 0

    @property
    def sheets(self) -> Sheets | None:
        """Return the document that is shown."""
        return self._sheets

    @property
    def fresh(self) -> bool:
        """Return whether each page in view shows what the document says: no picture of another stands in for it."""
        return self._fresh

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show a document, at the place where the last one was looked at."""
        before = self.verticalScrollBar().value()
        self._sheets = sheets
        self.pictures.show(sheets)
        self._lay_out()
        self.verticalScrollBar().setValue(before)
        self._scrolled()

    def say(self, sentence: str) -> None:
        """Say why there are no pages, in their place."""
        self.sentence = sentence
        if not self.count:
            self.setAccessibleDescription(sentence)
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages large or small; the page looked at stays in view."""
        page, self._zoom = self._page, zoom
        self._lay_out()
        self.go_to(page)

    def go_to(self, page: int) -> None:
        """Look at a page."""
        if 0 <= page < len(self._places):
            self._page = page
            self.verticalScrollBar().setValue(self._places[page].top() - GAP)
            self._tell(page)
            self._look()

    def event(self, event: QEvent) -> bool:
        """Make the pictures again for a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._look()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the pictures that nobody could see until now."""
        super().showEvent(event)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the width, and stay at the page."""
        page = self._page
        super().resizeEvent(event)
        self._lay_out()
        self.go_to(page)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of letters."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._lay_out()
            self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages; Enter reads the small page that is looked at."""
        key = event.key()
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if self._zoom is Zoom.THUMBS:
            row = self._across()
            steps |= {Qt.Key.Key_Down: row, Qt.Key.Key_Up: -row}
        if key in steps:
            self.go_to(max(0, min(self.count - 1, self._page + steps[key])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._zoom is Zoom.THUMBS:
            self._read(self._page)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count - 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            bar = self.verticalScrollBar()
            step = 3 * self.fontMetrics().height() if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) else bar.pageStep()
            bar.setValue(bar.value() + (step if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -step))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Read the small page that is pressed."""
        if self._zoom is Zoom.THUMBS:
            place = event.position().toPoint()
            place.setY(place.y() + self.verticalScrollBar().value())
            for page, rect in enumerate(self._places):
                if rect.contains(place):
                    self._read(page)
                    return

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view, white until their pictures are made."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        down = self.verticalScrollBar().value()
        for page in self._seen():
            self._paint(painter, page, self._places[page].translated(0, -down))
        if not self._places and self.sentence:
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            room = self.viewport().rect().adjusted(3 * GAP, 3 * GAP, -3 * GAP, -3 * GAP)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.sentence)

    def _look(self) -> None:
        """Ask for the pictures of the pages in view and of their neighbours, and tell whether they are there."""
        self.viewport().update()
        if not self.isVisible():
            return
        seen, width = self._seen(), self._pixels()
        if seen:
            after = [page for page in (seen[-1] + 1, seen[0] - 1) if 0 <= page < self.count]
            self.pictures.want([*seen, *after], width)
        fresh = all(self.pictures.fresh(page, width) for page in seen)
        if fresh != self._fresh:
            self._fresh = fresh
            self.freshened.emit()

    def _seen(self) -> list[int]:
        return [page for page, rect in enumerate(self._places) if self._in_view(rect)]

    def _paint(self, painter: QPainter, page: int, rect: QRect) -> None:
        painter.fillRect(rect, Qt.GlobalColor.white)  # paper, in every theme
        image = self.pictures.picture(page, self._pixels())
        if image is not None:
            painter.drawImage(rect, image)
        if self.pictures.outdated(page):
            painter.fillRect(rect, VEIL)
        colours = self.palette()
        chosen = self._zoom is Zoom.THUMBS and page == self._page
        edge = colours.color(QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Mid)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 3 if chosen else 1))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))
        if self._zoom is Zoom.THUMBS:
            painter.setPen(colours.color(QPalette.ColorRole.WindowText))
            words = QRect(rect.left(), rect.bottom() + 3, rect.width(), self.fontMetrics().height())
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, str(page + 1))

    def _lay_out(self) -> None:
        """Place the pages on the ground, and set how far it scrolls."""
        pages = self._sheets.pages if self._sheets else ()
        under = self.fontMetrics().height() + 6 if self._zoom is Zoom.THUMBS else 0
        room = self.viewport().width()
        self._places, ground = places(pages, room, self._page_width(), self._across(), under)
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(3 * self.fontMetrics().height())
        bar.setRange(0, max(0, ground - self.viewport().height()))

    def _page_width(self) -> int:
        room = max(40, self.viewport().width() - 2 * GAP)
        return room if self._zoom is Zoom.WIDTH else min(room, round(THUMB_EMS * self.fontMetrics().height()))

    def _across(self) -> int:
        return 1 if self._zoom is Zoom.WIDTH else across(self.viewport().width(), self._page_width())

    def _pixels(self) -> int:
        return round(self._page_width() * self.devicePixelRatioF())

    def _in_view(self, rect: QRect) -> bool:
        down = self.verticalScrollBar().value()
        return rect.bottom() >= down and rect.top() <= down + self.viewport().height()

    def _read(self, page: int) -> None:
        self._page = page
        self.zoomed.emit(Zoom.WIDTH)

    def _scrolled(self) -> None:
        self._look()
        if self._zoom is Zoom.WIDTH and self._places:
            middle = self.verticalScrollBar().value() + self.viewport().height() // 3
            self._page = next((page for page, rect in enumerate(self._places) if rect.bottom() >= middle), 0)
        self._page = max(0, min(self._page, self.count - 1))
        self._tell(self._page)

    def _tell(self, page: int) -> None:
        if self.count:
            self.setAccessibleDescription(self._texts("briefpage.page_of", page=page + 1, count=self.count))
        self.turned.emit(page)
