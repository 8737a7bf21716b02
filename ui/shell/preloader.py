"""Loading what is heavy in a thread, once the first page is there to be looked at."""

from __future__ import annotations

import importlib
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from diagnostic.framework.model import Framework
    from diagnostic.territory.countries import Countries
    from diagnostic.territory.places import Places

AHEAD = ("diagnostic.dossier.opening", "diagnostic.dossier.founding", "diagnostic.assessment.assess")
"""What the first dossier opened will need."""


@dataclass(frozen=True, slots=True)
class References:
    """What the program knows besides its texts."""

    places: Places
    countries: Countries
    framework: Framework


def load_references() -> References:
    """Read the references from the program's resources, with the modules that use them."""
    from diagnostic.framework.load import load_edition
    from diagnostic.territory.countries import load_countries
    from diagnostic.territory.places import load_places

    found = References(load_places(), load_countries(), load_edition())
    for name in AHEAD:
        importlib.import_module(name)
    return found


class Preloader(QObject):
    """Emits `ready` in the thread of whoever listens."""

    ready = Signal(object)
    """References"""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=self._load, name="preloader")

    def start(self) -> None:
        """Begin; a second call does nothing."""
        if not self._thread.is_alive() and self._thread.ident is None:
            self._thread.start()

    def wait(self) -> None:
        """Return when nothing is being loaded any more."""
        if self._thread.ident is not None:
            self._thread.join()

    def _load(self) -> None:
        self.ready.emit(load_references())
