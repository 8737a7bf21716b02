"""Writing a brief beside the screen: a worker that never touches the dossier, only frozen snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import Countries
from diagnostic.texts import load_texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A brief to write: from what, in which language, where."""

    snapshot: Snapshot
    previous: Snapshot | None
    framework: Framework
    countries: Countries
    lang: str
    path: Path


class Writing(QObject):
    """Writes one brief in a thread of its own, which outlives the page that asked if need be.

    `written` (the path) or `failed` (a WorldError) is emitted, then `ended` in every case.
    """

    written = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, order: Order) -> None:
        super().__init__()
        self._order = order

    def start(self) -> None:
        """Begin; the thread keeps this object alive until the brief is whole."""
        Thread(target=self._run, name="brief").start()

    def _run(self) -> None:
        try:
            self._write()
        except WorldError as fault:
            self.failed.emit(fault)
        else:
            self.written.emit(self._order.path)
        finally:
            self.ended.emit()

    def _write(self) -> None:
        """Write the file. The heavy library is imported here, so that the program starts without it."""
        from diagnostic.brief.press import print_brief

        order = self._order
        texts = load_texts(order.lang)
        print_brief(order.snapshot, order.previous, order.framework, texts, order.countries, order.path)
