"""The money of international action: the budget lines of one year."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.assessment.facts.home import abroad
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection


def spending_year(snapshot: Snapshot) -> int | None:
    """Return the year that is read: the territory's budget year if lines have it, else the latest year of the lines."""
    years = {line.year for line in snapshot.budget_lines if line.year is not None}
    if snapshot.territory.budget_year in years:
        return snapshot.territory.budget_year
    return max(years, default=None)


def year_lines(snapshot: Snapshot) -> tuple[BudgetLine, ...]:
    """Return the lines of the year that is read; when no line has a year, all of them."""
    year = spending_year(snapshot)
    return tuple(line for line in snapshot.budget_lines if line.year == year)


def undated_lines(snapshot: Snapshot) -> tuple[BudgetLine, ...]:
    """Return the lines without a year beside lines that have one: what they belong to is unknown."""
    if spending_year(snapshot) is None:
        return ()
    return tuple(line for line in snapshot.budget_lines if line.year is None)


def expenses(lines: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Return the lines that go out."""
    return tuple(line for line in lines if line.direction is BudgetDirection.EXPENSE)


def incomes(lines: Iterable[BudgetLine]) -> tuple[BudgetLine, ...]:
    """Return the lines that come in."""
    return tuple(line for line in lines if line.direction is BudgetDirection.INCOME)


def euros(lines: Iterable[BudgetLine]) -> float:
    """Return the sum of the amounts that are known, in euros."""
    return sum((line.amount for line in lines if line.amount is not None), 0.0)


def money_by_country(snapshot: Snapshot) -> dict[str, float]:
    """Return the euros spent for each country in the year read: a line's own country, or its partnership's."""
    countries = {partnership.id: partnership.country for partnership in snapshot.partnerships}
    found: dict[str, float] = {}
    for line in expenses(year_lines(snapshot)):
        country = line.country or countries.get(line.partnership or 0, "")
        if abroad(country) and line.amount is not None:
            found[country] = found.get(country, 0.0) + line.amount
    return found
