"""Files read one after the other, beside the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from diagnostic.errors import WorldError
from diagnostic.watching import Watch
from ui.importing.reading import Outcome
from ui.importing.session import SourceFile
from ui.shell.beside import Beside

Work = Callable[[Watch], Outcome]


class ReadingQueue(QObject):
    """What was read is put in the files themselves. `work_of` says how a file is read, from data frozen for it."""

    began = Signal(object, int, int)
    """a SourceFile, its place among those to read, and how many these are"""
    progressed = Signal(float, float)
    idle = Signal()
    """nothing is left to read"""

    def __init__(self, work_of: Callable[[SourceFile], Work], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work_of = work_of
        self._waiting: list[SourceFile] = []
        self._file: SourceFile | None = None
        self._place = 0
        self.worker: Beside | None = None

    @property
    def busy(self) -> bool:
        """Return whether a file is being read."""
        return self.worker is not None

    def add(self, files: Iterable[SourceFile]) -> None:
        """Read more files; `idle` comes even where there is none."""
        self._waiting += [file for file in files if file not in self._waiting]
        if not self.busy:
            self._place = 0
            self._next()

    def cancel(self) -> None:
        """Stop reading: what was not read is as if it had not been asked for."""
        self._waiting.clear()
        if self.worker is not None:
            self.worker.cancel()

    def _next(self) -> None:
        if not self._waiting:
            self.idle.emit()
            return
        self._file = self._waiting.pop(0)
        self._place += 1
        self.worker = Beside(self._work_of(self._file), "import", self)
        self.worker.progressed.connect(self.progressed)
        self.worker.done.connect(self._done)
        self.worker.failed.connect(self._failed)
        self.worker.ended.connect(self._ended)
        self.began.emit(self._file, self._place, self._place + len(self._waiting))
        self.worker.start()

    def _done(self, outcome: Outcome) -> None:
        if self._file and self.worker and not self.worker.stopped:
            self._file.take(outcome.reading, outcome.layout, outcome.seen)

    def _failed(self, fault: WorldError) -> None:
        if self._file and self.worker and not self.worker.stopped:
            self._file.refuse(fault)

    def _ended(self) -> None:
        self.worker = None
        self._next()
