"""The main job without a screen: a large city with published figures, a village with almost none.

Figures: MESR, students by institution, 2022-23, main enrolments (Université de Rennes 2,972 internationally mobile of
31,759; Rennes 2 2,386 of 20,936). Partnership with Santa Fe on urban planning, and 1 ‰ of the budget since 1985: 2021
study of France urbaine and INET; the rule gives no amount, so the brief must give none.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run, run

__all__ = ["run"]

STUDY = "France urbaine et INET, 2021"
MESR = "MESR, effectifs d’étudiants inscrits par établissement, 2022-23"


def brief_text(path: Path) -> str:
    """Return the text of a PDF on one line, spaces of every kind made plain."""
    pages = PdfReader(path).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.fixture
def rennes(run: Run, tmp_path: Path) -> Path:
    """Rennes as its published figures tell it."""
    path = tmp_path / "rennes.rose"
    run("new", path, "--territory", "35238", "--year", "2026")
    for name, people, total in (("Université de Rennes", 2972, 31759), ("Université Rennes 2", 2386, 20936)):
        pairs = [f"institution={name}", f"people={people}", f"institution_total={total}", f"source={MESR}"]
        assert run("add", path, "student_group", *pairs, "confidence=official").code == 0
    assert run("stand", path, "student_group", "complete").code == 0
    partner = ["name=Santa Fe", "place=Santa Fe", "country=Argentine", "fields=planning", "state=active"]
    assert run("add", path, "partnership", *partner, f"source={STUDY}").code == 0
    rule = ["label=1 ‰ du budget depuis 1985", "direction=expense", f"source={STUDY}"]
    assert run("add", path, "budget_line", *rule).code == 0
    return path


def test_rennes_gets_a_true_brief_from_its_published_figures(run: Run, rennes: Path, tmp_path: Path) -> None:
    scores = json.loads(run("score", rennes, "--json").out)
    mobile = [item for item in scores["indicators"] if item["numerator"] == 2972 + 2386]
    assert mobile
    assert mobile[0]["denominator"] == 31759 + 20936
    assert mobile[0]["value"] == pytest.approx(100 * 5358 / 52695)
    for lang, words in (
        (
            "fr",
            ["5\u202f358", "52\u202f695", "Argentine", "Urbanisme", "1 ‰ du budget depuis 1985", "Rennes Métropole"],
        ),
        ("en", ["5,358", "Argentina"]),
    ):
        out = tmp_path / f"{lang}.pdf"
        assert run("brief", rennes, "-o", out, "--lang", lang).code == 0
        text = brief_text(out)
        for word in words:
            assert " ".join(word.split()) in text, word


def test_a_rule_without_an_amount_gives_no_amount(run: Run, rennes: Path) -> None:
    scores = json.loads(run("score", rennes, "--json").out)
    share = next(item for item in scores["indicators"] if item["id"] == "means_share")
    assert (share["state"], share["value"], share["score"]) == ("unknown", None, None)


def test_the_population_of_the_brief_is_the_references(run: Run, rennes: Path, tmp_path: Path, places) -> None:
    run("brief", rennes, "-o", tmp_path / "en.pdf", "--lang", "en")
    assert f"{places.by_code('35238').population:,}" in brief_text(tmp_path / "en.pdf")


def test_a_village_that_knows_almost_nothing_gets_an_honest_brief(run: Run, tmp_path: Path, places, texts) -> None:
    """Plogoff (29168): under 2,000 inhabitants, no university, the rest not known."""
    path = tmp_path / "plogoff.rose"
    village = places.by_code("29168")
    assert 0 < village.population < 2000
    run("new", path, "--territory", "29168", "--year", "2026")
    run("stand", path, "student_group", "not_applicable")
    run("stand", path, "diaspora", "unknown")
    scores = json.loads(run("score", path, "--json").out)
    assert scores["position"] is None
    axes = [node for node in scores["nodes"] if node["id"] == node["axis"]]
    assert len(axes) == 2
    assert all(axis["mid"] is None and axis["high"] - axis["low"] > 60 for axis in axes)
    assert scores["assets"] == []
    out = tmp_path / "plogoff.pdf"
    assert run("brief", path, "-o", out).code == 0
    text = brief_text(out)
    assert "Plogoff" in text
    assert "None" not in text
    assert "nan" not in text.lower().split()
    assert len(PdfReader(out).pages) <= 8
