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
    """a WorldError: there is no document, and what is shown of the last one does not hold any more"""
    busy = Signal(bool)
    """whether what is shown is about to be replaced"""

    def __init__(self, order: Callable[[], Order], parent: QObject) -> None:
        super().__init__(parent)
        self._order = order
        self._work: Beside | None = None
        self._stale = False
        self._answered = False
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
        self.busy.emit(True)

    def stop(self) -> None:
        """Leave it: nobody looks."""
        self._timer.stop()
        self._stale = False
        if self._work is not None:
            self._work.cancel()
        else:
            self.busy.emit(False)

    def _begin(self) -> None:
        if self._work is not None:
            self._stale = True
            self._work.cancel()
            return
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
        self._answered = False
        beside.done.connect(lambda found: self._done(beside, then, found))
        beside.failed.connect(lambda fault: self._failed(beside, fault))
        beside.ended.connect(lambda: self._ended(beside))
        self._work = beside
        beside.start()

    def _done(self, beside: Beside, then: Callable[..., None], found: object) -> None:
        self._answered = True
        if not beside.stopped:
            then(found)

    def _failed(self, beside: Beside, fault: WorldError) -> None:
        self._answered = True
        if not beside.stopped:
            self._shown = None
            self.failed.emit(fault)

    def _ended(self, beside: Beside) -> None:
        if not self._answered:  # stopped, or a fault of ours, which is told apart
            self._failed(beside, WorldError("preview_broken"))
        self._work = None
        content, self._content = self._content, None
        if self._stale:
            self._stale = False
            self._begin()
        elif self._timer.isActive():
            return  # what was composed is composed again soon
        elif content is not None and content != self._shown:
            self._print(content)
        else:
            self.busy.emit(False)


def _sheets(content: BriefContent, watch: Watch) -> Sheets:
    pdf = printed(content, watch)
    watch(0, 1)
    return sheets_of(pdf)
