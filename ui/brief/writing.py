"""Writing a brief beside the screen: a worker that never touches the dossier, only frozen snapshots."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QThread, Signal

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


class Writing(QThread):
    """Writes one brief. Exactly one of `written` (the path) and `failed` (a WorldError) is emitted."""

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, order: Order) -> None:
        super().__init__()
        self._order = order

    def run(self) -> None:
        """Write the file. The heavy library is imported here, so that the program starts without it."""
        from diagnostic.brief.press import print_brief

        order = self._order
        try:
            print_brief(
                order.snapshot, order.previous, order.framework, load_texts(order.lang), order.countries, order.path
            )
        except WorldError as fault:
            self.failed.emit(fault)
        else:
            self.written.emit(order.path)
