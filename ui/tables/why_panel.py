"""Why a step asks what it asks: the indicators it feeds, beside the page."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from diagnostic.framework.model import Framework, Indicator
from diagnostic.texts import Texts
from ui.shell.buttons import FlatButton, Look
from ui.shell.typography import Label, muted
from ui.wizard.flow import home_of

_EMS = 20


class WhyPanel(QScrollArea):
    """A column that says what a step's figures serve. Escape closes it."""

    closed = Signal()

    def __init__(self, texts: Texts, framework: Framework, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts("page.why"))
        self.close_button = FlatButton(texts("table.close"), Look.QUIET)
        self.close_button.clicked.connect(self.closed)
        ground = QWidget()
        ground.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(14, 10, 12, 12)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(Label(texts("page.why"), bold=True), 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(top)
        layout.addWidget(Label(texts(f"why.{step}")))
        fed = [each for each in framework.indicators if home_of(each.step, each.input) == step]
        if fed:
            layout.addSpacing(8)
            layout.addWidget(muted(texts("page.feeds")))
        for indicator in fed:
            _say(layout, indicator, texts.lang)
        layout.addStretch(1)
        self.setWidget(ground)
        self.follow_letters()

    def follow_letters(self) -> None:
        """Be as wide as the letters ask."""
        self.setFixedWidth(_EMS * self.fontMetrics().horizontalAdvance("m"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _say(layout: QVBoxLayout, indicator: Indicator, lang: str) -> None:
    layout.addSpacing(8)
    layout.addWidget(Label(indicator.title[lang], bold=True))
    layout.addWidget(Label(indicator.definition[lang]))
    if indicator.help[lang]:
        layout.addWidget(muted(indicator.help[lang]))
