"""What the world brings: each measure on cases computed by hand."""

from __future__ import annotations

import math

import pytest

from diagnostic.assessment.measures import REGISTRY
from diagnostic.assessment.measures.case import Case
from diagnostic.assessment.results import Measure
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import DiasporaDefinition, EconomicTieKind, StudyLevel, TableState
from diagnostic.framework.load import load_edition
from tests.builders import association, link, people, snapshot, students, tie

THRESHOLDS = load_edition().thresholds


def measure(name: str, of: Snapshot) -> Measure:
    return REGISTRY[name](Case(of, THRESHOLDS))


def test_the_share_of_inhabitants_is_the_sum_over_the_population() -> None:
    found = measure("diasporas_share", snapshot(people("DZ", 60), people("PT", 40), population=1000))
    assert (found.value, found.numerator, found.denominator) == (10.0, 100.0, 1000.0)
    assert [(item.kind, item.ids, item.field) for item in found.inputs] == [
        ("diaspora", (1, 2), ""),
        ("territory", (), "population"),
    ]


def test_a_country_in_two_definitions_counts_once_by_birthplace() -> None:
    both = snapshot(
        people("DZ", 60, definition=DiasporaDefinition.NATIONALITY),
        people("DZ", 90, definition=DiasporaDefinition.BIRTHPLACE),
        people("PT", 10, definition=DiasporaDefinition.NATIONALITY),
        people("FR", 800, definition=DiasporaDefinition.BIRTHPLACE),
        population=1000,
    )
    assert measure("diasporas_share", both).value == 10.0


def test_a_better_definition_without_a_number_leaves_the_next_one_to_speak() -> None:
    found = snapshot(
        people("DZ", None, definition=DiasporaDefinition.BIRTHPLACE),
        people("DZ", 60, definition=DiasporaDefinition.NATIONALITY),
        population=600,
    )
    assert measure("diasporas_share", found).value == 10.0


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        (snapshot(population=1000), "table_empty"),
        (snapshot(people("DZ", 5), population=1000, standings={"diaspora": TableState.UNKNOWN}), "table_unknown"),
        (snapshot(people("DZ", 5), people("PT", None), population=1000), "people_missing"),
        (snapshot(people("DZ", 5)), "no_population"),
        (snapshot(people("DZ", 5), population=0), "zero_population"),
        (snapshot(people("DZ", 1500), population=1000), "more_than_population"),
    ],
)
def test_a_share_that_cannot_be_known_says_why(given: Snapshot, reason: str) -> None:
    found = measure("diasporas_share", given)
    assert (found.value, found.reason, found.applicable) == (None, reason, True)


def test_a_complete_table_without_rows_is_a_true_zero() -> None:
    assert measure("diasporas_share", snapshot(population=1000, complete="diaspora")).value == 0.0
    assert measure("diasporas_diversity", snapshot(complete="diaspora")).value == 0.0


def test_a_table_that_does_not_apply_takes_its_measures_out() -> None:
    found = measure("students_share", snapshot(standings={"student_group": TableState.NOT_APPLICABLE}))
    assert not found.applicable
    assert found.reason == "table_not_applicable"


def test_diversity_counts_equal_groups_fully_and_unequal_ones_less() -> None:
    closed = {"complete": "diaspora"}
    even = measure("diasporas_diversity", snapshot(people("DZ", 50), people("PT", 50), **closed)).value
    assert even == pytest.approx(2.0)
    uneven = measure("diasporas_diversity", snapshot(people("DZ", 90), people("PT", 10), **closed)).value
    assert uneven == pytest.approx(math.exp(-(0.9 * math.log(0.9) + 0.1 * math.log(0.1))))


def test_a_community_is_rooted_from_a_hundred_people_or_half_a_per_cent() -> None:
    rows = (people("DZ", 150), people("PT", 60), people("ML", 9))
    assert measure("diasporas_rooted", snapshot(*rows, population=100_000)).value == 1.0
    assert measure("diasporas_rooted", snapshot(*rows, population=10_000)).value == 2.0
    assert measure("diasporas_rooted", snapshot(*rows, population=300)).value == 2.0, "nine people: under the floor"


def test_the_largest_communities_are_looked_up_among_the_associations() -> None:
    found = measure("diasporas_contact", snapshot(people("DZ", 150), people("PT", 60), association("DZ", "ML")))
    assert (found.value, found.numerator, found.denominator) == (50.0, 1.0, 2.0)
    assert measure("diasporas_contact", snapshot(people("DZ", 150))).reason == "table_empty"
    unplaced = snapshot(people("DZ", 150), association(), association(), association("DZ"))
    assert measure("diasporas_contact", unplaced).reason == "association_countries_missing"


def test_students_of_rennes_are_counted_over_both_universities() -> None:
    """2,972 of 31,759 and 2,386 of 20,936 (MESR, 2022-23, main enrolments)."""
    found = measure(
        "students_share",
        snapshot(
            students("Université de Rennes", 2972, institution_total=31759),
            students("Université Rennes 2", 2386, institution_total=20936),
        ),
    )
    assert found.value == pytest.approx(100 * 5358 / 52695)


def test_all_countries_and_each_country_are_not_added_up() -> None:
    rows = (
        students("École", 100, institution_total=1000),
        students("école ", 60, "MA"),
        students("École", 40, "SN", level=StudyLevel.ALL),
        students("École", 30, "SN", level=StudyLevel.MASTER),
    )
    assert measure("students_share", snapshot(*rows)).value == 10.0
    assert measure("students_density", snapshot(*rows, population=50_000)).value == 2.0
    by_country = measure("students_diversity", snapshot(*rows)).value
    assert by_country == pytest.approx(math.exp(-(0.6 * math.log(0.6) + 0.4 * math.log(0.4))))


@pytest.mark.parametrize(
    ("rows", "name", "reason"),
    [
        ((students("École", 120, institution_total=100),), "students_share", "more_than_students"),
        ((students("École", 120),), "students_share", "institution_totals_missing"),
        ((students("École", 0, institution_total=0),), "students_share", "no_student"),
        ((students("École", 100),), "students_diversity", "no_countries"),
        ((students("École", 100), students("École", 20, "MA")), "students_diversity", "countries_cover_too_little"),
    ],
)
def test_students_that_cannot_be_counted_say_why(rows: tuple[object, ...], name: str, reason: str) -> None:
    found = measure(name, snapshot(*rows))  # type: ignore[arg-type]  # rows of one kind
    assert (found.value, found.reason) == (None, reason)


def test_associations_by_inhabitants_countries_and_work_together() -> None:
    given = snapshot(
        association("DZ", works_with=True),
        association("DZ", "ML", "FR", works_with=False),
        association("PT", works_with=None),
        population=10_000,
    )
    assert measure("associations_density", given).value == 3.0
    assert measure("associations_countries", given).value == 3.0
    assert measure("associations_cooperation", given).value == 50.0
    shy = snapshot(association("DZ", works_with=True), association("ML"), association("PT"))
    assert measure("associations_cooperation", shy).reason == "too_few_known"
    none = measure("associations_cooperation", snapshot(complete="association"))
    assert (none.applicable, none.reason) == (False, "no_association")


def test_economic_ties_by_kind_event_and_partner_country() -> None:
    given = snapshot(
        tie(EconomicTieKind.EXPORTER, "DE"),
        tie(EconomicTieKind.EXPORTER, "PL"),
        tie(EconomicTieKind.FAIR),
        tie(EconomicTieKind.OTHER, "ML"),
        link("DE"),
        link("PL"),
        link("MG"),
        link("FR"),
        population=20_000,
    )
    assert measure("economy_kinds", given).value == 2.0
    assert measure("economy_events", given).value == 1.0
    assert measure("economy_density", given).value == 2.0
    assert measure("economy_partner_countries", given).value == pytest.approx(100 * 2 / 3)
    alone = snapshot(tie(EconomicTieKind.FAIR), complete="partnership")
    assert measure("economy_partner_countries", alone).reason == "no_partnership"
