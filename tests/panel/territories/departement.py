"""A département: no water, no waste, no university of its own, two old cooperations and a solid service."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    AnswerState,
    Competence,
    DiasporaDefinition,
    EconomicTieKind,
    PartnershipForm,
    TableState,
    TerritoryKind,
)
from tests.builders import association, expense, income, link, people, snapshot, tie
from tests.panel.answers import answers

BORN = {"PT": 6_200, "MA": 5_900, "DZ": 4_100, "GB": 3_800, "ES": 2_500, "IT": 2_300, "TR": 1_900, "BE": 1_400}


def departement() -> Snapshot:
    """Return the département: birthplace and nationality both given, which must not be added up."""
    return snapshot(
        *(people(country, count, definition=DiasporaDefinition.BIRTHPLACE) for country, count in BORN.items()),
        *(people(country, 2_000, definition=DiasporaDefinition.NATIONALITY) for country in ("PT", "MA", "GB")),
        *(association(country, works_with=country != "GB") for country in ("ML", "ML", "MA", "PT", "GB")),
        tie(EconomicTieKind.TOURISM, "GB"),
        tie(EconomicTieKind.EXPORTER),
        *(
            link(
                country,
                form=PartnershipForm.DECENTRALISED_COOPERATION,
                fields=(ActionField.EDUCATION_YOUTH, ActionField.CITIZENSHIP),
                last_activity="2025-11",
                agreement=True,
                evaluated=country == "ML",
                led_with="Trois communes",
            )
            for country in ("ML", "MA")
        ),
        *(NetworkMembership(name=name) for name in ("Cités réunies", "Réseau régional")),
        expense(190_000.0, year=2024, country="ML"),
        expense(60_000.0, year=2024, country="MA"),
        income(75_000.0, year=2024, funder="Ministère"),
        day="2026-03-12",
        complete="diaspora association economic_tie partnership network_membership budget_line",
        standings={"student_group": TableState.NOT_APPLICABLE},
        answers=answers(
            students_agreements=AnswerState.NOT_APPLICABLE,
            students_welcome=AnswerState.NOT_APPLICABLE,
            associations_body="formal",
            economy_overnight=18,
            means_staff=2.5,
            governance_delegate="both",
            governance_place="named",
            governance_strategy="recent",
            governance_transversality=25,
            governance_report="public",
            governance_sharing="usual",
            governance_oda=AnswerState.DONE,
            citizens_place="relatively_absent",
            citizens_diasporas="consulted",
            citizens_communication="regular",
            citizens_skills="both",
            citizens_youth="yearly",
        ),
        type=TerritoryKind.DEPARTEMENT,
        name="Haute-Vézère",
        population=412_000,
        operating_budget=398_000_000.0,
        budget_year=2024,
        competences=(Competence.EDUCATION, Competence.CULTURE),
    )
