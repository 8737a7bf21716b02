"""The commands that write the dossier in other programs' formats."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run


@pytest.mark.parametrize("name", ["tout.xlsx", "tout.zip", "tout.json"])
def test_everything_is_written_and_a_file_replaced_is_said(run: Run, rennes: Path, name: str) -> None:
    run("add", rennes, "partnership", "name=Quito", "country=EC", "contact=Awa Ndiaye")
    output = rennes.with_name(name)
    first = run("export", rennes, "-o", output)
    assert first.code == 0
    assert "contacts" in first.out
    again = run("export", rennes, "-o", output, "--with-contacts")
    assert "à la place" in again.out
    match output.suffix:
        case ".json":
            assert json.loads(output.read_text(encoding="utf-8"))["format"] == "rosedesvents.dossier/2"
            assert "Awa" in output.read_text(encoding="utf-8")
        case ".zip":
            with zipfile.ZipFile(output) as archive:
                assert "Quito" in archive.read("partnership.csv").decode("utf-8-sig")
        case _:
            assert "Quito" in {cell.value for row in load_workbook(output)["Partenariats"] for cell in row}


def test_csv_files_go_to_a_folder_that_holds_none(run: Run, rennes: Path) -> None:
    folder = rennes.with_name("tableaux")
    assert run("export", rennes, "-o", folder).code == 0
    assert (folder / "partnership.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    again = run("export", rennes, "-o", folder)
    assert again.code == 1
    assert "territory.csv" in again.err


def test_a_dossier_is_never_written_over(run: Run, rennes: Path) -> None:
    before = rennes.read_bytes()
    assert run("export", rennes, "-o", rennes).code == 2
    assert run("workbook", rennes, "-o", rennes).code == 2
    assert run("export", rennes, "-o", rennes.with_name("a.pdf")).code == 2
    assert rennes.read_bytes() == before
    assert run("export", rennes, "-o", rennes.with_name("no") / "a.json").code == 1


def test_the_workbook_speaks_the_language_asked_for_and_may_be_empty(run: Run, rennes: Path) -> None:
    run("add", rennes, "partnership", "name=Quito", "country=EC")
    output = rennes.with_name("w.xlsx")
    assert run("workbook", rennes, "-o", output, "--lang", "en").code == 0
    book = load_workbook(output)
    assert book["Partnerships"]["B5"].value == "Quito"
    assert run("workbook", rennes, "-o", output, "--empty").code == 0
    assert load_workbook(output)["Partenariats"]["B5"].value is None


def test_the_json_goes_out_of_one_dossier_and_into_another(run: Run, rennes: Path) -> None:
    run("add", rennes, "partnership", "name=Quito", "country=EC", "yearly_cost=12,5")
    output = rennes.with_name("tout.json")
    assert run("export", rennes, "-o", output).code == 0
    other = rennes.with_name("autre.rose")
    assert run("new", other, "--territory", "35238", "--year", "2026").code == 0
    assert run("import", other, output).code == 0
    assert json.loads(run("show", other, "--json").out)["rows"] == json.loads(run("show", rennes, "--json").out)["rows"]


def fill(path: Path, people: int) -> None:
    """Write a number of people in the first row of a workbook's diasporas."""
    book = load_workbook(path)
    sheet = book["Diasporas"]
    places = {cell.value: cell.column for cell in sheet[2]}
    sheet.cell(5, places["people"]).value = people
    book.save(path)


def test_workbooks_that_disagree_change_nothing_until_one_is_preferred(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=5")
    paths = [rennes.with_name(name) for name in ("un.xlsx", "deux.xlsx")]
    for people, path in enumerate(paths, 10):
        assert run("workbook", rennes, "-o", path).code == 0
        fill(path, people)
    refused = run("import", rennes, *paths)
    assert refused.code == 1
    assert "10 (un.xlsx)" in refused.out
    assert "11 (deux.xlsx)" in refused.out
    assert people_of(run, rennes) == [5]
    assert run("import", rennes, *paths, "--prefer", paths[1]).code == 0
    assert people_of(run, rennes) == [11]
    assert run("import", rennes, paths[0]).code == 1
    assert run("import", rennes, paths[0], "--prefer", rennes).code == 0
    assert people_of(run, rennes) == [11]


def people_of(run: Run, path: Path) -> list[int]:
    """Return the numbers of people of a dossier's diasporas."""
    return [row["people"] for row in json.loads(run("show", path, "--json").out)["rows"]["diaspora"]]


def test_a_csv_of_ours_and_one_of_theirs_are_read_without_asking(run: Run, rennes: Path) -> None:
    run("add", rennes, "diaspora", "country=MA", "people=5", "definition=nationality")
    run("export", rennes, "-o", rennes.with_name("csv"))
    assert run("import", rennes, rennes.with_name("csv") / "diaspora.csv").code == 0
    assert people_of(run, rennes) == [5]
    theirs = rennes.with_name("reseaux.csv")
    theirs.write_text("Nom du réseau;Cotisation;Remarques\nCités Unies;1 500,00 €;ok\n", encoding="cp1252")
    assert run("import", rennes, theirs).code == 0
    (row,) = json.loads(run("show", rennes, "--json").out)["rows"]["network_membership"]
    assert (row["name"], row["fee"], row["comment"]) == ("Cités Unies", 1500.0, "ok")
    other = rennes.with_name("autre.csv")
    other.write_text("Foo;Bar\n1;2\n", encoding="utf-8")
    assert run("import", rennes, other).code == 1
