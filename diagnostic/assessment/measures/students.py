"""Measures of foreign students."""

from __future__ import annotations

from diagnostic.assessment.facts.enrolments import Institution, institutions, students_by_country
from diagnostic.assessment.measures.case import (
    Case,
    density,
    enough,
    not_applicable,
    nothing_in,
    once_complete,
    said_of_table,
    share,
    unknown,
)
from diagnostic.assessment.measures.diversity import effective_number
from diagnostic.assessment.results import Input, Measure

KIND = "student_group"


def students_share(case: Case) -> Measure:
    """Return the internationally mobile students per 100 students, over institutions whose two figures are known."""
    if said := said_of_table(case, KIND):
        return said
    found = institutions(case.snapshot.student_groups)
    inputs = _inputs(found)
    if not found:
        return Measure(value=0.0, numerator=0.0, inputs=inputs)
    both = [(inst.foreign, inst.total) for inst in found if inst.foreign is not None and inst.total is not None]
    if any(foreign > total for foreign, total in both):
        return unknown("more_than_students", *inputs)
    if not enough(case, len(both), len(found)):
        return unknown("institution_totals_missing", *inputs)
    whole = sum(total for _, total in both)
    if whole == 0:
        return not_applicable("no_student", *inputs)
    return once_complete(case, KIND, share(float(sum(foreign for foreign, _ in both)), float(whole), inputs))


def students_density(case: Case) -> Measure:
    """Return the internationally mobile students per 1,000 inhabitants."""
    if said := said_of_table(case, KIND):
        return said
    found = institutions(case.snapshot.student_groups)
    people = [institution.foreign for institution in found]
    if None in people:
        return unknown("people_missing", *_inputs(found))
    return density(case, sum(one or 0 for one in people), 1000.0, _inputs(found))


def students_diversity(case: Case) -> Measure:
    """Return the effective number of countries of the foreign students.

    Unknown when the rows by country cover too small a part of the foreign students; not applicable when there is no
    foreign student: `students_share` counts that lack already.
    """
    if said := said_of_table(case, KIND):
        return said
    found = institutions(case.snapshot.student_groups)
    if all(institution.foreign == 0 for institution in found):
        return nothing_in(case, KIND, "no_foreign_student", *_inputs(found))
    by_country = students_by_country(found)
    sizes = [float(people) for people in by_country.values() if people is not None]
    foreign = [institution.foreign for institution in found]
    covered = sum(sizes)
    if not by_country:
        return unknown("no_countries", *_inputs(found))
    if not enough(case, len(sizes), len(by_country)):
        return unknown("too_few_known", *_inputs(found))
    if not enough(case, covered, float(sum(people or 0 for people in foreign))):
        return unknown("countries_cover_too_little", *_inputs(found))
    number = effective_number(sizes)
    found_ = float(sum(size > 0 for size in sizes))
    return once_complete(case, KIND, Measure(value=number, numerator=found_, inputs=_inputs(found)))


def _inputs(found: tuple[Institution, ...]) -> tuple[Input, ...]:
    return (Input(kind=KIND, ids=tuple(id_ for institution in found for id_ in institution.ids)),)
