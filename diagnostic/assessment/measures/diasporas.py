"""Measures of the diasporas and inhabitants of the world."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.assessment.facts.communities import Community, communities, rooted_at, total_of_all
from diagnostic.assessment.measures.case import (
    Case,
    enough,
    field,
    nothing_in,
    once_complete,
    per_inhabitants,
    said_of_table,
    share,
    table,
    unfinished,
    unknown,
)
from diagnostic.assessment.measures.diversity import effective_number
from diagnostic.assessment.results import Input, Measure

KIND = "diaspora"


def diasporas_share(case: Case) -> Measure:
    """Return the inhabitants tied to another country, in per cent of the population.

    A sum is known only when every community's number is: one left blank would make it too small without a word. The
    census's own total is taken where it is better than what the rows by country rest on.
    """
    if said := said_of_table(case, KIND):
        return said
    total = total_of_all(case.snapshot.diasporas)
    found = communities([total] if total else case.snapshot.diasporas)
    inputs = _inputs(found.values())
    if any(community.people is None for community in found.values()):
        return unknown("people_missing", *inputs)
    people = sum(community.people or 0 for community in found.values())
    measure = per_inhabitants(case, float(people), 100.0, inputs)
    if measure.value is not None and measure.value > 100.0:
        return unknown("more_than_population", *measure.inputs)
    return measure


def diasporas_diversity(case: Case) -> Measure:
    """Return the effective number of origins among the communities whose number is known."""
    if said := said_of_table(case, KIND) or unfinished(case, KIND) or _nobody(case):
        return said
    named = _named(case)
    if not _enough_named(case, named):
        return unknown("too_few_known", *_inputs(named))
    sizes = [float(community.people) for community in named if community.people]
    if not sizes:
        return unknown("too_few_known", *_inputs(named))
    return Measure(value=effective_number(sizes), numerator=float(len(sizes)), inputs=_inputs(named))


def diasporas_rooted(case: Case) -> Measure:
    """Return the number of rooted communities: enough people, or enough of the population."""
    if said := said_of_table(case, KIND) or _nobody(case):
        return said
    population = case.snapshot.territory.population
    named = _named(case)
    if not _enough_named(case, named):
        return unknown("too_few_known", *_inputs(named))
    limits = case.thresholds
    size = rooted_at(population, limits["rooted_people"], limits["rooted_percent"], limits["rooted_floor"])
    rooted = [community for community in named if (community.people or 0) >= size]
    return Measure(
        value=float(len(rooted)),
        numerator=float(len(rooted)),
        denominator=float(len(named)),
        inputs=(*_inputs(rooted or named), field("population")),
    )


def diasporas_contact(case: Case) -> Measure:
    """Return the share of the largest communities that an association of the territory is tied to, in per cent."""
    if said := said_of_table(case, KIND) or _nobody(case) or said_of_table(case, "association"):
        return said
    named = _named(case)
    if not _enough_named(case, named):
        return unknown("too_few_known", *_inputs(named))
    largest = [community for community in named if community.people][: int(case.thresholds["largest_communities"])]
    if not largest:
        return unknown("too_few_known", *_inputs(named))
    associations = case.snapshot.associations
    placed = [association for association in associations if association.countries]
    inputs = (*_inputs(largest), Input(kind="association", ids=tuple(association.id for association in placed)))
    if associations and not enough(case, len(placed), len(associations)):
        return unknown("association_countries_missing", *inputs)
    reached = {country for association in placed for country in association.countries}
    contacts = float(sum(community.country in reached for community in largest))
    return once_complete(case, KIND, share(contacts, float(len(largest)), inputs))


def _nobody(case: Case) -> Measure | None:
    """Return that there is no community to describe where each is known to have nobody: the share counts that lack."""
    found = communities(case.snapshot.diasporas).values()
    if any(community.people != 0 for community in found):
        return None
    return nothing_in(case, KIND, "no_community", table(KIND))


def _named(case: Case) -> list[Community]:
    return [community for community in communities(case.snapshot.diasporas).values() if community.country]


def _enough_named(case: Case, named: list[Community]) -> bool:
    """Return whether enough communities have both a country and a number: people of no country belong to some."""
    return enough(
        case, sum(community.people is not None for community in named), len(communities(case.snapshot.diasporas))
    )


def _inputs(found: Iterable[Community]) -> tuple[Input, ...]:
    return (Input(kind=KIND, ids=tuple(id_ for community in found for id_ in community.ids)),)
