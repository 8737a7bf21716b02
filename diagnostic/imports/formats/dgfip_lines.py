"""The lines of money for international action that a collectivité's accounts show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.vocabulary import BudgetDirection, BudgetSection, Confidence
from diagnostic.imports.formats.dgfip_charts import EUROPEAN_FUNDS, GLOBAL_GRANT, is_cooperation
from diagnostic.imports.formats.dgfip_movements import ANNEX, Movement
from diagnostic.imports.formats.dgfip_totals import NOT_PAID, NOT_RAISED, Totals, charge
from diagnostic.imports.reading import Candidate, Said, Setting
from diagnostic.territory.accounts import Charts

BROUGHT = frozenset({"amount", "source", "source_date", "confidence"})
"""What makes a line what it is (year, chart, function, nature, direction) is its key; the rest is the user's."""
_OUT, _IN = BudgetDirection.EXPENSE, BudgetDirection.INCOME
_OPERATING, _INVESTMENT = BudgetSection.OPERATING, BudgetSection.INVESTMENT
_Way = tuple[BudgetDirection, BudgetSection]


@dataclass(slots=True)
class _Sum:
    """The cents of one line, and where they stand in the file."""

    cents: int = 0
    lines: list[int] = field(default_factory=list)


class Lines:
    """The international lines of a file, summed by budget, nature, function and direction.

    A line is taken where the official chart puts its function under international action (04), or its nature is
    decentralised cooperation (6562 of M57 and M52). Any other spending abroad is coded elsewhere and cannot be told:
    the user adds it.

    Proposed and not taken: European funds under management (05, M57), mostly spent at home; and what is not of the
    operating section of the main budget, since the effort (‰) is over the real operating expenditure of that budget.
    """

    def __init__(self, charts: Charts, setting: Setting) -> None:
        self._charts = charts
        self._setting = setting
        self._sums: dict[tuple[_Way, str, Movement], _Sum] = {}

    def add(self, movement: Movement) -> None:
        """Take a movement in, or set it aside with the reason."""
        heading = self._charts.heading(movement.chart, movement.function)
        if not heading and not is_cooperation(movement.chart, movement.account):
            return self._aside(movement, "dgfip_elsewhere")
        found = tuple(_flows(movement))
        if not found:
            return self._aside(movement, "dgfip_no_money")
        for way, cents in found:
            total = self._sums.setdefault((way, heading, _same(movement)), _Sum())
            total.cents += cents
            total.lines.append(movement.line)
        return None

    def candidates(self, source: str, totals: Totals) -> tuple[Candidate, ...]:
        """Return the lines found, those of the file's first lines first; what adds up to less than nothing is not."""
        return tuple(self._candidates(source, totals))

    def _candidates(self, source: str, totals: Totals) -> Iterator[Candidate]:
        for (way, heading, shared), total in self._sums.items():
            if total.cents <= 0:
                for line in total.lines:
                    self._setting.aside(line, "dgfip_handed_back", example=shared.account)
                continue
            yield Candidate(
                row=self._row(way, shared, total.cents / 100, source),
                brought=BROUGHT,
                line=total.lines[0] if len(total.lines) == 1 else 0,
                why=_apart(way, heading, shared, totals) or _why(shared.function),
                chosen=_apart(way, heading, shared, totals) is None,
            )

    def _row(self, way: _Way, shared: Movement, amount: float, source: str) -> BudgetLine:
        label = self._charts.label(shared.chart, shared.function, shared.account)
        return BudgetLine(
            year=int(shared.year),
            label=f"{label} ({shared.name})" if shared.budget == ANNEX else label,
            direction=way[0],
            section=way[1],
            chart=shared.chart,
            function=shared.function,
            nature=shared.account,
            amount=amount,
            source=source,
            source_date=shared.year,
            confidence=Confidence.OFFICIAL,
        )

    def _aside(self, movement: Movement, reason: str) -> None:
        self._setting.aside(movement.line, reason, example=f"{movement.function} {movement.account}".strip())


def _flows(movement: Movement) -> Iterator[tuple[_Way, int]]:
    """Yield the money of a movement by its nature's class: charges, income, and both ways in investment."""
    kind, account = movement.account[:1], movement.account
    if kind == "6" and not account.startswith(NOT_PAID) and (cents := charge(movement)):
        yield (_OUT, _OPERATING), cents
    elif kind == "7" and not account.startswith(NOT_RAISED) and (cents := movement.received - movement.paid):
        yield (_IN, _OPERATING), cents
    elif kind in ("1", "2"):
        if movement.paid:
            yield (_OUT, _INVESTMENT), movement.paid
        if movement.received:
            yield (_IN, _INVESTMENT), movement.received


def _same(movement: Movement) -> Movement:
    """Return what the movements of one line share."""
    return replace(movement, line=0, nomenclature="", paid=0, received=0)


def _apart(way: _Way, heading: str, shared: Movement, totals: Totals) -> Said | None:
    """Return why a line is proposed and not taken, None for one that is taken."""
    if heading == EUROPEAN_FUNDS:
        return Said("why.dgfip_european_funds")
    if shared.budget == ANNEX:
        spent = round(totals.annex_operating.get(shared.identity, 0) / 100)
        return Said("why.dgfip_annex", MappingProxyType({"name": shared.name, "amount": spent}))
    return Said("why.dgfip_investment") if way[1] is _INVESTMENT else None


def _why(function: str) -> Said | None:
    return Said("why.dgfip_global_grant") if function.startswith(GLOBAL_GRANT) else None
