"""A town where everything is at its best: each scale is reached, so that both axes stand at 100."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    AnswerState,
    Competence,
    EconomicTieKind,
    OnePercentScheme,
    PartnershipForm,
    TerritoryKind,
)
from tests.builders import association, expense, income, link, people, snapshot, students, tie
from tests.panel.answers import answers
from tests.panel.codes import codes

COUNTRIES = codes(
    "DE ES IT PT GB BE CH PL RO UA MA DZ TN SN ML CI CM MG KM TR LB CN VN IN JP US CA BR MX AR CL CO PE AU NZ KR TH ID"
    " ZA EG"
)


def at_its_best() -> Snapshot:
    """Return the town: thirty-two equal origins, forty countries among associations, six living partnerships."""
    partners = COUNTRIES[:6]
    return snapshot(
        *(people(country, 220) for country in COUNTRIES[:32]),
        *(students("École des arts", 20, country, institution_total=2_800) for country in COUNTRIES[:32]),
        *(association(country, works_with=True) for country in COUNTRIES),
        *(tie(kind, country) for kind in EconomicTieKind for country in partners[:3]),
        *(
            link(
                country,
                form=tuple(PartnershipForm)[place],
                fields=tuple(ActionField)[place * 2 : place * 2 + 2],
                last_activity="2026",
                agreement=True,
                evaluated=True,
                led_with="Agglomération",
            )
            for place, country in enumerate(partners)
        ),
        *(NetworkMembership(name=f"Réseau {place}") for place in range(5)),
        expense(280_000.0, year=2025, scheme=OnePercentScheme.ENERGY),
        income(180_000.0, year=2025, funder="Union européenne"),
        day="2026-03-12",
        complete="diaspora student_group association economic_tie partnership network_membership budget_line",
        answers=answers(
            diasporas_languages=40,
            students_agreements="joined",
            students_welcome="shared",
            associations_body="formal",
            economy_overnight=40,
            means_staff=6,
            governance_delegate="both",
            governance_place="top",
            governance_strategy="recent",
            governance_transversality=60,
            governance_report="public",
            governance_sharing="written",
            governance_oda=AnswerState.DONE,
            citizens_place="drivers",
            citizens_diasporas="partners",
            citizens_communication="place",
            citizens_skills="both",
            citizens_youth="yearly",
        ),
        type=TerritoryKind.COMMUNE,
        name="Belle-Étoile",
        population=30_000,
        operating_budget=40_000_000.0,
        budget_year=2025,
        competences=(Competence.ENERGY,),
        energy_budget=28_000_000.0,
    )


def at_its_best_before() -> Snapshot:
    """Return its campaign before, when it spent a third less."""
    return snapshot(expense(180_000.0, year=2023), day="2024-03-12", complete="budget_line", population=29_800)
