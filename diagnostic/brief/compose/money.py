"""The budget lines of one year, added up. Euros; lines without a year or an amount are counted, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diagnostic.charts.budget import Amount
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection


@dataclass(frozen=True, slots=True, kw_only=True)
class YearMoney:
    """What one year's lines add up to. `without_amount` counts its lines that have none or no direction."""

    year: int
    spent: float
    raised: float
    lines: tuple[BudgetLine, ...]
    without_amount: int


def years_of(snapshot: Snapshot) -> tuple[YearMoney, ...]:
    """Return every year that has lines, the latest first."""
    years = {line.year for line in snapshot.budget_lines if line.year is not None}
    return tuple(_year(year, snapshot.budget_lines) for year in sorted(years, reverse=True))


def reference_year(snapshot: Snapshot) -> YearMoney | None:
    """Return the budget's own year where it has lines, else the latest year not after the campaign, else None."""
    years = years_of(snapshot)
    wanted = [money for money in years if money.year == snapshot.territory.budget_year]
    past = [money for money in years if money.year <= snapshot.campaign.year]
    return next(iter([*wanted, *past, *years]), None)


def _year(year: int, lines: Iterable[BudgetLine]) -> YearMoney:
    mine = tuple(line for line in lines if line.year == year)
    return YearMoney(
        year=year,
        spent=_sum(mine, BudgetDirection.EXPENSE),
        raised=_sum(mine, BudgetDirection.INCOME),
        lines=mine,
        without_amount=sum(1 for line in mine if line.amount is None or line.direction is None),
    )


def _sum(lines: Iterable[BudgetLine], direction: BudgetDirection) -> float:
    return sum(line.amount or 0.0 for line in lines if line.direction is direction)


def grouped(money: YearMoney, direction: BudgetDirection, unnamed: str, rest: str, most: int) -> tuple[Amount, ...]:
    """Return the year's amounts by function (expenses) or funder (income), the largest first.

    Beyond `most` bars the smallest are gathered under `rest`; lines without a function or funder under `unnamed`.
    """
    sums: dict[str, float] = {}
    for line in money.lines:
        if line.direction is direction and line.amount:
            name = _group(line, direction) or unnamed
            sums[name] = sums.get(name, 0.0) + line.amount
    found = [Amount(label, euros) for label, euros in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))]
    if len(found) <= most:
        return tuple(found)
    return (*found[: most - 1], Amount(rest, sum(a.euros for a in found[most - 1 :])))


def _group(line: BudgetLine, direction: BudgetDirection) -> str:
    if direction is BudgetDirection.INCOME:
        return line.funder.strip()
    chart = line.chart.value if line.chart else ""
    return f"{chart} {line.function.strip()}".strip() if line.function.strip() else ""
