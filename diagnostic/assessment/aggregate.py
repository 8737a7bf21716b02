"""Scores of the leaves to intervals of every node, vectorised over units and draws of weights.

Pure numpy. Arrays have any leading axes (units, draws) that broadcast together; the last axis is the leaves of
`scores` and `applicable`, the items (leaves then nodes) of `weights`, and the nodes of the results.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from diagnostic.assessment.means import Zeros, weighted_mean
from diagnostic.assessment.scale import Flags, Floats
from diagnostic.assessment.tree import Branch, Tree
from diagnostic.errors import WorldError
from diagnostic.framework.model import Mean


@dataclass(frozen=True, slots=True)
class Bounds:
    """The interval of every node, shape (…, nodes), in the tree's order.

    `low` and `high` take what is unknown as worst and best, `mid` leaves it out (NaN when nothing is known), `known`
    is the known share of weight. Where `applicable` is False, low, mid and high are NaN and `known` is 1.
    """

    low: Floats
    mid: Floats
    high: Floats
    known: Floats
    applicable: Flags


@dataclass(frozen=True, slots=True)
class _Item:
    low: Floats
    mid: Floats
    high: Floats
    known: Floats
    applies: Floats


def aggregate(
    tree: Tree,
    scores: Floats,
    applicable: Flags | None = None,
    weights: Floats | None = None,
    zeros: Zeros = Zeros.REFUSE,
    minimums: Floats | None = None,
) -> Bounds:
    """Return the interval of every node from the leaves' scores (0 to 100, NaN while unknown).

    `minimums` (NaN where there is none) are the scores that unknown leaves already reach. A leaf that is not
    applicable leaves its weight to its siblings in proportion. `weights` (…, items) replaces the
    tree's. Raise WorldError("framework_zero_in_mean") when `zeros` refuses a known 0 under a geometric or
    harmonic mean.
    """
    used = tree.weights if weights is None else weights
    items = _leaf_items(scores, applicable, minimums)
    gathered: dict[int, _Item] = dict(enumerate(items))
    for branch in tree.branches:
        gathered[branch.item] = _gather(tree, branch, gathered, used, zeros)
    return _bounds([gathered[len(tree.leaves) + order] for order in range(len(tree.nodes))])


def _leaf_items(scores: Floats, applicable: Flags | None, minimums: Floats | None) -> list[_Item]:
    known = ~np.isnan(scores)
    floors = np.zeros(scores.shape) if minimums is None else np.nan_to_num(minimums, nan=0.0)
    applies = np.ones(scores.shape) if applicable is None else np.asarray(applicable, dtype=np.float64)
    return [
        _Item(
            low=np.where(known[..., leaf], scores[..., leaf], floors[..., leaf]),
            mid=scores[..., leaf],
            high=np.where(known[..., leaf], scores[..., leaf], 100.0),
            known=known[..., leaf].astype(np.float64),
            applies=applies[..., leaf],
        )
        for leaf in range(scores.shape[-1])
    ]


def _gather(tree: Tree, branch: Branch, items: dict[int, _Item], weights: Floats, zeros: Zeros) -> _Item:
    children = [items[child] for child in branch.children]
    due = [weights[..., place] * child.applies for place, child in zip(branch.children, children, strict=True)]
    heard = [weight * (child.known > 0) for weight, child in zip(due, children, strict=True)]
    if branch.mean is not Mean.ARITHMETIC and zeros is Zeros.REFUSE:
        _refuse_zeros(tree, branch, children, heard)
    known = weighted_mean(Mean.ARITHMETIC, [child.known for child in children], due, zeros)
    applies = ~np.isnan(known)
    low = weighted_mean(branch.mean, [child.low for child in children], due, zeros)
    mid = weighted_mean(branch.mean, [child.mid for child in children], heard, zeros)
    high = weighted_mean(branch.mean, [child.high for child in children], due, zeros)
    return _Item(
        low=low,
        mid=np.clip(mid, low, high),  # minimums of unfinished lists can lift `low` above what is known
        high=high,
        known=np.where(applies, known, 1.0),
        applies=applies.astype(np.float64),
    )


def _refuse_zeros(tree: Tree, branch: Branch, children: Sequence[_Item], heard: Sequence[Floats]) -> None:
    names = (*tree.leaves, *tree.nodes)
    for place, child, weight in zip(branch.children, children, heard, strict=True):
        if np.any((child.mid <= 0) & (weight > 0)):
            raise WorldError("framework_zero_in_mean", file="", entry=names[branch.item], child=names[place])


def _bounds(nodes: Sequence[_Item]) -> Bounds:
    def stacked(parts: Sequence[Floats]) -> Floats:
        return np.stack(np.broadcast_arrays(*parts), axis=-1)

    return Bounds(
        low=stacked([node.low for node in nodes]),
        mid=stacked([node.mid for node in nodes]),
        high=stacked([node.high for node in nodes]),
        known=stacked([node.known for node in nodes]),
        applicable=stacked([node.applies for node in nodes]) > 0,
    )


def shares(tree: Tree, applicable: Flags | None = None, weights: Floats | None = None) -> Floats:
    """Return the effective share of each item in its root's weight, shape (…, items).

    1 for a root, 0 for what is not applicable. Exact for arithmetic means; for others, the share of weight only.
    """
    used = tree.weights if weights is None else weights
    ones = np.ones(len(tree.leaves)) if applicable is None else np.asarray(applicable, dtype=np.float64)
    applies: dict[int, Floats] = {leaf: ones[..., leaf] for leaf in range(len(tree.leaves))}
    for branch in tree.branches:
        due = sum((used[..., child] * applies[child] for child in branch.children), np.zeros(()))
        applies[branch.item] = np.asarray(due > 0, dtype=np.float64)
    below = {child for branch in tree.branches for child in branch.children}
    share = {item: applies[item] for item in applies if item not in below}
    for branch in reversed(tree.branches):
        due = sum((used[..., child] * applies[child] for child in branch.children), np.zeros(()))
        per_weight = share[branch.item] / np.where(due > 0, due, 1.0)
        for child in branch.children:
            share[child] = used[..., child] * applies[child] * per_weight
    return np.stack(np.broadcast_arrays(*(share[item] for item in range(len(share)))), axis=-1)
