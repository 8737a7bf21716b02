"""Two campaigns of one territory side by side: what rose, what fell, what cannot be compared, and what explains it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from diagnostic.assessment.results import Assessment, IndicatorResult, IndicatorState, NodeResult
from diagnostic.dossier.snapshot import Campaign

LEAST_POINTS = 0.05
"""Under it, a change would read 0.0."""


class Lack(StrEnum):
    """Why two scores cannot be compared."""

    THEN = "then"
    """the score of the earlier campaign is not published"""
    NOW = "now"
    BOTH = "both"
    NOT_APPLICABLE = "not_applicable"
    """there is no score at all in one of the campaigns"""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeChange:
    """A domain or an axis then and now. `points` is None where `lack` says why; `sure` when the intervals part."""

    id: str
    before: NodeResult
    after: NodeResult
    points: float | None = None
    sure: bool = False
    lack: Lack | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorChange:
    """An indicator scored in both campaigns. `points`: what its score added to its axis, by its share now."""

    id: str
    before: IndicatorResult
    after: IndicatorResult
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What changed. `moved` has what moved most first; `learnt` and `lost` are the ids known in one campaign only."""

    nodes: tuple[NodeChange, ...]
    moved: tuple[IndicatorChange, ...]
    learnt: tuple[str, ...]
    lost: tuple[str, ...]

    def node(self, id_: str) -> NodeChange:
        """Return the change of a domain or axis; KeyError if there is none."""
        for node in self.nodes:
            if node.id == id_:
                return node
        raise KeyError(id_)


def comparable(before: Campaign, after: Campaign) -> bool:
    """Return whether both answered the same version of the same framework: other goalposts would not compare."""
    then = before.framework, before.framework_version
    return then == (after.framework, after.framework_version)


def compare(before: Assessment, after: Assessment) -> Comparison:
    """Return what changed between two assessments by the same framework; ValueError for another one or version.

    A reading of the express pass (`diagnostic.framework.express`) has a version of its own: it compares with another
    such reading, never with a full one.
    """
    if (before.framework, before.framework_version) != (after.framework, after.framework_version):
        raise ValueError(f"{before.framework_version} and {after.framework_version} do not compare")
    pairs = [(before.indicator(now.id), now) for now in after.indicators]
    return Comparison(
        nodes=tuple(_node_change(before.node(now.id), now) for now in after.nodes),
        moved=_moved(pairs),
        learnt=tuple(now.id for then, now in pairs if _unknown(then) and now.score is not None),
        lost=tuple(now.id for then, now in pairs if then.score is not None and _unknown(now)),
    )


def _node_change(before: NodeResult, after: NodeResult) -> NodeChange:
    lack = _lack(before, after)
    old, new = before.interval, after.interval
    if lack or old.mid is None or new.mid is None:
        return NodeChange(id=after.id, before=before, after=after, lack=lack)
    points = new.mid - old.mid
    sure = old.high < new.low or new.high < old.low or abs(points) < LEAST_POINTS
    return NodeChange(id=after.id, before=before, after=after, points=points, sure=sure)


def _lack(before: NodeResult, after: NodeResult) -> Lack | None:
    if not (before.interval.applicable and after.interval.applicable):
        return Lack.NOT_APPLICABLE
    told = _told(before), _told(after)
    return {(True, True): None, (False, True): Lack.THEN, (True, False): Lack.NOW, (False, False): Lack.BOTH}[told]


def _told(node: NodeResult) -> bool:
    return node.published and node.interval.mid is not None


def _unknown(result: IndicatorResult) -> bool:
    return result.state is IndicatorState.UNKNOWN


def _moved(pairs: list[tuple[IndicatorResult, IndicatorResult]]) -> tuple[IndicatorChange, ...]:
    changes = [
        IndicatorChange(id=now.id, before=then, after=now, points=now.share * (now.score - then.score))
        for then, now in pairs
        if then.score is not None and now.score is not None
    ]
    real = [change for change in changes if abs(change.points) >= LEAST_POINTS]
    return tuple(sorted(real, key=lambda change: -abs(change.points)))
