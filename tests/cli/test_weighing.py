"""Weights and frameworks without a screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diagnostic.cli import main
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.founding import new_campaign
from diagnostic.dossier.opening import create_dossier, open_dossier
from diagnostic.dossier.operations import add
from diagnostic.dossier.records import Territory
from diagnostic.framework.model import Framework
from tests.cli.conftest import Run
from tests.own_framework import CODE, GONE, NEW, write_own

DAY = "2026-11-21"


def items(run: Run, path: Path) -> dict[str, dict[str, object]]:
    found = json.loads(run("weights", path, "--json").out)
    assert found["format"] == "rosedesvents.weights/1"
    return {each["item"]: each for each in found["items"]}


def test_every_indicator_and_domain_has_its_weight_and_its_share(run: Run, rennes: Path, framework: Framework) -> None:
    found = items(run, rennes)
    domains = [node.id for node in framework.nodes if node.parent]
    assert set(found) == {*domains, *(each.id for each in framework.indicators)}
    for axis in framework.axes():
        shares = [found[node.id]["share"] for node in framework.children(axis.id)]
        assert sum(float(str(share)) for share in shares if share is not None) == pytest.approx(1.0)
    words = run("weights", rennes).out
    assert "citizens\u00a0: 1 (Citoyens" in words
    assert "25,0\u202f%" in words


def test_a_weight_changes_with_its_reason_its_author_and_its_day(run: Run, rennes: Path) -> None:
    ran = run("weigh", rennes, "citizens", "2,5", "--reason", "Vote de l’atelier", "--author", "Bureau")
    assert ran.out == "citizens pèse maintenant 2,5 (référentiel\u00a0: 1), soit 45,5\u202f% de son axe.\n"
    citizens = items(run, rennes)["citizens"]
    assert (citizens["weight"], citizens["edition_weight"]) == (2.5, 1.0)
    assert (citizens["reason"], citizens["author"]) == ("Vote de l’atelier", "Bureau")
    assert str(citizens["decided_on"]).startswith("20")
    assert "2,5 au lieu de 1" in run("weights", rennes).out
    assert "Bureau\u00a0: Vote de l’atelier" in run("weights", rennes).out


def test_changing_a_weight_again_keeps_the_reason_and_one_row(run: Run, rennes: Path) -> None:
    run("weigh", rennes, "citizens", "2", "--reason", "Vote")
    run("weigh", rennes, "citizens", "3", "--author", "Bureau")
    dossier = open_dossier(rennes, read_only=True)
    (row,) = dossier.snapshot().weightings
    dossier.close()
    assert (row.weight, row.reason, row.author) == (3.0, "Vote", "Bureau")


def test_going_back_to_the_weights_of_the_framework(run: Run, rennes: Path) -> None:
    for item in ("citizens", "means", "governance_oda"):
        run("weigh", rennes, item, "2")
    assert run("weigh", rennes, "means", "--reset").out == "means pèse de nouveau 1.\n"
    assert run("weigh", rennes, "--reset-all").out == "2 poids sont revenus à ceux du référentiel.\n"
    assert all(each["weight"] == each["edition_weight"] for each in items(run, rennes).values())
    assert "rien n’a été changé" in run("weigh", rennes, "--reset-all").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("nope", "2"), "nope"),
        (("territory", "2"), "ni un indicateur ni un domaine"),
        (("citizens", "trois"), "n’est pas un nombre"),
        (("citizens", "-1"), "négatif"),
        (("citizens", "101"), "100"),
    ],
)
def test_a_weight_that_cannot_be_is_refused_and_nothing_stored(
    run: Run, rennes: Path, words: tuple[str, ...], said: str
) -> None:
    ran = run("weigh", rennes, *words)
    assert ran.code == 1
    assert said in ran.err
    assert "Rien n’a été enregistré" in ran.err
    assert items(run, rennes)["citizens"]["weight"] == 1.0


@pytest.mark.parametrize("words", [(), ("citizens",), ("citizens", "2", "--reset"), ("citizens", "--reset-all")])
def test_half_a_command_is_bad_usage(run: Run, rennes: Path, words: tuple[str, ...]) -> None:
    assert run("weigh", rennes, *words).code == 2


def test_the_last_weight_of_a_branch_stays(run: Run, rennes: Path, framework: Framework) -> None:
    *others, last = framework.indicators_of("students")
    for indicator in others:
        assert run("weigh", rennes, indicator.id, "0").code == 0
    ran = run("weigh", rennes, last.id, "0")
    assert ran.code == 1
    assert framework.node("students").title["fr"] in ran.err
    assert items(run, rennes)[last.id]["share"] == items(run, rennes)["students"]["share"]


def test_check_lists_the_weights_that_are_not_counted(run: Run, rennes: Path) -> None:
    dossier = open_dossier(rennes)
    dossier.apply(add(Weighting(item="nobody", weight=2.0)))
    dossier.close()
    out = run("check", rennes).out
    assert "weighting 1 (nobody), weight" in out
    assert "n’est pas compté" in out


def test_a_framework_of_ones_own_is_checked_loaded_and_left(
    run: Run, rennes: Path, tmp_path: Path, framework: Framework
) -> None:
    own = write_own(tmp_path / "own", framework)
    assert "40 indicateurs, 8 domaines" in run("framework", "--check", own).out
    run("answer", rennes, GONE, "done")
    assert "version 2.0" in run("framework", rennes, "--load", own).out
    found = json.loads(run("framework", rennes, "--json").out)
    assert (found["id"], found["version"], found["origin"]) == (CODE, "2.0", "kept")
    assert run("answer", rennes, NEW, "done").code == 0
    assert run("answer", rennes, GONE, "done").code == 1
    assert run("framework", rennes, "--edition").code == 0
    assert json.loads(run("framework", rennes, "--json").out)["origin"] == "shipped"
    assert GONE in run("score", rennes, "--json").out


def test_a_framework_that_cannot_be_read_changes_nothing(run: Run, rennes: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("[framework\n", encoding="utf-8")
    ran = run("framework", rennes, "--load", tmp_path / "bad.toml")
    assert ran.code == 1
    assert "bad.toml" in ran.err
    assert json.loads(run("framework", rennes, "--json").out)["origin"] == "shipped"


def test_a_framework_needs_a_file_or_one_to_check(run: Run) -> None:
    assert run("framework").code == 2


@pytest.mark.parametrize("words", [("score",), ("show",), ("weights",), ("brief", "-o", "out.pdf")])
def test_a_framework_that_stands_in_is_said_on_standard_error(
    tmp_path: Path,
    framework: Framework,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
) -> None:
    monkeypatch.setenv("ROSEDESVENTS_LANG", "fr")
    monkeypatch.chdir(tmp_path)
    old = new_campaign(framework, 2024, DAY)
    path = tmp_path / "old.rose"
    campaign = type(old)(year=2024, day=DAY, framework=framework.id, framework_version="0.1")
    create_dossier(path, Territory(name="Val Fictif"), campaign).close()
    assert main([words[0], str(path), *words[1:]]) == 0
    err = capsys.readouterr().err
    assert "version 0.1" in err
    assert "remplace" in err


def test_a_weight_that_is_no_number_is_said_without_a_code_word(run: Run, rennes: Path) -> None:
    err = run("weigh", rennes, "diasporas_languages", "lourd").err
    assert "lourd" in err
    assert "Poids" in err
    assert "weight" not in err


def test_a_framework_with_the_programs_version_and_other_contents_is_told(
    run: Run, tmp_path: Path, framework: Framework
) -> None:
    for name, text in framework.sources.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert "numéro de version" not in run("framework", "--check", tmp_path).out
    head = tmp_path / "framework.toml"
    head.write_text(head.read_text(encoding="utf-8").replace("asset_score = 60", "asset_score = 61"), encoding="utf-8")
    assert "numéro de version" in run("framework", "--check", tmp_path).out
    text = head.read_text(encoding="utf-8")
    own = text.replace(f'version = "{framework.version}"', 'version = "1.1-rennes"')
    assert own != text
    head.write_text(own, encoding="utf-8")
    assert "numéro de version" not in run("framework", "--check", tmp_path).out
