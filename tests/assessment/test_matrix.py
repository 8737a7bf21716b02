"""The country matrix and its five readings: each with its figures, none without knowing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from diagnostic.assessment.matrix import country_matrix
from diagnostic.assessment.results import CountryRow
from diagnostic.dossier.records import BudgetLine
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import EconomicTieKind, PartnershipState, TableState
from diagnostic.framework.load import load_edition
from tests.builders import association, expense, link, people, snapshot, students, tie

EDITION = load_edition()
WORLD = "diaspora student_group association"
BLURRED = BudgetLine(label="Ligne", year=2023, amount=500.0, country="MG")


def row(country: str, *rows: Row, complete: str = f"{WORLD} partnership", **fields: Any) -> CountryRow:
    return of(snapshot(*rows, complete=complete, population=50_000, **fields), country)


def of(given: Snapshot, country: str) -> CountryRow:
    found = {one.country: one for one in country_matrix(given, EDITION)}
    return found[country]


def readings(found: CountryRow) -> dict[str, dict[str, float]]:
    return {reading.id: dict(reading.figures) for reading in found.readings}


def test_every_country_present_anywhere_has_a_row_and_france_has_none() -> None:
    given = snapshot(
        people("DZ", 300),
        students("École", 12, "MA"),
        association("ML", "FR", "RE"),
        tie(EconomicTieKind.EXPORTER, "DE"),
        link("AR"),
        link("FR"),
        link(""),
        expense(500, country="SN"),
        expense(900, partnership=1),
    )
    found = country_matrix(given, EDITION)
    assert {one.country for one in found} == {"DZ", "MA", "ML", "DE", "AR", "SN"}
    argentina = of(given, "AR")
    assert (argentina.money, argentina.partnerships, argentina.people) == (900.0, 1, None)
    assert found[0].country == "AR", "two ties come before one"


def test_nobody_looked_is_none_and_nobody_there_is_zero() -> None:
    open_table = of(snapshot(people("DZ", 300), link("DE")), "DE")
    assert (open_table.people, open_table.students) == (None, None)
    closed = of(snapshot(people("DZ", 300), link("DE"), complete="diaspora student_group"), "DE")
    assert (closed.people, closed.students) == (0, 0)
    unknown = of(snapshot(people("DE", None), link("DE"), complete="diaspora"), "DE")
    assert unknown.people is None
    unsplit = of(snapshot(students("École", 90), link("DE"), complete="student_group"), "DE")
    assert unsplit.students is None, "a row for all countries says nothing of one"


def test_a_country_with_only_a_community_typed_claims_nothing_else() -> None:
    found = of(snapshot(people("MA", 4200)), "MA")
    assert (found.people, found.students, found.associations, found.ties) == (4200, None, None, None)
    assert (found.partnerships, found.alive, found.silent, found.money) == (None, None, None, None)
    others = (association("SN"), tie(EconomicTieKind.EXPORTER, "SN"), link("SN"), expense(9_000, country="SN"))
    assert of(snapshot(people("MA", 4200), *others), "MA") == replace(
        found, readings=of(snapshot(people("MA", 4200), *others), "MA").readings
    ), "open lists with rows for another country say nothing of this one"
    senegal = of(snapshot(people("MA", 4200), *others), "SN")
    assert (senegal.associations, senegal.ties, senegal.partnerships, senegal.money) == (1, 1, 1, 9000.0)


def test_lists_said_to_be_complete_tell_a_zero() -> None:
    tables = "diaspora student_group association economic_tie partnership budget_line"
    found = of(snapshot(people("MA", 4200), complete=tables), "MA")
    assert (found.associations, found.ties, found.partnerships, found.money) == (0, 0, 0, 0.0)
    assert (found.alive, found.silent) == (0, 0)
    placeless = of(snapshot(people("MA", 4200), association(), link(""), complete=tables), "MA")
    assert (placeless.associations, placeless.partnerships) == (None, None), "it may be with this country"
    standings = dict.fromkeys(("association", "partnership"), TableState.NOT_APPLICABLE)
    absent = of(snapshot(people("MA", 4200), standings=standings), "MA")
    assert (absent.associations, absent.partnerships) == (0, 0)


@pytest.mark.parametrize("line", [expense(None, country="MG"), expense(500, None, country="MG"), BLURRED])
def test_money_that_a_line_does_not_say_is_unknown(line: Row) -> None:
    found = row("MG", line, expense(5_000, country="MG"), complete="budget_line")
    assert found.money is None
    assert row("MG", expense(5_000, country="MG"), expense(400, country="MG")).money == 5400.0


def test_an_open_list_of_partnerships_is_enough_for_what_is_on_record_and_for_no_zero() -> None:
    found = row("DZ", people("DZ", 300), link("DE"), complete="diaspora")
    assert "dormant_potential" in readings(found)
    assert found.partnerships is None
    for lang in ("fr", "en"):
        for reading in EDITION.readings:
            if reading.id in ("dormant_potential", "money_without_anchorage"):
                assert {"fr": "enregistré", "en": "on record"}[lang] in reading.meaning[lang]


def test_dormant_potential_names_the_roots_that_caused_it() -> None:
    found = row("DZ", people("DZ", 300), association("DZ"), association("DZ"))
    assert readings(found) == {"dormant_potential": {"people": 300.0, "associations": 2.0}}
    assert "dormant_potential" not in readings(row("DZ", people("DZ", 300), link("DZ")))
    assert not readings(row("DZ", people("DZ", 99))), "under the threshold"
    ended = row("DZ", people("DZ", 300), link("DZ", PartnershipState.ENDED))
    assert "dormant_potential" in readings(ended)
    silent = row("DZ", people("DZ", 300), complete="diaspora")
    assert not readings(silent), "nobody said that there is no partnership"


def test_a_partnership_without_roots_needs_the_absence_to_be_known() -> None:
    rows = (link("DE", last_activity="2024"), people("DE", 4))
    assert readings(row("DE", *rows)) == {
        "partnership_without_roots": {"partnerships": 1.0, "people": 4.0, "students": 0.0, "associations": 0.0}
    }
    assert not readings(row("DE", *rows, complete="diaspora partnership"))
    assert not readings(row("DE", *rows, association("DE")))
    assert not readings(row("DE", *rows, students("École", 12, "DE")))


@pytest.mark.parametrize(("last", "silent"), [("2021", 1), ("2023-01", 0), ("", None)])
def test_a_twinning_sleeps_when_it_is_known_to_be_silent(last: str, silent: int | None) -> None:
    found = row("DE", link("DE", last_activity=last), complete="")
    assert ("sleeping_twinning" in readings(found)) is (silent == 1)
    assert found.silent == silent


def test_a_country_with_a_partnership_that_may_be_alive_is_not_asleep() -> None:
    found = row("DE", link("DE", last_activity="2018"), link("DE"))
    assert (found.partnerships, found.alive, found.silent) == (2, None, 1)
    assert "sleeping_twinning" not in readings(found), "nobody knows whether the other one lives"


def test_one_living_partnership_keeps_the_country_awake() -> None:
    found = row("DE", link("DE", PartnershipState.DORMANT), link("DE", last_activity="2024"))
    assert (found.alive, found.silent) == (1, 1)
    assert "sleeping_twinning" not in readings(found)


def test_money_without_anchorage_has_neither_partnership_nor_roots() -> None:
    line = expense(5_000, country="MG")
    assert readings(row("MG", line))["money_without_anchorage"]["money"] == 5000.0
    assert "money_without_anchorage" not in readings(row("MG", line, link("MG")))
    assert not readings(row("MG", expense(10, country="MG")))


def test_a_complete_link_holds_at_both_ends() -> None:
    found = row("DZ", people("DZ", 300), association("DZ"), link("DZ", last_activity="2024"))
    assert readings(found) == {"complete_link": {"people": 300.0, "associations": 1.0, "alive": 1.0}}


def test_in_a_village_half_a_per_cent_is_a_community_from_ten_people() -> None:
    given = snapshot(people("PT", 12), people("BE", 4), complete=f"{WORLD} partnership", population=900)
    assert "dormant_potential" in readings(of(given, "PT"))
    assert not readings(of(given, "BE"))


def test_a_table_that_does_not_apply_counts_as_none() -> None:
    standings = {"student_group": TableState.NOT_APPLICABLE}
    found = of(snapshot(link("DE"), standings=standings), "DE")
    assert found.students == 0
