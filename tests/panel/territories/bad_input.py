"""A commune whose dossier holds what cannot be true: each oddity must be explained, none may become a score."""

from __future__ import annotations

import math

from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AnswerState, Competence, TerritoryKind
from tests.builders import association, expense, link, people, snapshot, students, tie
from tests.panel.answers import answers


def bad_input() -> Snapshot:
    """Return the commune: nobody lives there, its budget is nil, and it has more foreign students than students."""
    return snapshot(
        people("PT", 300),
        people("", 40),
        people("MA", None),
        students("Lycée fantôme", 90, "CN", institution_total=60),
        association(works_with=None),
        association("ZZ", works_with=None),
        tie(None),
        link("", last_activity="hier"),
        link("DE", state=None, since=2030, until=1990, last_activity="2025-13"),
        NetworkMembership(),
        expense(1_000.0, year=None),
        day="2026-03-12",
        complete="diaspora student_group association economic_tie partnership network_membership budget_line",
        answers=answers(
            diasporas_languages=-4,
            students_agreements="perhaps",
            students_welcome=AnswerState.DONE,
            economy_overnight=140,
            means_staff=math.nan,
            governance_transversality=math.inf,
            governance_strategy="",
            governance_oda=7,
            citizens_place=AnswerState.NOT_APPLICABLE,
            no_such_indicator=3,
        ),
        type=TerritoryKind.COMMUNE,
        name="Nulle-Part",
        population=0,
        operating_budget=0.0,
        competences=(Competence.WATER,),
        water_budget=0.0,
    )
