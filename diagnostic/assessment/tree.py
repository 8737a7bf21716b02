"""A framework's tree compiled to indices: what the aggregation walks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diagnostic.assessment.scale import Floats
from diagnostic.framework.model import Framework, Mean


@dataclass(frozen=True, slots=True)
class Branch:
    """A node to compute: `item` is its own place among the items, `children` those right under it."""

    item: int
    children: tuple[int, ...]
    mean: Mean


@dataclass(frozen=True, slots=True)
class Tree:
    """Items are the leaves then the nodes. `weights` (items,) are relative to siblings; `branches` go bottom-up."""

    leaves: tuple[str, ...]
    nodes: tuple[str, ...]
    weights: Floats
    branches: tuple[Branch, ...]

    def root_of(self, item: int) -> int:
        """Return the root (an axis) that an item stands under, as an item."""
        parents = {child: branch.item for branch in self.branches for child in branch.children}
        while item in parents:
            item = parents[item]
        return item


def compile_tree(framework: Framework) -> Tree:
    """Return the tree of a framework, leaves and nodes in its order (parents first)."""
    leaves = tuple(indicator.id for indicator in framework.indicators)
    nodes = tuple(node.id for node in framework.nodes)
    parents = [indicator.parent for indicator in framework.indicators] + [node.parent for node in framework.nodes]
    branches = tuple(
        Branch(
            item=len(leaves) + order,
            children=tuple(item for item, parent in enumerate(parents) if parent == node.id),
            mean=node.mean,
        )
        for order, node in enumerate(framework.nodes)
    )
    weights = [indicator.weight for indicator in framework.indicators] + [node.weight for node in framework.nodes]
    return Tree(leaves=leaves, nodes=nodes, weights=np.array(weights, dtype=np.float64), branches=branches[::-1])
