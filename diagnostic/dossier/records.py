"""The rows of a dossier as frozen records: what the rest of the program reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from diagnostic.dossier import fields as f
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.decisions import Action, Ally, Priority, Weighting
from diagnostic.dossier.dressing import BriefEdit, BriefLayout, BriefLook
from diagnostic.dossier.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(Row):
    """The territory as one campaign knows it. Codes are INSEE's; budgets are euros of `budget_year`."""

    kind: ClassVar[str] = "territory"

    type: v.TerritoryKind | None = f.choice(v.TerritoryKind)
    name: str = f.text(needed=True)
    code: str = f.text()
    siren: str = f.text()
    epci: str = f.text()
    epci_name: str = f.text()
    ept: str = f.text()
    ept_name: str = f.text()
    departement: str = f.text()
    departement_name: str = f.text()
    region: str = f.text()
    region_name: str = f.text()
    population: int | None = f.count(needed=True)
    population_year: int | None = f.year()
    budget_year: int | None = f.year()
    operating_budget: float | None = f.amount()
    investment_budget: float | None = f.amount()
    water_budget: float | None = f.amount()
    sanitation_budget: float | None = f.amount()
    waste_budget: float | None = f.amount()
    mobility_budget: float | None = f.amount()
    energy_budget: float | None = f.amount()
    competences: tuple[v.Competence, ...] = f.choices(v.Competence)
    fictional: bool | None = f.flag()


@dataclass(frozen=True, slots=True, kw_only=True)
class Diaspora(Row):
    """People of the territory tied to one country."""

    kind: ClassVar[str] = "diaspora"

    country: str = f.country(needed=True)
    people: int | None = f.count(needed=True)
    definition: v.DiasporaDefinition | None = f.choice(v.DiasporaDefinition)


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentGroup(Row):
    """Foreign students of an institution; an empty country means all countries together."""

    kind: ClassVar[str] = "student_group"

    institution: str = f.text(needed=True)
    country: str = f.country()
    level: v.StudyLevel | None = f.choice(v.StudyLevel)
    people: int | None = f.count(needed=True)
    institution_total: int | None = f.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Row):
    """A link with a foreign authority or body. `yearly_cost` in euros; `contact` is personal data."""

    kind: ClassVar[str] = "partnership"

    name: str = f.text(needed=True)
    place: str = f.text()
    country: str = f.country(needed=True)
    form: v.PartnershipForm | None = f.choice(v.PartnershipForm)
    fields: tuple[v.ActionField, ...] = f.choices(v.ActionField)
    sdg: tuple[v.Sdg, ...] = f.choices(v.Sdg)
    since: int | None = f.year()
    until: int | None = f.year()
    last_activity: str = f.day()
    agreement: bool | None = f.flag()
    evaluated: bool | None = f.flag()
    yearly_cost: float | None = f.amount()
    led_with: str = f.text()
    state: v.PartnershipState | None = f.choice(v.PartnershipState)
    contact: str = f.text(personal=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkMembership(Row):
    """Membership of a network; `fee` in euros a year."""

    kind: ClassVar[str] = "network_membership"

    name: str = f.text(needed=True)
    fee: float | None = f.amount()
    since: int | None = f.year()


@dataclass(frozen=True, slots=True, kw_only=True)
class Association(Row):
    """An association with an international life; `grant` in euros a year, `contact` is personal data."""

    kind: ClassVar[str] = "association"

    name: str = f.text(needed=True)
    rna: str = f.text()
    objects: str = f.text()
    countries: tuple[str, ...] = f.countries()
    type: v.AssociationKind | None = f.choice(v.AssociationKind)
    works_with: bool | None = f.flag()
    grant: float | None = f.amount()
    contact: str = f.text(personal=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class EconomicTie(Row):
    """An international economic tie; an empty country means several or the world."""

    kind: ClassVar[str] = "economic_tie"

    name: str = f.text(needed=True)
    type: v.EconomicTieKind | None = f.choice(v.EconomicTieKind)
    country: str = f.country()


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetLine(Row):
    """One line of money for international action, in euros, in the chart of accounts it was read in."""

    kind: ClassVar[str] = "budget_line"

    year: int | None = f.year()
    label: str = f.text(needed=True)
    direction: v.BudgetDirection | None = f.choice(v.BudgetDirection)
    section: v.BudgetSection | None = f.choice(v.BudgetSection)
    chart: v.ChartOfAccounts | None = f.choice(v.ChartOfAccounts)
    function: str = f.text()
    nature: str = f.text()
    amount: float | None = f.amount()
    funder: str = f.text()
    partnership: int | None = f.link("partnership")
    country: str = f.country()
    scheme: v.OnePercentScheme | None = f.choice(v.OnePercentScheme)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Row):
    """The answer to one indicator of the framework. With state VALUE: `number`, or `choice` (an option's id)."""

    kind: ClassVar[str] = "answer"

    indicator: str = f.text(needed=True)
    state: v.AnswerState | None = f.choice(v.AnswerState)
    number: float | None = f.amount()
    choice: str = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Row):
    """What the user says of a whole table: complete, unknown, or not applicable here."""

    kind: ClassVar[str] = "standing"

    table: str = f.text(needed=True)
    state: v.TableState | None = f.choice(v.TableState)


RECORDS: Mapping[str, type[Row]] = MappingProxyType(
    {
        record.kind: record
        for record in (
            Territory,
            Diaspora,
            StudentGroup,
            Partnership,
            NetworkMembership,
            Association,
            EconomicTie,
            BudgetLine,
            Answer,
            Action,
            Standing,
            Weighting,
            Priority,
            Ally,
            BriefEdit,
            BriefLayout,
            BriefLook,
        )
    }
)
"""Every kind of row by its name."""

TABLES: tuple[str, ...] = (
    "diaspora",
    "student_group",
    "partnership",
    "network_membership",
    "association",
    "economic_tie",
    "budget_line",
)
"""The kinds that are lists a user fills, and of which a Standing can speak."""
