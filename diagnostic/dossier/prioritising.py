"""Saying how much a recommendation is wanted, as an operation: one row a recommendation, made when first needed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.snapshot import Snapshot


def priority_of(snapshot: Snapshot, recommendation: str) -> Priority:
    """Return what is said of a recommendation; a row not stored yet if nothing is."""
    found = (row for row in snapshot.priorities if row.recommendation == recommendation)
    return next(found, Priority(recommendation=recommendation))


def prioritise(snapshot: Snapshot, recommendation: str, merge: str = "", **values: Any) -> Operation:
    """Return the change of a recommendation's `level`, `votes` or evidence; what is not given stays as it is."""
    before = priority_of(snapshot, recommendation)
    change = Change(before=before if before.id else None, after=replace(before, **values))
    return Operation(name="edit", kind=Priority.kind, changes=(change,), subject=recommendation, merge=merge)
