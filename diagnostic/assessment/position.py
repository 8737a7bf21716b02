"""The reading of the axes taken together."""

from __future__ import annotations

from collections.abc import Mapping

from diagnostic.assessment.results import Assessment, NodeResult
from diagnostic.framework.model import Framework


def find_position(nodes: Mapping[str, NodeResult], framework: Framework) -> str:
    """Return the id of the framework's position, "" while an axis is undecided.

    An axis is strong when its whole interval reaches the threshold, not strong when its whole interval is under it,
    undecided when the interval straddles it, when too little is known, or when nothing applies.
    """
    threshold = framework.thresholds["strong_axis"]
    strong: set[str] = set()
    for axis in framework.axes():
        result = nodes[axis.id]
        if not result.published or result.interval.low < threshold <= result.interval.high:
            return ""
        if result.interval.low >= threshold:
            strong.add(axis.id)
    return next((position.id for position in framework.positions if set(position.strong) == strong), "")


def nothing_applies(assessment: Assessment, framework: Framework) -> bool:
    """Return whether no axis has anything left to look at: every indicator is said not to apply."""
    return not any(assessment.node(axis.id).interval.applicable for axis in framework.axes())
