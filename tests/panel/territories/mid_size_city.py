"""A mid-size city whose old twinnings sleep, in its second campaign: it spends less than two years before."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership, Partnership
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    AnswerState,
    Competence,
    EconomicTieKind,
    PartnershipForm,
    PartnershipState,
    TerritoryKind,
)
from tests.builders import association, expense, link, people, snapshot, students, tie
from tests.panel.answers import answers

COMMUNITIES = {"MA": 1_450, "PT": 1_120, "DZ": 980, "TR": 640, "IT": 310, "GB": 190, "SN": 120, "UA": 85}


def mid_size_city() -> Snapshot:
    """Return the second campaign: the lists are complete, three twinnings out of four gave no sign of life."""
    return snapshot(
        *(people(country, count) for country, count in COMMUNITIES.items()),
        students("IUT", 64, institution_total=900),
        students("IUT", 40, "MA"),
        students("IUT", 24, "SN"),
        *(association(country, works_with=works) for country, works in (("MA", True), ("PT", False), ("DE", True))),
        association("SN", "ML", works_with=False),
        tie(EconomicTieKind.EXPORTER, "DE"),
        tie(EconomicTieKind.FOREIGN_INVESTOR, "US"),
        tie(EconomicTieKind.FAIR),
        *_twinnings(),
        NetworkMembership(name="Réseau des villes jumelées", since=1998),
        expense(26_000.0, year=2025, country="DE"),
        expense(6_400.0, year=2025),
        day="2026-03-12",
        complete="diaspora student_group association economic_tie partnership network_membership budget_line",
        answers=answers(
            diasporas_languages=22,
            students_agreements="some",
            students_welcome="institutions",
            associations_body="none",
            economy_overnight=9.5,
            means_staff=0.8,
            governance_delegate="service_only",
            governance_place="hidden",
            governance_strategy="old",
            governance_transversality=15,
            governance_report="internal",
            governance_sharing="unclear",
            governance_oda=AnswerState.DONE,
            citizens_place="relatively_absent",
            citizens_diasporas="none",
            citizens_communication="occasional",
            citizens_skills="planned",
            citizens_youth="yearly",
        ),
        type=TerritoryKind.COMMUNE,
        name="Châtelmont",
        population=41_300,
        operating_budget=58_000_000.0,
        budget_year=2025,
        competences=(Competence.CULTURE, Competence.EDUCATION, Competence.ENERGY),
        energy_budget=3_600_000.0,
    )


def mid_size_city_before() -> Snapshot:
    """Return what its first campaign says of money, which the trend is read from."""
    return snapshot(
        expense(36_000.0, year=2023), day="2024-03-12", complete="budget_line", budget_year=2023, population=41_000
    )


def _twinnings() -> tuple[Row, ...]:
    sleeping = ("GB", "1962", "2019"), ("IT", "1974", "2021-06"), ("RO", "1991", "2008")
    return (
        _twinning("DE", 1959, last_activity="2025-10", state=PartnershipState.ACTIVE, evaluated=True),
        *(
            _twinning(country, int(since), last_activity=last, state=PartnershipState.DORMANT, evaluated=False)
            for country, since, last in sleeping
        ),
    )


def _twinning(country: str, since: int, **told: object) -> Partnership:
    return link(
        country,
        form=PartnershipForm.TWINNING,
        fields=(ActionField.SPORT_CULTURE, ActionField.EDUCATION_YOUTH),
        since=since,
        agreement=True,
        **told,
    )
