"""What stands beside the results: one axis, domain or country, down to the answers that made its numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from diagnostic.brief.compose.inputs import Desk
from ui.results.axis_detail import axis_detail
from ui.results.column import Column, scrolling
from ui.results.country_detail import country_detail
from ui.results.domain_detail import domain_detail
from ui.shell.buttons import FlatButton
from ui.shell.typography import Label

SETTLED = 30
"""Milliseconds after which what was filled in has been laid out."""


class DetailPanel(QWidget):
    """Shows one subject: "axis:…", "domain:…", "indicator:…" (its domain, scrolled to it) or "country:…"."""

    asked = Signal(str)
    """another subject"""
    followed = Signal(str, str)
    """a step and what to bring forward there"""
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.subject = ""
        self._marked: QWidget | None = None
        self._title = Label("", step=1, bold=True)
        self._close = FlatButton(desk.texts("results.detail.close"))
        self._close.clicked.connect(self.closed)
        self._body = Column(margins=(0, 0, 12, 12))
        self._area = scrolling(self._body, desk.texts("results.detail.name"))
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 12, 0)
        top.addWidget(self._title, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(12, 12, 0, 0)
        box.addLayout(top)
        box.addWidget(self._area, 1)
        self.hide()

    def show_subject(self, subject: str, desk: Desk) -> bool:
        """Show a subject; False, and nothing changes, if the dossier has none of that name."""
        kind, _, name = subject.partition(":")
        mark = ""
        if kind == "indicator":
            mark, name = name, _domain_of(name, desk)
        if not _known(kind, name, desk):
            return False
        self.subject = subject
        self._fill(kind, name, mark, desk)
        self.show()
        return True

    def take_focus(self) -> None:
        """Put the keyboard on the first link of what is shown: an indicator's own when one was asked for."""
        part = self._marked or self._body
        found = [button for button in part.findChildren(QAbstractButton) if not button.isHidden()]
        (found[0] if found else self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)

    def _fill(self, kind: str, name: str, mark: str, desk: Desk) -> None:
        self._body.clear()
        self._marked = None
        if kind == "country":
            self._title.setText(desk.country(name))
            country_detail(name, desk, self._body, self.followed)
        elif kind == "axis":
            self._title.setText(desk.framework.node(name).title[desk.lang])
            axis_detail(name, desk, self._body, self.asked)
        else:
            self._title.setText(desk.framework.node(name).title[desk.lang])
            self._marked = domain_detail(name, mark, desk, self._body, self.followed)
        self._body.push_up()
        self._scroll_to(self._marked)

    def _scroll_to(self, marked: QWidget | None) -> None:
        """Bring a block into view once it has been laid out."""
        if marked is None:
            self._area.verticalScrollBar().setValue(0)
            return
        area = self._area
        QTimer.singleShot(SETTLED, marked, lambda: area.verticalScrollBar().setValue(marked.y()))


def _domain_of(indicator: str, desk: Desk) -> str:
    found = [each.parent for each in desk.framework.indicators if each.id == indicator]
    return found[0] if found else ""


def _known(kind: str, name: str, desk: Desk) -> bool:
    if kind == "country":
        return any(row.country == name for row in desk.assessment.matrix)
    if kind == "axis":
        return any(axis.id == name for axis in desk.framework.axes())
    return any(node.id == name for node in desk.framework.domains())
