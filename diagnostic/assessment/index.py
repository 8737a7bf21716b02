"""Any index over any units: the engine as one public function, for frameworks that are not about a territory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from diagnostic.assessment.aggregate import Bounds, aggregate
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.scale import Flags, Floats, compile_scales, scores
from diagnostic.assessment.tree import compile_tree
from diagnostic.framework.model import Framework


@dataclass(frozen=True, slots=True)
class IndexScores:
    """The score of every node for every unit, from 0 to 100; arrays have the shape (units, nodes).

    `low` and `high` take unknown values as worst and best; `mid` leaves them out (NaN when nothing is known);
    `known` is the known share of weight, 0 to 1; `published` says where it reaches the node's own least share.
    """

    units: tuple[str, ...]
    nodes: tuple[str, ...]
    low: Floats
    mid: Floats
    high: Floats
    known: Floats
    published: Flags

    def of(self, node: str) -> Floats:
        """Return the central scores of a node, one a unit; ValueError if there is no such node."""
        return self.mid[:, self.nodes.index(node)]


def index_scores(
    framework: Framework,
    units: Sequence[str],
    values: Floats,
    applicable: Flags | None = None,
    weights: Floats | None = None,
) -> IndexScores:
    """Return the index that a framework makes of a table of values.

    `values` has the shape (units, indicators), in the framework's order of indicators and in their units, NaN where
    unknown; `applicable` (same shape) is False where an indicator has no sense for a unit; `weights` (indicators then
    nodes, relative to siblings) replaces the framework's. Values are capped at the goalposts. ValueError for another
    shape; WorldError framework_zero_in_mean where a geometric or harmonic mean meets a known score of 0.
    """
    if values.shape != (len(units), len(framework.indicators)):
        raise ValueError(f"values have the shape {values.shape}")
    scored = scores(values, compile_scales(framework))
    bounds = aggregate(compile_tree(framework), scored, applicable, weights, Zeros.REFUSE)
    return IndexScores(
        units=tuple(units),
        nodes=tuple(node.id for node in framework.nodes),
        low=bounds.low,
        mid=bounds.mid,
        high=bounds.high,
        known=bounds.known,
        published=_published(framework, bounds),
    )


def _published(framework: Framework, bounds: Bounds) -> Flags:
    least = np.array([node.known_share for node in framework.nodes])
    enough: Flags = bounds.applicable & ~np.isnan(bounds.mid) & (bounds.known >= least - 1e-9)
    return enough
