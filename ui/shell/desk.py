"""Opening, creating and copying dossiers for the window: what fails is told, never thrown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diagnostic.dossier.header import SUFFIX
from diagnostic.errors import WorldError
from ui.shell.file_paths import free_path, latest_path
from ui.shell.recent import add_recent

if TYPE_CHECKING:
    from diagnostic.dossier.store import Dossier
    from ui.shell.new_dossier import Plan
    from ui.shell.references import References

DEMONSTRATION = "demonstration"
_PASSING = frozenset({"held", "unwritable"})
"""Faults of a demonstration that is sound: it opens another time, or for reading."""


class Desk(QObject):
    """The dossier on it, at most one. `day` gives today's date (ISO)."""

    opened = Signal(object, str)
    """the Dossier, and the key of the fault for which it is read-only ("" for none)"""
    copied = Signal(object)
    """the Path of a copy"""
    demonstration_lost = Signal(object)
    """a WorldError: there is a demonstration, and it cannot be opened"""
    fault = Signal(object, object)
    """a WorldError, and the Path it could still be read from (None if not)"""

    def __init__(self, folder: Path, day: Callable[[], str], parent: QObject | None = None) -> None:
        """Keep the list of recent dossiers in `folder`, the user's."""
        super().__init__(parent)
        self._folder = folder
        self._day = day

    def open(self, path: Path, read_only_for: str = "", *, demonstration: bool = False) -> None:
        """Open a dossier; for reading only if a fault is given for which it must be."""
        from diagnostic.dossier.opening import STILL_READABLE, open_dossier

        try:
            dossier = open_dossier(path, read_only=bool(read_only_for))
        except WorldError as fault:
            if demonstration and fault.key not in _PASSING:
                self.demonstration_lost.emit(fault)
            else:
                self.fault.emit(fault, path if fault.key in STILL_READABLE and not read_only_for else None)
            return
        self._take(dossier, read_only_for)

    def create(self, plan: Plan, references: References) -> None:
        """Create the dossier that was planned, and open it."""
        from diagnostic.dossier.founding import kept, new_campaign, own_territory, territory_of
        from diagnostic.dossier.opening import create_dossier

        place = plan.choice.place
        territory = territory_of(place, references.places) if place else own_territory(plan.choice.name)
        campaign = new_campaign(references.framework, plan.year, self._day())
        try:
            dossier = create_dossier(plan.path, territory, campaign, kept(references.framework))
        except WorldError as fault:
            self.fault.emit(fault, None)
            return
        self._take(dossier, "")

    def copy(self, source: Path, target: Path) -> bool:
        """Write a copy, and return whether it was written."""
        from diagnostic.dossier.opening import copy_dossier

        try:
            copy_dossier(source, target)
        except WorldError as fault:
            self.fault.emit(fault, None)
            return False
        self.copied.emit(target)
        return True

    def demonstrate(self, lang: str, *, fresh: bool = False) -> None:
        """Open the latest demonstration, built the first time or when a `fresh` one is asked for.

        What someone changed in one stays: a fresh one goes beside it.
        """
        stem = f"{DEMONSTRATION}-{lang}"
        free = free_path(self._folder, stem, SUFFIX)
        path = free if fresh else latest_path(self._folder, stem, SUFFIX) or free
        if not path.exists():
            from diagnostic.demo import build_demo

            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                build_demo(path, lang)
            except OSError as fault:
                self.fault.emit(WorldError("cannot_write", file=path, reason=fault), None)
                return
            except WorldError as fault:
                self.fault.emit(fault, None)
                return
        self.open(path, demonstration=True)

    def _take(self, dossier: Dossier, read_only_for: str) -> None:
        unlisted: WorldError | None = None
        try:
            add_recent(self._folder, dossier.path, self._day())
        except WorldError as fault:
            unlisted = fault
        self.opened.emit(dossier, read_only_for)
        if unlisted is not None:
            self.fault.emit(unlisted, None)
