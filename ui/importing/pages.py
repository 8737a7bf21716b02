"""Several widgets in one place, of which one is there: the others ask for no room."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """A stack as tall as what it shows: QStackedWidget is as tall as the tallest of its pages."""

    def __init__(self, pages: Iterable[QWidget]) -> None:
        super().__init__()
        self._pages = tuple(pages)
        self.current = self._pages[0]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for page in self._pages:
            column.addWidget(page)
        self.turn_to(self.current)

    def turn_to(self, page: QWidget) -> None:
        """Show a page."""
        self.current = page
        for other in self._pages:
            if other is not page:
                other.hide()
        page.show()
