"""How the fields of each kind of row are grouped in a form. Knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import RECORDS

EVIDENCE = ("source", "source_date", "confidence", "comment")
"""Where any row comes from."""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields under one heading, `form.group.<id>`; the first group of a table's row has none."""

    id: str
    fields: tuple[str, ...]


INTERNAL: Mapping[str, tuple[str, ...]] = {"action": ("recommendation",), "ally": ("entry", "left_out")}
"""Fields that the program fills in itself and no form shows."""


TERRITORY: tuple[Group, ...] = (
    Group(
        "identity",
        (
            *("name", "type", "code", "siren", "epci_name", "epci"),
            *("departement_name", "departement", "region_name", "region"),
        ),
    ),
    Group("population", ("population", "population_year")),
    Group("competences", ("competences",)),
    Group(
        "budgets",
        (
            *("budget_year", "operating_budget", "investment_budget"),
            *("water_budget", "sanitation_budget", "waste_budget", "mobility_budget", "energy_budget"),
        ),
    ),
    Group("evidence", EVIDENCE),
)
"""The territory's form."""


def groups_of(kind: str) -> tuple[Group, ...]:
    """Return the groups of a kind of row: what it is, then where it comes from."""
    if kind == "territory":
        return TERRITORY
    kept_back = (*EVIDENCE, *INTERNAL.get(kind, ()))
    own = tuple(name for name in specs_of(RECORDS[kind]) if name not in kept_back)
    return (Group("", own), Group("evidence", EVIDENCE))


BUDGET_OF_COMPETENCE: Mapping[str, str] = {
    "water_budget": "water",
    "sanitation_budget": "sanitation",
    "waste_budget": "waste",
    "mobility_budget": "mobility",
    "energy_budget": "energy",
}
"""The budgets that matter only where the collectivité holds the competence."""
