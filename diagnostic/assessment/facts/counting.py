"""Which rows count: those of a table said not to apply here stay in the dossier and are read nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from diagnostic.dossier.snapshot import COLLECTIONS, Snapshot
from diagnostic.dossier.vocabulary import TableState


def counted(snapshot: Snapshot) -> Snapshot:
    """Return the snapshot without the rows of the tables that do not apply; itself where there is none."""
    emptied: dict[str, Any] = {
        COLLECTIONS[kind]: ()
        for kind in snapshot.standings
        if snapshot.standing(kind) is TableState.NOT_APPLICABLE and kind in COLLECTIONS and snapshot.rows(kind)
    }
    return replace(snapshot, **emptied) if emptied else snapshot
