"""Which year's money is read: one rule for the scores and the brief."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.facts.spending import spending_year
from diagnostic.brief.compose.money import reference_year
from diagnostic.framework.load import load_edition
from tests.builders import expense, snapshot


@pytest.mark.parametrize(
    ("years", "budget_year", "read"),
    [
        ((2023, 2024), None, 2024),
        ((2023, 2024), 2023, 2023),
        ((2023, 2024), 2019, 2024),
        ((2024, 2025), None, 2024),
        ((2025, 2026), None, 2026),
        ((None,), None, None),
    ],
)
def test_a_budget_voted_for_later_is_not_the_years_spending(
    years: tuple[int | None, ...], budget_year: int | None, read: int | None
) -> None:
    given = snapshot(*(expense(1_000.0, year) for year in years), budget_year=budget_year, day="2024-06-30")
    assert spending_year(given) == read
    money = reference_year(given)
    assert (money.year if money else None) == read


def test_the_brief_and_the_scores_read_the_same_year() -> None:
    given = snapshot(expense(1_000.0, 2026), expense(7_000.0, 2027), complete="budget_line")
    given_in_2026 = snapshot(
        *given.budget_lines, complete="budget_line", operating_budget=1e6, investment_budget=1e5, day="2026-06-30"
    )
    money = reference_year(given_in_2026)
    scored = assess(given_in_2026, load_edition()).indicator("means_share").measure
    assert money is not None
    assert (money.year, money.spent.euros) == (2026, 1000.0)
    assert scored.numerator == money.spent.euros
