"""The effective number of origins: how many equally large groups would be as diverse."""

from __future__ import annotations

import math
from collections.abc import Iterable


def effective_number(sizes: Iterable[float]) -> float:
    """Return exp of Shannon's entropy of the sizes (Hill number of order 1): 0 for none, 1 for a single group."""
    kept = [size for size in sizes if size > 0]
    whole = sum(kept)
    if not kept:
        return 0.0
    return math.exp(-sum(size / whole * math.log(size / whole) for size in kept))
