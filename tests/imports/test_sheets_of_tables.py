"""A table of one's own in a workbook of several sheets: the first that is a table is read, the others are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from diagnostic.dossier.records import Partnership
from diagnostic.errors import WorldError
from diagnostic.imports.bringing import read_as_before
from diagnostic.imports.format import Case
from diagnostic.imports.layout import Layout, signature
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.reading_for import Reader

TITLES = ("Partenaire", "Pays", "Depuis")
Rows = Sequence[Sequence[object]]


@pytest.fixture
def case(places: Places, countries: Countries) -> Case:
    """A case at Rennes."""
    return Reader(places, countries).case("35238")


def book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """Write a workbook of such sheets."""
    made = Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.save(path)
    return path


def names(reading: Reading) -> list[str]:
    """Return the partners of a reading."""
    return [each.row.name for each in reading.candidates if isinstance(each.row, Partnership)]


def left(reading: Reading) -> list[Mapping[str, object]]:
    """Return what is said of sheets that were not read, in both languages alike."""
    said = [each for each in reading.notes if each.key == "note.sheets_left"]
    assert all(str(each.params["names"]) in sentence(each, load_texts(lang)) for each in said for lang in LANGUAGES)
    return [dict(each.params) for each in said]


@pytest.mark.parametrize("kind", ["", "partnership"])
def test_the_first_sheet_is_read_and_the_others_are_named(tmp_path: Path, case: Case, kind: str) -> None:
    sheets = {"2024": [TITLES, ("Ségou", "Mali", 1985)], "2025": [TITLES, ("Erlangen", "Allemagne")], "Feuil3": []}
    reading = read_as_before(book(tmp_path / "a.xlsx", sheets), case, FORMATS, Remembered(), kind)
    assert names(reading) == ["Ségou"]
    assert left(reading) == [{"sheet": "2024", "names": "2025"}]


@pytest.mark.parametrize("kind", ["", "partnership"])
def test_a_table_under_a_note_on_the_first_sheet_is_found(tmp_path: Path, case: Case, kind: str) -> None:
    sheets = {"Lisez-moi": [("Bonjour",)], "Liste": [TITLES, ("Ségou", "Mali", 1985)]}
    reading = read_as_before(book(tmp_path / "a.xlsx", sheets), case, FORMATS, Remembered(), kind)
    assert names(reading) == ["Ségou"]
    assert left(reading) == [{"sheet": "Liste", "names": "Lisez-moi"}]


def test_nothing_is_said_of_a_sheet_alone(tmp_path: Path, case: Case) -> None:
    sheets = {"Feuil1": [TITLES, ("Ségou", "Mali", 1985)], "Feuil2": []}
    assert left(read_as_before(book(tmp_path / "a.xlsx", sheets), case, FORMATS, Remembered())) == []


def test_columns_matched_in_the_second_sheet_are_found_there_again(tmp_path: Path, case: Case) -> None:
    titles = ("Truc", "Machin")
    path = book(tmp_path / "a.xlsx", {"Note": [("Bonjour",)], "Liste": [titles, ("Ségou", "Mali")]})
    layout = Layout(kind="partnership", columns={0: "name", 1: "country"}, sheet="Liste")
    remembered = Remembered().with_layout(signature([titles]), layout.to_json())
    assert names(read_as_before(path, case, FORMATS, remembered)) == ["Ségou"]


def test_a_sheet_of_people_before_the_table_is_left(tmp_path: Path, case: Case) -> None:
    people = [("Nom", "Prénom", "Pays"), ("DUPONT", "Jean", "Mali")]
    path = book(tmp_path / "a.xlsx", {"Contacts": people, "Liste": [TITLES, ("Ségou", "Mali")]})
    assert names(read_as_before(path, case, FORMATS, Remembered())) == ["Ségou"]
    alone = book(tmp_path / "b.xlsx", {"Note": [("Bonjour",)], "Contacts": people})
    with pytest.raises(WorldError, match="import_persons"):
        read_as_before(alone, case, FORMATS, Remembered())


def test_a_sheet_beside_that_cannot_be_read_stops_nothing(tmp_path: Path, case: Case) -> None:
    path = book(tmp_path / "a.xlsx", {"Liste": [TITLES, ("Ségou", "Mali")], "Calculs": [("x", "=1+1")]})
    assert names(read_as_before(path, case, FORMATS, Remembered())) == ["Ségou"]
    wrong = book(tmp_path / "b.xlsx", {"Note": [("Bonjour",)], "Liste": [TITLES, ("Ségou", "=1+1")]})
    with pytest.raises(WorldError, match="import_formula"):
        read_as_before(wrong, case, FORMATS, Remembered())


def test_what_was_matched_in_a_sheet_does_not_take_the_program_s_own_workbook(tmp_path: Path, case: Case) -> None:
    about = load_texts("fr")("exports.about.title")
    sheets = {about: [("x",)], load_texts("fr")("exports.sheet.partnership"): [("Partenaire", "Pays"), ("Ségou", "ML")]}
    layout = Layout(kind="economic_tie", columns={0: "name", 1: "country"}, sheet="Liste")
    remembered = Remembered().with_layout(signature([("Partenaire", "Pays")]), layout.to_json())
    reading = read_as_before(book(tmp_path / "a.xlsx", sheets), case, FORMATS, remembered)
    assert (reading.format, names(reading)) == ("own_export", ["Ségou"])
