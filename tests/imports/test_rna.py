"""The register of associations: which are kept for a territory, what of them, and what is never kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.records import Association
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import AssociationKind, Confidence
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.formats.rna_names import readable, spellings
from diagnostic.imports.links.lexicon import load_lexicon
from diagnostic.imports.preview import Fate, not_chosen, operation, preview
from diagnostic.imports.reading import Reading
from diagnostic.imports.recognise import look_at, recognise
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.watching import unwatched
from tests.imports.registers import IMPORT, SECRET, WALDEC, association, register

NAME = "rna_waldec_20260101_dpt_35.csv"
MakeCase = Callable[..., Case]


@pytest.fixture
def case(places: Places, countries: Countries) -> MakeCase:
    """Return a case of Rennes, or of the place of a code."""

    def make(code: str = "35238", **fields: Any) -> Case:
        place = places.by_code(code)
        assert place
        whose = territory_of(place, places)
        scope = scope_of(whose, places)
        return Case(
            territory=whose, scope=scope, places=places, countries=countries, lang="fr", day="2026-11-21", **fields
        )

    return make


def read(path: Path, case: Case) -> Reading:
    source = open_source(path)
    return recognise(look_at(source), FORMATS).read(source, case, unwatched)


def names(reading: Reading) -> list[str]:
    return [candidate.row.name for candidate in reading.candidates if isinstance(candidate.row, Association)]


def skipped(reading: Reading) -> dict[str, tuple[int, ...]]:
    return {each.why.key.removeprefix("skip."): each.lines for each in reading.skipped}


def notes(reading: Reading) -> set[str]:
    return {note.key for note in reading.notes}


MALIANS = association(1, "AMICALE DES MALIENS DE RENNES", "entraide", "014040", objet_social2="009050")
PHOTO = association(2, "CLUB PHOTO", "photographie", "006025")
TWINS = association(3, "Comité de jumelage Rennes - Brno", "échanges avec une ville\nde Tchéquie ; amitié", "009050")


def test_an_association_says_its_name_number_objects_countries_and_kind(tmp_path: Path, case: MakeCase) -> None:
    reading = read(register(tmp_path / NAME, MALIANS, PHOTO, TWINS), case())
    assert (reading.format, reading.year) == ("rna", 2026)
    malians, twins = (candidate.row for candidate in reading.candidates)
    assert isinstance(malians, Association)
    assert isinstance(twins, Association)
    assert (malians.name, malians.rna) == ("Amicale des Maliens de Rennes", "W000000001")
    assert (
        malians.objects
        == "Personnes originaires d’un même pays (014040) ; Jumelages et échanges internationaux (009050)"
    )
    assert (malians.countries, malians.type) == (("ML",), AssociationKind.DIASPORA)
    assert malians.source == "Répertoire national des associations (RNA), ministère de l’Intérieur, 2026"
    assert (malians.source_date, malians.confidence) == ("2026-01-01", Confidence.OFFICIAL)
    assert (twins.name, twins.countries) == ("Comité de jumelage Rennes - Brno", ("CZ",))
    assert twins.type is AssociationKind.TWINNING
    assert skipped(reading) == {"rna_local": (3,)}
    assert [candidate.line for candidate in reading.candidates] == [2, 4]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "iso-8859-1"])
@pytest.mark.parametrize("columns", [WALDEC, IMPORT], ids=["waldec", "import"])
def test_both_layouts_and_both_encodings_say_the_same(
    tmp_path: Path, case: MakeCase, encoding: str, columns: tuple[str, ...]
) -> None:
    senegal = association(4, "Amitié franco-sénégalaise", "échanges")
    reading = read(register(tmp_path / NAME, senegal, TWINS, columns=columns, encoding=encoding), case())
    assert names(reading) == ["Amitié franco-sénégalaise", "Comité de jumelage Rennes - Brno"]


def test_the_older_layout_without_commune_codes_goes_by_names(tmp_path: Path, case: MakeCase) -> None:
    columns = [name for name in IMPORT if name != "adrs_codeinsee"]
    away = association(5, "Amis du Bénin", "aide", libcom="Rennes", adrs_codepostal="25000")
    cedex = association(6, "Amis du Togo", "aide", libcom="RENNES CEDEX 7", adrs_codepostal="35207")
    reading = read(register(tmp_path / NAME, MALIANS, away, cedex, columns=columns), case())
    assert names(reading) == ["Amicale des Maliens de Rennes", "Amis du Togo"]


def test_nothing_personal_is_kept_or_shown(tmp_path: Path, case: MakeCase, dossier: Dossier) -> None:
    purpose = f"entraide ; écrire à {SECRET}"
    rows = [
        replaced | {"objet": purpose}
        for replaced in (MALIANS, PHOTO, TWINS, association(7, "TANGO ARGENTIN"), association(8, "Bal", position="D"))
    ]
    for columns in (WALDEC, IMPORT):
        reading = read(register(tmp_path / NAME, *rows, columns=columns), case())
        assert len(reading.candidates) == 3
        assert SECRET.split("-")[0] not in repr(preview(reading, dossier.snapshot()))
        assert "anari" not in repr(reading)


def test_lost_zeros_are_restored(tmp_path: Path, case: MakeCase) -> None:
    short = association(9, "LES VOISINS", "rencontres", "9050", adrs_codeinsee="1053", adrs_codepostal="1000")
    (row,) = (candidate.row for candidate in read(register(tmp_path / NAME, short), case("01053")).candidates)
    assert isinstance(row, Association)
    assert row.objects == "Jumelages et échanges internationaux (009050)"


def test_dissolved_removed_and_cut_lines_are_left_out_with_the_reason(tmp_path: Path, case: MakeCase) -> None:
    file = register(
        tmp_path / NAME,
        MALIANS,
        association(10, "Amis du Tchad", position="D", date_disso="2019-05-01"),
        association(11, "Amis du Mali", position="S"),
    )
    file.write_bytes(file.read_bytes() + b'"W000000012";"cut"\r\n')
    reading = read(file, case())
    assert skipped(reading) == {"rna_dissolved": (3,), "rna_inactive": (4,), "rna_cells": (5,)}
    assert len(reading.candidates) == 1


def test_the_day_of_an_end_counts_more_than_a_position_left_active(tmp_path: Path, case: MakeCase) -> None:
    rows = (
        MALIANS,
        association(11, "Amis du Tchad", date_disso="2020-01-05"),
        association(12, "Amis du Togo", date_disso="2027-01-05"),
    )
    reading = read(register(tmp_path / NAME, *rows), case())
    assert skipped(reading) == {"rna_dissolved": (3,)}
    assert names(reading)[1:] == ["Amis du Togo"]


def test_arrondissements_and_merged_communes_are_the_territory_s_own(tmp_path: Path, case: MakeCase) -> None:
    here = association(13, "Amis du Mali", adrs_codeinsee="75119")
    away = association(14, "Amis du Niger", adrs_codeinsee="93066")
    reading = read(register(tmp_path / NAME, here, away), case("75056"))
    assert (names(reading), "note.rna_elsewhere" in notes(reading)) == (["Amis du Mali"], True)
    merged = association(15, "Amis du Mali", adrs_codeinsee="35011")
    assert names(read(register(tmp_path / NAME, merged), case("35292"))) == ["Amis du Mali"]


def test_alsace_and_moselle_are_said_to_be_missing(tmp_path: Path, case: MakeCase) -> None:
    file = register(tmp_path / NAME, MALIANS)
    with pytest.raises(WorldError) as fault:
        read(file, case("67482"))
    assert fault.value.key == "import_rna_alsace"
    with pytest.raises(WorldError) as fault:
        read(file, case("59350"))
    assert fault.value.key == "import_nothing_here"
    assert "note.rna_alsace" not in notes(read(file, case()))
    strasbourg = register(tmp_path / NAME, association(16, "Amis du Mali", adrs_codeinsee="67482"))
    assert "note.rna_alsace" in notes(read(strasbourg, case("67482")))


def test_doubtful_ones_are_proposed_and_not_taken(tmp_path: Path, case: MakeCase, dossier: Dossier) -> None:
    reading = read(register(tmp_path / NAME, MALIANS, association(17, "TANGO ARGENTIN")), case())
    found = preview(reading, dossier.snapshot())
    assert not_chosen(found) == {1}
    assert found.lines[1].candidate.why is not None
    assert found.lines[1].candidate.why.key == "why.doubt_practice"


def test_the_same_file_twice_changes_nothing_and_next_year_s_keeps_what_was_typed(
    tmp_path: Path, case: MakeCase, dossier: Dossier
) -> None:
    first = operation(preview(read(register(tmp_path / NAME, MALIANS, TWINS), case()), dossier.snapshot()))
    assert first
    dossier.apply(first)
    again = preview(read(register(tmp_path / NAME, MALIANS, TWINS), case()), dossier.snapshot())
    assert {line.fate for line in again.lines} == {Fate.SAME}
    row = dossier.snapshot().associations[0]
    typed = replace(
        row, name="Amicale des maliens de Rennes", comment="vue en mars", countries=("ML", "SN"), objects="x"
    )
    dossier.apply(Operation(name="edit", kind="association", changes=(Change(before=row, after=typed),)))
    renamed = TWINS | {"titre": "Comité de jumelage de Rennes"}
    later = preview(
        read(register(tmp_path / NAME.replace("2026", "2027"), MALIANS, renamed), case()), dossier.snapshot()
    )
    assert [(line.fate, line.fields) for line in later.lines] == [(Fate.SAME, ()), (Fate.CHANGED, ("name",))]
    change = operation(later)
    assert change
    dossier.apply(change)
    kept = dossier.snapshot().associations
    assert (kept[0].comment, kept[0].countries, kept[0].objects) == ("vue en mars", ("ML", "SN"), "x")
    assert kept[1].source.endswith("2027")
    dossier.undo()
    assert dossier.snapshot().associations[1].name == "Comité de jumelage Rennes - Brno"


def test_an_association_typed_without_its_number_is_found_by_its_name(
    tmp_path: Path, case: MakeCase, dossier: Dossier
) -> None:
    typed = Association(name="Amicale des maliens de Rennes", countries=("ML", "GN"), comment="contact pris")
    dossier.apply(Operation(name="add", kind="association", changes=(Change(before=None, after=typed),)))
    twin = MALIANS | {"id": "W000000099"}
    found = preview(read(register(tmp_path / NAME, MALIANS, twin), case()), dossier.snapshot())
    assert [(line.fate, line.fields) for line in found.lines] == [(Fate.CHANGED, ("rna",)), (Fate.ADDED, ())]
    after = found.lines[0].after
    assert isinstance(after, Association)
    assert (after.rna, after.countries, after.comment) == ("W000000001", ("ML", "GN"), "contact pris")


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("UNION  DES SENEGALAIS DE L'OUEST (USO)", "Union des Sénégalais de l'Ouest (USO)"),
        ("AMITIE FRANCO-MALIENNE", "Amitie Franco-Malienne"),
        ("LES AMIS D'HAITI", "Les Amis d'Haïti"),
        ("A.S.E.C.R. RENNES 2000", "A.S.E.C.R. Rennes 2000"),
        ("ONG PARTAGE", "Ong Partage"),
        ("LGBT SANS FRONTIERES", "LGBT sans Frontieres"),
        ("Déjà Lisible (ok)", "Déjà Lisible (ok)"),
    ],
)
def test_capitals_become_readable(title: str, wanted: str, countries: Countries) -> None:
    assert readable(title, spellings(load_lexicon(countries))) == wanted


def test_a_quote_that_never_closes_and_a_missing_column_are_said(tmp_path: Path, case: MakeCase) -> None:
    file = register(tmp_path / NAME, MALIANS)
    file.write_bytes(file.read_bytes() + b'"W000000012";"never closed;\r\n')
    with pytest.raises(WorldError) as fault:
        read(file, case())
    assert (fault.value.key, fault.value.params["row"]) == ("import_open_quote", 3)
    columns = [name for name in WALDEC if name not in ("adrs_codeinsee", "adrs_libcommune")]
    with pytest.raises(WorldError) as fault:
        read(register(tmp_path / NAME, MALIANS, columns=columns), case())
    assert fault.value.key == "import_missing_column"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_the_bytes_a_reading_or_a_calm_fault(tmp_path: Path, case: MakeCase, data: st.DataObject) -> None:
    whole = register(tmp_path / NAME, MALIANS, PHOTO, TWINS, association(18, "AMIS DU TOGO", "aide")).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, min(start + 40, len(whole))))
    file = tmp_path / "mutated.csv"
    file.write_bytes(whole[:start] + data.draw(st.binary(max_size=20)) + whole[stop:])
    try:
        reading = read(file, case())
    except WorldError:
        return
    assert all(isinstance(candidate.row, Association) for candidate in reading.candidates)
