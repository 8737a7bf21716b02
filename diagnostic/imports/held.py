"""The rows that the dossier holds already, each answering to one row of a file at most."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.values import empty
from diagnostic.imports.identity import Key, codes_of, key_of, loosely
from diagnostic.imports.reading import Candidate

SINGLE = frozenset({"territory", "answer", "standing", "weighting", "priority"})
"""Kinds in which a key is never shared: their key decides, whatever the id."""


class Held:
    """The rows of a campaign that the rows of a file may be, by id and by what they are known by."""

    def __init__(self, snapshot: Snapshot, candidates: Collection[Candidate]) -> None:
        kinds = {candidate.row.kind for candidate in candidates}
        self._said = {key_of(candidate.row) for candidate in candidates}
        self._by_id = {(kind, row.id): row for kind in kinds for row in snapshot.rows(kind)}
        self._by_key: dict[Key, list[Row]] = {}
        for row in self._by_id.values():
            self._by_key.setdefault(key_of(row), []).append(row)
            if codes := codes_of(row):
                self._by_key.setdefault(codes, []).append(row)
        self._claimed: set[tuple[str, int]] = set()

    def claim(self, candidate: Candidate) -> Row | None:
        """Return the row of the dossier that a row of a file is, None for a new one."""
        row = (
            self._own(candidate)
            or self._alike(candidate)
            or self._written_without(candidate)
            or self._renamed(candidate)
        )
        if row is not None and candidate.row.id:
            self._claimed.add((row.kind, row.id))
        return row

    def numbered(self, row: Row) -> Row:
        """Return a row to be added; an id that a row of the campaign has is made provisional."""
        return replace(row, id=-row.id) if row.id > 0 and (row.kind, row.id) in self._by_id else row

    def _own(self, candidate: Candidate) -> Row | None:
        """Return the row of the same id, if it is still the same thing: another dossier has the same numbers."""
        wanted = candidate.base or candidate.row
        found = self._by_id.get((wanted.kind, candidate.row.id))
        if found is None or wanted.kind in SINGLE or (found.kind, found.id) in self._claimed:
            return None
        if key_of(found) == key_of(wanted):
            return found
        return found if key_of(wanted) not in self._by_key and _much_alike(found, wanted) else None

    def _written_without(self, candidate: Candidate) -> Row | None:
        """Return the row that was typed without its number; it is claimed, for two may bear one name."""
        key = loosely(candidate.row)
        rows = self._by_key.get(key, ()) if key else ()
        found = next((row for row in rows if (row.kind, row.id) not in self._claimed), None)
        if found is not None:
            self._claimed.add((found.kind, found.id))
        return found

    def _renamed(self, candidate: Candidate) -> Row | None:
        """Return the one budget line of the same codes, where the file's own label is nowhere: it was rewritten."""
        if "label" in candidate.brought:
            return None
        rows = [row for row in self._by_key.get(codes_of(candidate.row) or (), ()) if key_of(row) not in self._said]
        return rows[0] if len(rows) == 1 else None

    def _alike(self, candidate: Candidate) -> Row | None:
        for wanted in (candidate.base, candidate.row):
            for row in self._by_key.get(key_of(wanted), ()) if wanted else ():
                if not candidate.row.id or (row.kind, row.id) not in self._claimed:
                    return row
        return None


def _much_alike(row: Row, other: Row) -> bool:
    """Return whether at least half of what one row says, the other says too."""
    names = [name for name, spec in specs_of(type(other)).items() if getattr(other, name) != empty(spec)]
    shared = [name for name in names if getattr(row, name) == getattr(other, name)]
    return 2 * len(shared) >= max(len(names), 1)
