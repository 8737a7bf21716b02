"""Money that two files both speak of: the lines of a budget that would count the same euro again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable
from itertools import accumulate
from types import MappingProxyType

from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection, BudgetSection, Confidence
from diagnostic.imports.reading import Said

NAMED = 3
"""How many of the lines that a doubt speaks of are named."""
_GRANTS = ("657", "204", "6562")
"""Natures of grants and participations paid, in M57, M14 and M52: what a list of grants details."""


class Counted:
    """What a campaign's budget counts already.

    Accounts by nature alone and accounts by function give the same euros of a nature, added up or apart. A grant of a
    published list was paid from a nature of the accounts of its year: in a line as large it may stand whole, in smaller
    ones in part, since a grant agreed on is paid from several lines or in several years. Both are proposed then, with
    the reason, and not taken unless asked for.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        held = [one for one in snapshot.budget_lines if one.direction is not BudgetDirection.INCOME and one.amount]
        self._of_nature: dict[Hashable, list[BudgetLine]] = defaultdict(list)
        for line in held:
            self._of_nature[_nature_of(line, bool(line.function))].append(line)
        self._accounts = {year: _BySize(lines) for year, lines in _of_years(filter(_is_account, held)).items()}
        self._listed = {year: _BySize(lines) for year, lines in _of_years(filter(_is_listed, held)).items()}

    def doubt(self, row: Row) -> Said | None:
        """Return why a row to be added may count what is counted already, None where nothing says so."""
        if not isinstance(row, BudgetLine) or row.direction is BudgetDirection.INCOME or not row.amount:
            return None
        if row.nature and (same := self._of_nature.get(_nature_of(row, not row.function))):
            return _said("function", [line.label for line in same[: NAMED + 1]], sum(line.amount or 0 for line in same))
        if _is_listed(row) and (accounts := self._accounts.get(row.year)):
            return _said("grants" if accounts.largest >= row.amount else "grants_part", *accounts.at_least(row.amount))
        if _is_account(row) and (listed := self._listed.get(row.year)):
            return _said("grants" if listed.smallest <= row.amount else "grants_part", *listed.at_most(row.amount))
        return None


class _BySize:
    """Lines from the smallest amount to the largest, with their sums: a list may hold tens of thousands."""

    def __init__(self, lines: list[BudgetLine]) -> None:
        self._lines = sorted(lines, key=lambda line: (line.amount or 0.0, line.label))
        self._amounts = [line.amount or 0.0 for line in self._lines]
        self._sums = list(accumulate(self._amounts, initial=0.0))

    @property
    def smallest(self) -> float:
        """Return the amount of the smallest."""
        return self._amounts[0]

    @property
    def largest(self) -> float:
        """Return the amount of the largest."""
        return self._amounts[-1]

    def at_most(self, amount: float) -> tuple[list[str], float]:
        """Return the labels of the largest lines of an amount or less, one more than are named, and their sum.

        The smallest lines, where all are larger.
        """
        end = bisect_right(self._amounts, amount)
        if not end:
            return [line.label for line in self._lines[: NAMED + 1]], self._sums[-1]
        return [line.label for line in reversed(self._lines[max(0, end - NAMED - 1) : end])], self._sums[end]

    def at_least(self, amount: float) -> tuple[list[str], float]:
        """Return the same for the lines of an amount or more, the smallest first; the largest where all are smaller."""
        start = bisect_left(self._amounts, amount)
        if start == len(self._lines):
            return [line.label for line in self._lines[: -NAMED - 2 : -1]], self._sums[-1]
        return [line.label for line in self._lines[start : start + NAMED + 1]], self._sums[-1] - self._sums[start]


def _said(key: str, labels: list[str], total: float) -> Said | None:
    if not labels:
        return None
    names = "; ".join(labels[:NAMED]) + ("; …" if len(labels) > NAMED else "")
    return Said(f"doubt.{key}", MappingProxyType({"lines": names, "amount": round(total)}))


def _nature_of(line: BudgetLine, with_function: bool) -> Hashable:
    """Return what accounts by function and accounts by nature alone have in common."""
    return line.year, line.chart, line.nature, line.section, with_function


def _of_years(lines: Iterable[BudgetLine]) -> dict[int | None, list[BudgetLine]]:
    found: dict[int | None, list[BudgetLine]] = defaultdict(list)
    for line in lines:
        found[line.year].append(line)
    return found


def _is_account(line: BudgetLine) -> bool:
    return line.chart is not None and line.nature.startswith(_GRANTS)


def _is_listed(line: BudgetLine) -> bool:
    """Return whether a line is a grant of a published list: official, and in no account."""
    coded = line.chart is not None or line.nature or line.function
    return not coded and line.confidence is Confidence.OFFICIAL and line.section is not BudgetSection.INVESTMENT
