"""What the page of imports is made of: a title, a sentence where there is room, what is in view, the foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.importing.file_panel import FilePanel, Warned
from ui.importing.foot import Foot
from ui.importing.line_words import LineWords
from ui.importing.mapping_panel import MappingPanel
from ui.importing.pages import Pages
from ui.importing.progress_line import ProgressLine
from ui.importing.units_bar import UnitsBar
from ui.shell.thin_line import thin_line
from ui.shell.typography import heading, muted
from ui.wizard.context import Context

_TALL = 24
"""Lines of text: in a lower page the sentence above is left out."""


class PageFrame(QWidget):
    """One of `progress`, `panel` and `mapping` is in view in the `body`. Everything but the foot scrolls."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = context.texts
        self.progress = ProgressLine(texts)
        self.panel = FilePanel(LineWords(texts, context.countries, context.framework))
        self.mapping = MappingPanel(context)
        self.body = Pages((self.progress, self.panel, self.mapping))
        self.fault = Warned()
        self.files = UnitsBar(texts)
        self.foot = Foot(texts)
        self._lead = muted(texts("importing.lead"))
        self._title = heading(texts("importing.heading"))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the sentence above where room lacks."""
        super().resizeEvent(event)
        self._lead.setVisible(self.height() > _TALL * self.fontMetrics().lineSpacing())

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(26, 16, 26, 10)
        column.setSpacing(8)
        for widget in (self._title, self._lead, self.files, self.fault):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(area, 1)
        whole.addWidget(thin_line())
        whole.addWidget(self.foot)
