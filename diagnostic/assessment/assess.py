"""The assessment: a pure function of a snapshot and a framework."""

from __future__ import annotations

import numpy as np

from diagnostic.assessment.aggregate import Bounds, aggregate, shares
from diagnostic.assessment.facts.counting import counted
from diagnostic.assessment.findings import find_assets, find_gaps
from diagnostic.assessment.leaves import Leaf, read_leaves
from diagnostic.assessment.matrix import country_matrix
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.measures.case import Case
from diagnostic.assessment.position import find_position
from diagnostic.assessment.results import (
    Assessment,
    IndicatorResult,
    IndicatorState,
    Interval,
    NodeResult,
)
from diagnostic.assessment.scale import Floats, compile_scales, scores
from diagnostic.assessment.tree import Tree, compile_tree
from diagnostic.assessment.useful import useful_answers
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.model import Framework


def assess(snapshot: Snapshot, framework: Framework, previous: Snapshot | None = None) -> Assessment:
    """Return all that the diagnostic finds in a snapshot; `previous` is the campaign before it, for the trends.

    Scores go from 0 to 100. Geometric and harmonic nodes work on [1, 100] here, so that an answer "not done" never
    stops the assessment (`means.Zeros.SHIFT`).
    """
    snapshot, previous = counted(snapshot), counted(previous) if previous else None
    leaves = read_leaves(Case(snapshot, framework.thresholds, previous), framework)
    tree = compile_tree(framework)
    applicable = np.array([leaf.state is not IndicatorState.NOT_APPLICABLE for leaf in leaves], dtype=np.bool_)
    scales = compile_scales(framework)
    scored = scores(np.array([leaf.value for leaf in leaves], dtype=np.float64), scales)
    minimums = scores(np.array([leaf.minimum for leaf in leaves], dtype=np.float64), scales)
    bounds = aggregate(tree, scored, applicable, zeros=Zeros.SHIFT, minimums=minimums)
    share = shares(tree, applicable)
    indicators = _indicators(framework, tree, leaves, (scored, minimums), share)
    nodes = _nodes(framework, tree, bounds, share)
    return Assessment(
        framework=framework.id,
        framework_version=framework.version,
        indicators=indicators,
        nodes=nodes,
        assets=find_assets(indicators, framework),
        gaps=find_gaps(indicators, framework),
        matrix=country_matrix(snapshot, framework),
        useful=useful_answers(tree, scored, applicable, minimums, bounds),
        position=find_position({node.id: node for node in nodes}, framework),
    )


def _indicators(
    framework: Framework, tree: Tree, leaves: tuple[Leaf, ...], scores_: tuple[Floats, Floats], share: Floats
) -> tuple[IndicatorResult, ...]:
    axes = _axes(tree)
    scored, minimums = scores_[0], np.nan_to_num(scores_[1], nan=0.0)
    found = []
    for place, (indicator, leaf) in enumerate(zip(framework.indicators, leaves, strict=True)):
        score = None if np.isnan(scored[place]) else float(scored[place])
        weight = float(share[place])
        found.append(
            IndicatorResult(
                id=indicator.id,
                domain=indicator.parent,
                axis=axes[place],
                state=leaf.state,
                measure=leaf.measure,
                score=score,
                low=float(minimums[place]) if score is None else score,
                high=100.0 if score is None else score,
                share=weight,
                at_stake=None if score is None else weight * (100.0 - score),
                option=leaf.option,
            )
        )
    return tuple(found)


def _nodes(framework: Framework, tree: Tree, bounds: Bounds, share: Floats) -> tuple[NodeResult, ...]:
    axes = _axes(tree)
    found = []
    for place, node in enumerate(framework.nodes):
        item = len(tree.leaves) + place
        interval = _interval(bounds, place)
        published = interval.applicable and interval.mid is not None and interval.known >= node.known_share - 1e-9
        found.append(
            NodeResult(id=node.id, axis=axes[item], interval=interval, share=float(share[item]), published=published)
        )
    return tuple(found)


def _interval(bounds: Bounds, place: int) -> Interval:
    """Return a node's interval; where nothing applies, the widest one, flagged, so that no score can be read off it."""
    mid = float(bounds.mid[place])
    applicable = bool(bounds.applicable[place])
    return Interval(
        low=float(bounds.low[place]) if applicable else 0.0,
        mid=None if np.isnan(mid) else mid,
        high=float(bounds.high[place]) if applicable else 100.0,
        known=float(bounds.known[place]),
        applicable=applicable,
    )


def _axes(tree: Tree) -> list[str]:
    return [tree.nodes[tree.root_of(item) - len(tree.leaves)] for item in range(len(tree.leaves) + len(tree.nodes))]
