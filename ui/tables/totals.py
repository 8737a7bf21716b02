"""What may be added up in a table, and when adding up would mislead. Knows no Qt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from diagnostic.dossier.records import BudgetLine, Diaspora, Row, StudentGroup
from diagnostic.dossier.vocabulary import BudgetDirection, StudyLevel
from ui.tables.facts import Facts


def added(values: Iterable[float | None]) -> float | None:
    """Return the sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def people_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the people of diasporas counted in one way; None when definitions are mixed: people would count twice."""
    counted = [row for row in rows if isinstance(row, Diaspora) and row.people is not None]
    if len({row.definition for row in counted}) > 1:
        return None
    return added(row.people for row in counted)


def share_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the diasporas' share of the population, in per cent."""
    people = people_of(rows, facts)
    return 100 * people / facts.population if people is not None and facts.population else None


def students_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the students of the rows; None when some rows are parts of others."""
    groups = [row for row in rows if isinstance(row, StudentGroup) and row.people is not None]
    return None if _overlap(groups) else added(row.people for row in groups)


def enrolled_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return all the students of the institutions of the rows, each institution once."""
    totals: dict[str, int] = {}
    for row in rows:
        if isinstance(row, StudentGroup) and row.institution_total is not None:
            totals[row.institution] = max(row.institution_total, totals.get(row.institution, 0))
    return added(totals.values())


def expense_and_income(rows: Sequence[Row]) -> tuple[float | None, float | None]:
    """Return the euros that go out and those that come in; None where no amount is known."""
    lines = [row for row in rows if isinstance(row, BudgetLine)]
    return (
        added(line.amount for line in lines if line.direction is BudgetDirection.EXPENSE),
        added(line.amount for line in lines if line.direction is BudgetDirection.INCOME),
    )


def _overlap(groups: list[StudentGroup]) -> bool:
    by_institution: dict[str, list[StudentGroup]] = defaultdict(list)
    for group in groups:
        by_institution[group.institution].append(group)
    return any(
        len({bool(group.country) for group in of_one}) > 1
        or len({group.level in (None, StudyLevel.ALL) for group in of_one}) > 1
        for of_one in by_institution.values()
    )
