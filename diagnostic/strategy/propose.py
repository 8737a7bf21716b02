"""From findings to proposed recommendations: only those that a gap or a plan calls for."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.dossier.decisions import Priority
from diagnostic.framework.model import Framework, Recommendation
from diagnostic.strategy.rank import in_order, rank
from diagnostic.strategy.results import Proposal


def propose(assessment: Assessment, framework: Framework, priorities: Sequence[Priority] = ()) -> tuple[Proposal, ...]:
    """Return the recommendations that an indicator calls for, most rank points first, then the lighter effort.

    `priorities` are what the officer and the workshop want (`Snapshot.priorities`); without any, points × effort rank.
    """
    found = [_proposal(each, assessment, framework, priorities) for each in framework.recommendations]
    return in_order([proposal for proposal in found if proposal.reasons])


def _proposal(
    recommendation: Recommendation, assessment: Assessment, framework: Framework, priorities: Sequence[Priority]
) -> Proposal:
    linked = {indicator.id for indicator in framework.indicators if recommendation.id in indicator.recommendations}
    reasons = [gap for gap in assessment.gaps if gap.indicator in linked]
    points = sum((gap.points for gap in reasons), 0.0)
    return Proposal(
        recommendation=recommendation.id,
        reasons=tuple(gap.indicator for gap in reasons),
        planned=tuple(gap.indicator for gap in reasons if gap.planned),
        unknown=tuple(
            result.id
            for result in assessment.indicators
            if result.id in linked and result.state is IndicatorState.UNKNOWN
        ),
        points=points,
        rank=rank(points, recommendation, priorities, framework.thresholds),
    )
