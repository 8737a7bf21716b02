"""Writing rows into the database, inside a transaction that somebody else opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, delete, insert, select, update

from diagnostic.dossier.conversion import to_columns
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.operations import Change
from diagnostic.dossier.records import RECORDS, BudgetLine
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.tables import TABLE_OF, CampaignTable, core_table
from diagnostic.dossier.vocabulary import ActionState


def write_all(connection: Connection, campaign: int, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Carry out changes in order and return them with the ids of the rows they added.

    An added row whose id is negative, or another row's, gets its own; the rows after it that point at it follow.
    """
    renamed: dict[tuple[str, int], int] = {}
    done: list[Change] = []
    for change in changes:
        after = _pointing(change.after, renamed) if change.after else None
        if change.before is None and after is not None and _provisional(connection, after):
            done.append(write(connection, campaign, Change(after=replace(after, id=0))))
            renamed[after.kind, after.id] = done[-1].row.id
        else:
            done.append(write(connection, campaign, replace(change, after=after)))
    return tuple(done)


def write(connection: Connection, campaign: int, change: Change) -> Change:
    """Carry out a change and return it, with the id of the row it added."""
    table = core_table(TABLE_OF[change.row.kind])
    if change.after is None:
        connection.execute(delete(table).where(table.c.id == change.row.id))
        return change
    if change.before is None:
        return replace(change, after=insert_row(connection, campaign, change.after))
    known = {"known_id": change.after.id, **to_columns(change.after)}
    connection.execute(update(table).where(table.c.id == bindparam("known_id")), known)
    return change


def insert_row(connection: Connection, campaign: int, row: Row) -> Row:
    """Insert a row, under its id if it has one, and return it with its id."""
    columns = to_columns(row) | ({"id": row.id} if row.id else {})
    table = core_table(TABLE_OF[row.kind])
    return replace(row, id=_key(connection, insert(table), {"campaign_id": campaign, **columns}))


def insert_campaign(connection: Connection, campaign: Campaign) -> Campaign:
    """Insert a campaign and return it with its id."""
    columns = {name: getattr(campaign, name) for name in Campaign.__slots__ if name != "id"}
    return replace(campaign, id=_key(connection, insert(core_table(CampaignTable)), columns))


def carry_over(connection: Connection, source: Snapshot, campaign: Campaign) -> None:
    """Begin a campaign with the rows of another. Actions that were dropped are left behind."""
    partnerships: dict[int, int] = {}
    for row in source.rows("partnership"):
        partnerships[row.id] = insert_row(connection, campaign.id, replace(row, id=0)).id
    for kind in RECORDS:
        for row in source.rows(kind) if kind != "partnership" else ():
            if not (isinstance(row, Action) and row.state is ActionState.DROPPED):
                insert_row(connection, campaign.id, _renewed(row, partnerships))


def _provisional(connection: Connection, row: Row) -> bool:
    """Return whether a row to be added cannot keep the id that it comes with."""
    if row.id <= 0:
        return row.id < 0
    table = core_table(TABLE_OF[row.kind])
    return connection.execute(select(table.c.id).where(table.c.id == row.id)).first() is not None


def _pointing(row: Row, renamed: Mapping[tuple[str, int], int]) -> Row:
    """Return a row that points at the rows added before it by the ids they were given; at nothing else provisional."""
    moved: dict[str, Any] = {}
    for spec in specs_of(type(row)).values():
        target = getattr(row, spec.name) if spec.kind is FieldType.LINK else None
        if target is not None:
            moved[spec.name] = renamed.get((spec.link, target), target if target > 0 else None)
    return replace(row, **moved) if moved else row


def _renewed(row: Row, partnerships: dict[int, int]) -> Row:
    if isinstance(row, BudgetLine) and row.partnership is not None:
        return replace(row, id=0, partnership=partnerships.get(row.partnership))
    return replace(row, id=0)


def _key(connection: Connection, statement: Insert, values: Mapping[str, Any]) -> int:
    """Insert the values (given apart: a statement made of them costs more than storing them) and return the id."""
    result = connection.execute(statement, values)
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # the insertion of one row has a key
