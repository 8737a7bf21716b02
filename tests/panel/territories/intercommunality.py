"""An EPCI: water, waste and transport in its hands, one cooperation under the 1 %, little known of the territory."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    AnswerState,
    Competence,
    OnePercentScheme,
    PartnershipForm,
    TableState,
    TerritoryKind,
)
from tests.builders import expense, income, link, snapshot
from tests.panel.answers import answers


def intercommunality() -> Snapshot:
    """Return the EPCI: its own side complete, people and associations said to be unknown (they are the communes')."""
    return snapshot(
        link(
            "TG",
            form=PartnershipForm.DECENTRALISED_COOPERATION,
            fields=(ActionField.AGRICULTURE_WATER_FOOD,),
            since=2017,
            last_activity="2026-01",
            agreement=True,
            evaluated=True,
            led_with="Commune centre",
        ),
        NetworkMembership(name="Programme pour l’eau", since=2016),
        expense(42_000.0, year=2025, country="TG", scheme=OnePercentScheme.WATER_SANITATION),
        income(28_000.0, year=2025, funder="Agence de l’eau"),
        day="2026-03-12",
        complete="partnership network_membership budget_line",
        standings=dict.fromkeys(("diaspora", "association", "student_group"), TableState.UNKNOWN),
        answers=answers(
            means_staff=0.5,
            governance_delegate="both",
            governance_place="named",
            governance_strategy="none",
            governance_transversality=AnswerState.UNANSWERED,
            governance_report="public",
            governance_sharing="written",
            governance_oda=AnswerState.DONE,
            citizens_place="absent",
            citizens_diasporas="none",
            citizens_communication="occasional",
            citizens_skills="awareness",
            citizens_youth="none",
        ),
        type=TerritoryKind.EPCI,
        name="Communauté d’agglomération du Val d’Aubrelle",
        population=96_500,
        operating_budget=88_000_000.0,
        budget_year=2025,
        competences=(Competence.WATER, Competence.SANITATION, Competence.WASTE, Competence.MOBILITY),
        water_budget=12_400_000.0,
        sanitation_budget=9_800_000.0,
        waste_budget=14_600_000.0,
    )
