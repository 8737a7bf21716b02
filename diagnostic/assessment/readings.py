"""The five named readings of a country. A reading that rests on an absence needs that absence to be known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from diagnostic.assessment.facts.communities import rooted_at
from diagnostic.assessment.results import CountryReading, CountryRow
from diagnostic.framework.model import Framework

Limits = Mapping[str, float]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the matrix with what is needed to read it.

    `recorded`: the list of partnerships is begun or closed, so that one with this country would be there. It is enough
    for the sentences that speak of partnerships on record; the row's own 0 needs a closed list.
    """

    row: CountryRow
    population: int | None
    recorded: bool

    def unpartnered(self) -> bool:
        """Return whether no partnership with it is on record in a list where it would be."""
        return self.recorded and not self.row.partnerships

    def rooted(self, limits: Limits) -> bool | None:
        """Return whether its people here form a rooted community; None when their number is unknown."""
        if self.row.people is None:
            return None
        return self.row.people >= rooted_at(self.population, limits["people"], limits["percent"], limits["floor"])

    def roots(self, limits: Limits) -> Figures:
        """Return the figures of the roots that reach their threshold: people, students, associations."""
        found: Figures = {}
        if self.rooted(limits):
            found["people"] = float(self.row.people or 0)
        if (self.row.students or 0) >= limits["students"]:
            found["students"] = float(self.row.students or 0)
        if (self.row.associations or 0) >= limits["associations"]:
            found["associations"] = float(self.row.associations or 0)
        return found

    def rootless(self, limits: Limits) -> bool:
        """Return whether it is known that no root reaches its threshold."""
        told = None not in (self.row.people, self.row.students, self.row.associations)
        return told and not self.roots(limits)


def _dormant_potential(country: Country, limits: Limits) -> Figures | None:
    roots = country.roots(limits)
    return roots if roots and country.unpartnered() else None


def _partnership_without_roots(country: Country, limits: Limits) -> Figures | None:
    partnerships = country.row.partnerships
    if not partnerships or not country.rootless(limits):
        return None
    return {"partnerships": float(partnerships), **_small_roots(country)}


def _sleeping_twinning(country: Country, limits: Limits) -> Figures | None:
    row = country.row
    silent = row.silent or 0
    if row.alive != 0 or silent < limits["silent"]:
        return None
    return {"silent": float(silent), "partnerships": float(row.partnerships or 0)}


def _money_without_anchorage(country: Country, limits: Limits) -> Figures | None:
    money = country.row.money or 0.0
    if money < limits["euros"] or not country.unpartnered() or not country.rootless(limits):
        return None
    return {"money": money, **_small_roots(country)}


def _complete_link(country: Country, limits: Limits) -> Figures | None:
    row = country.row
    associations, alive = row.associations or 0, row.alive or 0
    if not country.rooted(limits) or associations < limits["associations"] or alive < limits["alive"]:
        return None
    return {"people": float(row.people or 0), "associations": float(associations), "alive": float(alive)}


def _small_roots(country: Country) -> Figures:
    row = country.row
    return {
        "people": float(row.people or 0),
        "students": float(row.students or 0),
        "associations": float(row.associations or 0),
    }


RULES: Mapping[str, Callable[[Country, Limits], Figures | None]] = MappingProxyType(
    {
        "dormant_potential": _dormant_potential,
        "partnership_without_roots": _partnership_without_roots,
        "sleeping_twinning": _sleeping_twinning,
        "money_without_anchorage": _money_without_anchorage,
        "complete_link": _complete_link,
    }
)


def read_country(country: Country, framework: Framework) -> CountryRow:
    """Return the row with the readings of the framework that hold for it, each with the figures that caused it."""
    found = []
    for reading in framework.readings:
        figures = RULES[reading.id](country, reading.thresholds)
        if figures is not None:
            found.append(CountryReading(id=reading.id, figures=MappingProxyType(figures)))
    return replace(country.row, readings=tuple(found))
