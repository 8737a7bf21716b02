"""What the program knows how to do with a framework: the names that a framework file may refer to."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.dossier.vocabulary import Sdg

MEASURES = frozenset(
    {
        "associations_cooperation",
        "associations_countries",
        "associations_density",
        "diasporas_contact",
        "diasporas_diversity",
        "diasporas_rooted",
        "diasporas_share",
        "economy_density",
        "economy_events",
        "economy_kinds",
        "economy_partner_countries",
        "means_leverage",
        "means_lines",
        "means_per_inhabitant",
        "means_schemes",
        "means_share",
        "means_trend",
        "partnerships_active",
        "partnerships_agreement",
        "partnerships_alive",
        "partnerships_joint",
        "partnerships_networks",
        "partnerships_sdg",
        "partnerships_variety",
        "students_density",
        "students_diversity",
        "students_share",
    }
)
"""The measures computed from the dossier's rows (`diagnostic.assessment.measures`; a test holds the two equal)."""

STEPS = (
    "territory",
    "diasporas",
    "students",
    "partnerships",
    "associations",
    "economy",
    "budget",
    "organisation",
)
"""The wizard's steps where an indicator's data is entered."""

THRESHOLDS = (
    "asset_score",
    "gap_score",
    "strong_axis",
    "known_rows",
    "variation_draws",
    "variation_percent",
    "variation_seed",
    "variation_leading",
    "alive_months",
    "rooted_people",
    "rooted_percent",
    "rooted_floor",
    "largest_communities",
)
"""The thresholds that a diagnostic's framework must set."""

PARTNERSHIP_REFERENCE = "partnerships_reference_"
"""Prefix of the thresholds that say how many partnerships to expect up to a population, e.g. …_20000; or …_beyond."""

READINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dormant_potential": ("people", "percent", "floor", "students", "associations"),
        "partnership_without_roots": ("people", "percent", "floor", "students", "associations"),
        "sleeping_twinning": ("silent",),
        "money_without_anchorage": ("euros", "people", "percent", "floor", "students", "associations"),
        "complete_link": ("people", "percent", "floor", "associations", "alive"),
    }
)
"""The readings of the country matrix and the thresholds that each needs."""

SDGS = frozenset(goal.value for goal in Sdg)
LANGUAGES = ("fr", "en")
