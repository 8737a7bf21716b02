"""The first pass as steps to take in order: which tables it needs, how far each is. Pure: no widget."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.express_reading import first_pass, settled
from diagnostic.assessment.measures.growing import GROWING
from diagnostic.assessment.results import Assessment
from diagnostic.framework.model import Framework, Indicator, Input
from ui.wizard.flow import STEPS


@dataclass(frozen=True, slots=True)
class TableOfPass:
    """A table that the first pass needs, with the indicators made from it."""

    step: str
    kind: str
    indicators: tuple[Indicator, ...]

    def settled(self, assessment: Assessment) -> int:
        """Return how many of its indicators are known, or do not apply."""
        return settled(self.indicators, assessment)


def table_of(indicator: Indicator) -> str:
    """Return the table that a measure is made from, "" for what is answered or rests on the territory's facts."""
    if indicator.input is not Input.MEASURE:
        return ""
    tables = next((step.tables for step in STEPS if step.id == indicator.step), ())
    return GROWING.get(indicator.measure) or (tables[0] if tables else "")


def tables_of_pass(framework: Framework) -> tuple[TableOfPass, ...]:
    """Return the tables that the first pass needs, in the flow's order."""
    held: dict[str, list[Indicator]] = {}
    for indicator in first_pass(framework):
        if kind := table_of(indicator):
            held.setdefault(kind, []).append(indicator)
    return tuple(
        TableOfPass(step.id, kind, tuple(held[kind])) for step in STEPS for kind in step.tables if kind in held
    )
