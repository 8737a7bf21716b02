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

TABLES = (
    "diaspora",
    "student_group",
    "partnership",
    "network_membership",
    "association",
    "economic_tie",
    "budget_line",
)
"""The lists of a dossier that a question can need (a test holds them equal to the dossier's)."""

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

PRIORITY_HIGH, PRIORITY_LOW = "priority_high", "priority_low"
EFFORT = "effort_"
"""Prefix of the factors of the three efforts, e.g. effort_1."""
WORKSHOP_MOST = "workshop_most"
RANKING = (PRIORITY_HIGH, PRIORITY_LOW, *(f"{EFFORT}{level}" for level in (1, 2, 3)), WORKSHOP_MOST)
"""Thresholds that a framework may set, above 0: the factors of a recommendation's rank points, 1 where it sets none
(a dossier keeps frameworks made before there were any)."""

DENSITY_LEAST = "density_least_population"
"""Threshold that a framework may set: densities count a smaller population as that many inhabitants."""

PARTNERSHIP_REFERENCE = "partnerships_reference_"
"""Prefix of the thresholds that say how many partnerships to expect up to a population, e.g. …_20000; or …_beyond;
or in a kind of territory (`TerritoryKind`) whatever its population, e.g. …_departement."""

PARTNERSHIP_BEYOND = "beyond"

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

READING_SHARES = ("people_share", "students_share", "associations_share")
"""Thresholds that a reading may set besides, in per cent of all inhabitants, foreign students, associations: under it
a root is not a strong one. They matter where `people`, `students`, `associations` are soon reached: in large cities."""

SDGS = frozenset(goal.value for goal in Sdg)
LANGUAGES = ("fr", "en")
