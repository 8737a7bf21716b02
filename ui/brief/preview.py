"""The preview: the pages, a bar to turn them, and a word while they are being made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.texts import Texts
from ui.brief.page_pictures import Sheets
from ui.brief.page_view import PageView, Zoom
from ui.forms.segmented import Segmented
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted


class Preview(QWidget):
    """Shows a document's pages as they will be printed."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.view = PageView(texts)
        self.zoom = Segmented([(each, texts(f"briefpage.zoom.{each.value}")) for each in Zoom])
        self.zoom.name(texts("briefpage.zoom_name"))
        self.zoom.show_value(Zoom.WIDTH)
        self.back = _turner("‹", texts("briefpage.page_before"))
        self.onward = _turner("›", texts("briefpage.page_after"))
        self.number = Label(wrap=False)
        self.said = muted()
        self._sentence = ""
        self._lay_out()
        self.zoom.chosen.connect(self.view.set_zoom)
        self.view.zoomed.connect(self._zoomed)
        self.view.turned.connect(lambda page: self._say_page())
        self.view.freshened.connect(self._say)
        self.back.clicked.connect(lambda: self.view.go_to(self.view.page - 1))
        self.onward.clicked.connect(lambda: self.view.go_to(self.view.page + 1))
        self._say_page()

    def show_sheets(self, sheets: Sheets | None) -> None:
        """Show a document."""
        self.view.show_sheets(sheets)
        self._say_page()
        self._say()

    def say(self, sentence: str) -> None:
        """Say what is being done, or why there is nothing to see; "" for nothing."""
        self._sentence = sentence
        self._say()

    def go_to_mark(self, title: str) -> None:
        """Look at the page of a bookmark, if the document has it."""
        sheets = self.view.sheets
        page = next((page for mark, page in sheets.marks if mark == title), None) if sheets else None
        if page is not None:
            self.view.go_to(page)

    def _say(self) -> None:
        """Say it in the place of the pages, or above them; there, also that some in view are the last document's."""
        waiting = "" if self.view.fresh else self._texts("briefpage.preparing")
        self.said.setText((self._sentence or waiting) if self.view.count else "")
        self.view.say("" if self.view.count else self._sentence)

    def _zoomed(self, zoom: Zoom) -> None:
        self.zoom.show_value(zoom)
        self.view.set_zoom(zoom)

    def _say_page(self) -> None:
        count, page = self.view.count, self.view.page
        self.number.setText(self._texts("briefpage.page_of", page=page + 1, count=count) if count else "")
        self.back.setEnabled(page > 0)
        self.onward.setEnabled(page + 1 < count)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(8)
        for widget in (self.back, self.number, self.onward):
            bar.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.said, 1, Qt.AlignmentFlag.AlignVCenter)
        bar.addWidget(self.zoom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(bar)
        box.addWidget(self.view, 1)


def _turner(sign: str, name: str) -> FlatButton:
    button = FlatButton(sign, Look.QUIET)
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button
