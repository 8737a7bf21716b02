"""The ministry's file of the next year: what merged, was renamed or is gone is not counted beside the new rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.dossier import operations
from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.records import StudentGroup
from diagnostic.dossier.store import Dossier
from diagnostic.imports.preview import Fate, Line, not_chosen, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import PlaceKind, Places
from diagnostic.texts import LANGUAGES, load_texts
from tests.imports.reading_for import Reader
from tests.imports.test_mesr import REAL, TWICE, line, table

RENNES = "35238"


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def bring(dossier: Dossier, reading: Reading) -> dict[str, Line]:
    """Import a file as it is proposed; return what is removed, by institution."""
    found = preview(reading, dossier.snapshot())
    if change := operation(found, not_chosen(found)):
        dossier.apply(change)
    return {line.after.institution: line for line in found.of(Fate.REMOVED) if isinstance(line.after, StudentGroup)}


def counted(dossier: Dossier) -> dict[str, int | None]:
    return {each.institution: each.people for each in dossier.snapshot().student_groups}


def test_what_the_file_counts_elsewhere_is_removed_and_the_total_is_that_of_the_year(
    dossier: Dossier, read: Reader, tmp_path: Path
) -> None:
    lines = [
        line("Rennes 1", "2021-22", people="90", latest="Université"),
        line("École", "2021-22", people="20"),
        line("Institut", "2021-22", people="7", latest="Université d’ailleurs"),
        line("Fac libre", "2021-22", people="5"),
        line("Université", people="120"),
        line("École *", commune="", attention=TWICE),
    ]
    file = table(tmp_path / "mesr.csv", lines)
    assert bring(dossier, read(file, RENNES, year=2021)) == {}
    dossier.apply(operations.add(StudentGroup(institution="Typed", people=3, source="La DRI", source_date="2021")))
    gone = bring(dossier, read(file, RENNES))
    assert {name: (each.chosen, each.candidate.why.key) for name, each in gone.items() if each.candidate.why} == {
        "Rennes 1": (True, "why.mesr_new_name"),
        "École": (True, "why.mesr_part"),
        "Institut": (False, "why.mesr_elsewhere"),
        "Fac libre": (False, "why.named_no_more"),
    }
    assert counted(dossier) == {"Institut": 7, "Fac libre": 5, "Typed": 3, "Université": 120}
    for lang in LANGUAGES:
        assert all(sentence(said, load_texts(lang)) for each in gone.values() for said in each.reasons)
    dossier.undo()
    assert counted(dossier) == {"Rennes 1": 90, "École": 20, "Institut": 7, "Fac libre": 5, "Typed": 3}


def test_all_that_is_out_of_date_goes_when_it_is_asked_for(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    lines = [line("Gone", "2021-22", people="90"), line("New", people="120")]
    file = table(tmp_path / "mesr.csv", lines)
    bring(dossier, read(file, RENNES, year=2021))
    change = operation(preview(read(file, RENNES), dossier.snapshot()))
    assert change
    dossier.apply(change)
    assert counted(dossier) == {"New": 120}
    assert bring(dossier, read(file, RENNES)) == {}


def test_an_older_file_removes_nothing_of_a_newer_one(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    file = table(tmp_path / "mesr.csv", [line("Old", "2021-22"), line("New", people="120")])
    bring(dossier, read(file, RENNES))
    assert bring(dossier, read(file, RENNES, year=2021)) == {}
    assert counted(dossier)["New"] == 120


def test_a_row_with_a_remark_of_the_user_is_left_to_him(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    lines = [line("A", "2021-22"), line("B"), line("A *", commune="", attention=TWICE)]
    file = table(tmp_path / "mesr.csv", lines)
    bring(dossier, read(file, RENNES, year=2021))
    (row,) = dossier.snapshot().student_groups
    dossier.apply(operations.edit(row, comment="accord avec Sétif"))
    gone = bring(dossier, read(file, RENNES))["A"]
    assert (gone.chosen, [said.key for said in gone.reasons]) == (False, ["doubt.noted", "why.mesr_part"])
    assert "A" in counted(dossier)


def test_a_row_imported_in_the_other_language_is_known_too(dossier: Dossier, read: Reader, tmp_path: Path) -> None:
    lines = [line("A", "2021-22"), line("B"), line("A *", commune="", attention=TWICE)]
    file = table(tmp_path / "mesr.csv", lines)
    bring(dossier, read(file, RENNES, year=2021, lang="en"))
    bring(dossier, read(file, RENNES))
    assert set(counted(dossier)) == {"B"}


@pytest.mark.parametrize(
    ("others", "key"),
    [
        ([], "mesr_renamed"),
        ([line("U", "2020-21")], "mesr_merged"),
        ([line("Second", "2020-21", latest="U")], "mesr_merged"),
        ([line("Second", "2019-20", latest="U")], "mesr_renamed"),
    ],
)
def test_a_merger_is_not_called_a_new_name(
    read: Reader, tmp_path: Path, others: list[tuple[str, ...]], key: str
) -> None:
    lines = [line("First", "2020-21", latest="U"), *others, line("U")]
    reading = read(table(tmp_path / "mesr.csv", lines), RENNES)  # type: ignore[arg-type]  # lines of the file
    said = {note.params["former"]: note.key for note in reading.notes if "former" in note.params}
    assert said["First"] == f"note.{key}"


@pytest.mark.skipif(not REAL.exists(), reason="the published file is not here")
def test_rennes_after_its_merger_has_the_count_of_the_new_year(dossier: Dossier, read: Reader) -> None:
    bring(dossier, read(REAL, RENNES, year=2021))
    assert len(counted(dossier)) == 6
    gone = bring(dossier, read(REAL, RENNES))
    assert counted(dossier) == {"Université de Rennes": 2972, "Université Rennes 2": 2386}
    assert len(gone) == 5
    assert all(each.chosen for each in gone.values())
    renamed = gone["Université de Rennes 1"].candidate.why
    assert renamed
    assert renamed.key == "why.mesr_new_name"


@pytest.mark.skipif(not REAL.exists(), reason="the published file is not here")
def test_an_institute_taken_in_by_the_university_of_another_town_is_to_be_checked(
    dossier: Dossier, read: Reader, places: Places
) -> None:
    bring(dossier, read(REAL, RENNES, year=2006))
    gone = bring(dossier, read(REAL, RENNES, year=2009))
    ((name, each),) = gone.items()
    assert (name, each.chosen) == ("Institut universitaire de formation des maîtres de Rennes", False)
    assert each.candidate.why
    assert each.candidate.why.key == "why.mesr_elsewhere"
    place = places.by_code("53", PlaceKind.REGION)
    assert place
    brittany = read(REAL, territory_of(place, places))
    merged = {note.params["former"] for note in brittany.notes if note.key == "note.mesr_merged"}
    assert name in merged
