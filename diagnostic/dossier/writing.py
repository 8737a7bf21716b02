"""Writing rows into the database, inside a transaction that somebody else opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Insert, bindparam, delete, insert, update

from diagnostic.dossier.conversion import to_columns
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.numbering import numbered
from diagnostic.dossier.operations import Change
from diagnostic.dossier.records import RECORDS, BudgetLine
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.tables import TABLE_OF, CampaignTable, core_table
from diagnostic.dossier.vocabulary import ActionState


def write_all(connection: Connection, campaign: int, changes: Sequence[Change]) -> tuple[Change, ...]:
    """Carry out changes in order and return them with the ids of the rows they added, as `numbered` gives them.

    Changes of one sort that follow each other are carried out by one statement: a register holds thousands of rows.
    """
    done = numbered(connection, changes)
    for _, run in groupby(done, key=_sort):
        _write(connection, campaign, tuple(run))
    return done


def _sort(change: Change) -> tuple[str, bool, bool]:
    return change.row.kind, change.before is None, change.after is None


def _write(connection: Connection, campaign: int, run: Sequence[Change]) -> None:
    """Carry out changes that are all additions, changes or removals of rows of one kind."""
    table = core_table(TABLE_OF[run[0].row.kind])
    after = [change.after for change in run if change.after]
    if not after:
        gone = [{"known_id": change.row.id} for change in run]
        connection.execute(delete(table).where(table.c.id == bindparam("known_id")), gone)
    elif run[0].before is None:
        connection.execute(insert(table), [{"campaign_id": campaign, "id": row.id, **to_columns(row)} for row in after])
    else:
        known = [{"known_id": row.id, **to_columns(row)} for row in after]
        connection.execute(update(table).where(table.c.id == bindparam("known_id")), known)


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


def _renewed(row: Row, partnerships: dict[int, int]) -> Row:
    if isinstance(row, BudgetLine) and row.partnership is not None:
        return replace(row, id=0, partnership=partnerships.get(row.partnership))
    return replace(row, id=0)


def _key(connection: Connection, statement: Insert, values: Mapping[str, Any]) -> int:
    """Insert the values (given apart: a statement made of them costs more than storing them) and return the id."""
    result = connection.execute(statement, values)
    return int(result.inserted_primary_key[0])  # type: ignore[index]  # the insertion of one row has a key
