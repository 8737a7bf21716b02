"""The readings of the matrix in a fictional city of two million and in a village: each names few countries, rightly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment, CountryRow
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework
from diagnostic.territory.countries import load_countries
from tests.builders import association, expense, link, people, snapshot, students

EDITION = load_edition()
LISTS = "diaspora student_group association economic_tie partnership budget_line"
PEOPLE = 2_100_000


@pytest.fixture(scope="module")
def codes() -> tuple[str, ...]:
    return tuple(sorted(one.code for one in load_countries().abroad()))[:190]


@pytest.fixture(scope="module")
def city(codes: tuple[str, ...]) -> Snapshot:
    """The n-th community has 40,000 / n people, at least 100; students and associations are unequal too.

    75 countries have no association; thirty have a partnership, six of them silent.
    """
    return snapshot(
        *(people(code, max(100, 40_000 // rank)) for rank, code in enumerate(codes, start=1)),
        *_students(codes),
        *_associations(codes),
        *(link(code, last_activity="2024" if place % 5 else "2020") for place, code in enumerate(codes[::6][:30])),
        expense(30_000, country=codes[3]),
        complete=LISTS,
        population=PEOPLE,
    )


def _students(codes: tuple[str, ...]) -> tuple[Row, ...]:
    order = (*codes[20:60], *codes[:20], *codes[60:])
    return tuple(students("Université", 6_000 // rank, code) for rank, code in enumerate(order, start=1))


def _associations(codes: tuple[str, ...]) -> tuple[Row, ...]:
    """5,000 associations: the n-th country of another order gets a share that falls as 1 / n."""
    order = (*codes[5:120], *codes[:5])
    weights = [1 / rank for rank in range(1, len(order) + 1)]
    counts = [round(5_000 * weight / sum(weights)) for weight in weights]
    counts[0] += 5_000 - sum(counts)
    return tuple(association(code) for code, count in zip(order, counts, strict=True) for _ in range(count))


def carried(found: Assessment) -> Counter[str]:
    return Counter(reading.id for row in found.matrix for reading in row.readings)


def test_in_a_city_of_190_countries_a_reading_still_names_few(city: Snapshot) -> None:
    found = assess(city, EDITION)
    assert len(city.associations) == 5_000
    assert len(found.matrix) == 190
    assert found.indicator("diasporas_rooted").measure.value == 190, "the measure keeps its own threshold"
    assert carried(found) == {"dormant_potential": 22, "complete_link": 16, "sleeping_twinning": 6}
    assert {row.country for row in found.carrying("dormant_potential")} == strong_and_alone(city)


def test_without_shares_of_the_whole_every_country_would_be_named(city: Snapshot) -> None:
    assert carried(assess(city, without_shares()))["dormant_potential"] == 160


def test_the_strongest_come_first(city: Snapshot) -> None:
    named = assess(city, EDITION).carrying("dormant_potential")
    strengths = [row.strength("dormant_potential") for row in named]
    assert strengths == sorted(strengths, key=lambda strength: -(strength or 0))
    assert [round(strength or 0.0, 1) for strength in (*strengths[:3], strengths[-1])] == [12.5, 9.5, 8.6, 1.1]
    assert [len(roots(row)) for row in (named[0], named[-1])] == [2, 1]


def test_the_strength_is_how_many_times_the_thresholds_are_reached(city: Snapshot, codes: tuple[str, ...]) -> None:
    second = next(row for row in assess(city, EDITION).matrix if row.country == codes[1])
    whole = sum(group.people or 0 for group in city.student_groups)
    students_, associations = second.students or 0, second.associations or 0
    assert associations < 100, "under 2 % of 5,000: no root of this country"
    expected = 20_000 / (PEOPLE / 1000) + (students_ / (whole / 50) if students_ >= whole / 50 else 0)
    assert second.strength("dormant_potential") == pytest.approx(expected)
    assert second.strength("complete_link") is None


def test_a_village_with_two_countries_is_read_by_its_own_size() -> None:
    village = snapshot(
        people("PT", 14), people("GB", 6), association("GB"), association("GB"), complete=LISTS, population=640
    )
    found = assess(village, EDITION)
    assert {row.country: roots(row) for row in found.matrix} == {"PT": {"people": 14.0}, "GB": {"associations": 2.0}}
    assert [row.country for row in found.carrying("dormant_potential")] == ["PT", "GB"], "1.4 times, then once"


@pytest.mark.parametrize(
    ("population", "least"), [(640, 10), (8_000, 40), (60_000, 100), (100_000, 100), (400_000, 400)]
)
def test_a_strong_community_grows_with_the_population(population: int, least: int) -> None:
    for count, strong in ((least, True), (least - 1, False)):
        given = snapshot(people("PT", count), complete=LISTS, population=population)
        assert bool(assess(given, EDITION).carrying("dormant_potential")) is strong, count


def test_a_link_stays_complete_in_a_large_city_though_its_community_is_small_there() -> None:
    rows = (people("PT", 150), association("PT"), link("PT", last_activity="2024"))
    given = snapshot(*rows, complete=LISTS, population=PEOPLE)
    assert [row.country for row in assess(given, EDITION).carrying("complete_link")] == ["PT"]


def strong_and_alone(city: Snapshot) -> set[str]:
    """Return the countries without partnership that have 0.1 % of the people, or 2 % of the rest."""
    counts = Counter(code for one in city.associations for code in one.countries)
    whole = sum(group.people or 0 for group in city.student_groups)
    strong = {one.country for one in city.diasporas if (one.people or 0) >= PEOPLE / 1000}
    strong |= {one.country for one in city.student_groups if (one.people or 0) >= whole / 50}
    strong |= {code for code, count in counts.items() if count >= 100}
    return strong - {one.country for one in city.partnerships}


def roots(row: CountryRow) -> dict[str, float]:
    return next((dict(one.figures) for one in row.readings if one.id == "dormant_potential"), {})


def without_shares() -> Framework:
    """Return the edition with the thresholds of its readings that do not grow."""

    def fixed(limits: Mapping[str, float]) -> dict[str, float]:
        return {name: limit for name, limit in limits.items() if not name.endswith("_share")}

    return replace(EDITION, readings=tuple(replace(one, thresholds=fixed(one.thresholds)) for one in EDITION.readings))
