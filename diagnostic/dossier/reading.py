"""Reading a campaign out of the database into a snapshot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, select

from diagnostic.dossier.conversion import to_record
from diagnostic.dossier.records import Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import COLLECTIONS, Campaign, Snapshot
from diagnostic.dossier.tables import TABLE_OF, CampaignTable, core_table


def read_campaigns(connection: Connection) -> tuple[Campaign, ...]:
    """Return the campaigns of a dossier, earliest first."""
    rows = connection.execute(select(core_table(CampaignTable)).order_by(CampaignTable.year, CampaignTable.id))
    names = Campaign.__slots__
    return tuple(Campaign(**{name: row[name] for name in names}) for row in rows.mappings())


def read_rows(connection: Connection, campaign: int, kinds: Iterable[str]) -> dict[str, tuple[Row, ...]]:
    """Return the rows of a campaign by kind, in the order they were added."""
    found: dict[str, tuple[Row, ...]] = {}
    for kind in kinds:
        table = core_table(TABLE_OF[kind])
        rows = connection.execute(select(table).where(table.c.campaign_id == campaign).order_by(table.c.id))
        found[kind] = tuple(to_record(kind, dict(row)) for row in rows.mappings())
    return found


def snapshot_of(campaign: Campaign, rows: Mapping[str, tuple[Row, ...]]) -> Snapshot:
    """Return a snapshot made of rows by kind."""
    lists: dict[str, Any] = {attribute: rows[kind] for kind, attribute in COLLECTIONS.items()}
    answers: Any = {getattr(row, "indicator", ""): row for row in rows["answer"]}
    standings: Any = {getattr(row, "table", ""): row for row in rows["standing"]}
    territory: Any = rows["territory"][0] if rows["territory"] else Territory()
    return Snapshot(
        campaign=campaign,
        territory=territory,
        answers=MappingProxyType(answers),
        standings=MappingProxyType(standings),
        **lists,
    )
