"""Which ids the rows that an operation adds are given, before any of them is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.operations import Change
from diagnostic.dossier.row import Row
from diagnostic.dossier.tables import TABLE_OF, core_table

_LAST = text("SELECT seq FROM sqlite_sequence WHERE name = :name")


def numbered(connection: Connection, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return changes with the ids that their added rows will have; the connection holds the right to write.

    An added row whose id is negative, or another row's, gets its own; the rows after it that point at it follow.
    """
    numbers = _Numbers(connection)
    renamed: dict[tuple[str, int], int] = {}
    found: list[Change] = []
    for change in changes:
        after = _pointing(change.after, renamed) if change.after else None
        if after is None:
            numbers.free(change.row)
        elif change.before is None:
            number = numbers.give(after)
            renamed |= {(after.kind, after.id): number} if after.id not in (0, number) else {}
            after = replace(after, id=number)
        found.append(replace(change, after=after) if after is not change.after else change)
    return tuple(found)


class _Numbers:
    """The ids of each table, as they will be once the changes so far are written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._last: dict[str, int] = {}
        self._taken: dict[str, set[int]] = {}

    def give(self, row: Row) -> int:
        """Return the id of a row to be added: its own where that is free."""
        number = row.id
        if number <= 0 or number in self._ids(row.kind):
            number = self._after_all(row.kind)
        self._last[row.kind] = max(self._after_all(row.kind) - 1, number)
        if row.kind in self._taken:
            self._taken[row.kind].add(number)
        return number

    def free(self, row: Row) -> None:
        """Take note that a row is removed: an addition after it may have its id."""
        self._ids(row.kind).discard(row.id)

    def _after_all(self, kind: str) -> int:
        """Return the id after the last that was ever given: one that was freed is not given again."""
        if kind not in self._last:
            table = core_table(TABLE_OF[kind])
            given = self._connection.execute(_LAST, {"name": table.name}).scalar()
            self._last[kind] = max(given or 0, self._highest(table))
        return self._last[kind] + 1

    def _highest(self, table: Table) -> int:
        return self._connection.execute(select(func.max(table.c.id))).scalar() or 0

    def _ids(self, kind: str) -> set[int]:
        if kind not in self._taken:
            table = core_table(TABLE_OF[kind])
            self._taken[kind] = set(self._connection.execute(select(table.c.id)).scalars())
        return self._taken[kind]


def _pointing(row: Row, renamed: Mapping[tuple[str, int], int]) -> Row:
    """Return a row that points at the rows added before it by the ids they were given; at nothing else provisional."""
    moved: dict[str, Any] = {}
    for spec in specs_of(type(row)).values():
        target = getattr(row, spec.name) if spec.kind is FieldType.LINK else None
        if target is not None:
            moved[spec.name] = renamed.get((spec.link, target), target if target > 0 else None)
    return replace(row, **moved) if moved else row
