"""Which page stands for which step of the flow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ui.method.page import MethodPage
from ui.wizard.context import Context
from ui.wizard.flow import PLACES, Step
from ui.wizard.page import StepPage
from ui.wizard.pages.brief_page import BriefPage
from ui.wizard.pages.organisation import OrganisationPage
from ui.wizard.pages.results_page import ResultsPage
from ui.wizard.pages.strategy_page import StrategyPage
from ui.wizard.pages.table_pages import TablePage
from ui.wizard.pages.territory import TerritoryPage

OWN_PAGES: Mapping[str, Callable[[Context, Step], StepPage]] = MappingProxyType(
    {
        "territory": TerritoryPage,
        "organisation": OrganisationPage,
        "results": ResultsPage,
        "strategy": StrategyPage,
        "brief": BriefPage,
        "method": MethodPage,
    }
)
"""The steps with a page of their own; the others are tables."""


def build_pages(context: Context) -> dict[str, StepPage]:
    """Return a page for each step, in the flow's order, and for what stands beside it."""
    return {step.id: OWN_PAGES.get(step.id, TablePage)(context, step) for step in PLACES}
