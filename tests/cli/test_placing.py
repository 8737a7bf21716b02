"""Naming the place of a new dossier: a code or a name that several places have is never decided for the user."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.dossier.vocabulary import TerritoryKind
from tests.cli.conftest import Run
from tests.cli.test_entering import read

DEPARTEMENT, REGION = TerritoryKind.DEPARTEMENT, TerritoryKind.REGION


@pytest.mark.parametrize(
    ("code", "departement", "region"),
    [
        ("53", "Mayenne", "Bretagne"),
        ("01", "Ain", "Guadeloupe"),
        ("02", "Aisne", "Martinique"),
        ("03", "Allier", "Guyane"),
        ("04", "Alpes-de-Haute-Provence", "La Réunion"),
        ("06", "Alpes-Maritimes", "Mayotte"),
    ],
)
def test_a_code_of_a_departement_and_a_region_is_refused_with_both(
    run: Run, tmp_path: Path, code: str, departement: str, region: str
) -> None:
    ran = run("new", tmp_path / "x.rose", "--territory", code)
    assert ran.code == 1
    assert f"département {code} {departement}" in ran.err
    assert f"région {code} {region}" in ran.err
    assert not (tmp_path / "x.rose").exists()


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        (["région Bretagne"], "Bretagne", REGION),
        (["Region bretagne"], "Bretagne", REGION),
        (["region:53"], "Bretagne", REGION),
        (["R53"], "Bretagne", REGION),
        (["53", "--type", "region"], "Bretagne", REGION),
        (["Bretagne", "--type", "region"], "Bretagne", REGION),
        (["departement:53"], "Mayenne", DEPARTEMENT),
        (["département 53"], "Mayenne", DEPARTEMENT),
        (["d53"], "Mayenne", DEPARTEMENT),
        (["D2A"], "Corse-du-Sud", DEPARTEMENT),
        (["Mayenne", "--type", "commune"], "Mayenne", TerritoryKind.COMMUNE),
        (["35"], "Ille-et-Vilaine", DEPARTEMENT),
        (["975"], "Saint-Pierre-et-Miquelon", DEPARTEMENT),
        (["243500139"], "Rennes Métropole", TerritoryKind.EPCI),
        (["rennes"], "Rennes", TerritoryKind.COMMUNE),
    ],
    ids=str,
)
def test_the_type_can_be_said_in_several_ways(
    run: Run, tmp_path: Path, words: list[str], name: str, kind: TerritoryKind
) -> None:
    path = tmp_path / "x.rose"
    assert run("new", path, "--territory", *words).code == 0
    assert (read(path).territory.name, read(path).territory.type) == (name, kind)


def test_candidates_are_listed_with_their_types(run: Run, tmp_path: Path) -> None:
    err = run("new", tmp_path / "x.rose", "--territory", "Bretagne").err
    assert "région 53 Bretagne" in err
    assert "commune 90019 Bretagne" in err
    assert "EPCI 243500733" in err
    english = run("new", tmp_path / "x.rose", "--territory", "53", "--lang", "en").err
    assert "Give a code that only one has" in english


def test_a_type_without_a_place_of_the_reference_is_bad_usage(run: Run, tmp_path: Path) -> None:
    assert run("new", tmp_path / "x.rose", "--own", "Pays", "--type", "region").code == 2
    assert run("new", tmp_path / "x.rose", "--territory", "53", "--type", "canton").code == 2
    assert run("new", tmp_path / "x.rose", "--territory", "99", "--type", "region").code == 1
