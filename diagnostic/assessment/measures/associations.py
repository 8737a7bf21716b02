"""Measures of the associations with an international life."""

from __future__ import annotations

from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.measures.case import (
    Case,
    enough,
    per_inhabitants,
    rows,
    said_of_table,
    share_of_flags,
    unknown,
)
from diagnostic.assessment.results import Measure

KIND = "association"


def associations_density(case: Case) -> Measure:
    """Return the international associations per 10,000 inhabitants; one tied to France's own territories is not."""
    if said := said_of_table(case, KIND):
        return said
    found = [row for row in case.snapshot.associations if not row.countries or any(map(abroad, row.countries))]
    return per_inhabitants(case, float(len(found)), 10_000.0, (rows(KIND, found),))


def associations_countries(case: Case) -> Measure:
    """Return the number of countries that the associations work with or come from."""
    if said := said_of_table(case, KIND):
        return said
    found = case.snapshot.associations
    placed = [association for association in found if association.countries]
    if not enough(case, len(placed), len(found)):
        return unknown("association_countries_missing", rows(KIND, found))
    countries = {country for association in placed for country in association.countries if abroad(country)}
    return Measure(value=float(len(countries)), numerator=float(len(countries)), inputs=(rows(KIND, placed),))


def associations_cooperation(case: Case) -> Measure:
    """Return the share of associations that work with the collectivité, in per cent of those where it is known."""
    if said := said_of_table(case, KIND):
        return said
    found = case.snapshot.associations
    flags = [association.works_with for association in found]
    return share_of_flags(case, flags, "no_association", (rows(KIND, found),))
