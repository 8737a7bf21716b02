"""The measures: pure functions from a snapshot to a value, its parts, and the rows they came from, by name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.assessment.measures import associations, diasporas, economy, means, partnerships, students
from diagnostic.assessment.measures.case import MeasureFunction

REGISTRY: Mapping[str, MeasureFunction] = MappingProxyType(
    {
        measure.__name__: measure
        for measure in (
            diasporas.diasporas_share,
            diasporas.diasporas_diversity,
            diasporas.diasporas_rooted,
            diasporas.diasporas_contact,
            students.students_share,
            students.students_density,
            students.students_diversity,
            associations.associations_density,
            associations.associations_countries,
            associations.associations_cooperation,
            economy.economy_kinds,
            economy.economy_density,
            economy.economy_events,
            economy.economy_partner_countries,
            partnerships.partnerships_active,
            partnerships.partnerships_alive,
            partnerships.partnerships_variety,
            partnerships.partnerships_sdg,
            partnerships.partnerships_agreement,
            partnerships.partnerships_networks,
            partnerships.partnerships_joint,
            means.means_lines,
            means.means_share,
            means.means_per_inhabitant,
            means.means_leverage,
            means.means_schemes,
            means.means_trend,
        )
    }
)
"""Every measure that a framework can name."""
