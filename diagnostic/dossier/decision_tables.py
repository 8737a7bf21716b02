"""The mapped classes of the rows in which the users decide (`decisions`)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from diagnostic.dossier.row_table import RowTable


class ActionTable(RowTable):
    """One line of the strategy."""

    __tablename__ = "action"

    title: Mapped[str]
    recommendation: Mapped[str]
    description: Mapped[str] = mapped_column(Text)
    owner: Mapped[str]
    due: Mapped[str]
    cost: Mapped[float | None]
    raised: Mapped[float | None]
    funding: Mapped[str]
    success: Mapped[str]
    state: Mapped[str | None]


class WeightingTable(RowTable):
    """The users' own weight of an item of the framework."""

    __tablename__ = "weighting"
    __table_args__: Any = (UniqueConstraint("campaign_id", "item"), {"sqlite_autoincrement": True})

    item: Mapped[str]
    weight: Mapped[float | None]
    reason: Mapped[str] = mapped_column(Text)
    author: Mapped[str]


class PriorityTable(RowTable):
    """How much the users want a recommendation."""

    __tablename__ = "priority"
    __table_args__: Any = (UniqueConstraint("campaign_id", "recommendation"), {"sqlite_autoincrement": True})

    recommendation: Mapped[str]
    level: Mapped[str | None]
    votes: Mapped[int | None]


class AllyTable(RowTable):
    """A network or a funder of the users' own directory."""

    __tablename__ = "ally"

    entry: Mapped[str]
    name: Mapped[str]
    type: Mapped[str | None]
    region: Mapped[str]
    brings: Mapped[str] = mapped_column(Text)
    minimum: Mapped[float | None]
    maximum: Mapped[float | None]
    local_share: Mapped[float | None]
    years: Mapped[int | None]
    needs_oda: Mapped[bool | None]
    valid_year: Mapped[int | None]
    web: Mapped[str]
    contact: Mapped[str]
    left_out: Mapped[bool | None]
