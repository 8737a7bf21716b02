"""Keeps a composed and printed document up to date beside the screen, a moment after what it says changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from diagnostic.brief.content import BriefContent
from diagnostic.brief.edits.edited import Edited
from diagnostic.errors import WorldError
from diagnostic.watching import Watch
from ui.brief.page_pictures import Sheets, sheets_of
from ui.brief.writing import Order, composed, printed
from ui.shell.beside import Beside, Work

PAUSE = 350
"""Milliseconds without a change after which the document is composed again."""


class Composer(QObject):
    """Composes, then prints; what was asked for in the meantime takes the place of what is under way."""

    composed = Signal(object)
    """an Edited"""
    printed = Signal(object)
    """a Sheets"""
    failed = Signal(object)
    """a WorldError"""
    busy = Signal(bool)

    def __init__(self, order: Callable[[], Order], parent: QObject) -> None:
        super().__init__(parent)
        self._order = order
        self._work: Beside | None = None
        self._stale = False
        self._content: BriefContent | None = None
        self._shown: BriefContent | None = None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._begin)

    @property
    def working(self) -> bool:
        """Return whether the document is being composed or printed, or is about to be."""
        return self._work is not None or self._timer.isActive()

    def ask(self, *, soon: bool = True) -> None:
        """Compose again: at once, or after a pause in which other changes may come."""
        self._timer.start(PAUSE if soon else 0)

    def stop(self) -> None:
        """Leave it: nobody looks."""
        self._timer.stop()
        self._stale = False
        if self._work is not None:
            self._work.cancel()

    def _begin(self) -> None:
        if self._work is not None:
            self._stale = True
            self._work.cancel()
            return
        self.busy.emit(True)
        order = self._order()
        self._start(lambda watch: composed(order, watch), self._composed)

    def _composed(self, edited: Edited) -> None:
        self._content = edited.content
        self.composed.emit(edited)

    def _print(self, content: BriefContent) -> None:
        self._start(lambda watch: _sheets(content, watch), lambda sheets: self._printed(content, sheets))

    def _printed(self, content: BriefContent, sheets: Sheets) -> None:
        self._shown = content
        self.printed.emit(sheets)

    def _start(self, work: Work, then: Callable[..., None]) -> None:
        beside = Beside(work, "brief", self)
        beside.done.connect(lambda found: None if beside.stopped else then(found))
        beside.failed.connect(self._failed)
        beside.ended.connect(self._ended)
        self._work = beside
        beside.start()

    def _failed(self, fault: WorldError) -> None:
        self._shown = None
        self.failed.emit(fault)

    def _ended(self) -> None:
        self._work = None
        content, self._content = self._content, None
        if self._stale:
            self._stale = False
            self._begin()
        elif content is not None and content != self._shown:
            self._print(content)
        else:
            self.busy.emit(False)


def _sheets(content: BriefContent, watch: Watch) -> Sheets:
    pdf = printed(content, watch)
    watch(0, 1)
    return sheets_of(pdf)
