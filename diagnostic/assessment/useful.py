"""The next most useful answers: how much knowing each unknown indicator would narrow its axis's interval."""

from __future__ import annotations

import numpy as np

from diagnostic.assessment.aggregate import Bounds, aggregate
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.results import UsefulAnswer
from diagnostic.assessment.scale import Flags, Floats
from diagnostic.assessment.tree import Tree

ENDS = (0.0, 50.0, 100.0)
"""Scores tried for each unknown: with arithmetic means all narrow alike; with others the average is shown."""
LEAST_POINTS = 1e-9
"""Under it, an answer narrows nothing but the rounding."""


def useful_answers(
    tree: Tree, scores: Floats, applicable: Flags, minimums: Floats, now: Bounds
) -> tuple[UsefulAnswer, ...]:
    """Return the unknown leaves by the points they would take off their root's interval, largest first.

    Those that would take off nothing are left out: the users may give them, or all around them, no weight.
    """
    unknown = [int(leaf) for leaf in np.flatnonzero(np.isnan(scores) & applicable)]
    if not unknown:
        return ()
    least = np.nan_to_num(minimums, nan=0.0)
    tried = np.tile(scores, (len(ENDS), len(unknown), 1))
    for order, leaf in enumerate(unknown):
        tried[:, order, leaf] = np.maximum(ENDS, least[leaf])
    then = aggregate(tree, tried, applicable, zeros=Zeros.SHIFT, minimums=np.broadcast_to(minimums, tried.shape))
    narrowing = (now.high - now.low) - (then.high - then.low).mean(axis=0)
    found = []
    for order, leaf in enumerate(unknown):
        root = tree.root_of(leaf) - len(tree.leaves)
        points = float(narrowing[order, root])
        if points > LEAST_POINTS:  # not a number where nothing that applies weighs on that axis
            found.append(UsefulAnswer(indicator=tree.leaves[leaf], axis=tree.nodes[root], narrowing=points))
    return tuple(sorted(found, key=lambda answer: -round(answer.narrowing, 9)))
