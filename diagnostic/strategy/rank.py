"""How high a recommendation is proposed: four factors, each explainable in a sentence, all in the framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.vocabulary import PriorityLevel
from diagnostic.formats import number
from diagnostic.framework import known
from diagnostic.framework.model import Recommendation
from diagnostic.strategy.results import Proposal, Rank

NEUTRAL = 1.0
"""The factor of what a framework sets no threshold for."""


def rank(
    points: float, recommendation: Recommendation, priorities: Sequence[Priority], thresholds: Mapping[str, float]
) -> Rank:
    """Return the parts of a recommendation's rank points.

    The officer's level multiplies by `priority_high` or `priority_low` (normal: 1). Votes multiply by 1 without any,
    by `workshop_most` for the recommendation that got most, in proportion between. Efforts by `effort_1` … `effort_3`.
    """
    wanted = next((one for one in priorities if one.recommendation == recommendation.id), None)
    level = wanted.level if wanted else None
    votes = wanted.votes if wanted else None
    most = max((one.votes or 0 for one in priorities), default=0)
    return Rank(
        points=points,
        level=level or PriorityLevel.NORMAL,
        decided=level is not None,
        priority=_priority(level, thresholds),
        votes=votes,
        most_votes=most,
        workshop=_workshop(votes or 0, most, thresholds),
        effort_level=recommendation.effort,
        effort=thresholds.get(f"{known.EFFORT}{recommendation.effort}", NEUTRAL),
    )


def in_order(proposals: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Return the proposals by their rank points, then the lighter effort; those written alike are said to be tied."""
    ordered = sorted(proposals, key=lambda it: (-round(it.rank.total, 9), it.rank.effort_level))
    written = [number(proposal.rank.total, "fr", 1) for proposal in ordered]
    return tuple(
        replace(proposal, rank=replace(proposal.rank, tied=written.count(words) > 1))
        for proposal, words in zip(ordered, written, strict=True)
    )


def _priority(level: PriorityLevel | None, thresholds: Mapping[str, float]) -> float:
    if level in (None, PriorityLevel.NORMAL):
        return NEUTRAL
    return thresholds.get(known.PRIORITY_HIGH if level is PriorityLevel.HIGH else known.PRIORITY_LOW, NEUTRAL)


def _workshop(votes: int, most: int, thresholds: Mapping[str, float]) -> float:
    if not most:
        return NEUTRAL
    return 1 + (thresholds.get(known.WORKSHOP_MOST, NEUTRAL) - 1) * votes / most
