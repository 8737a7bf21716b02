"""A rich port city: old communities, a lively fabric, eight living partnerships and outside money."""

from __future__ import annotations

from diagnostic.dossier.records import NetworkMembership, Partnership
from diagnostic.dossier.row import Row
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

ORIGINS = codes("DZ MA PT IT ES TN SN CM MG KM TR VN CN GB DE RO ML CI HT UA")
PARTNERS = codes("DE GB SN MG JP CA MA LB")
TIES = (
    (EconomicTieKind.EXPORTER, "DE"),
    (EconomicTieKind.FOREIGN_INVESTOR, "JP"),
    (EconomicTieKind.CLUSTER, "CA"),
    (EconomicTieKind.FAIR, ""),
    (EconomicTieKind.LABEL, ""),
    (EconomicTieKind.TOURISM, "GB"),
    (EconomicTieKind.EVENT, "MA"),
)
FIELDS = tuple(ActionField)
FORMS = tuple(PartnershipForm)


def port_city() -> Snapshot:
    """Return the port city: all lists complete, all questions answered but one."""
    return snapshot(
        *(people(country, 7_200 // rank) for rank, country in enumerate(ORIGINS, start=1)),
        *_students(),
        *(association(country, works_with=place % 2 == 0) for place, country in enumerate(ORIGINS * 4)),
        *(tie(kind, country) for kind, country in TIES),
        *(_partnership(place, country) for place, country in enumerate(PARTNERS)),
        *(NetworkMembership(name=name) for name in ("Réseau des ports", "Villes unies", "Villes de l’eau", "Région")),
        *_budget(),
        day="2026-03-12",
        complete="diaspora student_group association economic_tie partnership network_membership budget_line",
        answers=answers(
            diasporas_languages=60,
            students_agreements="shared",
            students_welcome="shared",
            associations_body="formal",
            economy_overnight=31,
            means_staff=5.5,
            governance_delegate="both",
            governance_place="named",
            governance_strategy="recent",
            governance_transversality=45,
            governance_report="internal",
            governance_sharing="usual",
            governance_oda=AnswerState.DONE,
            citizens_place="stakeholders",
            citizens_diasporas="partners",
            citizens_communication="regular",
            citizens_skills="training",
            citizens_youth=AnswerState.UNANSWERED,
        ),
        type=TerritoryKind.COMMUNE,
        name="Port-Alizé",
        population=182_400,
        operating_budget=312_000_000.0,
        budget_year=2025,
        competences=(Competence.WATER, Competence.WASTE),
        water_budget=21_500_000.0,
        waste_budget=18_250_000.0,
    )


def _students() -> tuple[Row, ...]:
    whole = students("Université des Vents", 2_400, institution_total=17_000)
    return (whole, *(students("Université des Vents", 360 - 20 * rank, ORIGINS[rank]) for rank in range(12)))


def _partnership(place: int, country: str) -> Partnership:
    return link(
        country,
        form=FORMS[place % 5],
        fields=(FIELDS[place], FIELDS[(place * 5) % 12]),
        last_activity="2023-11" if country == "LB" else "2025-09",
        agreement=True,
        evaluated=place % 2 == 0,
        led_with="Métropole voisine" if place < 3 else "",
    )


def _budget() -> tuple[Row, ...]:
    return (
        expense(240_000.0, year=2025, country="SN"),
        expense(150_000.0, year=2025, country="MG", scheme=OnePercentScheme.WATER_SANITATION),
        expense(90_000.0, year=2025, country="JP"),
        expense(30_000.0, year=2025, country="BR"),
        income(185_000.0, year=2025, funder="Agence de l’eau"),
    )
