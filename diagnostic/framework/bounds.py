"""Whether a number can be true of an indicator."""

from __future__ import annotations

import math

from diagnostic.framework.model import Indicator


def out_of_bounds(indicator: Indicator, number: float) -> bool:
    """Return whether a number cannot be true: beyond the indicator's bounds (allowed themselves), or not finite.

    A fraction cannot where things are counted.
    """
    if fractional(indicator, number):
        return True
    low = -math.inf if indicator.minimum is None else indicator.minimum
    high = math.inf if indicator.maximum is None else indicator.maximum
    return not (math.isfinite(number) and low <= number <= high)


def fractional(indicator: Indicator, number: float) -> bool:
    """Return whether a number is a fraction of what is counted whole."""
    return indicator.whole and math.isfinite(number) and not float(number).is_integer()
