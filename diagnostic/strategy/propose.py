"""From findings to proposed recommendations: only those that a gap or a plan calls for."""

from __future__ import annotations

from diagnostic.assessment.results import Assessment, IndicatorState
from diagnostic.framework.model import Framework
from diagnostic.strategy.results import Proposal


def propose(assessment: Assessment, framework: Framework) -> tuple[Proposal, ...]:
    """Return the recommendations that an indicator calls for, most points at stake first, then the lighter effort."""
    efforts = {recommendation.id: recommendation.effort for recommendation in framework.recommendations}
    found = [_proposal(recommendation.id, assessment, framework) for recommendation in framework.recommendations]
    called = [proposal for proposal in found if proposal.reasons]
    return tuple(sorted(called, key=lambda it: (-round(it.points, 9), efforts[it.recommendation])))


def _proposal(recommendation: str, assessment: Assessment, framework: Framework) -> Proposal:
    linked = {indicator.id for indicator in framework.indicators if recommendation in indicator.recommendations}
    reasons = [gap for gap in assessment.gaps if gap.indicator in linked]
    return Proposal(
        recommendation=recommendation,
        reasons=tuple(gap.indicator for gap in reasons),
        planned=tuple(gap.indicator for gap in reasons if gap.planned),
        unknown=tuple(
            result.id
            for result in assessment.indicators
            if result.id in linked and result.state is IndicatorState.UNKNOWN
        ),
        points=sum((gap.points for gap in reasons), 0.0),
    )
