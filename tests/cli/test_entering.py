"""The commands that write, with good input, bad input and none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import RECORDS
from diagnostic.dossier.snapshot import Snapshot
from tests.cli.conftest import Run


def read(path: Path) -> Snapshot:
    """Return the latest campaign of a closed dossier."""
    dossier = open_dossier(path, read_only=True)
    snapshot = dossier.snapshot()
    dossier.close()
    return snapshot


def test_a_dossier_begins_with_the_facts_of_the_reference(run: Run, rennes: Path) -> None:
    town = read(rennes).territory
    assert (town.name, town.epci_name, town.region_name) == ("Rennes", "Rennes Métropole", "Bretagne")
    assert town.population is not None
    assert town.population > 200_000
    assert town.source


@pytest.mark.parametrize("wanted", ["st-denis 93", "Saint-Denis"])
def test_an_ambiguous_name_lists_the_candidates(run: Run, tmp_path: Path, wanted: str) -> None:
    ran = run("new", tmp_path / "x.rose", "--territory", wanted)
    assert ran.code == 1
    assert not (tmp_path / "x.rose").exists()


def test_a_name_that_matches_nothing_is_said_so(run: Run, tmp_path: Path) -> None:
    ran = run("new", tmp_path / "x.rose", "--territory", "Zzyzxville")
    assert ran.code == 1
    assert "Zzyzxville" in ran.err
    assert not (tmp_path / "x.rose").exists()


def test_a_territory_of_ones_own(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "x.rose", "--own", "Pays de l’Alizé & <Cie>").code == 0
    assert read(tmp_path / "x.rose").territory.name == "Pays de l’Alizé & <Cie>"


def test_rows_of_every_kind_are_added(run: Run, rennes: Path) -> None:
    rows = {
        "diaspora": ["country=Maroc", "people=4 120", "definition=birthplace", "confidence=official"],
        "student_group": ["institution=Université de Rennes", "people=2972", "institution_total=31759"],
        "partnership": ["name=Santa Fe", "country=Argentine", "fields=planning", "since=2009"],
        "network_membership": ["name=Eurocities", "fee=5000"],
        "association": ["name=Amitié", "countries=Mali; Sénégal", "works_with=oui"],
        "economic_tie": ["name=Salon", "type=fair"],
        "budget_line": ["label=Santa Fe", "amount=12 k€", "direction=expense", "partnership=1", "year=2026"],
        "action": ["title=Publier un bilan", "owner=Relations internationales"],
        "territory": ["operating_budget=300 M€", "competences=culture, planning"],
    }
    for kind, pairs in rows.items():
        assert run("add", rennes, kind, *pairs).code == 0, kind
    snapshot = read(rennes)
    assert all(len(snapshot.rows(kind)) == 1 for kind in rows)
    assert snapshot.partnerships[0].country == "AR"
    assert snapshot.associations[0].countries == ("ML", "SN")
    assert snapshot.budget_lines[0].amount == 12_000
    assert snapshot.territory.operating_budget == 300e6
    assert snapshot.territory.name == "Rennes"


@pytest.mark.parametrize(
    "pairs",
    [["country=Freedonia"], ["people=-3", "country=MA"], ["people=beaucoup"], ["definition=rumeur"], ["people=1e400"]],
)
def test_bad_data_is_refused_whole_with_its_key(run: Run, rennes: Path, pairs: list[str]) -> None:
    ran = run("add", rennes, "diaspora", *pairs)
    assert ran.code == 1
    assert ran.out == ""
    assert read(rennes).diasporas == ()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["nothing"],
        ["add"],
        ["add", "FILE"],
        ["add", "FILE", "diaspora"],
        ["add", "FILE", "rumour", "country=MA"],
        ["add", "FILE", "diaspora", "country"],
        ["add", "FILE", "diaspora", "colour=red"],
        ["new", "other.rose"],
        ["new", "other.rose", "--territory", "35238", "--year", "abc"],
        ["stand", "FILE", "diaspora", "perhaps"],
        ["remove", "FILE", "territory", "1"],
        ["show", "FILE", "--wrong"],
        ["brief", "FILE"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_bad_usage_exits_with_2_and_says_where_help_is(run: Run, rennes: Path, words: list[str], lang: str) -> None:
    before = rennes.read_bytes()
    ran = run(*(str(rennes) if word == "FILE" else word for word in words), *(["--lang", lang] if words else []))
    assert ran.code == 2
    assert "--help" in ran.err
    assert rennes.read_bytes() == before


def test_a_row_is_changed_and_removed_by_its_number(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10")
    assert run("edit", rennes, "diaspora", 1, "people=12").code == 0
    assert read(rennes).diasporas[0].people == 12
    assert run("edit", rennes, "diaspora", 9, "people=12").code == 1
    assert run("remove", rennes, "diaspora", 1).code == 0
    assert read(rennes).diasporas == ()


def test_a_budget_line_cannot_name_a_partnership_that_is_not_there(run: Run, rennes: Path) -> None:
    ran = run("add", rennes, "budget_line", "label=x", "partnership=7")
    assert ran.code == 1
    assert read(rennes).budget_lines == ()


def test_what_is_doubtful_is_stored_and_said(run: Run, rennes: Path, texts) -> None:
    ran = run("add", rennes, "student_group", "institution=U", "people=10", "institution_total=4")
    assert ran.code == 0
    assert texts("remark.more_than_total") in ran.out


def test_a_table_is_said_to_be_complete(run: Run, rennes: Path) -> None:
    assert run("stand", rennes, "diaspora", "complete").code == 0
    assert read(rennes).standing("diaspora") == "complete"


def test_next_years_campaign_begins_with_this_years_rows(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10")
    assert run("campaign", rennes, "--year", "2027").code == 0
    assert run("edit", rennes, "diaspora", 2, "people=12").code == 0
    assert "10" in run("show", rennes, "--campaign", "2026").out
    assert run("campaign", rennes, "--year", "2027").code == 1
    assert run("show", rennes, "--campaign", "1999").code == 1


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_help_lists_every_kind_key_and_question(run: Run, lang: str, framework) -> None:
    kinds = run("add", "--help", "--lang", lang).out
    for kind in ("diaspora", "partnership", "territory", "action"):
        assert all(name in kinds for name in (kind, *RECORDS[kind].__slots__))
    questions = run("answer", "--help", "--lang", lang).out
    assert all(question.id in questions for question in framework.questions())


@pytest.mark.parametrize(
    "command",
    ["new", "add", "edit", "remove", "answer", "stand", "campaign", "show", "score", "check", "brief", "demo"],
)
def test_each_command_has_its_help(run: Run, command: str) -> None:
    assert command in run(command, "--help").out


def test_an_answer_of_each_kind_is_taken_and_a_wrong_one_lists_the_right_ones(
    run: Run, rennes: Path, framework
) -> None:
    for question in framework.questions():
        value = {"status": "planned", "number": "2"}.get(question.input.value) or question.options[0].id
        assert run("answer", rennes, question.id, value, "--source", "PV").code == 0
        wrong = run("answer", rennes, question.id, "perhaps")
        assert wrong.code == 1
        assert run("answer", rennes, question.id, "not_applicable").code == 0
    assert len(read(rennes).answers) == len(framework.questions())
    assert run("answer", rennes, "nothing.here", "done").code == 1
    computed = next(indicator for indicator in framework.indicators if indicator.input.value == "measure")
    assert run("answer", rennes, computed.id, "done").code == 1


def test_a_good_value_clears_what_could_not_be_read_before(run: Run, rennes: Path) -> None:
    dossier = open_dossier(rennes)
    dossier.apply(operations.edit(dossier.snapshot().territory, unread={"population": "environ 300"}))
    dossier.close()
    run("add", rennes, "territory", "population=300")
    assert dict(read(rennes).territory.unread) == {}


def test_an_empty_number_is_no_answer(run: Run, rennes: Path, framework) -> None:
    number = next(question for question in framework.questions() if question.input.value == "number")
    run("answer", rennes, number.id, "2")
    assert run("answer", rennes, number.id, "").code == 0
    assert read(rennes).answers[number.id].state == "unanswered"


def test_a_territory_without_a_name_is_refused(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "x.rose", "--own", " ").code == 1
    assert not (tmp_path / "x.rose").exists()


def test_a_very_long_name_is_answered_at_once(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "x.rose", "--territory", "z" * 20_000).code == 1


def test_half_characters_are_stored_as_something_that_can_be_kept(run: Run, rennes: Path) -> None:
    assert run("add", rennes, "association", "name=caf\udce9").code == 0
    assert read(rennes).associations[0].name == "caf\N{REPLACEMENT CHARACTER}"


def test_a_windows_pipe_gets_utf8(rennes: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252", "ROSEDESVENTS_LANG": "fr"}
    command = [sys.executable, "-m", "diagnostic.cli", "show", str(rennes)]
    shown = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert "230\u202f890" in shown.stdout.decode("utf-8")


def test_setting_a_filled_table_aside_is_stored_and_said(run: Run, rennes: Path, texts) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10")
    said = texts("remark.set_aside_with_rows", count=1)
    assert said in run("stand", rennes, "diaspora", "not_applicable").out
    assert said in run("check", rennes).out


def test_a_number_that_cannot_be_is_refused_with_its_bounds(run: Run, rennes: Path) -> None:
    ran = run("answer", rennes, "economy_overnight", "140")
    assert ran.code == 1
    assert "100" in ran.err
    assert dict(read(rennes).answers) == {}


def test_a_campaign_before_the_last_is_refused(run: Run, rennes: Path) -> None:
    assert run("campaign", rennes, "--year", "2020").code == 1
    assert "1998" in run("campaign", rennes, "--year", "1998").err


def test_what_is_removed_is_called_by_its_name(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=10")
    assert "Maroc" in run("remove", rennes, "diaspora", 1).out


@pytest.mark.parametrize(("indicator", "value"), [("diasporas_languages", "0"), ("diasporas_languages", "2,5")])
def test_languages_are_counted_whole_and_french_is_one(run: Run, rennes: Path, indicator: str, value: str) -> None:
    ran = run("answer", rennes, indicator, value)
    assert ran.code == 1
    assert value in ran.err
    assert dict(read(rennes).answers) == {}


def test_a_share_of_no_digits_and_a_part_time_may_have_decimals(run: Run, rennes: Path) -> None:
    assert run("answer", rennes, "governance_transversality", "33,3").code == 0
    assert run("answer", rennes, "means_staff", "0,5").code == 0


def test_a_funder_that_can_fund_nothing_is_remarked(run: Run, rennes: Path, texts) -> None:
    out = run("add", rennes, "ally", "name=X", "minimum=9000", "maximum=1000", "years=0").out
    checked = run("check", rennes).out
    for key in ("minimum_above_maximum", "zero_years"):
        assert texts(f"remark.{key}") in out
        assert texts(f"remark.{key}") in checked
    fine = run("add", rennes, "ally", "name=Y", "minimum=1000", "maximum=9000", "years=1").out
    assert "vérifier" not in fine


def test_a_region_that_is_none_is_refused(run: Run, rennes: Path) -> None:
    ran = run("add", rennes, "ally", "name=X", "region=99")
    assert ran.code == 1
    assert "99" in ran.err
    for region in ("53", "Bretagne", "île-de-france", ""):
        assert run("add", rennes, "ally", "name=X", f"region={region}").code == 0
    assert run("edit", rennes, "ally", 1, "region=nulle part").code == 1


def test_an_action_names_a_recommendation_of_the_framework_or_none(run: Run, rennes: Path) -> None:
    ran = run("add", rennes, "action", "title=Agir", "recommendation=nope")
    assert ran.code == 1
    assert "nope" in ran.err
    assert read(rennes).actions == ()
    for title in ("Un", "Deux"):
        assert run("add", rennes, "action", f"title={title}", "recommendation=citizens").code == 0
    assert run("add", rennes, "action", "title=Autre").code == 0
    assert run("edit", rennes, "action", 1, "recommendation=nope").code == 1
