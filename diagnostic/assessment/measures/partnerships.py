"""Measures of partnerships and networks."""

from __future__ import annotations

from diagnostic.assessment.facts.links import foreign, in_force, is_active, is_alive
from diagnostic.assessment.measures.case import (
    Case,
    enough,
    field,
    not_applicable,
    nothing_in,
    rows,
    said_complete,
    said_of_table,
    share_of_flags,
    table,
    unknown,
)
from diagnostic.assessment.results import Measure
from diagnostic.dossier.records import Partnership
from diagnostic.dossier.vocabulary import ActionField, PartnershipForm, Sdg, TerritoryKind
from diagnostic.framework.known import PARTNERSHIP_BEYOND, PARTNERSHIP_REFERENCE

KIND = "partnership"


def partnerships_active(case: Case) -> Measure:
    """Return the active partnerships in per cent of the number expected for the territory's kind or size."""
    if said := said_of_table(case, KIND):
        return said
    found = foreign(case.snapshot)
    inputs = (rows(KIND, found), field("population"))
    states = [is_active(partnership, case.snapshot.campaign) for partnership in found]
    known = [state for state in states if state is not None]
    if not enough(case, len(known), len(states)):
        return unknown("states_missing", *inputs)
    population = case.snapshot.territory.population
    if population is None and not any(known):
        return Measure(value=0.0, numerator=0.0, inputs=inputs)
    if not population:
        return unknown("no_population" if population is None else "zero_population", *inputs)
    expected = _expected(case, population, case.snapshot.territory.type)
    if expected <= 0:
        return not_applicable("no_reference", *inputs)
    active = float(sum(known))
    return Measure(value=100.0 * active / expected, numerator=active, denominator=expected, inputs=inputs)


def _expected(case: Case, population: int, kind: TerritoryKind | None) -> float:
    """Return the reference of the kind of territory when it has its own, else that of the population; 0 for none."""
    counts = {
        name.removeprefix(PARTNERSHIP_REFERENCE): count
        for name, count in case.thresholds.items()
        if name.startswith(PARTNERSHIP_REFERENCE)
    }
    if kind is not None and kind.value in counts:
        return counts[kind.value]
    steps = sorted((int(limit), count) for limit, count in counts.items() if limit.isdecimal())
    return next((count for limit, count in steps if population <= limit), counts.get(PARTNERSHIP_BEYOND, 0.0))


def partnerships_alive(case: Case) -> Measure:
    """Return the share of partnerships with a recent sign of life, in per cent of those where it is known."""
    if said := said_of_table(case, KIND):
        return said
    months = int(case.thresholds["alive_months"])
    found = in_force(case.snapshot)
    if not found:
        return _none(case)
    flags = [is_alive(partnership, case.snapshot.campaign, months) for partnership in found]
    return share_of_flags(case, KIND, flags, (rows(KIND, found),))


def partnerships_variety(case: Case) -> Measure:
    """Return the forms and fields of action covered, in per cent of the nine forms and twelve fields."""
    if said := said_of_table(case, KIND):
        return said
    found = in_force(case.snapshot)
    inputs = (rows(KIND, found),)
    if not found:
        return _none(case)
    told = [partnership for partnership in found if partnership.form is not None and partnership.fields]
    if not enough(case, len(told), len(found)):
        return unknown("too_few_known", *inputs)
    forms = {partnership.form for partnership in told}
    fields = {one for partnership in told for one in partnership.fields}
    return _covered(len(forms) + len(fields), len(PartnershipForm) + len(ActionField), told)


def partnerships_sdg(case: Case) -> Measure:
    """Return the Sustainable Development Goals that the partnerships serve, in per cent of the seventeen."""
    if said := said_of_table(case, KIND):
        return said
    found = in_force(case.snapshot)
    if not found:
        return _none(case)
    told = [partnership for partnership in found if partnership.sdg]
    if not enough(case, len(told), len(found)):
        return unknown("too_few_known", rows(KIND, found))
    return _covered(len({goal for partnership in told for goal in partnership.sdg}), len(Sdg), told)


def _covered(count: int, whole: int, found: list[Partnership]) -> Measure:
    return Measure(
        value=100.0 * count / whole, numerator=float(count), denominator=float(whole), inputs=(rows(KIND, found),)
    )


def partnerships_agreement(case: Case) -> Measure:
    """Return the share of the partnerships with both a current agreement and an evaluation, in per cent."""
    if said := said_of_table(case, KIND):
        return said
    found = in_force(case.snapshot)
    if not found:
        return _none(case)
    flags = [_both(partnership.agreement, partnership.evaluated) for partnership in found]
    return share_of_flags(case, KIND, flags, (rows(KIND, found),))


def _none(case: Case) -> Measure:
    return nothing_in(case, KIND, "no_partnership", table(KIND))


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def partnerships_networks(case: Case) -> Measure:
    """Return the number of networks that the collectivité belongs to."""
    if said := said_of_table(case, "network_membership"):
        return said
    found = case.snapshot.network_memberships
    return Measure(value=float(len(found)), numerator=float(len(found)), inputs=(rows("network_membership", found),))


def partnerships_joint(case: Case) -> Measure:
    """Return the share of the partnerships led with other French collectivités, in per cent.

    An empty cell means "with nobody", for the table is said to be complete.
    """
    if said := said_of_table(case, KIND):
        return said
    found = in_force(case.snapshot)
    if not found:
        return _none(case)
    if not said_complete(case, KIND):
        return unknown("say_complete", rows(KIND, found))
    flags = [bool(partnership.led_with.strip()) for partnership in found]
    return share_of_flags(case, KIND, flags, (rows(KIND, found),))
