"""A university city: rich in students, its lists half filled, and a collectivité that hardly looks at them."""

from __future__ import annotations

from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import AnswerState, Competence, PartnershipState, StudyLevel, TerritoryKind
from tests.builders import association, expense, link, people, snapshot, students
from tests.panel.answers import answers
from tests.panel.codes import codes

COUNTRIES = codes("CN MA DZ IN VN LB CM GA BR CO IT ES DE TN SN IR MX US KR JP")


def university_city() -> Snapshot:
    """Return the university city: students complete, people and associations under way, partnerships without dates."""
    return snapshot(
        *(people(country, 900 - 40 * rank) for rank, country in enumerate(COUNTRIES[:9])),
        students("Université Sainte-Claire", 6_100, institution_total=29_500),
        *(students("Université Sainte-Claire", 400 - 15 * rank, code) for rank, code in enumerate(COUNTRIES)),
        students("École des mines", 310, "IN", level=StudyLevel.MASTER, institution_total=1_400),
        students("École des mines", 95, "IN", level=StudyLevel.DOCTORATE),
        students("Institut des arts", 55, institution_total=None),
        *(association(country, works_with=None) for country in ("CN", "LB", "SN")),
        *(link(country) for country in ("DE", "US")),
        link("CN", state=PartnershipState.PROJECT),
        link("IT", state=None),
        expense(80_000.0, year=2025),
        expense(None, year=2025),
        day="2026-03-12",
        complete="student_group",
        answers=answers(
            students_agreements="some",
            students_welcome="institutions",
            governance_delegate="delegate_only",
            governance_strategy="unvoted",
            governance_oda=AnswerState.UNANSWERED,
            citizens_place="absent",
            citizens_communication="none",
        ),
        type=TerritoryKind.COMMUNE,
        name="Sainte-Claire-sur-Orne",
        population=118_000,
        operating_budget=176_000_000.0,
        competences=(Competence.ENERGY,),
    )
