"""The rows that the dossier holds already, each answering to one row of a file at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.imports.matching import matched
from diagnostic.imports.reading import Candidate


class Held:
    """The rows of a campaign that the rows of a file are."""

    def __init__(self, snapshot: Snapshot, candidates: Sequence[Candidate]) -> None:
        kinds = {candidate.row.kind for candidate in candidates}
        rows = [row for kind in sorted(kinds) for row in snapshot.rows(kind)]
        self._ids = {(row.kind, row.id) for row in rows}
        self._matched = matched(candidates, rows)
        meant = {(row.kind, row.id) for row in self._matched.values()}
        self.alone = tuple(row for row in rows if (row.kind, row.id) not in meant)
        """those that no row of the file is"""

    def at(self, place: int) -> Row | None:
        """Return the row of the dossier that the candidate at a place is, None for a new one."""
        return self._matched.get(place)

    def numbered(self, row: Row) -> Row:
        """Return a row to be added; an id that a row of the campaign has is made provisional."""
        return replace(row, id=-row.id) if row.id > 0 and (row.kind, row.id) in self._ids else row
