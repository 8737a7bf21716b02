"""Measures of the associations with an international life: those tied to France's own territories alone have none."""

from __future__ import annotations

from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.measures.case import (
    Case,
    density,
    enough,
    nothing_in,
    rows,
    said_of_table,
    share_of_flags,
    table,
    unknown,
)
from diagnostic.assessment.results import Measure
from diagnostic.dossier.records import Association

KIND = "association"


def associations_density(case: Case) -> Measure:
    """Return the international associations per 10,000 inhabitants."""
    if said := said_of_table(case, KIND):
        return said
    found = _international(case)
    return density(case, len(found), 10_000.0, (rows(KIND, found),))


def associations_countries(case: Case) -> Measure:
    """Return the number of countries that the associations work with or come from; not applicable without any."""
    if said := said_of_table(case, KIND):
        return said
    found = _international(case)
    if not found:
        return _none(case)
    placed = [association for association in found if association.countries]
    if not enough(case, len(placed), len(found)):
        return unknown("association_countries_missing", rows(KIND, found))
    countries = {country for association in placed for country in association.countries if abroad(country)}
    return Measure(value=float(len(countries)), numerator=float(len(countries)), inputs=(rows(KIND, placed),))


def associations_cooperation(case: Case) -> Measure:
    """Return the share of associations that work with the collectivité, in per cent of those where it is known."""
    if said := said_of_table(case, KIND):
        return said
    found = _international(case)
    if not found:
        return _none(case)
    return share_of_flags(case, KIND, [association.works_with for association in found], (rows(KIND, found),))


def _none(case: Case) -> Measure:
    return nothing_in(case, KIND, "no_association", table(KIND))


def _international(case: Case) -> list[Association]:
    """Return the associations tied to another country; one without country is given the benefit of the doubt."""
    return [row for row in case.snapshot.associations if not row.countries or any(map(abroad, row.countries))]
