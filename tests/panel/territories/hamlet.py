"""A hamlet of 180 inhabitants of which nothing else is known yet."""

from __future__ import annotations

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TerritoryKind
from tests.builders import snapshot


def hamlet() -> Snapshot:
    """Return the hamlet: a name, a population, no row and no answer."""
    return snapshot(day="2026-03-12", type=TerritoryKind.COMMUNE, name="Combe-aux-Loups", population=180)
