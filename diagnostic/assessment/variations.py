"""How firmly a territory's results stand when the choices behind them vary: weights, and the kind of mean.

Method: OECD/JRC handbook on composite indicators (2008), chapter 7. Seeded, so that the same dossier always gives
the same figures. Nothing here fills in what is unknown: the interval of the assessment says that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from diagnostic.assessment.aggregate import aggregate, shares
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.results import Assessment, Finding, IndicatorState
from diagnostic.assessment.robustness import draw_weights, without
from diagnostic.assessment.scale import Flags, Floats
from diagnostic.assessment.tree import Tree, compile_tree
from diagnostic.framework.model import Framework, Mean


@dataclass(frozen=True, slots=True)
class Spread:
    """A node's central score over the draws: 5 % and 95 % quantiles. `geometric` is the score by the other mean."""

    low: float
    high: float
    geometric: float


@dataclass(frozen=True, slots=True)
class Variations:
    """What ran and what held. Shares go from 0 to 1.

    `spreads` by node with a score; `ahead[a, b]` is how often node a scores more than b; `assets` and `gaps` say, by
    indicator, how often a finding stays among the first `leading` of its list; `leave_one_out` gives, by indicator,
    the score of its axis without it.
    """

    draws: int
    spread: float
    seed: int
    leading: int
    spreads: Mapping[str, Spread]
    ahead: Mapping[tuple[str, str], float]
    assets: Mapping[str, float]
    gaps: Mapping[str, float]
    leave_one_out: Mapping[str, float]


def vary(assessment: Assessment, framework: Framework) -> Variations:
    """Return how an assessment stands the variations that the framework's thresholds set."""
    limits = framework.thresholds
    draws, spread, seed = (
        int(limits["variation_draws"]),
        limits["variation_percent"] / 100,
        int(limits["variation_seed"]),
    )
    leading = int(limits["variation_leading"])
    tree = compile_tree(framework)
    scored = np.array([np.nan if one.score is None else one.score for one in assessment.indicators], dtype=np.float64)
    applicable = np.array([one.state is not IndicatorState.NOT_APPLICABLE for one in assessment.indicators])
    weights = draw_weights(tree, draws, spread, seed)
    minimums = np.array([one.low if one.score is None else np.nan for one in assessment.indicators], dtype=np.float64)
    drawn = aggregate(tree, scored, applicable, weights, Zeros.SHIFT, minimums).mid
    share = shares(tree, applicable, weights)[:, : len(scored)]
    return Variations(
        draws=draws,
        spread=spread,
        seed=seed,
        leading=leading,
        spreads=_spreads(tree, scored, applicable, drawn),
        ahead=_ahead(tree, framework, drawn),
        assets=_persistence(assessment.assets, assessment, share * scored, leading),
        gaps=_persistence(assessment.gaps, assessment, share * (100.0 - scored), leading),
        leave_one_out=_leave_one_out(tree, scored, applicable),
    )


def _spreads(tree: Tree, scored: Floats, applicable: Flags, drawn: Floats) -> Mapping[str, Spread]:
    other = replace(tree, branches=tuple(replace(branch, mean=Mean.GEOMETRIC) for branch in tree.branches))
    geometric = aggregate(other, scored, applicable, zeros=Zeros.SHIFT).mid
    low, high = np.quantile(drawn, (0.05, 0.95), axis=0)
    return MappingProxyType(
        {
            node: Spread(float(low[place]), float(high[place]), float(geometric[place]))
            for place, node in enumerate(tree.nodes)
            if not np.isnan(geometric[place])
        }
    )


def _ahead(tree: Tree, framework: Framework, drawn: Floats) -> Mapping[tuple[str, str], float]:
    axes = [node.id for node in framework.axes()]
    domains = [node.id for node in framework.domains() if node.id not in axes]
    found = {}
    for group in (axes, domains):
        for one in group:
            for other in group:
                if one != other:
                    first, second = (drawn[:, tree.nodes.index(name)] for name in (one, other))
                    if not np.isnan(first[0]) and not np.isnan(second[0]):
                        found[one, other] = float((first > second).mean())
    return MappingProxyType(found)


def _persistence(
    findings: Sequence[Finding], assessment: Assessment, points: Floats, leading: int
) -> Mapping[str, float]:
    """Return how often each finding is among the first of its list, by its points in each draw."""
    places = [[one.id for one in assessment.indicators].index(finding.indicator) for finding in findings]
    if not places:
        return MappingProxyType({})
    own = points[:, places]
    better = (own[:, :, None] < own[:, None, :]).sum(axis=2)
    return MappingProxyType(
        {finding.indicator: float((better[:, order] < leading).mean()) for order, finding in enumerate(findings)}
    )


def _leave_one_out(tree: Tree, scored: Floats, applicable: Flags) -> Mapping[str, float]:
    known = [place for place in range(len(scored)) if not np.isnan(scored[place]) and applicable[place]]
    if not known:
        return MappingProxyType({})
    weights = np.stack([without(tree, tree.leaves[place]) for place in known])
    mids = aggregate(tree, scored, applicable, weights, Zeros.SHIFT).mid
    axes = [tree.root_of(place) - len(tree.leaves) for place in known]
    return MappingProxyType(
        {
            tree.leaves[place]: float(mids[order, axis])
            for order, (place, axis) in enumerate(zip(known, axes, strict=True))
            if not np.isnan(mids[order, axis])
        }
    )
