"""What the world brings: each measure on cases computed by hand."""

from __future__ import annotations

import math

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from diagnostic.assessment.measures import REGISTRY
from diagnostic.assessment.measures.case import Case
from diagnostic.assessment.measures.diversity import effective_number
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
    ("rows", "inhabitants"),
    [
        ([("", 500, "BIRTHPLACE")], 500),
        ([("", 500, "BIRTHPLACE"), ("MA", 300, "BIRTHPLACE")], 800),
        ([("", 500, "BIRTHPLACE"), ("MA", 300, "ESTIMATE"), ("", 100, "ESTIMATE")], 500),
        ([("", 400, "NATIONALITY"), ("MA", 300, "BIRTHPLACE"), ("", 100, "BIRTHPLACE")], 400),
        ([("", 400, "NATIONALITY"), ("MA", 300, "BIRTHPLACE")], 300),
        ([("", 100, None), ("MA", 300, "BIRTHPLACE")], 400),
    ],
)
def test_a_census_total_is_never_added_to_the_same_people_by_country(
    rows: list[tuple[str, int, str | None]], inhabitants: int
) -> None:
    given = [people(code, count, definition=DiasporaDefinition[name] if name else None) for code, count, name in rows]
    share = measure("diasporas_share", snapshot(*given, complete="diaspora", population=10_000))
    assert share.value == pytest.approx(inhabitants / 100)


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


def test_a_density_counts_a_small_population_as_two_thousand() -> None:
    least = THRESHOLDS["density_least_population"]
    for count, value in ((1, 5.0), (2, 10.0)):
        given = snapshot(*(association("PT") for _ in range(count)), population=180, complete="association")
        found = measure("associations_density", given)
        assert (found.value, found.numerator, found.denominator) == (value, count, least)
    alike = snapshot(association("PT"), population=2_000, complete="association")
    assert measure("associations_density", alike).value == 5.0
    larger = snapshot(association("PT"), population=4_000, complete="association")
    assert measure("associations_density", larger).value == 2.5
    ties = snapshot(tie(EconomicTieKind.FAIR), population=180, complete="economic_tie")
    assert measure("economy_density", ties).value == 5.0
    assert measure("students_density", snapshot(students("École", 4), population=180)).value == 2.0
    assert measure("associations_density", snapshot(association("PT"), population=0)).reason == "zero_population"
    people_share = measure("diasporas_share", snapshot(people("PT", 9), population=180, complete="diaspora"))
    assert people_share.value == 5.0, "a share of the inhabitants is of the inhabitants there are"


def test_a_framework_without_a_floor_for_densities_divides_by_all_populations() -> None:
    bare = {name: value for name, value in THRESHOLDS.items() if name != "density_least_population"}
    found = REGISTRY["associations_density"](Case(snapshot(association("PT"), population=500), bare))
    assert found.value == 20.0


@pytest.mark.parametrize(
    ("kind", "presence", "described", "reason"),
    [
        ("diaspora", "diasporas_share", ("diasporas_diversity", "diasporas_rooted", "diasporas_contact"), "community"),
        ("student_group", "students_share", ("students_diversity",), "foreign_student"),
        ("association", "associations_density", ("associations_countries", "associations_cooperation"), "association"),
        ("economic_tie", "economy_kinds", ("economy_events", "economy_partner_countries"), "tie"),
        (
            "partnership",
            "partnerships_active",
            ("partnerships_alive", "partnerships_variety", "partnerships_agreement", "partnerships_joint"),
            "partnership",
        ),
        ("budget_line", "means_share", ("means_leverage",), "spending"),
    ],
)
def test_a_lack_is_counted_once_and_what_there_is_none_of_is_not_described(
    kind: str, presence: str, described: tuple[str, ...], reason: str
) -> None:
    others = " ".join({"association", "partnership"} - {kind})
    given = snapshot(*(() if kind == "partnership" else (link("DE"),)), complete=f"{kind} {others}", population=9_000)
    assert measure(presence, given).value == 0.0
    for name in described:
        found = measure(name, given)
        assert (found.applicable, found.reason) == (False, f"no_{reason}"), name


def test_rows_of_nobody_are_nobody_once_the_list_is_complete() -> None:
    nobody = (people("PT", 0), people("DZ", 0))
    assert measure("diasporas_rooted", snapshot(*nobody, complete="diaspora")).reason == "no_community"
    assert measure("diasporas_rooted", snapshot(*nobody)).reason == "list_unfinished"
    empty = students("École", 0, institution_total=400)
    assert measure("students_share", snapshot(empty, complete="student_group")).value == 0.0
    assert measure("students_diversity", snapshot(empty, complete="student_group")).reason == "no_foreign_student"
    assert measure("students_diversity", snapshot(empty)).reason == "list_unfinished"
    home = snapshot(association("YT"), complete="association", population=9_000)
    assert measure("associations_cooperation", home).reason == "no_association"
    assert measure("associations_countries", home).reason == "no_association"


@pytest.mark.parametrize("name", ["diasporas_diversity", "diasporas_contact"])
def test_where_the_only_people_there_are_stay_uncounted_nothing_is_said_of_them(name: str) -> None:
    rows = [people(country, 0) for country in ("PT", "DZ", "SN", "TR")]
    given = snapshot(*rows, people("MA", None), association("MA"), complete="diaspora association")
    found = measure(name, given)
    assert (found.applicable, found.value, found.reason) == (True, None, "too_few_known")


@any_of(st.integers(1, 200), st.integers(1, 10**6))
def test_equal_groups_count_for_exactly_as_many(groups: int, size: int) -> None:
    assert effective_number([float(size)] * groups) == pytest.approx(groups, rel=1e-15, abs=0)


def test_thirty_equal_groups_reach_the_best_goalpost() -> None:
    """A sum of thirty logarithms falls a hair short of the logarithm of thirty: 29.999999999999986."""
    for size in (1, 7, 25, 220, 30_001):
        assert effective_number([float(size)] * 30) == 30.0


@any_of(st.lists(st.integers(0, 10**6), min_size=1, max_size=190))
def test_the_effective_number_is_the_exponential_of_the_entropy(sizes: list[int]) -> None:
    whole = sum(sizes)
    entropy = -sum(size / whole * math.log(size / whole) for size in sizes if size)
    expected = math.exp(entropy) if whole else 0.0
    assert effective_number([float(size) for size in sizes]) == pytest.approx(expected, rel=1e-9)


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
    two = (people("DZ", 150), people("PT", 60), association("DZ", "ML"))
    found = measure("diasporas_contact", snapshot(*two, complete="diaspora"))
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
            complete="student_group",
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
    assert measure("students_share", snapshot(*rows, complete="student_group")).value == 10.0
    assert measure("students_density", snapshot(*rows, population=50_000)).value == 2.0
    by_country = measure("students_diversity", snapshot(*rows, complete="student_group")).value
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
        complete="association",
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
        complete="partnership",
        population=20_000,
    )
    assert measure("economy_kinds", given).value == 2.0
    assert measure("economy_events", given).value == 1.0
    assert measure("economy_density", given).value == 2.0
    assert measure("economy_partner_countries", given).value == pytest.approx(100 * 2 / 3)
    alone = snapshot(tie(EconomicTieKind.FAIR), complete="partnership")
    assert measure("economy_partner_countries", alone).reason == "no_partnership"
