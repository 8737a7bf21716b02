"""The people tied to each country, each country read in one definition so that nobody counts twice.

A country given by birthplace and by nationality is read by birthplace; then nationality, then estimate, then rows
without definition. Rows of one country in the definition kept add up. Rows for France are left out.

A row without country counts the people whose countries are not told apart: those left over by the rows by country of
its definition or, where its definition has none, everybody (the census gives small communes that total only). Such a
total adds nothing to rows by country of another definition, which count the same people again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diagnostic.assessment.facts.home import HOME
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import CENSUS, DiasporaDefinition

PRIORITY: tuple[DiasporaDefinition | None, ...] = (
    DiasporaDefinition.BIRTHPLACE,
    DiasporaDefinition.NATIONALITY,
    DiasporaDefinition.ESTIMATE,
    None,
)


@dataclass(frozen=True, slots=True)
class Community:
    """One country's people here; None while no row says how many. `ids` are the rows read. `country` may be ""."""

    country: str
    people: int | None
    ids: tuple[int, ...]


def communities(diasporas: Iterable[Diaspora]) -> Mapping[str, Community]:
    """Return the community of each country in the rows ("" gathers rows without country), largest first."""
    rows: dict[str, list[Diaspora]] = defaultdict(list)
    abroad = [row for row in diasporas if row.country not in HOME]
    totals = {row.id for row in _totals(abroad)}
    for row in abroad:
        if row.id not in totals:
            rows[row.country].append(row)
    found = [_community(country, of_country) for country, of_country in rows.items()]
    found.sort(key=lambda community: (-(community.people if community.people is not None else -1), community.country))
    return {community.country: community for community in found}


def total_of_all(diasporas: Iterable[Diaspora]) -> Diaspora | None:
    """Return the census total that says more than the rows by country: theirs comes later in the order, or is none."""
    abroad = [row for row in diasporas if row.country not in HOME]
    best = min((PRIORITY.index(row.definition) for row in abroad if row.country), default=len(PRIORITY))
    found = [row for row in _totals(abroad) if row.people is not None and PRIORITY.index(row.definition) < best]
    return min(found, key=lambda row: PRIORITY.index(row.definition), default=None)


def _totals(rows: Iterable[Diaspora]) -> list[Diaspora]:
    """Return the census totals that stand beside rows by country of other definitions only."""
    rows = list(rows)
    told_apart = {row.definition for row in rows if row.country}
    if not told_apart:
        return []
    return [row for row in rows if not row.country and row.definition in CENSUS and row.definition not in told_apart]


def _community(country: str, rows: list[Diaspora]) -> Community:
    for definition in PRIORITY:
        kept = [row for row in rows if row.definition is definition]
        figures = [row.people for row in kept]
        if kept and None not in figures:
            return Community(country, sum(people or 0 for people in figures), tuple(row.id for row in kept))
    return Community(country, None, tuple(row.id for row in rows))


def rooted_at(population: int | None, people: float, percent: float, floor: float) -> float:
    """Return from how many people a community counts as rooted: `people`, or `percent` of the population if that is
    less, but never under `floor` (in a hamlet, half a per cent is one person)."""
    if not population:
        return people
    return max(floor, min(people, population * percent / 100.0))
