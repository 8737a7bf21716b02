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
class Wholes:
    """What shares are of: all inhabitants (None: unknown), foreign students, and associations of the territory."""

    people: int | None
    students: int
    associations: int


@dataclass(frozen=True, slots=True)
class Found:
    """The figures that cause a reading, and the threshold that each reaches, by the same names."""

    figures: Figures
    limits: Figures

    def strength(self) -> float:
        """Return how many times over the figures reach their thresholds, added up."""
        return sum(figure / self.limits[name] for name, figure in self.figures.items() if self.limits.get(name))


@dataclass(frozen=True, slots=True)
class Country:
    """A row of the matrix with what is needed to read it.

    `recorded`: the list of partnerships is begun or closed, so that one with this country would be there. It is enough
    for the sentences that speak of partnerships on record; the row's own 0 needs a closed list.
    """

    row: CountryRow
    wholes: Wholes
    recorded: bool

    def unpartnered(self) -> bool:
        """Return whether no partnership with it is on record in a list where it would be."""
        return self.recorded and not self.row.partnerships

    def least(self, limits: Limits) -> Figures:
        """Return from how much each root is a strong one: its threshold, or its share of the whole if that is more."""
        wholes = self.wholes
        people = rooted_at(wholes.people, limits["people"], limits["percent"], limits["floor"])
        return {
            "people": max(people, _part(limits, "people", wholes.people or 0)),
            "students": max(limits.get("students", 0.0), _part(limits, "students", wholes.students)),
            "associations": max(limits["associations"], _part(limits, "associations", wholes.associations)),
        }

    def rooted(self, limits: Limits) -> bool | None:
        """Return whether its people here form a strong community; None when their number is unknown."""
        return None if self.row.people is None else self.row.people >= self.least(limits)["people"]

    def roots(self, limits: Limits) -> Figures:
        """Return the figures of the roots that reach their threshold: people, students, associations."""
        row, least = self.row, self.least(limits)
        told = {"people": row.people, "students": row.students, "associations": row.associations}
        return {name: float(figure) for name, figure in told.items() if figure is not None and figure >= least[name]}

    def rootless(self, limits: Limits) -> bool:
        """Return whether it is known that no root reaches its threshold."""
        told = None not in (self.row.people, self.row.students, self.row.associations)
        return told and not self.roots(limits)


def _part(limits: Limits, name: str, whole: float) -> float:
    return whole * limits.get(f"{name}_share", 0.0) / 100.0


def _dormant_potential(country: Country, limits: Limits) -> Found | None:
    roots = country.roots(limits)
    return Found(roots, country.least(limits)) if roots and country.unpartnered() else None


def _partnership_without_roots(country: Country, limits: Limits) -> Found | None:
    partnerships = country.row.partnerships
    if not partnerships or not country.rootless(limits):
        return None
    return Found({"partnerships": float(partnerships), **_small_roots(country)}, {"partnerships": 1.0})


def _sleeping_twinning(country: Country, limits: Limits) -> Found | None:
    row = country.row
    silent = row.silent or 0
    if row.alive != 0 or silent < limits["silent"]:
        return None
    return Found({"partnerships": float(row.partnerships or 0), "silent": float(silent)}, {"silent": limits["silent"]})


def _money_without_anchorage(country: Country, limits: Limits) -> Found | None:
    money = country.row.money or 0.0
    if money < limits["euros"] or not country.unpartnered() or not country.rootless(limits):
        return None
    return Found({"money": money, **_small_roots(country)}, {"money": limits["euros"]})


def _complete_link(country: Country, limits: Limits) -> Found | None:
    row = country.row
    associations, alive = row.associations or 0, row.alive or 0
    least = {**country.least(limits), "alive": limits["alive"]}
    if not country.rooted(limits) or associations < least["associations"] or alive < least["alive"]:
        return None
    figures = {"people": float(row.people or 0), "associations": float(associations), "alive": float(alive)}
    return Found(figures, least)


def _small_roots(country: Country) -> Figures:
    row = country.row
    return {
        "people": float(row.people or 0),
        "students": float(row.students or 0),
        "associations": float(row.associations or 0),
    }


RULES: Mapping[str, Callable[[Country, Limits], Found | None]] = MappingProxyType(
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
        cause = RULES[reading.id](country, reading.thresholds)
        if cause is not None:
            figures = MappingProxyType(cause.figures)
            found.append(CountryReading(id=reading.id, figures=figures, strength=cause.strength()))
    return replace(country.row, readings=tuple(found))
