"""What every page of the wizard is given: the open dossier, its reading, and a way to ask for things."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.store import Dossier
from diagnostic.errors import WorldError
from diagnostic.framework.in_use import InUse, Origin, framework_in_use
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import weighted
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What does not change while the program runs: the references, the shipped framework and the language's texts."""

    texts: Texts
    places: Places
    countries: Countries
    framework: Framework


class Context(QObject):
    """One open dossier as the pages see it. A page asks for a change with `apply` and redraws on `changed`."""

    changed = Signal(object)
    """frozenset of the kinds of row that changed"""
    step_asked = Signal(str, str)
    """step id and what to bring forward there ("partnership:12", "answer:citizens.place", "" for nothing)"""
    framework_replaced = Signal()
    """the campaign is read with another framework: its pages, which were made for the one before, must be made again"""
    import_asked = Signal()
    """the user wants to bring files in"""
    fault = Signal(object)
    """a WorldError to tell the user, calmly"""

    def __init__(self, dossier: Dossier, knowledge: Knowledge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossier = dossier
        self.texts = knowledge.texts
        self.places = knowledge.places
        self.countries = knowledge.countries
        self._shipped = knowledge.framework
        self._in_use = self._find_framework()
        self._framework: Framework | None = None
        self._assessment: Assessment | None = None
        self._campaign = dossier.campaign
        self._previous: Snapshot | None = dossier.previous()
        self._unsubscribe = dossier.subscribe(self._dossier_changed)

    @property
    def snapshot(self) -> Snapshot:
        """Return the campaign that is looked at."""
        return self.dossier.snapshot()

    @property
    def in_use(self) -> InUse:
        """Return the framework that the campaign is read with, before the users' own weights, and why that one."""
        return self._in_use

    @property
    def shipped(self) -> Framework:
        """Return the program's own edition of the framework."""
        return self._shipped

    @property
    def framework(self) -> Framework:
        """Return the framework that the campaign is read with, with the users' own weights."""
        if self._framework is None:
            self._framework = weighted(self._in_use.framework, self.snapshot.weights)
        return self._framework

    @property
    def read_only(self) -> bool:
        """Return whether nothing can be changed in the dossier."""
        return self.dossier.read_only

    @property
    def previous(self) -> Snapshot | None:
        """Return the campaign before, if there is one."""
        return self._previous

    @property
    def assessment(self) -> Assessment:
        """Return the assessment of the campaign, computed once after each change."""
        if self._assessment is None:
            self._assessment = assess(self.snapshot, self.framework, self._previous)
        return self._assessment

    def apply(self, operation: Operation) -> Operation | None:
        """Commit a change and return it as done; None, and `fault` emitted, if the file could not take it."""
        try:
            return self.dossier.apply(operation)
        except WorldError as fault:
            self.fault.emit(fault)
            return None

    def undo(self) -> None:
        """Take back the last change."""
        self._guard(self.dossier.undo)

    def redo(self) -> None:
        """Do again the last change taken back."""
        self._guard(self.dossier.redo)

    def go(self, step: str, focus: str = "") -> None:
        """Ask for a step, and for something on it."""
        self.step_asked.emit(step, focus)

    def release(self) -> None:
        """Stop following the dossier: another context takes it over, or it closes."""
        self._unsubscribe()

    def _guard(self, action: Callable[[], object]) -> None:
        try:
            action()
        except WorldError as fault:
            self.fault.emit(fault)

    def _find_framework(self) -> InUse:
        campaign, kept = self.dossier.campaign, self.dossier.kept_framework()
        sources = kept.sources if kept else None
        return framework_in_use(campaign.framework, campaign.framework_version, sources, self._shipped)

    def _dossier_changed(self, kinds: frozenset[str]) -> None:
        self._assessment = self._framework = None
        before, self._campaign = self._campaign, self.dossier.campaign
        if before.id != self._campaign.id:
            self._previous = self.dossier.previous()
        found_at_last = self._in_use.origin is Origin.REPLACED and before is not self._campaign
        if found_at_last or _made_with(before) != _made_with(self._campaign):
            self._in_use = self._find_framework()
            self.framework_replaced.emit()
        else:
            self.changed.emit(kinds)


def _made_with(campaign: Campaign) -> tuple[str, str]:
    return campaign.framework, campaign.framework_version
