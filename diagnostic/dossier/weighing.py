"""Changing what an indicator or a domain weighs, and coming back to the edition's weight, as operations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.snapshot import Snapshot


def weighting_of(snapshot: Snapshot, item: str) -> Weighting | None:
    """Return what the users say of an item's weight, None if they say nothing."""
    return next((row for row in snapshot.weightings if row.item == item), None)


def weigh(snapshot: Snapshot, item: str, merge: str = "", **values: Any) -> Operation:
    """Return the change of an item's weight (`weight`, None for none), reason, author or date (`source_date`).

    What is not given stays as it is; `unread` too, unless given.
    """
    before = weighting_of(snapshot, item)
    after = replace(before or Weighting(item=item), **values)
    change = Change(before=before, after=after)
    return Operation(name="weigh", kind=Weighting.kind, changes=(change,), subject=item, merge=merge)


def unweigh(snapshot: Snapshot, items: Iterable[str] | None = None) -> Operation | None:
    """Return the way back to the edition's weight of some items, of all without any; None if nothing was changed."""
    wanted = None if items is None else frozenset(items)
    gone = [row for row in snapshot.weightings if wanted is None or row.item in wanted]
    if not gone:
        return None
    subject = gone[0].item if len(gone) == 1 else ""
    changes = tuple(Change(before=row) for row in gone)
    return Operation(name="unweigh", kind=Weighting.kind, changes=changes, subject=subject)
