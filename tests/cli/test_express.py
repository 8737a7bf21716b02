"""The express reading on the command line: apart from the full scores, in words and in JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.operations import add, answer
from diagnostic.dossier.records import RECORDS
from diagnostic.framework.express import express_only
from diagnostic.framework.model import Framework
from diagnostic.texts import load_texts
from tests.cli.conftest import Run
from tests.panel.territories.market_town import market_town


@pytest.fixture
def town(rennes: Path) -> Path:
    """A dossier with what a market town says in the first pass."""
    dossier, pass_ = open_dossier(rennes), market_town()
    for kind in set(RECORDS) - {"territory", "answer"}:
        for row in pass_.rows(kind):
            dossier.apply(add(replace(row, id=0)))
    for one in pass_.answers.values():
        assert one.state
        dossier.apply(answer(dossier.snapshot(), one.indicator, one.state, one.number, one.choice))
    dossier.close()
    return rennes


def test_json_gives_the_express_scores_apart(run: Run, town: Path, framework: Framework) -> None:
    document = json.loads(run("score", town, "--json").out)
    dossier = open_dossier(town, read_only=True)
    full, quick = (assess(dossier.snapshot(), tree) for tree in (framework, express_only(framework)))
    dossier.close()
    express = document["express"]
    assert express["framework"]["version"] == f"{document['framework']['version']}-express"
    assert (express["asked"], express["settled"]) == (18, 13)
    assert [node["low"] for node in express["nodes"]] == [node.interval.low for node in quick.nodes]
    assert [node["low"] for node in document["nodes"]] == [node.interval.low for node in full.nodes]
    assert [node["mid"] for node in document["nodes"]] == [
        node.interval.mid if node.published else None for node in full.nodes
    ], "no express score stands among the full ones"
    assert {node["id"] for node in express["nodes"] if node["mid"] is not None} == {
        node.id for node in quick.nodes if node.published
    }


def test_json_says_null_where_the_express_reading_tells_nothing_more(run: Run, rennes: Path) -> None:
    assert json.loads(run("score", rennes, "--json").out)["express"] is None
    assert load_texts("fr")("express.title") not in run("score", rennes).out


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_words_come_under_their_own_heading_with_the_caution(run: Run, town: Path, lang: str) -> None:
    texts = load_texts(lang)
    full, heading, express = run("score", town, "--lang", lang).out.partition(texts("express.title") + "\n")
    assert heading
    assert texts("express.caution") in express
    assert "18" in express
    students = {"fr": "Étudiants et savoirs", "en": "Students and knowledge"}[lang]
    hidden = texts("cli.score_hidden", low="", high="", known="").rpartition(":")[2]
    assert hidden in next(line for line in full.splitlines() if students in line)
    assert hidden not in next(line for line in express.splitlines() if students in line)
