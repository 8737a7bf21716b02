"""How the annex writes numbers: with as many decimals as a computation by hand needs, and no more."""

from __future__ import annotations

import math
from dataclasses import replace

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import with_unit
from diagnostic.framework.model import Goalposts, Indicator

DECIMALS = 2
"""Decimals of scores, shares of the axis and points."""
HALF_STEP = 0.005
"""Points of a score that the rounding of its value may move: half a step of the scores' own rounding."""
TOLERANCE = 0.02
"""Points that separate, at most, a computation by hand from what is printed: the roundings of its terms and its own."""
LOOSE_TOLERANCE = 0.2
"""The same for geometric and harmonic means, which stretch the rounding of small scores."""
MOST = 9


def fixed(value: float, desk: Desk) -> str:
    """Return a score, a share or points to the annex's decimals."""
    return desk.texts.number(value, DECIMALS)


def exact(value: float, desk: Desk, most: int = DECIMALS) -> str:
    """Return a number to `most` decimals, without those that say nothing."""
    return desk.texts.number(value, decimals(value, most))


def range_words(low: float, high: float, desk: Desk) -> str:
    """Return "[35,2–100]"."""
    return desk.texts("chart.interval", low=exact(low, desk), high=exact(high, desk))


def value_with_unit(value: float, indicator: Indicator, desk: Desk) -> str:
    """Return a value with its unit, to so many decimals that their rounding cannot be seen in the score."""
    return with_unit(value, replace(indicator, digits=decimals(value, _telling(value, indicator))), desk)


def end_with_unit(value: float, indicator: Indicator, desk: Desk) -> str:
    """Return a goalpost with its unit, whole."""
    return with_unit(value, replace(indicator, digits=decimals(value, MOST)), desk)


def _telling(value: float, indicator: Indicator) -> int:
    """Return the decimals at which rounding a value moves its score by less than HALF_STEP."""
    if indicator.goalposts is None:
        return indicator.digits
    step = HALF_STEP / 100 * _reach(value, indicator.goalposts)
    return min(MOST, max(indicator.digits, math.ceil(-math.log10(2 * step)))) if step else MOST


def _reach(value: float, goalposts: Goalposts) -> float:
    """Return by how much a value must change, at its place on the scale, for a hundred points."""
    if not goalposts.logarithm:
        return abs(goalposts.best - goalposts.worst)
    lowest = min(goalposts.worst, goalposts.best)
    return max(abs(value), lowest) * abs(math.log(goalposts.best / goalposts.worst))


def decimals(value: float, most: int = DECIMALS) -> int:
    """Return how many decimals of a number, of at most `most`, say something."""
    return next(digits for digits in range(most + 1) if round(value, digits) == round(value, most))
