"""An overseas commune: neighbours across the sea, and people from other French territories who are not foreign."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    AnswerState,
    Competence,
    EconomicTieKind,
    PartnershipForm,
    TerritoryKind,
)
from tests.builders import association, expense, income, link, people, snapshot, tie
from tests.panel.answers import answers


def overseas() -> Snapshot:
    """Return the overseas commune: rows for France and Mayotte stand among those of its neighbours."""
    return snapshot(
        people("MG", 720),
        people("KM", 640),
        people("MU", 210),
        people("YT", 1_900),
        people("FR", 5_400),
        association("MG", works_with=True),
        association("KM", "MG", works_with=True),
        association("YT", works_with=True),
        association("MU", works_with=False),
        tie(EconomicTieKind.TOURISM, "MU"),
        tie(EconomicTieKind.EVENT, "MG"),
        tie(EconomicTieKind.LABEL),
        link(
            "MG",
            form=PartnershipForm.DECENTRALISED_COOPERATION,
            fields=(ActionField.AGRICULTURE_WATER_FOOD,),
            last_activity="2025-12",
            agreement=True,
            evaluated=True,
            led_with="Région",
        ),
        link(
            "MU",
            form=PartnershipForm.CROSS_BORDER,
            fields=(ActionField.ECONOMY, ActionField.EMERGENCY),
            last_activity="2025-03",
            agreement=True,
            evaluated=False,
        ),
        link(
            "MZ",
            form=PartnershipForm.TWINNING,
            fields=(ActionField.SPORT_CULTURE,),
            last_activity="2025",
            agreement=True,
            evaluated=False,
        ),
        link(
            "YT",
            form=PartnershipForm.PARTNERSHIP,
            fields=(ActionField.POVERTY,),
            last_activity="2025",
            agreement=True,
            evaluated=False,
        ),
        NetworkMembership(name="Association des îles voisines"),
        expense(54_000.0, year=2025, country="MG"),
        expense(12_000.0, year=2025, country="YT"),
        expense(8_000.0, year=2025, country="ZA"),
        income(30_000.0, year=2025, funder="Programme européen de coopération"),
        day="2026-03-12",
        complete="diaspora student_group association economic_tie partnership network_membership budget_line",
        answers=answers(
            diasporas_languages=8,
            students_agreements="none",
            students_welcome="none",
            associations_body="informal",
            economy_overnight=7,
            means_staff=1,
            governance_delegate="both",
            governance_place="named",
            governance_strategy="unvoted",
            governance_transversality=20,
            governance_report="none",
            governance_sharing="usual",
            governance_oda=AnswerState.PLANNED,
            citizens_place="stakeholders",
            citizens_diasporas="partners",
            citizens_communication="regular",
            citizens_skills="awareness",
            citizens_youth="yearly",
        ),
        type=TerritoryKind.COMMUNE,
        name="Anse-aux-Filaos",
        population=34_200,
        operating_budget=61_000_000.0,
        budget_year=2025,
        competences=(Competence.ENERGY, Competence.CULTURE),
    )
