"""The Equal Earth projection: countries keep their areas, so that no continent looks larger than it is.

Source: B. Šavrič, T. Patterson and B. Jenny, "The Equal Earth map projection", International Journal of Geographical
Information Science 33 (3), 2018.
"""

from __future__ import annotations

import math

from diagnostic.charts.drawing import Point

CENTRE = 11.0
"""The meridian in the middle, in degrees east: the map is cut at 169° west, through no land but the Antarctic."""
_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_HALF_ROOT = math.sqrt(3) / 2
WIDTH = 2 * math.pi / (_HALF_ROOT * 2 * _A1) * 2
"""The width of the whole Earth, in radii of it: the equator's."""


def project(longitude: float, latitude: float) -> Point:
    """Return a place (degrees; east and north positive) in radii of the Earth, x to the right, y upwards.

    A longitude may go past 180: what lies beyond the cut is given as the other side's.
    """
    theta = math.asin(_HALF_ROOT * math.sin(math.radians(latitude)))
    square = theta * theta
    sixth = square**3
    slope = _A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)
    x = math.radians(longitude - CENTRE) * math.cos(theta) / (_HALF_ROOT * slope)
    y = theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))
    return x, y


def beside_cut(longitude: float) -> float:
    """Return the same meridian, from half a turn west of the centre to half a turn east."""
    return (longitude - CENTRE + 180) % 360 - 180 + CENTRE
