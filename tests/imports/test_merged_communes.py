"""A part of a commune is not taken for the whole: what a merger joined is counted whole, or said to lack."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.errors import WorldError
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.census import BIRTH, export, long_file
from tests.imports.reading_for import Reader

ANNECY = "74010"
GROUPED = [("IMG1B - Pays de naissance regroupé", BIRTH)]


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


@pytest.mark.parametrize("place", ["Annecy-le-Vieux (74011)", "COM-74011"])
def test_the_export_of_a_former_commune_is_not_that_of_the_commune(read: Reader, tmp_path: Path, place: str) -> None:
    with pytest.raises(WorldError) as fault:
        read(export(tmp_path / "rp2014.csv", GROUPED, place=place, year=2014), ANNECY)
    assert fault.value.key == "import_insee_former"
    for lang in LANGUAGES:
        assert "Annecy" in load_texts(lang).error(fault.value)


def test_the_export_of_a_merged_commune_is_to_be_checked(read: Reader, tmp_path: Path) -> None:
    reading = read(export(tmp_path / "rp2014.csv", GROUPED, place="Annecy (74010)", year=2014), ANNECY)
    assert "note.insee_merged" in {note.key for note in reading.notes}
    whole = read(export(tmp_path / "rp2022.csv", GROUPED), "35238")
    assert "note.insee_merged" not in {note.key for note in whole.notes}


def test_the_former_communes_that_a_file_lacks_are_said_and_the_sum_is_not_taken(read: Reader, tmp_path: Path) -> None:
    parts = [("COM", "74010", 6000.0), ("COM", "74011", 1500.0), ("COM", "74268", 900.0)]
    reading = read(long_file(tmp_path / "TD_IMG1A_2014.csv", parts), ANNECY)
    (row,) = reading.candidates
    assert not row.chosen
    assert row.why is not None
    for lang in LANGUAGES:
        assert "74093" in sentence(row.why, load_texts(lang))
    (note,) = [note for note in reading.notes if note.key == "note.insee_parts"]
    assert (note.params["count"], note.params["parts"]) == (6, 9)


def test_a_file_of_the_present_communes_lacks_no_part(read: Reader, tmp_path: Path) -> None:
    reading = read(long_file(tmp_path / "TD_IMG1A_2022.csv", [("COM", "74010", 9000.0)]), ANNECY)
    (row,) = reading.candidates
    assert row.chosen
    assert "note.insee_parts" not in {note.key for note in reading.notes}
