"""The 1 % schemes that a territory's competences open (CGCT L.1115-1-1 and L.1115-2; energy: law of 2006)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from diagnostic.dossier.records import Territory
from diagnostic.dossier.vocabulary import Competence, OnePercentScheme

OPENED_BY: Mapping[OnePercentScheme, tuple[Competence, ...]] = MappingProxyType(
    {
        OnePercentScheme.WATER_SANITATION: (Competence.WATER, Competence.SANITATION),
        OnePercentScheme.WASTE: (Competence.WASTE,),
        OnePercentScheme.MOBILITY: (Competence.MOBILITY,),
        OnePercentScheme.ENERGY: (Competence.ENERGY,),
    }
)


def open_schemes(territory: Territory) -> tuple[OnePercentScheme, ...]:
    """Return the schemes open to the territory, none while its competences are unknown."""
    held = set(territory.competences)
    return tuple(scheme for scheme, competences in OPENED_BY.items() if held.intersection(competences))
