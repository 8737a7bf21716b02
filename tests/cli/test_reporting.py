"""The commands that tell."""

from __future__ import annotations

import json
from pathlib import Path

from diagnostic.assessment.assess import assess
from diagnostic.dossier import operations
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.records import Diaspora
from tests.cli.conftest import Run


def test_an_empty_dossier_gives_open_intervals_and_no_score(run: Run, rennes: Path) -> None:
    document = json.loads(run("score", rennes, "--json").out)
    assert document["format"] == "rosedesvents.score/1"
    assert document["position"] is None
    assert {node["mid"] for node in document["nodes"]} == {None}
    assert all(node["high"] > node["low"] for node in document["nodes"])
    assert document["assets"] == []


def test_scores_as_json_are_those_of_the_assessment(run: Run, tmp_path: Path, framework) -> None:
    path = tmp_path / "demo.rose"
    assert run("demo", path).code == 0
    document = json.loads(run("score", path, "--json").out)
    dossier = open_dossier(path, read_only=True)
    assessment = assess(dossier.snapshot(), framework, dossier.previous())
    dossier.close()
    assert [node["low"] for node in document["nodes"]] == [node.interval.low for node in assessment.nodes]
    assert [item["score"] for item in document["indicators"]] == [item.score for item in assessment.indicators]
    assert [row["country"] for row in document["countries"]] == [row.country for row in assessment.matrix]
    assert document["gaps"]


def test_scores_in_words_name_every_domain_in_each_language(run: Run, rennes: Path, framework) -> None:
    for lang in ("fr", "en"):
        out = run("score", rennes, "--lang", lang).out
        assert all(node.title[lang] in out for node in framework.nodes)


def test_show_tells_what_is_there_and_hides_personal_data(run: Run, rennes: Path) -> None:
    run("add", rennes, "partnership", "name=Santa Fe", "country=AR", "contact=Une Personne")
    for words in (["show", rennes], ["show", rennes, "--json"]):
        out = run(*words).out
        assert "Santa Fe" in out
        assert "Une Personne" not in out
    document = json.loads(run("show", rennes, "--json").out)
    assert document["rows"]["partnership"][0]["country"] == "AR"


def test_check_lists_what_was_typed_and_not_read(run: Run, rennes: Path) -> None:
    dossier = open_dossier(rennes)
    dossier.apply(operations.add(Diaspora(country="MA", unread={"people": "environ 300"})))
    dossier.close()
    assert "environ 300" in run("check", rennes).out
    (remark,) = json.loads(run("check", rennes, "--json").out)["remarks"]
    assert (remark["kind"], remark["field"]) == ("diaspora", "people")


def test_a_sound_dossier_passes_its_check(run: Run, rennes: Path, texts) -> None:
    assert texts.plural("cli.remarks", 0) in run("check", rennes).out


def test_scores_say_of_what_they_are_and_with_whose_weights(run: Run, rennes: Path, framework) -> None:
    first, second = run("score", rennes).out.splitlines()[:2]
    assert first == "Rennes · campagne 2026"
    assert framework.title["fr"] in second
    assert f"version {framework.version}" in second
    assert "poids" not in second
    assert json.loads(run("score", rennes, "--json").out)["weights"] == []
    run("weigh", rennes, "diasporas_languages", "3")
    run("weigh", rennes, "diasporas", "2")
    assert "2 poids modifiés" in run("score", rennes).out.splitlines()[1]
    assert "2 changed weights" in run("score", rennes, "--lang", "en").out.splitlines()[1]
    changed = {each["item"]: each for each in json.loads(run("score", rennes, "--json").out)["weights"]}
    given = framework.indicator("diasporas_languages").weight
    assert changed["diasporas_languages"] == {"item": "diasporas_languages", "edition_weight": given, "weight": 3.0}
    assert set(changed) == {"diasporas_languages", "diasporas"}
