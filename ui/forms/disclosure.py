"""Something more to read or fill, shown when it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget


class Disclosure(QWidget):
    """A title that opens and closes what it names. The content is made the first time it is opened."""

    opened = Signal(bool)

    def __init__(
        self, title: str, make: Callable[[], QWidget], parent: QWidget | None = None, *, apart: bool = False
    ) -> None:
        """Show `title`; `make` gives the content. With `apart`, the owner places the `button`."""
        super().__init__(parent)
        self._make = make
        self.content: QWidget | None = None
        self.button = QToolButton(self)
        self.button.setText(title.replace("&", "&&"))
        self.button.setAccessibleName(title)
        self.button.setAutoRaise(True)
        self.button.setCheckable(True)
        self.button.setArrowType(Qt.ArrowType.RightArrow)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self._toggled)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._apart = apart
        self.setVisible(not apart)
        if not apart:
            self._box.addWidget(self.button)

    def open(self, opened: bool = True) -> None:
        """Open or close."""
        self.button.setChecked(opened)

    def _toggled(self, opened: bool) -> None:
        if opened and self.content is None:
            self.content = self._make()
            self._box.addWidget(self.content)
        if self.content is not None:
            self.content.setVisible(opened)
        self.setVisible(opened or not self._apart)
        self.button.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.opened.emit(opened)
