"""The express reading: the first pass alone, told beside the full reading until the full axes are published."""

from __future__ import annotations

from dataclasses import dataclass, replace

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.express import express_only
from diagnostic.framework.model import Framework, Indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpressReading:
    """The first pass read alone, by its own framework; `total` is how many indicators the full one asks.

    It has no position: the two axes are placed on the square by a full reading only.
    """

    framework: Framework
    assessment: Assessment
    total: int

    @property
    def asked(self) -> int:
        """Return how many indicators the first pass asks."""
        return len(self.framework.indicators)

    @property
    def settled(self) -> int:
        """Return how many of them are known, or do not apply here."""
        return settled(self.framework.indicators, self.assessment)

    def under(self, node: str) -> tuple[Indicator, ...]:
        """Return the indicators below a domain or an axis."""
        below = {node, *(child.id for child in self.framework.children(node))}
        return tuple(indicator for indicator in self.framework.indicators if indicator.parent in below)


def express_reading(
    snapshot: Snapshot, framework: Framework, previous: Snapshot | None, full: Assessment
) -> ExpressReading | None:
    """Return the express reading where it publishes a score that `full` does not; None otherwise.

    None too once every axis of the full reading is published, and for a framework that flags no express indicator.
    """
    if not (first_pass(framework) and awaits(full, framework)):
        return None
    express = express_only(framework)
    found = assess(snapshot, express, previous)
    if not any(node.published and not full.node(node.id).published for node in found.nodes):
        return None
    return ExpressReading(framework=express, assessment=replace(found, position=""), total=len(framework.indicators))


def awaits(full: Assessment, framework: Framework) -> bool:
    """Return whether an axis of the full reading is not published yet; one that does not apply never is."""
    axes = (full.node(axis.id) for axis in framework.axes())
    return any(axis.interval.applicable and not axis.published for axis in axes)


def first_pass(framework: Framework) -> tuple[Indicator, ...]:
    """Return the indicators of the first pass, in order."""
    return tuple(indicator for indicator in framework.indicators if indicator.express)


def settled(indicators: tuple[Indicator, ...], assessment: Assessment) -> int:
    """Return how many indicators are known, or do not apply here."""
    return sum(assessment.indicator(one.id).state is not IndicatorState.UNKNOWN for one in indicators)
