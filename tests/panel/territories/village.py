"""A village with two countries: a few families, a twinning kept by one association, almost no money."""

from __future__ import annotations

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionField, AnswerState, PartnershipForm, TableState, TerritoryKind
from tests.builders import association, expense, link, people, snapshot
from tests.panel.answers import answers


def village() -> Snapshot:
    """Return the village: every list is complete and short, and it has no student."""
    return snapshot(
        people("PT", 14),
        people("GB", 6),
        association("PT", works_with=True),
        link(
            "PT",
            form=PartnershipForm.TWINNING,
            fields=(ActionField.SPORT_CULTURE,),
            since=1994,
            last_activity="2025-08",
            agreement=True,
            evaluated=False,
        ),
        expense(600.0, year=2025),
        day="2026-03-12",
        complete="diaspora association partnership network_membership economic_tie budget_line",
        standings={"student_group": TableState.NOT_APPLICABLE},
        answers=answers(
            diasporas_languages=3,
            associations_body="informal",
            economy_overnight=AnswerState.UNANSWERED,
            means_staff=0,
            governance_delegate="delegate_only",
            governance_strategy="none",
            governance_sharing=AnswerState.NOT_APPLICABLE,
            governance_oda=AnswerState.NOT_DONE,
            citizens_place="drivers",
            citizens_communication="occasional",
            citizens_youth="planned",
        ),
        type=TerritoryKind.COMMUNE,
        name="Saint-Aurèle-les-Prés",
        population=640,
        operating_budget=520_000.0,
        budget_year=2025,
    )
