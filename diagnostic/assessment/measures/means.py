"""Measures of the means: money and 1 % schemes, read from the budget lines of one year.

A sum of euros is known only when every line of that year says which way it goes and how much, and when no line is
left without a year beside lines that have one.
"""

from __future__ import annotations

from diagnostic.assessment.facts.schemes import open_schemes
from diagnostic.assessment.facts.spending import (
    euros,
    expenses,
    incomes,
    is_blurred,
    spending_year,
    undated_lines,
    year_lines,
)
from diagnostic.assessment.measures.case import (
    Case,
    field,
    not_applicable,
    per_inhabitants,
    rows,
    said_complete,
    said_of_table,
    share,
    unfinished,
    unknown,
)
from diagnostic.assessment.results import Input, Measure
from diagnostic.dossier.snapshot import Snapshot

KIND = "budget_line"


def means_lines(case: Case) -> Measure:
    """Return the number of expense lines for international action in the year read."""
    if said := said_of_table(case, KIND):
        return said
    lines = year_lines(case.snapshot)
    out = expenses(lines)
    if not out and any(line.direction is None for line in lines):
        return unknown("lines_unclear", rows(KIND, lines))
    return Measure(value=float(len(out)), numerator=float(len(out)), inputs=(rows(KIND, out or lines),))


def means_share(case: Case) -> Measure:
    """Return the expenses for international action in ‰ of the collectivité's operating expenditure."""
    if said := _unclear(case):
        return said
    lines = expenses(year_lines(case.snapshot))
    territory = case.snapshot.territory
    inputs = (rows(KIND, lines), field("operating_budget"))
    budget = territory.operating_budget
    if budget is None:
        return unknown("no_budget", *inputs) if euros(lines) else Measure(value=0.0, numerator=0.0, inputs=inputs)
    if budget <= 0:
        return unknown("zero_budget", *inputs)
    if euros(lines) > budget:
        return unknown("more_than_budget", *inputs)
    return share(euros(lines), budget, inputs, scale=1000.0)


def means_per_inhabitant(case: Case) -> Measure:
    """Return the expenses for international action in euros per inhabitant."""
    if said := _unclear(case):
        return said
    lines = expenses(year_lines(case.snapshot))
    return per_inhabitants(case, euros(lines), 1.0, (rows(KIND, lines),))


def means_leverage(case: Case) -> Measure:
    """Return the outside euros per own euro: income lines over expenses less income."""
    if said := _unclear(case) or unfinished(case, KIND):
        return said
    lines = year_lines(case.snapshot)
    inputs = (rows(KIND, lines),)
    raised, spent = euros(incomes(lines)), euros(expenses(lines))
    if spent <= 0:
        return not_applicable("no_spending", *inputs)
    if spent <= raised:
        return unknown("no_own_money", *inputs)
    return Measure(value=raised / (spent - raised), numerator=raised, denominator=spent - raised, inputs=inputs)


def means_schemes(case: Case) -> Measure:
    """Return the share of the 1 % schemes open to the territory that its expenses use, in per cent.

    A line without scheme means "none" only in a table said to be complete, unless all open schemes are used.
    """
    competences = field("competences")
    if not case.snapshot.territory.competences:
        return unknown("no_competences", competences)
    opened = open_schemes(case.snapshot.territory)
    if not opened:
        return not_applicable("no_scheme_open", competences)
    if said := said_of_table(case, KIND):
        return said
    lines = [line for line in expenses(year_lines(case.snapshot)) if line.scheme in opened]
    used = {line.scheme for line in lines}
    inputs = (Input(kind=KIND, ids=tuple(line.id for line in lines)), competences)
    if len(used) < len(opened) and not said_complete(case, KIND):
        return unknown("say_complete", *inputs)
    return share(float(len(used)), float(len(opened)), inputs)


def means_trend(case: Case) -> Measure:
    """Return the change of the expenses since the previous campaign, in per cent of what they were then."""
    if case.previous is None:
        return not_applicable("first_campaign")
    before = Case(case.previous, case.thresholds)
    if said := _unclear(case) or _unclear(before) or unfinished(case, KIND) or unfinished(before, KIND):
        return said
    if spending_year(case.snapshot) is not None and spending_year(case.snapshot) == spending_year(case.previous):
        return unknown("same_year", rows(KIND, year_lines(case.snapshot)))
    now, then = _spent(case.snapshot), _spent(case.previous)
    inputs = (rows(KIND, expenses(year_lines(case.snapshot))),)
    if then <= 0:
        return not_applicable("nothing_before", *inputs)
    return Measure(value=100.0 * (now - then) / then, numerator=now - then, denominator=then, inputs=inputs)


def _spent(snapshot: Snapshot) -> float:
    return euros(expenses(year_lines(snapshot)))


def _unclear(case: Case) -> Measure | None:
    """Return why the year's euros cannot be summed, or None when they can."""
    if said := said_of_table(case, KIND):
        return said
    lines = year_lines(case.snapshot)
    if undated := undated_lines(case.snapshot):
        return unknown("lines_without_year", rows(KIND, undated))
    if blurred := tuple(line for line in lines if is_blurred(line)):
        return unknown("lines_unclear", rows(KIND, blurred))
    return None
