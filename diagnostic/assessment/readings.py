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
class Looked:
    """For which columns a zero means "none" and not "nobody looked"."""

    people: bool
    students: bool
    associations: bool
    partnerships: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the matrix with what is needed to read it."""

    row: CountryRow
    population: int | None
    looked: Looked

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
        if self.row.associations >= limits["associations"]:
            found["associations"] = float(self.row.associations)
        return found

    def rootless(self, limits: Limits) -> bool:
        """Return whether it is known that no root reaches its threshold."""
        told = self.row.people is not None and self.row.students is not None and self.looked.associations
        return told and not self.roots(limits)


def _dormant_potential(country: Country, limits: Limits) -> Figures | None:
    roots = country.roots(limits)
    return roots if roots and country.looked.partnerships and not country.row.partnerships else None


def _partnership_without_roots(country: Country, limits: Limits) -> Figures | None:
    if not country.row.partnerships or not country.rootless(limits):
        return None
    return {"partnerships": float(country.row.partnerships), **_small_roots(country)}


def _sleeping_twinning(country: Country, limits: Limits) -> Figures | None:
    row = country.row
    if row.alive or row.silent < limits["silent"]:
        return None
    return {"silent": float(row.silent), "partnerships": float(row.partnerships)}


def _money_without_anchorage(country: Country, limits: Limits) -> Figures | None:
    row = country.row
    if row.money < limits["euros"] or row.partnerships or not country.looked.partnerships:
        return None
    return {"money": row.money, **_small_roots(country)} if country.rootless(limits) else None


def _complete_link(country: Country, limits: Limits) -> Figures | None:
    row = country.row
    if not country.rooted(limits) or row.associations < limits["associations"] or row.alive < limits["alive"]:
        return None
    return {"people": float(row.people or 0), "associations": float(row.associations), "alive": float(row.alive)}


def _small_roots(country: Country) -> Figures:
    row = country.row
    return {
        "people": float(row.people or 0),
        "students": float(row.students or 0),
        "associations": float(row.associations),
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
