"""A table of one's own at the command line: what is seen of it before it comes in, what can be done of one refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from diagnostic.imports.layout import KINDS
from tests.cli.conftest import Run


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of partners with a cell that cannot be read, a column of another use and a total."""
    path = tmp_path / "villes.csv"
    rows = [
        "Partenaire;Pays;Coût annuel;Élu",
        "Sétif;Algérie;700;M. Durand",
        "Hué;Viêt Nam;beaucoup;",
        "Total;;99 999;",
    ]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_the_preview_says_what_rows_become_what_is_left_and_what_is_unread(run: Run, rennes: Path, table: Path) -> None:
    said = run("import", rennes, table, "--lang", "en").out
    assert "Each row of the file becomes a row of the table “Partnerships”." in said
    assert "Columns left aside: Élu." in said
    assert "1 × Total of other rows (l. 4, such as “Total ; 99 999”)" in said
    assert "99 999" not in run("show", rennes).out.replace("\u202f", " ")
    table.write_text(table.read_text(encoding="utf-8").replace("beaucoup", "énormément"), encoding="utf-8")
    again = run("import", rennes, table, "--lang", "en").out
    assert "Yearly cost (€): “beaucoup” (unreadable) → “énormément” (unreadable)" in again


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Truc;Machin\n1;2\n", " | ".join(KINDS)),
        ("Nom;Pays\nSétif;Algérie\n", "--kind partnership"),
    ],
)
def test_a_refusal_says_what_can_be_done_from_here(run: Run, rennes: Path, table: Path, text: str, advice: str) -> None:
    table.write_text(text, encoding="utf-8")
    ran = run("import", rennes, table)
    assert ran.code == 1
    assert advice in ran.err
    assert "--kind" in ran.err


def test_an_older_census_is_proposed_and_taken_when_asked_for(run: Run, rennes: Path, tmp_path: Path) -> None:
    from tests.imports.census import BIRTH, export

    section = "IMG1B - Pays de naissance regroupé"
    new = export(tmp_path / "rp2022_td_img1B.csv", [(section, BIRTH)])
    old = export(
        tmp_path / "rp2021_td_img1B.csv", [(section, {name: count - 50 for name, count in BIRTH.items()})], year=2021
    )
    assert run("import", rennes, new).code == 0
    (found,) = json.loads(run("import", rennes, old, "--json").out)["files"]
    assert not found["applied"]
    assert not any(row["taken"] for row in found["rows"] if row["fate"] != "same")
    assert all("2022" in row["why"] for row in found["rows"] if row["fate"] != "same")
    assert run("import", rennes, old, "--proposed", "--json").code == 0
    assert "2 551" in run("show", rennes).out.replace("\u202f", " ").replace("\xa0", " ")
