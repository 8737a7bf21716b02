"""Money that two files both speak of: the lines of a budget that would count the same euro again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import BudgetDirection, BudgetSection, Confidence
from diagnostic.imports.reading import Said

_GRANTS = ("657", "204", "6562")
"""Natures of grants and participations paid, in M57, M14 and M52: what a list of grants details."""


class Counted:
    """What a campaign's budget counts already.

    Accounts by nature alone and accounts by function give the same euros of a nature, added up or apart. A grant of a
    published list was paid from a nature of the accounts: the line of the accounts that may hold it is of the same
    year and at least as large. Both are proposed then, with the reason, and not taken unless asked for.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._of_year: dict[int | None, list[BudgetLine]] = {}
        for line in snapshot.budget_lines:
            if line.direction is not BudgetDirection.INCOME and line.amount:
                self._of_year.setdefault(line.year, []).append(line)

    def doubt(self, row: Row) -> Said | None:
        """Return why a row to be added may count what is counted already, None where nothing says so."""
        if not isinstance(row, BudgetLine) or row.direction is BudgetDirection.INCOME or not row.amount:
            return None
        held = self._of_year.get(row.year, ())
        for key, found in (("function", _of_same_nature(row, held)), ("grants", _of_grants(row, held))):
            lines = list(found)
            if lines:
                names = "; ".join(line.label for line in lines[:3]) + ("; …" if len(lines) > 3 else "")
                total = round(sum(line.amount or 0 for line in lines))
                return Said(f"doubt.{key}", MappingProxyType({"lines": names, "amount": total}))
        return None


def _of_same_nature(row: BudgetLine, held: Iterable[BudgetLine]) -> Iterator[BudgetLine]:
    """Yield the lines of accounts of the same nature, where one file says the functions and the other does not."""
    if not row.nature:
        return
    for line in held:
        same = (line.chart, line.nature, line.section) == (row.chart, row.nature, row.section)
        if same and bool(line.function) != bool(row.function):
            yield line


def _of_grants(row: BudgetLine, held: Iterable[BudgetLine]) -> Iterator[BudgetLine]:
    """Yield the lines of the accounts that may hold a grant of a list, or the grants that a line may hold."""
    account, listed = _is_account(row), _is_listed(row)
    for line in held if account or listed else ():
        if listed and _is_account(line) and (row.amount or 0) <= (line.amount or 0):
            yield line
        if account and _is_listed(line) and (line.amount or 0) <= (row.amount or 0):
            yield line


def _is_account(line: BudgetLine) -> bool:
    return line.chart is not None and line.nature.startswith(_GRANTS)


def _is_listed(line: BudgetLine) -> bool:
    """Return whether a line is a grant of a published list: official, and in no account."""
    coded = line.chart is not None or line.nature or line.function
    return not coded and line.confidence is Confidence.OFFICIAL and line.section is not BudgetSection.INVESTMENT
