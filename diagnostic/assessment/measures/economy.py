"""Measures of economic life and outreach."""

from __future__ import annotations

from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.facts.links import in_force
from diagnostic.assessment.measures.case import (
    Case,
    density,
    enough,
    nothing_in,
    once_complete,
    rows,
    said_of_table,
    share,
    table,
    unknown,
)
from diagnostic.assessment.results import Measure
from diagnostic.dossier.records import EconomicTie
from diagnostic.dossier.vocabulary import EconomicTieKind

KIND = "economic_tie"
EVENTS = (EconomicTieKind.EVENT, EconomicTieKind.FAIR, EconomicTieKind.LABEL)


def economy_kinds(case: Case) -> Measure:
    """Return the number of kinds of economic ties present, out of the seven named ones."""
    if said := said_of_table(case, KIND):
        return said
    typed = _typed(case)
    if typed is None:
        return unknown("too_few_known", rows(KIND, case.snapshot.economic_ties))
    kinds = {tie.type for tie in typed} - {EconomicTieKind.OTHER}
    return Measure(
        value=float(len(kinds)),
        numerator=float(len(kinds)),
        denominator=float(len(EconomicTieKind) - 1),
        inputs=(rows(KIND, typed),),
    )


def economy_density(case: Case) -> Measure:
    """Return the economic ties per 10,000 inhabitants."""
    if said := said_of_table(case, KIND):
        return said
    found = case.snapshot.economic_ties
    return density(case, len(found), 10_000.0, (rows(KIND, found),))


def economy_events(case: Case) -> Measure:
    """Return the number of international events, fairs and labels; not applicable where there is no tie at all."""
    if said := said_of_table(case, KIND) or _no_tie(case):
        return said
    typed = _typed(case)
    if typed is None:
        return unknown("too_few_known", rows(KIND, case.snapshot.economic_ties))
    events = [tie for tie in typed if tie.type in EVENTS]
    return Measure(value=float(len(events)), numerator=float(len(events)), inputs=(rows(KIND, events or typed),))


def economy_partner_countries(case: Case) -> Measure:
    """Return the share of the partner countries where the territory has an economic tie, in per cent."""
    if said := said_of_table(case, KIND) or said_of_table(case, "partnership"):
        return said
    partnerships = [partnership for partnership in in_force(case.snapshot) if abroad(partnership.country)]
    partners = {partnership.country for partnership in partnerships}
    ties = case.snapshot.economic_ties
    placed = [tie for tie in ties if tie.country]
    inputs = (rows("partnership", partnerships), rows(KIND, placed))
    if not enough(case, len(partnerships), len(in_force(case.snapshot))):
        return unknown("partner_countries_missing", *inputs)
    if not partners:
        return nothing_in(case, "partnership", "no_partnership", *inputs)
    if said := _no_tie(case):
        return said
    reached = partners & {tie.country for tie in placed}
    if len(placed) < len(ties) and reached != partners and not enough(case, len(placed), len(ties)):
        return unknown("tie_countries_missing", *inputs)
    return once_complete(case, "partnership", share(float(len(reached)), float(len(partners)), inputs))


def _no_tie(case: Case) -> Measure | None:
    """Return that there is nothing to describe in a list without tie: `economy_kinds` counts that lack already."""
    return None if case.snapshot.economic_ties else nothing_in(case, KIND, "no_tie", table(KIND))


def _typed(case: Case) -> list[EconomicTie] | None:
    """Return the ties whose kind is known, None where too few are to speak of kinds."""
    found = case.snapshot.economic_ties
    typed = [tie for tie in found if tie.type is not None]
    return typed if enough(case, len(typed), len(found)) else None
