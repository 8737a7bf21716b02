"""The budget lines of one year, added up. Euros; what lines do not say is told, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diagnostic.assessment.facts.spending import euros, is_blurred, spending_year, undated_lines
from diagnostic.charts.budget import Amount
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection, TableState
from diagnostic.territory.accounts import Charts
from diagnostic.territory.folding import fold


@dataclass(frozen=True, slots=True)
class Sum:
    """Amounts added up. `least`: one of them is missing, or the list may be longer, so that it is a minimum."""

    euros: float
    least: bool

    @property
    def known(self) -> bool:
        """Return whether it says anything: a minimum of nothing does not."""
        return self.euros > 0 or not self.least


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMoney:
    """What one year's lines add up to. `without_amount` counts its lines that have none or no direction."""

    year: int
    spent: Sum
    raised: Sum
    lines: tuple[BudgetLine, ...]
    without_amount: int


def years_of(snapshot: Snapshot) -> tuple[YearMoney, ...]:
    """Return every year that has lines, the latest first."""
    years = {line.year for line in snapshot.budget_lines if line.year is not None}
    return tuple(_year(year, snapshot) for year in sorted(years, reverse=True))


def reference_year(snapshot: Snapshot) -> YearMoney | None:
    """Return the year that the scores read too (`spending_year`), or None when no line has a year."""
    year = spending_year(snapshot)
    return None if year is None else _year(year, snapshot)


def _year(year: int, snapshot: Snapshot) -> YearMoney:
    mine = tuple(line for line in snapshot.budget_lines if line.year == year)
    longer = snapshot.standing("budget_line") is not TableState.COMPLETE or bool(undated_lines(snapshot))
    return YearMoney(
        year=year,
        spent=_sum(mine, BudgetDirection.EXPENSE, longer),
        raised=_sum(mine, BudgetDirection.INCOME, longer),
        lines=mine,
        without_amount=sum(1 for line in mine if is_blurred(line)),
    )


def _sum(lines: Iterable[BudgetLine], direction: BudgetDirection, longer: bool) -> Sum:
    mine = [line for line in lines if line.direction in (direction, None)]
    return Sum(euros(line for line in mine if not is_blurred(line)), longer or any(is_blurred(line) for line in mine))


def grouped(
    money: YearMoney, direction: BudgetDirection, charts: Charts, unnamed: str, rest: str, most: int
) -> tuple[Amount, ...]:
    """Return the year's amounts by function (expenses) or funder (income), the largest first.

    Beyond `most` bars the smallest are gathered under `rest`; lines without a function or funder under `unnamed`.
    """
    sums: dict[str, float] = {}
    for line in money.lines:
        if line.direction is direction and line.amount:
            name = _group(line, direction, charts) or unnamed
            sums[name] = sums.get(name, 0.0) + line.amount
    ordered = sorted(sums.items(), key=lambda pair: (-pair[1], fold(pair[0])))
    found = [Amount(label, amount) for label, amount in ordered]
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], Amount(rest, sum(a.euros for a in found[most - 1 :])))


def _group(line: BudgetLine, direction: BudgetDirection, charts: Charts) -> str:
    return line.funder.strip() if direction is BudgetDirection.INCOME else function_words(line, charts)


def function_words(line: BudgetLine, charts: Charts) -> str:
    """Return the official name of a line's function with its code, the code alone where no name is known, or ""."""
    function, chart = line.function.strip(), line.chart.value if line.chart else ""
    name = charts.function(chart, function)
    return f"{name} ({function})" if name else f"{chart} {function}".strip() if function else ""
