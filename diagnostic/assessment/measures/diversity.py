"""The effective number of origins: how many equally large groups would be as diverse."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable


def effective_number(sizes: Iterable[float]) -> float:
    """Return exp of Shannon's entropy of the sizes (Hill number of order 1): 0 for none, 1 for a single group.

    Computed as the whole over the sizes' geometric mean weighted by themselves, sizes alike taken together: the same
    number, and n equal groups give exactly n, where a sum of n logarithms falls a hair short of it.
    """
    counts = Counter(size for size in sizes if size > 0)
    whole = math.fsum(size * count for size, count in counts.items())
    if not counts:
        return 0.0
    return whole / math.prod(math.pow(size, size * count / whole) for size, count in counts.items())
