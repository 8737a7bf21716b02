"""From values to scores from 0 to 100: fixed goalposts, capped at both ends, with or without logarithm."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from diagnostic.framework.model import Framework, Goalposts, Indicator

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Scales:
    """The goalposts of every leaf, in the tree's order; a leaf without goalposts keeps its own score (0 to 100)."""

    worst: Floats
    best: Floats
    logarithm: Flags


def compile_scales(framework: Framework) -> Scales:
    """Return the goalposts of a framework's indicators, in its order."""
    posts = [_goalposts(indicator) for indicator in framework.indicators]
    return Scales(
        worst=np.array([worst for worst, _, _ in posts], dtype=np.float64),
        best=np.array([best for _, best, _ in posts], dtype=np.float64),
        logarithm=np.array([logarithm for _, _, logarithm in posts], dtype=np.bool_),
    )


def _goalposts(indicator: Indicator) -> tuple[float, float, bool]:
    posts: Goalposts | None = indicator.goalposts
    return (0.0, 100.0, False) if posts is None else (posts.worst, posts.best, posts.logarithm)


def scores(values: Floats, scales: Scales) -> Floats:
    """Return the scores (0 to 100) of values of shape (…, leaves); NaN (unknown) stays NaN.

    Capped at both ends first, so that a zero on a logarithmic scale earns 0 and nothing overflows.
    """
    capped = np.clip(values, np.minimum(scales.worst, scales.best), np.maximum(scales.worst, scales.best))
    linear = (capped - scales.worst) / (scales.best - scales.worst)
    if not scales.logarithm.any():
        return 100.0 * linear
    start = np.where(scales.logarithm, scales.worst, 1.0)
    inside = np.where(scales.logarithm, capped / start, 1.0)
    whole = np.where(scales.logarithm, scales.best / start, np.e)
    return 100.0 * np.where(scales.logarithm, np.log(inside) / np.log(whole), linear)
