"""Which measures can only rise as a list grows: while the list is not said to be complete, they are minimums."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.assessment.measures.case import Case, said_complete

GROWING: Mapping[str, str] = MappingProxyType(
    {
        "diasporas_share": "diaspora",
        "diasporas_rooted": "diaspora",
        "diasporas_contact": "association",
        "students_density": "student_group",
        "associations_density": "association",
        "associations_countries": "association",
        "economy_kinds": "economic_tie",
        "economy_density": "economic_tie",
        "economy_events": "economic_tie",
        "economy_partner_countries": "economic_tie",
        "partnerships_active": "partnership",
        "partnerships_variety": "partnership",
        "partnerships_sdg": "partnership",
        "partnerships_networks": "network_membership",
        "means_lines": "budget_line",
        "means_share": "budget_line",
        "means_per_inhabitant": "budget_line",
    }
)
"""Name of a measure → the table in which one more row can raise it and never lower it."""


def is_minimum(case: Case, measure: str) -> bool:
    """Return whether a measure read now is a minimum: its list is still under way."""
    kind = GROWING.get(measure)
    return kind is not None and not said_complete(case, kind)
