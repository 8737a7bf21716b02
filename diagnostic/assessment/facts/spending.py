"""The money of international action: the budget lines of one year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from diagnostic.assessment.facts.home import abroad
from diagnostic.assessment.facts.totals import total_of
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection


def spending_year(snapshot: Snapshot) -> int | None:
    """Return the year that is read, by the scores and the brief alike; None when no line has a year.

    It is the territory's budget year if lines have it; else the latest year of the lines that is not after the
    campaign's (a budget voted for later is not spending); else, when all come after, the latest.
    """
    years = {line.year for line in snapshot.budget_lines if line.year is not None}
    if snapshot.territory.budget_year in years:
        return snapshot.territory.budget_year
    return max((year for year in years if year <= snapshot.campaign.year), default=max(years, default=None))


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


def is_blurred(line: BudgetLine) -> bool:
    """Return whether a line does not say how much it is or which way it goes."""
    return line.amount is None or line.direction is None


def money_by_country(snapshot: Snapshot) -> dict[str, float | None]:
    """Return the euros spent for each country in the year read: a line's own country, or its partnership's.

    None for a country of which a line does not say its amount, its direction, or its year beside lines that have one.
    """
    countries = {partnership.id: partnership.country for partnership in snapshot.partnerships}
    undated = undated_lines(snapshot)
    found: dict[str, list[float | None]] = defaultdict(list)
    for line in (*year_lines(snapshot), *undated):
        country = line.country or countries.get(line.partnership or 0, "")
        if abroad(country) and line.direction is not BudgetDirection.INCOME:
            found[country].append(None if is_blurred(line) or line in undated else line.amount)
    return {country: total_of(amounts) for country, amounts in found.items()}
