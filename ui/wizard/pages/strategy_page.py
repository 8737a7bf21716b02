"""The strategy step's page."""

from __future__ import annotations

from ui.strategy.page import StrategyPage

__all__ = ["StrategyPage"]
