"""Whether a number can be true of an indicator."""

from __future__ import annotations

import math

from diagnostic.framework.model import Indicator


def out_of_bounds(indicator: Indicator, number: float) -> bool:
    """Return whether a number is beyond the indicator's bounds, which are allowed themselves, or is not finite."""
    low = -math.inf if indicator.minimum is None else indicator.minimum
    high = math.inf if indicator.maximum is None else indicator.maximum
    return not (math.isfinite(number) and low <= number <= high)
