"""What is doubtful in a row that could be read: said beside the field, never in the way."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from diagnostic.dossier.decisions import Action, Ally
from diagnostic.dossier.dressing import BriefEdit, BriefLook, colour_of
from diagnostic.dossier.fields import specs_of
from diagnostic.dossier.records import (
    TABLES,
    Association,
    BudgetLine,
    Diaspora,
    Partnership,
    Standing,
    StudentGroup,
    Territory,
)
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import CENSUS, ActionState, BudgetDirection, ChartOfAccounts, TableState
from diagnostic.texts import LANGUAGES


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt about one field; `remark.<key>` says it."""

    field: str
    key: str
    params: Mapping[str, object] = dataclasses.field(default_factory=lambda: MappingProxyType({}))


def remarks(row: Row, snapshot: Snapshot) -> tuple[Remark, ...]:
    """Return what is doubtful in a row, seen with the rest of its campaign."""
    check = _CHECKS.get(row.kind)
    return (*_missing(row), *_future(row, snapshot), *(check(row, snapshot) if check else ()))


def _missing(row: Row) -> Iterator[Remark]:
    for spec in specs_of(type(row)).values():
        lacking = spec.needed and getattr(row, spec.name) in (None, "") and spec.name not in row.unread
        if lacking and not (spec.name == "country" and _is_total(row)):
            yield Remark(spec.name, "needed")


def _is_total(row: Row) -> bool:
    """Return whether a row counts people of all countries together, as the census gives them: it counts as it is."""
    return isinstance(row, Diaspora) and row.people is not None and row.definition in CENSUS


def _future(row: Row, snapshot: Snapshot) -> Iterator[Remark]:
    if isinstance(row, BriefLook):  # its date is the campaign that its foreword was kept for
        return
    if row.source_date[:4] > snapshot.campaign.day[:4]:
        yield Remark("source_date", "future")


def _territory(row: Territory, snapshot: Snapshot) -> Iterator[Remark]:
    if row.population == 0:
        yield Remark("population", "zero_population")
    for name in ("population_year", "budget_year"):
        if (getattr(row, name) or 0) > snapshot.campaign.year:
            yield Remark(name, "future")
    yield from _later_lines(row, snapshot)


def _later_lines(row: Territory, snapshot: Snapshot) -> Iterator[Remark]:
    """Yield that lines of a year past this one stay unread: the year of the budgets is the one that is read."""
    years = {line.year for line in snapshot.budget_lines if line.year is not None}
    latest = max((year for year in years if year <= snapshot.campaign.year), default=0)
    if row.budget_year in years and latest > (row.budget_year or 0):
        yield Remark("budget_year", "later_lines", {"read": str(row.budget_year), "latest": str(latest)})


def _diaspora(row: Diaspora, snapshot: Snapshot) -> Iterator[Remark]:
    population = snapshot.territory.population
    if row.people is not None and population is not None and row.people > population:
        yield Remark("people", "more_than_population", {"population": population})
    twins = [o for o in snapshot.diasporas if (o.country, o.definition) == (row.country, row.definition)]
    if row.country and len(twins) > 1:
        yield Remark("country", "twice")


def _student_group(row: StudentGroup, snapshot: Snapshot) -> Iterator[Remark]:
    if row.people is not None and row.institution_total is not None and row.people > row.institution_total:
        yield Remark("people", "more_than_total", {"total": row.institution_total})


def _partnership(row: Partnership, snapshot: Snapshot) -> Iterator[Remark]:
    if row.since is not None and row.until is not None and row.until < row.since:
        yield Remark("until", "ends_before_it_begins")
    if (row.since or 0) > snapshot.campaign.year:
        yield Remark("since", "future")
    if row.last_activity[:4] > snapshot.campaign.day[:4]:
        yield Remark("last_activity", "future")
    if row.country == "FR":
        yield Remark("country", "france")


def _association(row: Association, snapshot: Snapshot) -> Iterator[Remark]:
    if row.rna and not re.fullmatch(r"W\d[0-9A-Z]\d{7}", row.rna):
        yield Remark("rna", "rna")


def _budget_line(row: BudgetLine, snapshot: Snapshot) -> Iterator[Remark]:
    if (row.year or 0) > snapshot.campaign.year + 1:
        yield Remark("year", "future")
    if row.chart is ChartOfAccounts.M14 and row.nature.startswith("6562"):
        yield Remark("nature", "nature_6562_in_m14")
    budget = snapshot.territory.operating_budget
    expense = row.direction is not BudgetDirection.INCOME
    if expense and row.amount is not None and budget is not None and row.amount > budget:
        yield Remark("amount", "more_than_budget", {"budget": budget})


def _action(row: Action, snapshot: Snapshot) -> Iterator[Remark]:
    if row.cost is not None and row.raised is not None and row.raised > row.cost:
        yield Remark("raised", "raised_above_cost")
    if past_due(row, snapshot):
        yield Remark("due", "past_due")


def past_due(row: Action, snapshot: Snapshot) -> bool:
    """Return whether an action's date has passed on the campaign's day; one known to the year passes with the year."""
    settled = row.state in (ActionState.DONE, ActionState.DROPPED)
    return bool(row.due) and not settled and row.due < snapshot.campaign.day[: len(row.due)]


def _ally(row: Ally, snapshot: Snapshot) -> Iterator[Remark]:
    if row.minimum is not None and row.maximum is not None and row.minimum > row.maximum:
        yield Remark("minimum", "minimum_above_maximum")
    if row.years == 0:
        yield Remark("years", "zero_years")


def _standing(row: Standing, snapshot: Snapshot) -> Iterator[Remark]:
    set_aside = row.state in (TableState.UNKNOWN, TableState.NOT_APPLICABLE)
    if set_aside and row.table in TABLES and snapshot.rows(row.table):
        yield Remark("state", "set_aside_with_rows", {"count": len(snapshot.rows(row.table))})


def _brief_edit(row: BriefEdit, snapshot: Snapshot) -> Iterator[Remark]:
    if row.lang not in ("", *LANGUAGES):
        yield Remark("lang", "no_such_language")
    if row.part is None and "part" not in row.unread:
        yield Remark("part", "needed")


def _brief_look(row: BriefLook, snapshot: Snapshot) -> Iterator[Remark]:
    if row.colour.strip() and not colour_of(row.colour):
        yield Remark("colour", "colour")


_CHECKS: Mapping[str, Callable[[Any, Snapshot], Iterator[Remark]]] = {
    "territory": _territory,
    "diaspora": _diaspora,
    "student_group": _student_group,
    "partnership": _partnership,
    "association": _association,
    "budget_line": _budget_line,
    "action": _action,
    "ally": _ally,
    "standing": _standing,
    "brief_edit": _brief_edit,
    "brief_look": _brief_look,
}
