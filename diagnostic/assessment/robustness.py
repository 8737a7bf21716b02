"""What an index owes to its choices: draws of weights, one element left out, ranks, and Sobol indices.

Pure numpy. Ranks are competition ranks, 1 for the highest score. Sources: the OECD/JRC handbook on composite
indicators (2008), chapter 7; Saltelli and others (2010) for the first-order estimator, Jansen (1999) for the total.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from diagnostic.assessment.scale import Floats
from diagnostic.assessment.tree import Tree


@dataclass(frozen=True, slots=True)
class RankStatistics:
    """How the rank of each unit spreads over replications; arrays of one value a unit."""

    mean: Floats
    median: Floats
    q5: Floats
    q95: Floats


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Sobol indices of each choice: `first` alone, `total` with its interactions. Shares of the target's variance."""

    first: Floats
    total: Floats


def draw_weights(tree: Tree, draws: int, spread: float, seed: int) -> Floats:
    """Return weights of shape (draws, items): each times a uniform factor in 1 ± `spread`, the same for a seed."""
    generator = np.random.default_rng(seed)
    factors = generator.uniform(1.0 - spread, 1.0 + spread, size=(draws, len(tree.weights)))
    return tree.weights * factors


def without(tree: Tree, item: str) -> Floats:
    """Return the tree's weights with one leaf or node left out; ValueError if there is none of that name."""
    weights = tree.weights.copy()
    weights[(*tree.leaves, *tree.nodes).index(item)] = 0.0
    return weights


def ranks(scores: Floats) -> Floats:
    """Return the ranks along the first axis, equal scores sharing the better rank; an unknown score has none (NaN)."""
    order = np.sort(-scores, axis=0)
    found = np.empty(scores.shape)
    columns = scores.reshape(len(scores), -1)
    sorted_columns = order.reshape(len(scores), -1)
    for column in range(columns.shape[1]):
        place = np.searchsorted(sorted_columns[:, column], -columns[:, column], side="left") + 1
        found.reshape(len(scores), -1)[:, column] = place
    found[np.isnan(scores)] = np.nan
    return found


def mean_rank_change(nominal: Floats, other: Floats) -> float:
    """Return the mean absolute change of rank between two sets of ranks of the same units."""
    return float(np.abs(nominal - other).mean())


def rank_statistics(replications: Floats) -> RankStatistics:
    """Return mean, median and 5 % and 95 % quantiles (linear interpolation) of ranks of shape (units, replications)."""
    q5, median, q95 = np.quantile(replications, (0.05, 0.5, 0.95), axis=1)
    return RankStatistics(mean=replications.mean(axis=1), median=median, q5=q5, q95=q95)


def sobol(target: Floats, choices: int) -> Sensitivity:
    """Return the Sobol indices of `choices` uncertain choices from a target of shape (N × (choices + 2),).

    The target is given for the sample A, the sample B, then for A with each choice taken from B in turn (AB1, AB2…).
    ValueError for a length that is no multiple of choices + 2; NaN where the target does not vary.
    """
    if target.ndim != 1 or len(target) % (choices + 2):
        raise ValueError(f"{target.shape} values cannot be samples of {choices} choices")
    samples = target.reshape(choices + 2, -1)
    first, second, mixed = samples[0], samples[1], samples[2:]
    variance = np.concatenate([first, second]).var(ddof=1)
    variance = variance if variance > 0 else np.nan
    return Sensitivity(
        first=(second * (mixed - first)).mean(axis=1) / variance,
        total=((first - mixed) ** 2).sum(axis=1) / (2 * samples.shape[1] * variance),
    )
