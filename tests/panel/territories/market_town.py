"""A market town that took the express way: only the express indicators, and the lists that it could close."""

from __future__ import annotations

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import EconomicTieKind, TerritoryKind
from tests.builders import association, expense, link, people, snapshot, students, tie
from tests.panel.answers import answers


def market_town() -> Snapshot:
    """Return the market town: totals rather than lists, taken from what the mayor's office had at hand."""
    return snapshot(
        people("", 410),
        students("Lycée agricole", 12, institution_total=480),
        association(works_with=True),
        association(works_with=False),
        association(works_with=False),
        tie(EconomicTieKind.FAIR),
        tie(EconomicTieKind.EXPORTER),
        link("DE", last_activity="2025-05-09", agreement=True, evaluated=False),
        link("BF", last_activity="2022", agreement=True, evaluated=True),
        expense(9_500.0, year=2025),
        day="2026-03-12",
        complete="student_group association partnership",
        answers=answers(
            students_welcome="institutions",
            associations_body="informal",
            means_staff=0.2,
            governance_delegate="delegate_only",
            governance_strategy="planned",
            citizens_place="stakeholders",
            citizens_diasporas="none",
            citizens_communication="occasional",
        ),
        type=TerritoryKind.COMMUNE,
        name="Villefranche-sur-Serein",
        population=7_800,
        operating_budget=9_100_000.0,
        budget_year=2025,
    )
