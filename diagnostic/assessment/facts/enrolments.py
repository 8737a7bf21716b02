"""Foreign students by institution and by country, nobody counted twice.

In one institution: a row for all countries gives the total, and rows by country only say who they are; without it,
the total is the sum of the rows by country. For one country, a row for all levels (or without level) replaces the
rows by level. The institution's own total of students is the largest of its rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diagnostic.assessment.facts.home import HOME
from diagnostic.assessment.facts.totals import total_of
from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.vocabulary import StudyLevel


@dataclass(frozen=True, slots=True)
class Institution:
    """One institution: its foreign students (None: unknown), all its students, and the foreign ones by country."""

    name: str
    foreign: int | None
    total: int | None
    by_country: Mapping[str, int | None]
    ids: tuple[int, ...]


def institutions(groups: Iterable[StudentGroup]) -> tuple[Institution, ...]:
    """Return the institutions of the students' rows, in order of first appearance; names differ by more than case."""
    rows: dict[str, list[StudentGroup]] = defaultdict(list)
    for row in groups:
        if row.country not in HOME:
            rows[" ".join(row.institution.casefold().split())].append(row)
    return tuple(_institution(of_institution) for of_institution in rows.values())


def _institution(rows: list[StudentGroup]) -> Institution:
    by_country: dict[str, list[StudentGroup]] = defaultdict(list)
    for row in rows:
        by_country[row.country].append(row)
    people = {country: _people(group) for country, group in by_country.items()}
    whole = people.pop("", None)
    foreign = whole if whole is not None else (total_of(people.values()) if people else None)
    totals = [row.institution_total for row in rows if row.institution_total is not None]
    return Institution(
        name=rows[0].institution,
        foreign=foreign,
        total=max(totals, default=None),
        by_country=people,
        ids=tuple(row.id for row in rows),
    )


def _people(rows: list[StudentGroup]) -> int | None:
    whole = [row.people for row in rows if row.level in (None, StudyLevel.ALL) and row.people is not None]
    if whole:
        return sum(whole)
    return total_of(row.people for row in rows)


def foreign_students(found: Iterable[Institution]) -> int:
    """Return all foreign students known: the total of each institution, else what its rows by country say."""
    return sum(
        institution.foreign
        if institution.foreign is not None
        else sum(people or 0 for people in institution.by_country.values())
        for institution in found
    )


def students_by_country(found: Iterable[Institution]) -> dict[str, int | None]:
    """Return the foreign students of each country named, over all institutions; None where a figure is unknown."""
    figures: dict[str, list[int | None]] = defaultdict(list)
    for institution in found:
        for country, people in institution.by_country.items():
            figures[country].append(people)
    return {country: total_of(of_country) for country, of_country in figures.items()}
