"""Reading a file beside the screen. It never touches the dossier: frozen data goes in, frozen data comes out."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Signal

from diagnostic.errors import WorldError
from diagnostic.imports.source import Cancelled, Watch

EVERY = 0.1
"""Seconds between two words on how far it is."""


class Worker(QObject):
    """One file read in a thread of its own, which outlives the page that asked if need be.

    `done` (what was read), `failed` (a WorldError) or `cancelled` is emitted, then `ended` in every case.
    """

    progressed = Signal(float, float)
    """the share read (0 to 1), and the seconds left"""
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    def __init__(self, work: Callable[[Watch], object]) -> None:
        super().__init__()
        self._work = work
        self._stop = Event()
        self._begun = self._last = 0.0
        self._thread = Thread(target=self._run, name="import")

    def start(self) -> None:
        """Begin; the thread keeps this object alive until it ends."""
        self._begun = self._last = time.monotonic()
        self._thread.start()

    def cancel(self) -> None:
        """Ask the thread to stop at the next block of the file."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Return whether it was asked to stop: what it still says is not wanted any more."""
        return self._stop.is_set()

    def wait(self) -> None:
        """Return when nothing is read any more."""
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            found = self._work(self._watch)
        except Cancelled:
            self.cancelled.emit()
        except WorldError as fault:
            self.failed.emit(fault)
        else:
            self.done.emit(found)
        finally:
            self.ended.emit()

    def _watch(self, done: int, total: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last < EVERY or not total:
            return
        self._last = now
        share = min(done / total, 1.0)
        self.progressed.emit(share, (now - self._begun) * (1 - share) / max(share, 1e-6))
