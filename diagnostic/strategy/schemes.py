"""The 1 % schemes open to the territory and the euros that they would bring."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.facts.schemes import OPENED_BY, open_schemes
from diagnostic.assessment.facts.spending import euros, expenses, year_lines
from diagnostic.dossier.records import Territory
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import Competence, OnePercentScheme
from diagnostic.strategy.results import SchemeOpening

CEILING = 0.01
"""1 % of the utility's resources: CGCT L.1115-1-1 (water, sanitation, energy; 2005, 2006) and L.1115-2 (waste 2014,
mobility 2021)."""

BUDGETS: Mapping[Competence, str] = MappingProxyType(
    {
        Competence.WATER: "water_budget",
        Competence.SANITATION: "sanitation_budget",
        Competence.WASTE: "waste_budget",
        Competence.MOBILITY: "mobility_budget",
        Competence.ENERGY: "energy_budget",
    }
)


def scheme_openings(snapshot: Snapshot) -> tuple[SchemeOpening, ...]:
    """Return the schemes that the competences held open, with the euros of the budget year. None held: none open.

    Water and sanitation count only for the competence that is held; the budget is unknown when one of them is.
    """
    lines = expenses(year_lines(counted(snapshot)))
    found = []
    for scheme in open_schemes(snapshot.territory):
        budget = _budget(snapshot.territory, scheme)
        found.append(
            SchemeOpening(
                scheme=scheme.value,
                budget=budget,
                ceiling=None if budget is None else budget * CEILING,
                used=euros(line for line in lines if line.scheme is scheme),
            )
        )
    return tuple(found)


def _budget(territory: Territory, scheme: OnePercentScheme) -> float | None:
    held = [competence for competence in OPENED_BY[scheme] if competence in territory.competences]
    budgets: list[float | None] = [getattr(territory, BUDGETS[competence]) for competence in held]
    return None if None in budgets else sum(budget or 0.0 for budget in budgets)
