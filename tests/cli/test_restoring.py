"""A dossier made again out of its JSON export: every campaign, every framework, the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.demo import build_demo
from diagnostic.dossier import operations
from diagnostic.dossier.opening import open_dossier, restore_dossier
from diagnostic.dossier.snapshot import KeptFramework, Snapshot
from diagnostic.errors import WorldError
from diagnostic.framework.model import Framework
from diagnostic.imports.source import open_source
from diagnostic.imports.whole import read_whole
from diagnostic.territory.countries import load_countries
from tests.cli.conftest import Run
from tests.own_framework import CODE, sources_of

Held = tuple[list[Snapshot], dict[tuple[str, str], dict[str, str]]]


def held(path: Path) -> Held:
    """Return all that a dossier holds: its campaigns, and the files of its frameworks."""
    dossier = open_dossier(path, read_only=True)
    try:
        frameworks = {(each.code, each.version): dict(each.sources) for each in dossier.kept_frameworks()}
        return [dossier.snapshot_of(campaign) for campaign in dossier.campaigns()], frameworks
    finally:
        dossier.close()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Path:
    """The demonstration's two campaigns, a third with a framework of one's own, things unread, gaps in the ids."""
    path = tmp_path_factory.mktemp("told") / "demo.rose"
    build_demo(path, "fr")
    dossier = open_dossier(path)
    dossier.start_campaign(2031, "2031-03-02", KeptFramework(code=CODE, version="2.0", sources=sources_of(framework)))
    rows = dossier.snapshot()
    dossier.apply(operations.remove(rows, rows.partnerships[:1]))
    dossier.apply(operations.edit(rows.partnerships[1], contact="Awa Ndiaye", unread={"since": "vers 1990"}))
    dossier.close()
    return path


@pytest.fixture
def demo(told: Path, tmp_path: Path) -> Path:
    """That dossier, to do with as the test likes."""
    return Path(shutil.copy(told, tmp_path / "demo.rose"))


@pytest.fixture
def export(run: Run, demo: Path, tmp_path: Path) -> Path:
    """The demonstration's export, contacts included."""
    path = tmp_path / "tout.json"
    assert run("export", demo, "-o", path, "--with-contacts").code == 0
    return path


def test_every_campaign_and_framework_comes_back_as_it_was(
    run: Run, demo: Path, export: Path, tmp_path: Path, framework: Framework
) -> None:
    ran = run("new", tmp_path / "neuf.rose", "--from", export)
    assert ran.code == 0
    assert "2031" in ran.out
    wanted, got = held(demo), held(tmp_path / "neuf.rose")
    assert got == wanted
    assert len(got[0]) == 3
    assert got[1][CODE, "2.0"] == sources_of(framework)
    assert run("score", tmp_path / "neuf.rose", "--json").out == run("score", demo, "--json").out
    run("export", tmp_path / "neuf.rose", "-o", tmp_path / "encore.json", "--with-contacts")
    assert (tmp_path / "encore.json").read_bytes() == export.read_bytes()


def test_the_new_dossier_is_worked_on_as_any_other(run: Run, export: Path, tmp_path: Path) -> None:
    run("new", tmp_path / "neuf.rose", "--from", export)
    assert run("add", tmp_path / "neuf.rose", "partnership", "name=Quito").code == 0
    assert run("campaign", tmp_path / "neuf.rose", "--year", "2032").code == 0
    assert run("check", tmp_path / "neuf.rose").code == 0


def test_an_export_without_contacts_or_frameworks_says_so(run: Run, export: Path, tmp_path: Path) -> None:
    document = json.loads(export.read_text(encoding="utf-8"))
    del document["frameworks"]
    export.write_text(json.dumps({**document, "contacts": False}), encoding="utf-8")
    ran = run("new", tmp_path / "neuf.rose", "--from", export)
    assert f"{CODE} 2.0" in ran.out
    assert "contacts" in ran.out
    assert len(held(tmp_path / "neuf.rose")[0]) == 3


Spoil = Callable[[Any], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("campaigns"),
        lambda document: document["campaigns"].reverse(),
        lambda document: document["campaigns"][0].update(year="2025"),
        lambda document: document["campaigns"][0].update(day="hier"),
        lambda document: document["campaigns"][0]["rows"].update(territory=[]),
        lambda document: document["campaigns"][0]["rows"]["answer"].append(
            document["campaigns"][0]["rows"]["answer"][0]
        ),
        lambda document: document["campaigns"][1]["rows"]["diaspora"][0].update(id=1),
        lambda document: document["campaigns"][0]["rows"]["diaspora"][0].update(id=0),
        lambda document: document["campaigns"][0]["rows"]["budget_line"][0].update(partnership=999),
        lambda document: document["frameworks"].append(document["frameworks"][0]),
        lambda document: document["frameworks"][0].update(files=["a"]),
    ],
)
def test_what_is_no_whole_dossier_makes_none(run: Run, export: Path, tmp_path: Path, spoil: Spoil) -> None:
    document = json.loads(export.read_text(encoding="utf-8"))
    spoil(document)
    export.write_text(json.dumps(document), encoding="utf-8")
    ran = run("new", tmp_path / "neuf.rose", "--from", export)
    assert ran.code == 1
    assert "JSON" in ran.err
    assert not (tmp_path / "neuf.rose").exists()


@pytest.mark.parametrize("name", ["rien.json", "demo.rose", "a.csv"])
def test_another_file_is_no_export(run: Run, demo: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "a.csv").write_text("Pays;Nombre\n", encoding="utf-8")
    assert run("new", tmp_path / "neuf.rose", "--from", tmp_path / name).code == 1
    assert not (tmp_path / "neuf.rose").exists()


def test_a_dossier_that_exists_is_not_written_over(run: Run, demo: Path, export: Path) -> None:
    before = demo.read_bytes()
    assert run("new", demo, "--from", export).code == 1
    assert demo.read_bytes() == before


@pytest.mark.parametrize("words", [["--year", "2026"], ["--territory", "35238"], ["--own", "Ici"]])
def test_an_export_says_its_own_territory_and_years(run: Run, export: Path, tmp_path: Path, words: list[str]) -> None:
    assert run("new", tmp_path / "neuf.rose", "--from", export, *words).code == 2


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.just("2026-01-02") | st.just(2026),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_damage_gives_a_dossier_or_a_calm_fault(tmp_path: Path, data: st.DataObject) -> None:
    rows = {
        "territory": [{"id": 1, "name": "Ici"}],
        "partnership": [{"id": 1, "name": "Quito"}],
        "budget_line": [{"id": 1, "label": "Eau", "partnership": 1}],
        "answer": [{"id": 1, "indicator": "x", "state": "value"}],
    }
    campaign = {
        "year": 2026,
        "day": "2026-01-02",
        "frozen": False,
        "framework": {"id": "a", "version": "1"},
        "rows": rows,
    }
    kept = [{"id": "a", "version": "1", "files": {"framework.toml": "x"}}]
    document: Any = {"format": "rosedesvents.dossier/2", "campaigns": [campaign], "frameworks": kept}
    here: Any = document
    for _ in range(data.draw(st.integers(1, 6))):
        keys = list(here) if isinstance(here, dict) else list(range(len(here)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(here[key], dict | list) or not here[key] or data.draw(st.booleans()):
            here[key] = data.draw(JSONS)
            break
        here = here[key]
    path, made = tmp_path / "abime.json", tmp_path / "abime.rose"
    path.write_text(json.dumps(document), encoding="utf-8")
    try:
        whole = read_whole(open_source(path), load_countries())
        restore_dossier(made, [(each.campaign, each.rows) for each in whole.campaigns], whole.frameworks).close()
    except WorldError:
        assert not made.exists()
        return
    assert [each.campaign.year for each in held(made)[0]] == [each.campaign.year for each in whole.campaigns]
    made.unlink()
