"""What is asked of Python so that work beside the screen neither breaks nor slows it."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

EVERY = 500
"""Milliseconds between two looks at what was left behind."""
TURN = 0.0005
"""Seconds that a thread may keep Python from another. With Python's own 5 ms, a page of a hundred widgets waits half a
second to be laid out while a file is read: each of its widgets takes a turn (measured)."""


class ScreenFirst(QObject):
    """Collects Python's garbage in the main thread alone, by Python's own thresholds, and keeps the turns short.

    Python collects in whichever thread happens to allocate: what a widget and a slot that refer to each other leave
    behind would then be destroyed beside the main thread, which Qt does not survive.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(tidy)
        self._before = gc.isenabled(), sys.getswitchinterval()

    def start(self) -> None:
        """Begin."""
        self._before = gc.isenabled(), sys.getswitchinterval()
        gc.disable()
        sys.setswitchinterval(TURN)
        self._timer.start()

    def stop(self) -> None:
        """Hand back what was taken."""
        self._timer.stop()
        collecting, turn = self._before
        sys.setswitchinterval(turn)
        if collecting:
            gc.enable()


def tidy() -> None:
    """Collect the oldest generation whose time has come, with those younger than it."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [age for age, (count, limit) in enumerate(counts) if count > limit]
    if due:
        gc.collect(max(due))
