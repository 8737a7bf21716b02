"""Weighted means over the children of a node: arithmetic, geometric, harmonic."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from diagnostic.assessment.scale import Floats
from diagnostic.framework.model import Mean


class Zeros(StrEnum):
    """What geometric and harmonic means do with a score of 0.

    REFUSE: a known 0 is a WorldError (it would crush the whole branch without a word).
    SHIFT: scores are carried from [0, 100] to [1, 100] for the mean, which is then carried back to [0, 100]; all
    zeros give 0, all hundreds 100, and one zero weighs heavily without crushing.
    """

    REFUSE = "refuse"
    SHIFT = "shift"


def weighted_mean(mean: Mean, values: Sequence[Floats], weights: Sequence[Floats], zeros: Zeros) -> Floats:
    """Return the weighted mean of the values, NaN where all weights are 0; a value of weight 0 may be NaN.

    Values and weights broadcast together. Under REFUSE a 0 gives 0, the limit (the caller has refused known ones).
    """
    if mean is Mean.ARITHMETIC:
        return _arithmetic(values, weights)
    shift = zeros is Zeros.SHIFT
    inside = [1.0 + 0.99 * value for value in values] if shift else values
    with np.errstate(divide="ignore"):
        if mean is Mean.GEOMETRIC:
            result = np.exp(_arithmetic([np.log(value) for value in inside], weights))
        else:
            result = 1.0 / _arithmetic([1.0 / value for value in inside], weights)
    return (result - 1.0) / 0.99 if shift else result


def _arithmetic(values: Sequence[Floats], weights: Sequence[Floats]) -> Floats:
    total: Floats = np.zeros(())
    weight_sum: Floats = np.zeros(())
    for value, weight in zip(values, weights, strict=True):
        counts = weight > 0
        total = total + np.where(counts, weight, 0.0) * np.where(counts, value, 0.0)
        weight_sum = weight_sum + weight
    some = weight_sum > 0
    return np.where(some, total / np.where(some, weight_sum, 1.0), np.nan)
