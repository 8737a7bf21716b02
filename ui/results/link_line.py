"""Links side by side: to the rows and answers behind a number, or to where something is missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.forms.wrapping import WrapLayout
from ui.results.answer_links import AnswerLink
from ui.shell.buttons import FlatButton, Look


class LinkLine(QWidget):
    """Links on as many lines as they need; pressing one sends its step and focus."""

    def __init__(self, links: Sequence[AnswerLink], followed: SignalInstance) -> None:
        super().__init__()
        box = WrapLayout(self, gap=8)
        for link in links:
            button = FlatButton(link.label.replace("&", "&&"), Look.LINK)
            button.setAccessibleName(link.label)
            button.clicked.connect(lambda _=False, to=link: followed.emit(to.step, to.focus))
            box.addWidget(button)
