"""Work done beside the screen: a thread that knows no Qt, and an object in the main thread that asks it how far it is.

Nothing of Qt is reached from the thread: what it says waits in a queue, which a timer of the main thread empties.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer, Signal

from diagnostic.errors import WorldError
from diagnostic.watching import Cancelled, Watch

EVERY = 0.1
"""Seconds between two words on how far the work is."""
ASKED = 15
"""Milliseconds between two looks at what the thread said."""

Work = Callable[[Watch], object]
"""What is done in the thread, given whom to tell how far it is; that raises Cancelled where it is to stop."""


@dataclass(eq=False)
class _Job:
    """What the thread works on and what it says: plain data, which the thread may outlive everything with."""

    work: Work
    said: deque[tuple[float, float]] = field(default_factory=deque)
    stop: Event = field(default_factory=Event)
    ended: Event = field(default_factory=Event)
    found: object = None
    fault: BaseException | None = None
    begun: float = 0.0
    last: float = 0.0

    def run(self) -> None:
        """Do the work; what it raises is kept for the main thread."""
        self.begun = self.last = time.monotonic()
        try:
            self.found = self.work(self.watch)
        except BaseException as fault:  # noqa: BLE001  # the main thread raises again what is our fault
            self.fault = fault
        finally:
            self.ended.set()

    def watch(self, done: int, total: int) -> None:
        """Say how far it is, at most ten times a second."""
        if self.stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self.last < EVERY or not total:
            return
        self.last = now
        share = min(done / total, 1.0)
        self.said.append((share, (now - self.begun) * (1 - share) / max(share, 1e-6)))


class Beside(QObject):
    """One piece of work in a thread of its own, which outlives whoever asked if need be.

    `done` (what was found), `failed` (a WorldError) or `cancelled` is emitted, then `ended` in every case. Any other
    fault is raised in the main thread, as a slot's own.
    """

    progressed = Signal(float, float)
    """the share done (0 to 1), and the seconds left"""
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Work, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._job = _Job(work)
        self._thread = Thread(target=self._job.run, name=name)
        self._timer = QTimer(self)
        self._timer.setInterval(ASKED)
        self._timer.timeout.connect(self._ask)

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if self._thread.ident is None:
            self._thread.start()
            self._timer.start()

    def cancel(self) -> None:
        """Ask the thread to stop the next time it says how far it is."""
        self._job.stop.set()

    @property
    def stopped(self) -> bool:
        """Return whether it was asked to stop: what it still finds is not wanted any more."""
        return self._job.stop.is_set()

    def wait(self) -> None:
        """Return when nothing is done any more; what was found is told by the timer all the same."""
        if self._thread.ident is not None:
            self._thread.join()

    def _ask(self) -> None:
        over = self._job.ended.is_set()
        while self._job.said:
            self.progressed.emit(*self._job.said.popleft())
        if over:
            self._timer.stop()
            self._tell()

    def _tell(self) -> None:
        fault = self._job.fault
        if fault is None:
            self.done.emit(self._job.found)
        elif isinstance(fault, Cancelled):
            self.cancelled.emit()
        elif isinstance(fault, WorldError):
            self.failed.emit(fault)
        self.ended.emit()
        self.deleteLater()
        if fault is not None and not isinstance(fault, Cancelled | WorldError):
            raise fault
