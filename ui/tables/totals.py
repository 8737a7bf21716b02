"""What a table adds up: the same sums as the scores, so that nobody is counted twice. Knows no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from diagnostic.assessment.facts.communities import communities
from diagnostic.assessment.facts.enrolments import institutions
from diagnostic.dossier.records import BudgetLine, Diaspora, StudentGroup
from diagnostic.dossier.row import Row
from diagnostic.dossier.vocabulary import BudgetDirection
from ui.tables.facts import Facts


def added(values: Iterable[float | None]) -> float | None:
    """Return the sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def people_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the people of diasporas as the scores count them: each country in one definition, nobody twice."""
    found = communities(row for row in rows if isinstance(row, Diaspora))
    return added(community.people for community in found.values())


def share_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the diasporas' share of the population, in per cent."""
    people = people_of(rows, facts)
    return 100 * people / facts.population if people is not None and facts.population else None


def students_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return the students as the scores count them: a row for all countries holds those of its countries."""
    found = institutions(row for row in rows if isinstance(row, StudentGroup))
    return added(institution.foreign for institution in found)


def enrolled_of(rows: Sequence[Row], facts: Facts) -> float | None:
    """Return all the students of the institutions of the rows, each institution once."""
    found = institutions(row for row in rows if isinstance(row, StudentGroup))
    return added(institution.total for institution in found)


def expense_and_income(rows: Sequence[Row], year: int | None) -> tuple[float | None, float | None]:
    """Return the euros that go out in a year and those that come in; None where no amount is known."""
    lines = [row for row in rows if isinstance(row, BudgetLine) and row.year == year]
    return (
        added(line.amount for line in lines if line.direction is BudgetDirection.EXPENSE),
        added(line.amount for line in lines if line.direction is BudgetDirection.INCOME),
    )
