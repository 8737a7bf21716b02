"""From what is typed beside an item to what the dossier is asked to store. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.operations import Operation
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.weighing import unweigh, weigh, weighting_of
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import edition_weights, refusals
from ui.forms.entry import Entry, written

SPECS = specs_of(Weighting)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weigher:
    """One item of a framework without the users' weights. `today` gives the ISO day at which a weight is decided."""

    item: str
    framework: Framework
    today: Callable[[], str]

    @property
    def given(self) -> float:
        """Return the edition's weight."""
        return edition_weights(self.framework)[self.item]

    def row(self, snapshot: Snapshot) -> Weighting:
        """Return what the users say of the weight; without a word, the edition's."""
        return weighting_of(snapshot, self.item) or Weighting(item=self.item, weight=self.given)

    def changed(self, snapshot: Snapshot) -> bool:
        """Return whether there is something of the users': a weight, a reason, or what could not be read."""
        return weighting_of(snapshot, self.item) is not None

    def typed(self, snapshot: Snapshot, entry: Entry, text: str, merge: str) -> Operation | None:
        """Return the change that a weight typed asks for, None for none.

        A weight that would leave nothing to weigh is kept as it was typed, and not counted.
        """
        before = weighting_of(snapshot, self.item)
        if entry.value is not None and self._empties(snapshot, entry.value):
            entry = Entry(None, text.strip())
        if not entry.unread and entry.value in (None, self.given):
            if before is None:
                return None
            if not (before.reason.strip() or before.author.strip() or before.unread.keys() - {"weight"}):
                return unweigh(snapshot, [self.item])
        start = before or Weighting(item=self.item, weight=self.given)
        after = written(start, SPECS["weight"], entry)
        if before is not None and after == before:
            return None
        return weigh(snapshot, self.item, merge, weight=after.weight, unread=after.unread, source_date=self.today())

    def told(self, snapshot: Snapshot, field: str, entry: Entry, merge: str) -> Operation | None:
        """Return the change that a reason or an author typed asks for, None for none."""
        before = self.row(snapshot)
        after = written(before, SPECS[field], entry)
        if after == before:
            return None
        return weigh(snapshot, self.item, merge, weight=after.weight, **{field: getattr(after, field)})

    def held_back(self, snapshot: Snapshot) -> bool:
        """Return whether what was typed is a number that would leave nothing to weigh."""
        row = self.row(snapshot)
        return "weight" in row.unread and row.unread["weight"].strip(" 0,.") == ""

    def _empties(self, snapshot: Snapshot, weight: float) -> bool:
        weights = {**snapshot.weights, self.item: weight}
        return self.item in refusals(self.framework, weights)
