"""Priorities and allies from the command line: one row a recommendation or an entry, and no unknown one."""

from __future__ import annotations

from pathlib import Path

from diagnostic.dossier.vocabulary import PriorityLevel
from tests.cli.conftest import Run
from tests.cli.test_entering import read


def test_a_priority_is_added_once_then_edited(run: Run, rennes: Path) -> None:
    assert run("add", rennes, "priority", "recommendation=training", "level=high", "votes=12").code == 0
    again = run("add", rennes, "priority", "recommendation=training", "level=low")
    assert (again.code, "numéro 1" in again.err) == (1, True)
    assert run("edit", rennes, "priority", 1, "votes=3").code == 0
    (row,) = read(rennes).priorities
    assert (row.recommendation, row.level, row.votes) == ("training", PriorityLevel.HIGH, 3)
    run("add", rennes, "priority", "recommendation=budget")
    assert run("edit", rennes, "priority", 2, "recommendation=training").code == 1


def test_a_recommendation_that_does_not_exist_is_refused_with_those_that_do(run: Run, rennes: Path) -> None:
    for pair in ("recommendation=travel", "level=low"):
        ran = run("add", rennes, "priority", pair)
        assert (ran.code, "organisation_chart" in ran.err) == (1, True)
    assert read(rennes).priorities == ()


def test_an_ally_is_added_over_an_entry_or_of_ones_own(run: Run, rennes: Path) -> None:
    assert run("add", rennes, "ally", "entry=ficol", "name=FICOL", "minimum=100000").code == 0
    assert run("add", rennes, "ally", "name=Fonds local", "type=funder", "needs_oda=non").code == 0
    assert run("add", rennes, "ally", "name=Autre").code == 0
    assert run("add", rennes, "ally", "entry=ficol", "name=Encore").code == 1
    assert run("add", rennes, "ally", "entry=nobody", "name=Personne").code == 1
    assert [row.name for row in read(rennes).allies] == ["FICOL", "Fonds local", "Autre"]


def test_a_weight_names_an_item_of_the_framework(run: Run, rennes: Path) -> None:
    assert run("add", rennes, "weighting", "item=means", "weight=2").code == 0
    assert run("add", rennes, "weighting", "item=means", "weight=3").code == 1
    assert run("add", rennes, "weighting", "item=nothing", "weight=3").code == 1
    assert run("add", rennes, "weighting", "item=territory", "weight=3").code == 1, "axes are never added up"
