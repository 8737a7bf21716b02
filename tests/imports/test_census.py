"""The census as INSEE publishes it, brought to a territory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.dossier.founding import own_territory
from diagnostic.dossier.records import Diaspora
from diagnostic.dossier.vocabulary import Confidence, DiasporaDefinition
from diagnostic.errors import WorldError
from diagnostic.imports.bringing import read_file
from diagnostic.imports.format import Case
from diagnostic.imports.preview import Fate, not_chosen, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import PlaceKind, Places
from diagnostic.texts import Texts, load_texts
from tests.builders import people, snapshot
from tests.imports.census import BIRTH, DETAILED_BIRTH, FRENCH, NATIONALITIES, STATUS, export, long_file
from tests.imports.reading_for import Reader

GROUPED, DETAILED = "IMG1B - Pays de naissance regroupé", "IMG1B - Pays de naissance détaillé"
BIRTHPLACE, NATIONALITY = DiasporaDefinition.BIRTHPLACE, DiasporaDefinition.NATIONALITY
RENNES, ACIGNE, METROPOLE = "35238", "35001", "243500139"


@pytest.fixture
def read(places: Places, countries: Countries) -> Reader:
    """A reader of files for places of the reference."""
    return Reader(places, countries)


def found(reading: Reading) -> dict[str, int | None]:
    """Return the people by country ("" for those not told apart)."""
    return {row.country: row.people for each in reading.candidates if isinstance(row := each.row, Diaspora)}


def keys(reading: Reading) -> set[str]:
    """Return the notes, without their prefix."""
    return {said.key.removeprefix("note.") for said in reading.notes}


@pytest.mark.parametrize("preamble", [7, 8])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_detailed_countries_of_both_sexes_are_taken(
    read: Reader, tmp_path: Path, preamble: int, encoding: str
) -> None:
    sections = [(GROUPED, BIRTH), (DETAILED, DETAILED_BIRTH)]
    path = export(tmp_path / "rp2022_td_img1B.csv", sections, preamble=preamble, encoding=encoding)
    reading = read(path, RENNES)
    assert found(reading) == {
        "PT": 1500, "GB": 420, "CI": 610, "CG": 300, "CD": 450, "MU": 70, "GN": 800, "CN": 640, "VN": 380, "US": 210,
        "": 940,
    }  # fmt: skip
    row = reading.candidates[0].row
    assert isinstance(row, Diaspora)
    assert (row.definition, row.confidence, row.source_date) == (BIRTHPLACE, Confidence.OFFICIAL, "2022")
    assert row.source == "Insee, recensement 2022, IMG1B"
    assert (reading.year, reading.proxy, reading.unmatched) == (2022, "", ())


def test_groups_stand_in_where_there_is_no_detail(read: Reader, tmp_path: Path) -> None:
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)]), RENNES)
    assert set(found(reading)) == {"PT", "IT", "ES", "DZ", "MA", "TN", "TR", ""}
    assert found(reading)[""] == 2500 + 1200 + 5200 + 4100
    assert {each.why.key for each in reading.skipped} == {"skip.insee_group", "skip.insee_total"}
    assert "insee_groups" in keys(reading)


def test_nationalities_leave_the_french_and_the_totals_out(read: Reader, tmp_path: Path) -> None:
    sections = [("NAT1 - Nationalité", FRENCH), ("NAT1 - Nationalité détaillée", NATIONALITIES)]
    reading = read(export(tmp_path / "rp2021_td_nat1.csv", sections, header="Nationalité", year=2021), RENNES)
    assert found(reading) == {"PT": 1200, "IT": 500, "DZ": 2100, "MA": 2500, "TR": 1100, "": 5000}
    assert {row.definition for each in reading.candidates if isinstance(row := each.row, Diaspora)} == {NATIONALITY}


def test_a_nationality_of_two_countries_is_asked_and_then_known(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_nat1.csv", [("NAT1 - X", {"Congolais": 200.0, "Turcs": 100.0})])
    reading = read(path, RENNES)
    assert [each.name for each in reading.unmatched] == ["Congolais"]
    assert found(reading) == {"TR": 100, "": 200}
    assert found(read(path, RENNES, names={"congolais": "CD"})) == {"TR": 100, "CD": 200}
    assert found(read(path, RENNES, names={"congolais": ""})) == {"TR": 100, "": 200}


def test_men_and_women_are_added_up_where_both_are_not(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, {"Portugal": 100.0, "Maroc": 51.0})])
    lines = path.read_text(encoding="utf-8").splitlines()
    start, end = lines.index(f'"{GROUPED} - Sexe : Ensemble"'), lines.index(f'"{GROUPED} - Sexe : Hommes"')
    path.write_text("\n".join(lines[:start] + lines[end:]), encoding="utf-8")
    assert found(read(path, RENNES)) == {"PT": 100, "MA": 51}


def test_a_secret_figure_is_no_zero(read: Reader, tmp_path: Path) -> None:
    people_here: dict[str, float | str] = {"Portugal": 100.0, "Maroc": "s", "Autres pays": ""}
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, people_here)]), RENNES)
    assert found(reading) == {"PT": 100}
    assert "skip.insee_secret" in {each.why.key for each in reading.skipped}
    assert "insee_others_secret" in keys(reading)


def test_an_export_without_countries_gives_the_total(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1A.csv", [("IMG1A - Immigration", STATUS)], header="Immigration")
    reading = read(path, RENNES)
    assert found(reading) == {"": 24_000}
    assert reading.candidates[0].total


def test_an_export_below_the_thresholds_says_so_and_names_wider_ones(
    read: Reader, tmp_path: Path, texts: Texts
) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, dict.fromkeys(BIRTH, ""))], place="Acigné (35001)")
    reading = read(path, ACIGNE)
    assert reading.candidates == ()
    said = " ".join(sentence(note, texts) for note in reading.notes)
    assert "Rennes Métropole (243500139), Ille-et-Vilaine (35)" in said


@pytest.mark.parametrize("place", ["Ille-et-Vilaine (35)", "DEP-35", "Département de l'Ille-et-Vilaine"])
def test_a_wider_territory_is_offered_in_proportion_and_not_taken(read: Reader, tmp_path: Path, place: str) -> None:
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place=place), ACIGNE)
    assert reading.proxy == "Ille-et-Vilaine"
    assert not any(each.chosen for each in reading.candidates)
    row = next(each.row for each in reading.candidates if getattr(each.row, "country", "") == "MA")
    assert isinstance(row, Diaspora)
    assert (row.definition, row.confidence) == (DiasporaDefinition.ESTIMATE, Confidence.ESTIMATE)
    assert row.people == round(3100 * 6874 / 1_120_666)
    assert "Ille-et-Vilaine" in row.source
    assert "Ille-et-Vilaine" in row.comment


@pytest.mark.parametrize("place", ["Lyon (69123)", "Saint-Malo (35288)", "COM-35288", "METRO-1", "Paris 5e (75105)"])
def test_another_territory_is_refused(read: Reader, tmp_path: Path, place: str) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place=place)
    with pytest.raises(WorldError) as fault:
        read(path, RENNES)
    assert fault.value.key == "import_insee_elsewhere"


@pytest.mark.parametrize(
    "opening",
    [
        ["IMG1B - Population immigrée par pays de naissance en 2022", "Nantes (44109)", ""],
        ["IMG1B - Immigrés par pays de naissance;;;;;", "Nantes (44109);;;;;", ";;;;;"],
        ["IMG1B - Immigrés par pays de naissance - Nantes (44109) - Sexe : Ensemble"],
        ["IMG1B - Immigrés (UE à 27)", "Commune de Nantes (44109)"],
    ],
)
def test_another_territory_said_in_or_under_the_first_title_is_refused(
    read: Reader, tmp_path: Path, opening: list[str]
) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place="", preamble=4)
    tables = path.read_text(encoding="utf-8").splitlines()[4:]
    path.write_text("\n".join([*opening, *tables]), encoding="utf-8")
    with pytest.raises(WorldError) as fault:
        read(path, RENNES)
    assert (fault.value.key, fault.value.params["found"]) == ("import_insee_elsewhere", "Nantes")


def test_the_size_of_a_group_in_a_title_is_no_departement(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(f"{GROUPED}, UE (27)", BIRTH)], place="")
    assert "insee_unstated" in keys(read(path, RENNES))


def test_a_download_that_was_cut_is_told(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(DETAILED, DETAILED_BIRTH)])
    whole = path.read_text(encoding="utf-8").splitlines()
    assert "insee_cut" not in keys(read(path, RENNES))
    path.write_text("\n".join(whole[:14]), encoding="utf-8")
    cut = read(path, RENNES)
    assert "insee_cut" in keys(cut)
    assert found(cut)["PT"] == 1500


@pytest.mark.parametrize("code", ["75056", "75"])
def test_paris_is_the_same_as_a_commune_and_as_a_departement(read: Reader, tmp_path: Path, code: str) -> None:
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place="Paris (75056)"), code)
    assert reading.proxy == ""
    assert reading.candidates[0].chosen


def test_a_file_that_does_not_say_its_territory_is_doubted(read: Reader, tmp_path: Path) -> None:
    sections = [("NAT1 - Nationalité détaillée", NATIONALITIES)]
    path = export(tmp_path / "rp2022_td_nat1.csv", sections, place="", header="Nationalité")
    like, unlike = read(path, RENNES), read(path, "69123")
    assert "insee_unstated" in keys(like)
    assert all(each.chosen for each in like.candidates)
    assert "insee_unlike" in keys(unlike)
    assert not any(each.chosen for each in unlike.candidates)


def test_more_immigrants_than_inhabitants_are_refused(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place="")
    with pytest.raises(WorldError) as fault:
        read(path, ACIGNE)
    assert fault.value.key == "import_insee_too_many"


@pytest.mark.parametrize("place", ["Bretagne (53)", "Région Bretagne (53)", "REG-53"])
def test_a_region_is_told_from_a_departement_of_the_same_code(read: Reader, tmp_path: Path, place: str) -> None:
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)], place=place), RENNES)
    assert reading.proxy == "Bretagne"


def test_another_year_than_that_asked_for_is_refused(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)])
    assert read(path, RENNES, year=2022).year == 2022
    with pytest.raises(WorldError) as fault:
        read(path, RENNES, year=2021)
    assert fault.value.key == "import_other_year"


def test_another_file_taken_for_an_export_is_told_so(read: Reader, tmp_path: Path) -> None:
    (tmp_path / "notes.csv").write_text("a;b\n1;2\n", encoding="utf-8")
    with pytest.raises(WorldError) as fault:
        read(tmp_path / "notes.csv", RENNES, "insee_export")
    assert fault.value.key == "import_insee_no_table"
    with pytest.raises(WorldError) as fault:
        read(tmp_path / "notes.csv", RENNES)
    assert fault.value.key == "import_unknown"


def test_a_cell_that_is_no_number_is_named(read: Reader, tmp_path: Path, texts: Texts) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, {"Portugal": "12 abc"})])
    with pytest.raises(WorldError) as fault:
        read(path, RENNES)
    assert fault.value.params["row"] == 11
    assert "12 abc" in texts.error(fault.value)


# The national files.


def national(tmp_path: Path, **options: Any) -> Path:
    """Return a national file: two communes of Rennes Métropole, and Paris in both manners."""
    communes = [
        ("COM", "35238", 24_000.0), ("COM", "35051", 1_000.0), ("COM", "35240", 0.0), ("COM", "01001", 30.0),
        ("COM", "75056", 400_000.0), ("ARM", "75101", 300_000.0), ("ARM", "75102", 100_000.0),
    ]  # fmt: skip
    return long_file(tmp_path / "TD_IMG1A_2022.csv", communes, **options)


def test_the_national_file_gives_one_total(read: Reader, tmp_path: Path) -> None:
    reading = read(national(tmp_path), RENNES)
    assert found(reading) == {"": 24_000}
    assert reading.year == 2022
    nationality = read(national(tmp_path, what="INATC", abroad="2"), RENNES)
    row = nationality.candidates[0].row
    assert isinstance(row, Diaspora)
    assert (row.people, row.definition) == (24_000, NATIONALITY)


def test_paris_is_not_counted_twice(read: Reader, tmp_path: Path) -> None:
    assert found(read(national(tmp_path), "75056")) == {"": 400_000}
    assert found(read(national(tmp_path), "75101")) == {"": 300_000}
    by_parts = long_file(tmp_path / "TD_IMG1A_2021.csv", [("ARM", "75101", 10.0), ("ARM", "75120", 20.0)])
    assert found(read(by_parts, "75056")) == {"": 30}


def test_a_grouping_adds_its_members_and_says_which_lack(read: Reader, tmp_path: Path) -> None:
    reading = read(national(tmp_path), METROPOLE)
    assert found(reading) == {"": 25_000}
    assert "insee_partial" in keys(reading)
    (partial,) = [note for note in reading.notes if note.key == "note.insee_partial"]
    assert "absente" in sentence(partial, load_texts("fr"))  # too small, or cut: the file does not say which
    assert not reading.candidates[0].chosen


def test_a_grouping_whose_members_are_all_there_is_taken(read: Reader, tmp_path: Path, places: Places) -> None:
    members = [place.code for place in places.all(PlaceKind.COMMUNE) if place.epci == METROPOLE]
    reading = read(long_file(tmp_path / "TD_NAT1_2022.csv", [("COM", code, 10.0) for code in members]), METROPOLE)
    assert found(reading) == {"": 10 * len(members)}
    assert reading.candidates[0].chosen


def test_a_commune_that_merged_is_followed(read: Reader, tmp_path: Path, places: Places) -> None:
    former = next(code for code in sorted(places.former_codes({"49018"})))
    path = long_file(tmp_path / "TD_NAT1_2014.csv", [("COM", former, 40.0), ("COM", "49018", 60.0)])
    assert found(read(path, "49018")) == {"": 100}


@pytest.mark.parametrize("code", ["01001", "01"])
def test_codes_that_lost_their_zeros_are_found(read: Reader, tmp_path: Path, code: str) -> None:
    assert found(read(national(tmp_path, zeros=False), code)) == {"": 30}


def test_a_small_commune_is_offered_its_grouping_in_proportion(read: Reader, tmp_path: Path) -> None:
    reading = read(national(tmp_path), ACIGNE)
    assert reading.proxy == "Rennes Métropole"
    candidate = reading.candidates[0]
    row = candidate.row
    assert isinstance(row, Diaspora)
    assert not candidate.chosen
    assert row.confidence is Confidence.ESTIMATE
    assert row.people
    assert 0 < row.people < 1000


def test_a_territory_of_which_the_file_has_nothing_is_told_so(read: Reader, tmp_path: Path) -> None:
    with pytest.raises(WorldError) as fault:
        read(national(tmp_path), "2A004")
    assert fault.value.key == "import_nothing_here"
    with pytest.raises(WorldError) as fault:
        read(national(tmp_path), own_territory("Pays de l’Alizé"))
    assert fault.value.key == "import_no_reference"


def test_a_carriage_return_inside_a_line_is_named(read: Reader, tmp_path: Path) -> None:
    path = national(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"COM;35238;;15", b"COM;35238;\rx;15"))
    with pytest.raises(WorldError) as fault:
        read(path, RENNES)
    assert fault.value.key == "import_row"


def test_the_national_file_is_read_in_constant_memory(read: Reader, tmp_path: Path) -> None:
    path = long_file(tmp_path / "TD_NAT1_2022.csv", [("COM", f"{code:05}", 10.0) for code in range(1000, 21_000)])
    size = path.stat().st_size
    case = read.case("01001")
    tracemalloc.start()
    try:
        read(path, case.territory)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert size > 8_000_000
    assert peak < size  # a few blocks, never the file


# In the dossier.


def test_the_same_file_twice_changes_nothing(read: Reader, tmp_path: Path) -> None:
    reading = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)]), RENNES)
    again = preview(reading, snapshot(*(each.row for each in reading.candidates)))
    assert {line.fate for line in again.lines} == {Fate.SAME}
    assert operation(again) is None


def test_next_years_file_updates_and_keeps_what_was_typed(read: Reader, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2023_td_img1B.csv", [(GROUPED, {"Maroc": 3200.0})], year=2023)
    typed = people("MA", 3100, definition=BIRTHPLACE, comment="voir la maison des associations", source="Insee, 2022")
    found_ = preview(read(path, RENNES), snapshot(typed))
    done = operation(found_)
    assert done is not None
    after = done.changes[0].after
    assert isinstance(after, Diaspora)
    assert (after.people, after.comment, after.source_date) == (3200, "voir la maison des associations", "2023")


def test_a_total_is_not_added_to_rows_by_country(read: Reader, tmp_path: Path) -> None:
    reading = read(national(tmp_path), RENNES)
    assert not_chosen(preview(reading, snapshot())) == frozenset()
    assert not_chosen(preview(reading, snapshot(people("MA", 10)))) == {0}


def test_the_detail_takes_the_place_of_the_total(read: Reader, tmp_path: Path) -> None:
    total = read(national(tmp_path), RENNES).candidates[0].row
    detail = read(export(tmp_path / "rp2022_td_img1B.csv", [(GROUPED, BIRTH)]), RENNES)
    lines = preview(detail, snapshot(total)).lines
    changed = [line.after for line in lines if line.fate is Fate.CHANGED]
    assert [(row.country, row.people) for row in changed if isinstance(row, Diaspora)] == [("", 13_000)]


# Whatever the bytes.


@pytest.fixture(scope="module")
def pieces(tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The files above, as bytes to be broken."""
    folder = tmp_path_factory.mktemp("pieces")
    one = export(folder / "a.csv", [(GROUPED, BIRTH), ("NAT1 - X", NATIONALITIES)])
    return [one.read_bytes(), national(folder).read_bytes()]


@pytest.fixture(scope="module")
def cases(places: Places, countries: Countries) -> list[Case]:
    """Whom broken files are read for."""
    return [Reader(places, countries).case(code) for code in (RENNES, METROPOLE, "75056")]


CUTS = st.tuples(
    st.floats(0, 1), st.integers(0, 40), st.binary(max_size=12) | st.sampled_from([b'"', b";", b"\n", b"\x00", b"\xff"])
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    piece=st.integers(0, 1),
    cuts=st.lists(CUTS, max_size=6),
    whose=st.integers(0, 2),
    kind=st.sampled_from(["", "insee_export", "insee_long", "mesr_students"]),
)
def test_broken_files_give_a_reading_or_a_sentence(
    piece: int,
    cuts: list[tuple[float, int, bytes]],
    whose: int,
    kind: str,
    pieces: list[bytes],
    cases: list[Case],
    tmp_path: Path,
    texts: Texts,
) -> None:
    raw = bytearray(pieces[piece])
    for where, width, junk in cuts:
        at = int(where * len(raw))
        raw[at : at + width] = junk
    path = tmp_path / "rp2022_broken.csv"
    path.write_bytes(bytes(raw))
    try:
        reading = read_file(path, cases[whose], FORMATS, kind)
    except WorldError as fault:
        said = texts.error(fault)
    else:
        said = " ".join([reading.format, *(sentence(note, texts) for note in reading.notes)])
    assert said


@pytest.mark.parametrize(
    ("cells", "key"),
    [(b'"Tunisie";"225.0"', "skip.insee_short"), (b'"Tunisie";"225.0";;;;"900.0";;"9"', "skip.insee_long")],
)
def test_a_line_without_the_cells_of_the_header_is_not_called_secret(
    tmp_path: Path, places: Places, countries: Countries, cells: bytes, key: str
) -> None:
    file = export(tmp_path / "rp2022.csv", [("IMG1B - Pays de naissance regroupé", BIRTH)])
    whole = b'"Tunisie";"225.0";"225.0";"225.0";"225.0";"900.0"'
    assert whole in file.read_bytes()
    file.write_bytes(file.read_bytes().replace(whole, cells, 1))
    reading = Reader(places, countries)(file, "35238")
    assert [each.example for each in reading.skipped if each.why.key == key] == ["Tunisie"]
    assert "TN" not in {getattr(each.row, "country", "") for each in reading.candidates}
    assert "MA" in {getattr(each.row, "country", "") for each in reading.candidates}


def test_a_short_line_of_a_group_of_countries_is_no_secret(
    tmp_path: Path, places: Places, countries: Countries
) -> None:
    file = export(tmp_path / "rp2022.csv", [("IMG1B - Pays de naissance regroupé", BIRTH)])
    file.write_bytes(
        file.read_bytes().replace(b'"Autres pays d\'Europe";"300.0";"300.0"', b'"Autres pays d\'Europe"', 1)
    )
    assert "note.insee_others_odd" in {note.key for note in Reader(places, countries)(file, "35238").notes}
