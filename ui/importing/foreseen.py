"""A campaign as it will be after a change that is not made yet: to be looked at, never stored."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.operations import Operation
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import COLLECTIONS, Snapshot

PROVISIONAL = -1_000_000_000
"""Ids from here down are given to rows that are still to be added."""


def foreseen(snapshot: Snapshot, operation: Operation) -> Snapshot:
    """Return the rows that a campaign would hold."""
    number = PROVISIONAL
    found: dict[str, Any] = {}
    for kind in sorted(operation.kinds()):
        rows: dict[object, Row] = {row.id: row for row in snapshot.rows(kind)}
        number = min([number, *(row.id for row in rows.values())])
        for change in operation.changes:
            if change.row.kind != kind:
                continue
            if change.before is not None:
                rows.pop(change.before.id, None)
            if change.after is not None:
                number -= change.before is None
                after = change.after if change.before is not None else replace(change.after, id=number)
                rows[after.id] = after
        found |= _held(kind, tuple(rows.values()))
    return replace(snapshot, **found)


def _held(kind: str, rows: tuple[Any, ...]) -> dict[str, Any]:
    if kind == "territory":
        return {"territory": rows[0]}
    if kind == "answer":
        return {"answers": MappingProxyType({row.indicator: row for row in rows})}
    if kind == "standing":
        return {"standings": MappingProxyType({row.table: row for row in rows})}
    return {COLLECTIONS[kind]: rows}
