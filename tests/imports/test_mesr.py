"""The ministry's students by institution, brought to a territory."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from diagnostic.dossier.founding import own_territory
from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.vocabulary import Confidence, StudyLevel
from diagnostic.errors import WorldError
from diagnostic.imports.preview import Fate, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from tests.builders import snapshot, students
from tests.imports.reading_for import Reader

REAL = (
    Path(__file__).parents[3] / "shared" / "data" / "mesr"
    / "fr-esr-statistiques-sur-les-effectifs-d-etudiants-inscrits-par-etablissement-hcp.csv"
)  # fmt: skip
HEADER = (
    "Attention", "Année universitaire", "Établissement",
    "Nombre d'étudiants inscrits (inscriptions principales) hors doubles inscriptions CPGE",
    "Degré d’études : Non connu", "Etudiants en mobilité internationale", "etablissement_code_commune",
    "Dernier établissement",
)  # fmt: skip
ONCE, TWICE = "Sans double compte des établissements-composantes", "* Attention : doubles comptes, composante"
Line = tuple[str, str, str, str, str, str, str, str]


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def line(name: str, year: str = "2022-23", *, people: str = "100", commune: str = "35238", **other: str) -> Line:
    """Return a line of the file."""
    attention, latest = other.get("attention", ONCE), other.get("latest", name)
    return (attention, year, name, other.get("enrolled", "1000"), "", people, commune, latest)


def table(path: Path, lines: Iterable[Line], separator: str = ";") -> Path:
    """Write a file as the ministry publishes it."""
    text = "\r\n".join(separator.join(cells) for cells in (HEADER, *lines)) + "\r\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    return path


def found(reading: Reading) -> dict[str, tuple[int | None, int | None]]:
    """Return the foreign students and all students by institution."""
    rows = [row for each in reading.candidates if isinstance(row := each.row, StudentGroup)]
    return {row.institution: (row.people, row.institution_total) for row in rows}


def test_the_latest_year_is_kept_wherever_it_stands(read: Reader, tmp_path: Path) -> None:
    lines = [line("A", "2021-22", people="90"), line("A", people="120"), line("B", "2019-20"), line("B", people="0")]
    reading = read(table(tmp_path / "mesr.csv", lines), "35238")
    assert found(reading) == {"A": (120, 1000), "B": (0, 1000)}
    assert reading.year == 2022
    assert {each.why.key: each.lines for each in reading.skipped} == {"skip.mesr_other_year": (2, 4)}
    row = reading.candidates[0].row
    assert (row.source_date, row.confidence) == ("2022", Confidence.OFFICIAL)
    assert row.source.endswith("2022-23")


def test_the_year_asked_for_is_kept_or_missed(read: Reader, tmp_path: Path) -> None:
    path = table(tmp_path / "mesr.csv", [line("A", "2021-22", people="90"), line("A", people="120")])
    assert found(read(path, "35238", year=2021)) == {"A": (90, 1000)}
    with pytest.raises(WorldError) as fault:
        read(path, "35238", year=2015)
    assert fault.value.key == "import_mesr_year"


def test_parts_of_institutions_are_not_counted_again(read: Reader, tmp_path: Path) -> None:
    reading = read(table(tmp_path / "mesr.csv", [line("A"), line("A, école *", attention=TWICE)]), "35238")
    assert set(found(reading)) == {"A"}
    assert reading.skipped[0].why.key == "skip.mesr_twice"


def test_arrondissements_and_merged_communes_count_in_their_commune(read: Reader, tmp_path: Path) -> None:
    lines = [line("Paris 5", commune="75105"), line("Paris", commune="75056"), line("Ain", commune="1004")]
    path = table(tmp_path / "mesr.csv", lines)
    assert set(found(read(path, "75056"))) == {"Paris 5", "Paris"}
    assert set(found(read(path, "01"))) == {"Ain"}


def test_a_secret_number_leaves_what_the_dossier_says(read: Reader, tmp_path: Path) -> None:
    reading = read(table(tmp_path / "mesr.csv", [line("A", people="<5", enrolled="1 000")]), "35238")
    assert found(reading) == {"A": (None, 1000)}
    assert "note.mesr_secret" in {note.key for note in reading.notes}
    done = operation(preview(reading, snapshot(students("A", 3))))
    assert done is not None
    after = done.changes[0].after
    assert isinstance(after, StudentGroup)
    assert (after.people, after.institution_total) == (3, 1000)


def test_the_same_institution_typed_for_all_levels_is_the_same_row(read: Reader, tmp_path: Path) -> None:
    reading = read(table(tmp_path / "mesr.csv", [line("Université  de Rennes")]), "35238")
    held = snapshot(students("université de rennes", 100, level=StudyLevel.ALL, institution_total=1000))
    assert [each.fate for each in preview(reading, held).lines] == [Fate.SAME]


def test_a_former_name_is_said(read: Reader, tmp_path: Path) -> None:
    lines = [line("Rennes 1", "2021-22", latest="Université de Rennes"), line("Université de Rennes")]
    reading = read(table(tmp_path / "mesr.csv", lines), "35238")
    said = [dict(note.params) for note in reading.notes if note.key == "note.mesr_renamed"]
    assert said == [{"former": "Rennes 1", "now": "Université de Rennes"}]


@pytest.mark.parametrize("separator", [",", "\t"])
def test_another_separator_is_understood(read: Reader, tmp_path: Path, separator: str) -> None:
    assert found(read(table(tmp_path / "mesr.csv", [line("A")], separator), "35238")) == {"A": (100, 1000)}


def test_what_cannot_be_read_is_said(read: Reader, tmp_path: Path) -> None:
    bad = table(tmp_path / "bad.csv", [line("A", people="1,234.5")])
    with pytest.raises(WorldError) as fault:
        read(bad, "35238")
    assert (fault.value.key, fault.value.params["row"]) == ("import_number", 2)
    with pytest.raises(WorldError) as fault:
        read(table(tmp_path / "none.csv", [line("A")]), "69123")
    assert fault.value.key == "import_nothing_here"
    with pytest.raises(WorldError) as fault:
        read(bad, own_territory("Ailleurs"))
    assert fault.value.key == "import_no_reference"


@pytest.mark.skipif(not REAL.exists(), reason="the published file is not here")
@pytest.mark.parametrize("code", ["35238", "243500139", "35"])
def test_the_real_file_in_rennes(read: Reader, code: str) -> None:
    reading = read(REAL, code)
    assert found(reading) == {"Université de Rennes": (2972, 31759), "Université Rennes 2": (2386, 20936)}


@pytest.mark.skipif(not REAL.exists(), reason="the published file is not here")
@pytest.mark.parametrize(("code", "count", "people"), [("75056", 13, 40_653), ("69123", 5, 8_805), ("75", 13, 40_653)])
def test_the_real_file_in_large_cities(read: Reader, code: str, count: int, people: int) -> None:
    rows = found(read(REAL, code))
    assert (len(rows), sum(mobile or 0 for mobile, _ in rows.values())) == (count, people)
