"""What the collectivité does: each measure on cases computed by hand."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.measures import REGISTRY
from diagnostic.assessment.measures.case import Case
from diagnostic.assessment.results import Measure
from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import (
    ActionField,
    Competence,
    OnePercentScheme,
    PartnershipForm,
    PartnershipState,
    Sdg,
    TableState,
    TerritoryKind,
)
from diagnostic.framework.load import load_edition
from tests.builders import expense, income, link, snapshot

EDITION = load_edition()
THRESHOLDS = EDITION.thresholds


def measure(name: str, of: Snapshot, previous: Snapshot | None = None) -> Measure:
    return REGISTRY[name](Case(of, THRESHOLDS, previous))


def test_active_partnerships_are_set_against_the_size_of_the_territory() -> None:
    rows = (link("DE"), link("PL"), link("ML", PartnershipState.ENDED))
    assert measure("partnerships_active", snapshot(*rows, population=1_500)).value == 200.0
    found = measure("partnerships_active", snapshot(*rows, population=50_000))
    assert (found.numerator, found.denominator) == (2.0, 6.0)
    assert measure("partnerships_active", snapshot(*rows, population=2_000_000)).denominator == 20.0
    assert measure("partnerships_active", snapshot(*rows)).reason == "no_population"
    assert measure("partnerships_active", snapshot(*rows, population=0)).reason == "zero_population"
    assert measure("partnerships_active", snapshot(complete="partnership")).value == 0.0


@pytest.mark.parametrize(
    ("kind", "population", "reference"),
    [
        (TerritoryKind.DEPARTEMENT, 600_000, 5.0),
        (TerritoryKind.DEPARTEMENT, 80_000, 5.0),
        (TerritoryKind.REGION, 5_000_000, 10.0),
        (TerritoryKind.COMMUNE, 600_000, 20.0),
        (TerritoryKind.EPCI, 80_000, 6.0),
        (None, 80_000, 6.0),
    ],
)
def test_departements_and_regions_have_a_reference_of_their_own(
    kind: TerritoryKind | None, population: int, reference: float
) -> None:
    given = snapshot(link("DE"), link("ML"), population=population, type=kind, complete="partnership")
    assert measure("partnerships_active", given).denominator == reference


def test_two_living_partnerships_are_worth_something_to_a_departement_and_a_region() -> None:
    for kind, score in ((TerritoryKind.DEPARTEMENT, 60.2), (TerritoryKind.REGION, 30.1)):
        given = snapshot(link("DE"), link("ML"), population=600_000, type=kind, complete="partnership")
        assert assess(given, EDITION).indicator("partnerships_active").score == pytest.approx(score, abs=0.05)


def test_a_framework_without_reference_for_a_kind_or_a_size_says_so() -> None:
    bare = {"partnerships_reference_2000": 1.0, "known_rows": 0.65}
    given = snapshot(link("DE"), population=9_000, type=TerritoryKind.REGION, complete="partnership")
    assert REGISTRY["partnerships_active"](Case(given, bare)).reason == "no_reference"


def test_a_partnership_past_its_last_year_is_over_and_one_without_state_is_unknown() -> None:
    past = snapshot(link("DE", None, until=2020), population=1_500)
    assert measure("partnerships_active", past).value == 0.0
    unsaid = snapshot(link("DE", None), link("PL", None), link("ML"), population=1_500)
    assert measure("partnerships_active", unsaid).reason == "states_missing"


@pytest.mark.parametrize(
    ("last", "alive"),
    [("2024-06-30", 100.0), ("2022-06-30", 100.0), ("2022-06-29", 0.0), ("2022", 100.0), ("2022-05", 0.0)],
)
def test_alive_means_an_activity_within_24_months_of_the_campaigns_day(last: str, alive: float) -> None:
    given = snapshot(link("DE", last_activity=last), day="2024-06-30", complete="partnership")
    assert measure("partnerships_alive", given).value == alive


def test_a_dormant_partnership_without_date_is_silent_and_an_active_one_unknown() -> None:
    assert (
        measure("partnerships_alive", snapshot(link("DE", PartnershipState.DORMANT), complete="partnership")).value
        == 0.0
    )
    assert measure("partnerships_alive", snapshot(link("DE"))).reason == "too_few_known"
    ended = link("DE", PartnershipState.ENDED)
    only_ended = measure("partnerships_alive", snapshot(ended, complete="partnership"))
    assert (only_ended.applicable, only_ended.reason) == (False, "no_partnership")
    assert measure("partnerships_alive", snapshot(ended)).reason == "list_unfinished", "another may come"


def test_variety_counts_forms_and_fields_once() -> None:
    given = snapshot(
        link("DE", form=PartnershipForm.TWINNING, fields=(ActionField.ECONOMY, ActionField.PLANNING), sdg=(Sdg.SDG4,)),
        link("PL", form=PartnershipForm.TWINNING, fields=(ActionField.ECONOMY,), sdg=(Sdg.SDG4, Sdg.SDG6)),
    )
    assert measure("partnerships_variety", given).value == pytest.approx(100 * 3 / 21)
    assert measure("partnerships_sdg", given).value == pytest.approx(100 * 2 / 17)
    assert measure("partnerships_variety", snapshot(link("DE"))).reason == "too_few_known"


def test_agreement_and_evaluation_are_both_needed() -> None:
    given = snapshot(
        link("DE", agreement=True, evaluated=True),
        link("PL", agreement=True, evaluated=False),
        link("ML", agreement=False),
        link("MA", agreement=True),
        complete="partnership",
    )
    found = measure("partnerships_agreement", given)
    assert (found.numerator, found.denominator) == (1.0, 3.0)


def test_led_with_nobody_is_known_only_when_the_list_is_complete() -> None:
    rows = (link("DE", led_with="Redon"), link("PL"))
    assert measure("partnerships_joint", snapshot(*rows)).reason == "say_complete"
    assert measure("partnerships_joint", snapshot(*rows, complete="partnership")).value == 50.0


def test_networks_are_counted() -> None:
    assert measure("partnerships_networks", snapshot(NetworkMembership(name="CUF"))).value == 1.0
    assert measure("partnerships_networks", snapshot(complete="network_membership")).value == 0.0


def test_the_share_of_the_budget_is_per_thousand_of_operating_expenditure() -> None:
    given = snapshot(expense(300_000), expense(9_999, year=2022), income(50_000), operating_budget=3e8)
    found = measure("means_share", given)
    assert (found.value, found.numerator, found.denominator) == (1.0, 300_000.0, 3e8)
    assert found.inputs[0].ids == (1,)


def test_the_lines_of_the_budgets_own_year_are_read_when_there_are_some() -> None:
    rows = (expense(100, year=2022), expense(300, year=2023))
    assert measure("means_per_inhabitant", snapshot(*rows, population=100, budget_year=2022)).value == 1.0
    assert measure("means_per_inhabitant", snapshot(*rows, population=100, budget_year=2021)).value == 3.0


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (snapshot(operating_budget=1e6, investment_budget=1e6), "table_empty"),
        (snapshot(expense(None), operating_budget=1e6, investment_budget=1e6), "lines_unclear"),
        (snapshot(expense(5), expense(5, year=None), operating_budget=1e6), "lines_without_year"),
        (snapshot(expense(5), investment_budget=1e6), "no_budget"),
        (snapshot(expense(5), operating_budget=0.0, investment_budget=0.0), "zero_budget"),
        (snapshot(expense(5), operating_budget=3.0, investment_budget=0.0), "more_than_budget"),
    ],
)
def test_a_share_of_the_budget_that_cannot_be_known_says_why(given: Snapshot, reason: str) -> None:
    found = measure("means_share", given)
    assert (found.value, found.reason) == (None, reason)


def test_no_line_in_a_complete_budget_is_a_true_zero_even_without_the_total() -> None:
    assert measure("means_share", snapshot(complete="budget_line")).value == 0.0
    assert measure("means_lines", snapshot(complete="budget_line")).value == 0.0
    assert measure("means_lines", snapshot(expense(5), expense(None), income(3))).value == 2.0


def test_outside_money_is_set_against_what_the_collectivite_pays_itself() -> None:
    closed = {"complete": "budget_line"}
    assert measure("means_leverage", snapshot(expense(300), income(180), **closed)).value == pytest.approx(1.5)
    assert measure("means_leverage", snapshot(expense(300), income(300), **closed)).reason == "no_own_money"
    assert measure("means_leverage", snapshot(expense(300))).reason == "list_unfinished"
    nothing = measure("means_leverage", snapshot(complete="budget_line"))
    assert (nothing.applicable, nothing.reason) == (False, "no_spending")


def test_one_per_cent_schemes_count_only_where_the_competence_is_held() -> None:
    line = expense(300, scheme=OnePercentScheme.WATER_SANITATION)
    held = (Competence.WATER, Competence.WASTE)
    given = snapshot(line, competences=held, complete="budget_line")
    assert measure("means_schemes", given).value == 50.0
    assert measure("means_schemes", snapshot(line, competences=held)).reason == "say_complete"
    assert measure("means_schemes", snapshot(line, competences=(Competence.WATER,))).value == 100.0
    assert measure("means_schemes", snapshot(line)).reason == "no_competences"
    closed = measure("means_schemes", snapshot(line, competences=(Competence.CULTURE,)))
    assert (closed.applicable, closed.reason) == (False, "no_scheme_open")


def test_the_trend_needs_another_campaign_on_another_year() -> None:
    closed = {"complete": "budget_line"}
    now = snapshot(expense(120, year=2024), **closed)
    assert measure("means_trend", now, snapshot(expense(100, year=2023), **closed)).value == pytest.approx(20.0)
    assert measure("means_trend", now, snapshot(expense(100, year=2024), **closed)).reason == "same_year"
    assert measure("means_trend", now, snapshot(expense(100, year=2023))).reason == "list_unfinished"
    nothing = measure("means_trend", now, snapshot(complete="budget_line"))
    assert (nothing.applicable, nothing.reason) == (False, "nothing_before")
    first = measure("means_trend", now)
    assert (first.applicable, first.reason) == (False, "first_campaign")


def test_what_a_table_is_said_to_be_wins_over_its_rows() -> None:
    given = snapshot(link("DE"), population=100, standings={"partnership": TableState.NOT_APPLICABLE})
    assert not measure("partnerships_active", given).applicable
