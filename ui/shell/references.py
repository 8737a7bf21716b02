"""What the program knows besides its texts: heavy, so loaded once the first page is there to be looked at."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diagnostic.framework.model import Framework
    from diagnostic.territory.countries import Countries
    from diagnostic.territory.places import Places

AHEAD = ("diagnostic.dossier.opening", "diagnostic.dossier.founding", "diagnostic.assessment.assess")
"""What the first dossier opened will need."""


@dataclass(frozen=True, slots=True)
class References:
    """What the program knows besides its texts."""

    places: Places
    countries: Countries
    framework: Framework


def load_references() -> References:
    """Read the references from the program's resources, with the modules that use them."""
    from diagnostic.framework.load import load_edition
    from diagnostic.territory.countries import load_countries
    from diagnostic.territory.places import load_places

    found = References(load_places(), load_countries(), load_edition())
    for name in AHEAD:
        importlib.import_module(name)
    return found
