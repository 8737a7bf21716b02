"""The results step's page."""

from __future__ import annotations

from ui.results.page import ResultsPage

__all__ = ["ResultsPage"]
