"""Which numbers can be true of an indicator."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from diagnostic.framework.bounds import fractional, out_of_bounds
from diagnostic.framework.model import Framework


@pytest.mark.parametrize(
    ("number", "outside"),
    [
        (1, False),
        (500, False),
        (501, True),
        (0, True),
        (-1, True),
        (2.5, True),
        (math.nan, True),
        (math.inf, True),
    ],
)
def test_bounds_are_allowed_and_nothing_beyond(framework: Framework, number: float, outside: bool) -> None:
    languages = framework.indicator("diasporas_languages")
    assert out_of_bounds(languages, number) is outside


def test_a_share_may_have_decimals_and_what_is_counted_may_not(framework: Framework) -> None:
    assert fractional(framework.indicator("diasporas_languages"), 2.5)
    assert not fractional(framework.indicator("diasporas_languages"), 2.0)
    assert not fractional(framework.indicator("governance_transversality"), 33.3)
    assert not fractional(framework.indicator("means_staff"), 0.5)


def test_an_indicator_without_bounds_takes_any_finite_number(framework: Framework) -> None:
    free = replace(framework.indicator("diasporas_languages"), minimum=None, maximum=None)
    assert not out_of_bounds(free, -1e12)
    assert out_of_bounds(free, -math.inf)
