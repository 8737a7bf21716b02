"""Assets and gaps: from the score and from the points it brings or leaves at stake, never from rank alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from diagnostic.assessment.results import Finding, FindingKind, IndicatorResult, IndicatorState
from diagnostic.formats import number
from diagnostic.framework.known import LANGUAGES
from diagnostic.framework.model import Framework


def find_assets(results: Iterable[IndicatorResult], framework: Framework) -> tuple[Finding, ...]:
    """Return the indicators that score at least the asset threshold, by the points they bring to their axis."""
    least = framework.thresholds["asset_score"]
    return _ordered(
        _finding(FindingKind.ASSET, result, result.score, result.share * result.score)
        for result in results
        if result.state is IndicatorState.KNOWN and result.score is not None and result.score >= least and result.share
    )


def find_gaps(results: Iterable[IndicatorResult], framework: Framework) -> tuple[Finding, ...]:
    """Return the indicators at or under the gap threshold, and those planned, by the points they leave at stake."""
    most = framework.thresholds["gap_score"]
    return _ordered(
        _finding(FindingKind.GAP, result, result.score, result.at_stake or 0.0)
        for result in results
        if result.score is not None
        and result.share
        and (result.score <= most or result.state is IndicatorState.PLANNED)
    )


def _finding(kind: FindingKind, result: IndicatorResult, score: float, points: float) -> Finding:
    planned = result.state is IndicatorState.PLANNED
    return Finding(kind=kind, indicator=result.id, domain=result.domain, score=score, points=points, planned=planned)


def _ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    ranked = sorted(findings, key=lambda finding: -round(finding.points, 9))
    following = [*(_shown(finding) for finding in ranked[1:]), ""]
    return tuple(
        replace(finding, tied=_shown(finding) == next_one)
        for finding, next_one in zip(ranked, following[: len(ranked)], strict=True)
    )


def _shown(finding: Finding) -> str:
    """Return the points as they are written, rounded by the one rule of the figures shown."""
    return number(finding.points, LANGUAGES[0], 1)
