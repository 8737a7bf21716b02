"""Which numbers can be true of an indicator."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from diagnostic.framework.bounds import out_of_bounds
from diagnostic.framework.model import Framework


@pytest.mark.parametrize(
    ("number", "outside"), [(0, False), (500, False), (501, True), (-1, True), (math.nan, True), (math.inf, True)]
)
def test_bounds_are_allowed_and_nothing_beyond(framework: Framework, number: float, outside: bool) -> None:
    languages = framework.indicator("diasporas_languages")
    assert out_of_bounds(languages, number) is outside


def test_an_indicator_without_bounds_takes_any_finite_number(framework: Framework) -> None:
    free = replace(framework.indicator("diasporas_languages"), minimum=None, maximum=None)
    assert not out_of_bounds(free, -1e12)
    assert out_of_bounds(free, -math.inf)
