"""The mapped classes: one SQLite table per kind of row, each row belonging to a campaign.

Columns bear the names of the records' fields; a test holds the two to each other.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from sqlalchemy import ForeignKey, String, Table, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from diagnostic.dossier.decision_tables import ActionTable, AllyTable, PriorityTable, WeightingTable
from diagnostic.dossier.dressing_tables import BriefEditTable, BriefLayoutTable, BriefLookTable
from diagnostic.dossier.row_table import Base, RowTable, Strings


class FrameworkTable(Base):
    """A framework that a campaign was made with, as its files: `sources` is a compressed JSON object by file name."""

    __tablename__ = "framework"
    __table_args__: Any = (UniqueConstraint("code", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    version: Mapped[str]
    sources: Mapped[bytes]


class CampaignTable(Base):
    """One diagnostic of the territory."""

    __tablename__ = "campaign"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    day: Mapped[str] = mapped_column(String)
    framework: Mapped[str] = mapped_column(default="")
    framework_version: Mapped[str] = mapped_column(default="")
    frozen: Mapped[bool] = mapped_column(default=False)


class TerritoryTable(RowTable):
    """The territory as one campaign knows it."""

    __tablename__ = "territory"
    __table_args__: Any = (UniqueConstraint("campaign_id"), {"sqlite_autoincrement": True})

    type: Mapped[str | None]
    name: Mapped[str]
    code: Mapped[str]
    siren: Mapped[str]
    epci: Mapped[str]
    epci_name: Mapped[str]
    ept: Mapped[str] = mapped_column(server_default="")
    ept_name: Mapped[str] = mapped_column(server_default="")
    departement: Mapped[str]
    departement_name: Mapped[str]
    region: Mapped[str]
    region_name: Mapped[str]
    population: Mapped[int | None]
    population_year: Mapped[int | None]
    budget_year: Mapped[int | None]
    operating_budget: Mapped[float | None]
    investment_budget: Mapped[float | None]
    water_budget: Mapped[float | None]
    sanitation_budget: Mapped[float | None]
    waste_budget: Mapped[float | None]
    mobility_budget: Mapped[float | None]
    energy_budget: Mapped[float | None]
    competences: Mapped[tuple[str, ...]] = mapped_column(Strings)
    fictional: Mapped[bool | None]


class DiasporaTable(RowTable):
    """People of the territory tied to one country."""

    __tablename__ = "diaspora"

    country: Mapped[str]
    people: Mapped[int | None]
    definition: Mapped[str | None]


class StudentGroupTable(RowTable):
    """Foreign students of an institution."""

    __tablename__ = "student_group"

    institution: Mapped[str]
    country: Mapped[str]
    level: Mapped[str | None]
    people: Mapped[int | None]
    institution_total: Mapped[int | None]


class PartnershipTable(RowTable):
    """A link with a foreign authority or body."""

    __tablename__ = "partnership"

    name: Mapped[str]
    place: Mapped[str]
    country: Mapped[str]
    form: Mapped[str | None]
    fields: Mapped[tuple[str, ...]] = mapped_column(Strings)
    sdg: Mapped[tuple[str, ...]] = mapped_column(Strings)
    since: Mapped[int | None]
    until: Mapped[int | None]
    last_activity: Mapped[str]
    agreement: Mapped[bool | None]
    evaluated: Mapped[bool | None]
    yearly_cost: Mapped[float | None]
    led_with: Mapped[str]
    state: Mapped[str | None]
    contact: Mapped[str]


class NetworkMembershipTable(RowTable):
    """Membership of a network."""

    __tablename__ = "network_membership"

    name: Mapped[str]
    fee: Mapped[float | None]
    since: Mapped[int | None]


class AssociationTable(RowTable):
    """An association with an international life."""

    __tablename__ = "association"

    name: Mapped[str]
    rna: Mapped[str]
    objects: Mapped[str]
    countries: Mapped[tuple[str, ...]] = mapped_column(Strings)
    type: Mapped[str | None]
    works_with: Mapped[bool | None]
    grant: Mapped[float | None]
    contact: Mapped[str]


class EconomicTieTable(RowTable):
    """An international economic tie."""

    __tablename__ = "economic_tie"

    name: Mapped[str]
    type: Mapped[str | None]
    country: Mapped[str]


class BudgetLineTable(RowTable):
    """One line of money for international action."""

    __tablename__ = "budget_line"

    year: Mapped[int | None]
    label: Mapped[str]
    direction: Mapped[str | None]
    section: Mapped[str | None]
    chart: Mapped[str | None]
    function: Mapped[str]
    nature: Mapped[str]
    amount: Mapped[float | None]
    funder: Mapped[str]
    partnership: Mapped[int | None] = mapped_column(ForeignKey("partnership.id"))
    country: Mapped[str]
    scheme: Mapped[str | None]


class AnswerTable(RowTable):
    """The answer to one indicator of the framework."""

    __tablename__ = "answer"
    __table_args__: Any = (UniqueConstraint("campaign_id", "indicator"), {"sqlite_autoincrement": True})

    indicator: Mapped[str]
    state: Mapped[str | None]
    number: Mapped[float | None]
    choice: Mapped[str]


class StandingTable(RowTable):
    """What the user says of a whole table."""

    __tablename__ = "standing"
    __table_args__: Any = (UniqueConstraint("campaign_id", "table"), {"sqlite_autoincrement": True})

    table: Mapped[str]
    state: Mapped[str | None]


TABLE_OF: Mapping[str, type[RowTable]] = MappingProxyType(
    {
        table.__tablename__: table
        for table in (
            TerritoryTable,
            DiasporaTable,
            StudentGroupTable,
            PartnershipTable,
            NetworkMembershipTable,
            AssociationTable,
            EconomicTieTable,
            BudgetLineTable,
            AnswerTable,
            ActionTable,
            StandingTable,
            WeightingTable,
            PriorityTable,
            AllyTable,
            BriefEditTable,
            BriefLayoutTable,
            BriefLookTable,
        )
    }
)
"""The mapped class of each kind of row."""


def core_table(mapped: type[Base]) -> Table:
    """Return the table of a mapped class, for statements that need no object."""
    table = mapped.__table__
    if not isinstance(table, Table):
        raise TypeError(mapped)
    return table
