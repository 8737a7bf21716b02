"""Compact snapshots for the tests: rows get their ids in order, nothing is filled in but what is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from diagnostic.dossier.records import (
    Answer,
    Association,
    BudgetLine,
    Diaspora,
    EconomicTie,
    Partnership,
    Standing,
    StudentGroup,
    Territory,
)
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import COLLECTIONS, Campaign, Snapshot
from diagnostic.dossier.vocabulary import AnswerState, BudgetDirection, PartnershipState, TableState


def snapshot(
    *rows: Row,
    day: str = "2024-06-30",
    answers: Mapping[str, Answer] | None = None,
    complete: str = "",
    standings: Mapping[str, TableState] | None = None,
    **territory: Any,
) -> Snapshot:
    """Return a snapshot of the rows; `complete` names tables said complete, other keywords are the territory's."""
    by_kind: dict[str, tuple[Row, ...]] = {}
    for row in rows:
        found = by_kind.get(row.kind, ())
        by_kind[row.kind] = (*found, row if row.id else replace(row, id=len(found) + 1))
    states = dict.fromkeys(complete.split(), TableState.COMPLETE) | dict(standings or {})
    collections: dict[str, Any] = {COLLECTIONS[kind]: found for kind, found in by_kind.items()}
    return Snapshot(
        campaign=Campaign(id=1, year=int(day[:4]), day=day),
        territory=Territory(**territory),
        answers=dict(answers or {}),
        standings={table: Standing(table=table, state=state) for table, state in states.items()},
        **collections,
    )


def people(country: str, count: int | None, **fields: Any) -> Diaspora:
    """Return a community."""
    return Diaspora(country=country, people=count, **fields)


def students(institution: str, count: int | None, country: str = "", **fields: Any) -> StudentGroup:
    """Return a group of foreign students; without country, all of them."""
    return StudentGroup(institution=institution, people=count, country=country, **fields)


def association(*countries: str, **fields: Any) -> Association:
    """Return an association turned towards the countries."""
    return Association(name="Association", countries=countries, **fields)


def tie(kind: Any, country: str = "") -> EconomicTie:
    """Return an economic tie."""
    return EconomicTie(name="Lien", type=kind, country=country)


def link(country: str, state: PartnershipState | None = PartnershipState.ACTIVE, **fields: Any) -> Partnership:
    """Return a partnership, active unless said otherwise."""
    return Partnership(name=f"Avec {country}", country=country, state=state, **fields)


def expense(amount: float | None, year: int | None = 2023, **fields: Any) -> BudgetLine:
    """Return a line that goes out."""
    return BudgetLine(label="Dépense", amount=amount, year=year, direction=BudgetDirection.EXPENSE, **fields)


def income(amount: float | None, year: int | None = 2023, **fields: Any) -> BudgetLine:
    """Return a line that comes in."""
    return BudgetLine(label="Recette", amount=amount, year=year, direction=BudgetDirection.INCOME, **fields)


def said(indicator: str, state: AnswerState) -> Answer:
    """Return an answer by its state."""
    return Answer(id=1, indicator=indicator, state=state)


def chosen(indicator: str, option: str) -> Answer:
    """Return an answer that chooses an option."""
    return Answer(id=1, indicator=indicator, state=AnswerState.VALUE, choice=option)


def counted(indicator: str, number: float | None) -> Answer:
    """Return an answer that gives a number."""
    return Answer(id=1, indicator=indicator, state=AnswerState.VALUE, number=number)
