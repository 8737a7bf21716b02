"""Grants awarded: those of an international nature, whose money they are, and nobody's name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from diagnostic.dossier.founding import territory_of
from diagnostic.dossier.operations import Change, Operation
from diagnostic.dossier.records import Association, BudgetLine
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import BudgetDirection
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.preview import Fate, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.recognise import look_at, recognise
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.saying import sentence
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import open_source
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import LANGUAGES, load_texts
from diagnostic.watching import unwatched
from tests.imports.registers import grant, grants

MakeCase = Callable[..., Case]


@pytest.fixture
def case(places: Places, countries: Countries) -> MakeCase:
    """Return a case of Rennes."""

    def make(**fields: Any) -> Case:
        place = places.by_code("35238")
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


def money(reading: Reading) -> list[BudgetLine]:
    return [candidate.row for candidate in reading.candidates if isinstance(candidate.row, BudgetLine)]


def skipped(reading: Reading) -> dict[str, tuple[int, ...]]:
    return {each.why.key.removeprefix("skip."): each.lines for each in reading.skipped}


@pytest.mark.parametrize("separator", [",", ";"])
def test_an_international_grant_is_a_line_of_the_budget(tmp_path: Path, case: MakeCase, separator: str) -> None:
    local = grant(objet="Fonctionnement de la ludothèque", nomBeneficiaire="Association Les Dés")
    reading = read(grants(tmp_path / "g.csv", grant(), local, separator=separator), case())
    (line,) = money(reading)
    assert (reading.format, reading.year) == ("scdl", 2024)
    assert (line.year, line.direction, line.amount) == (2024, BudgetDirection.EXPENSE, 1000.0)
    assert (line.label, line.country) == ("Coopération avec le Sénégal – Association Teranga", "SN")
    assert line.source == "Subventions attribuées (SCDL), Ville de Rennes, 2024"
    assert skipped(reading) == {"scdl_local": (3,)}
    assert "note.scdl_twice" in {note.key for note in reading.notes}


@pytest.mark.parametrize(
    ("amount", "euros"),
    [("1 234,50 €", 1234.5), ("1,234.5", 1234.5), ("1234.50", 1234.5), ("1.234,50", 1234.5), ("12\u202f000", 12000.0)],
)
def test_amounts_are_read_as_they_are_written(tmp_path: Path, case: MakeCase, amount: str, euros: float) -> None:
    (line,) = money(read(grants(tmp_path / "g.csv", grant(montant=amount), separator=";"), case()))
    assert line.amount == euros


def test_grants_alike_are_added_up_and_shares_are_taken(tmp_path: Path, case: MakeCase) -> None:
    reading = read(grants(tmp_path / "g.csv", grant(), grant(montant="500,5", pourcentageSubvention="0.5")), case())
    (line,) = money(reading)
    assert line.amount == 1250.25
    assert "note.scdl_shares" in {note.key for note in reading.notes}


def test_what_is_not_money_of_the_territory_is_left_out_with_the_reason(tmp_path: Path, case: MakeCase) -> None:
    reading = read(
        grants(
            tmp_path / "g.csv",
            grant(),
            grant(nomAttribuant="Région Bretagne", idAttribuant="23350001600040"),
            grant(nature="aide en nature"),
            grant(montant="à définir"),
            grant(montant="-50"),
            grant(dateConvention=""),
            grant(dateConvention="0001-01-01"),
            grant(pourcentageSubvention="moitié"),
            grant(idAttribuant="", dateConvention="18/03/2024", objet="Jumelage avec Cork"),
        ),
        case(),
    )
    assert skipped(reading) == {
        "scdl_giver": (3,),
        "scdl_kind": (4,),
        "scdl_amount": (5,),
        "scdl_negative": (6,),
        "scdl_undated": (7, 8),
        "scdl_share": (9,),
    }
    assert [line.amount for line in money(reading)] == [1000.0, 1000.0]


def test_the_year_asked_for_is_read_and_stands_for_a_missing_one(tmp_path: Path, case: MakeCase) -> None:
    file = grants(
        tmp_path / "g.csv", grant(), grant(dateConvention="", montant="7"), grant(dateConvention="2023-01-02")
    )
    reading = read(file, case(year=2024))
    assert [(line.year, line.amount) for line in money(reading)] == [(2024, 1007.0)]
    assert skipped(reading) == {"scdl_year": (4,)}


def test_a_file_of_another_giver_is_said_to_be_one(tmp_path: Path, case: MakeCase) -> None:
    other = grant(nomAttribuant="Région Bretagne", idAttribuant="23350001600040")
    with pytest.raises(WorldError) as fault:
        read(grants(tmp_path / "g.csv", other), case())
    assert (fault.value.key, fault.value.params["found"]) == ("import_no_giver", "Région Bretagne")


@pytest.mark.parametrize(
    ("name", "siret"),
    [
        ("Zébulon CANARI", ""),
        ("Mme CANARI Zélie", "38047555800058"),
        ("CANARI Jean", "38047555800058"),
        ("M. Canari", ""),
        ("", ""),
    ],
)
def test_persons_are_never_named(tmp_path: Path, case: MakeCase, dossier: Dossier, name: str, siret: str) -> None:
    one = grant(nomBeneficiaire=name, idBeneficiaire=siret, objet="Mobilité internationale de Mme Canari au Mali")
    odd = grant(nomBeneficiaire=name, idBeneficiaire=siret, objet="Bourse au permis de Mme Canari")
    reading = read(grants(tmp_path / "g.csv", one, odd, one), case())
    (line,) = money(reading)
    assert (line.label, line.amount, line.country) == ("Aides à des personnes, à caractère international", 2000.0, "")
    assert "anari" not in repr(preview(reading, dossier.snapshot())).lower()


@pytest.mark.parametrize(
    ("name", "purpose", "label", "country", "chosen"),
    [
        ("Cap Togo", "Aide au Togo", "Aide au Togo – bénéficiaire sans numéro (Togo)", "TG", True),
        ("Cap Togo", "Projet école", "Projet école – bénéficiaire sans numéro (Togo)", "TG", False),
        ("Cap Togo", "Cap Togo, projet d’école", "bénéficiaire sans numéro (Togo)", "TG", False),
        ("Coopération Arménie", "Soutien", "Soutien – Coopération Arménie", "AM", True),
    ],
)
def test_a_beneficiary_without_a_number_that_bears_a_country_keeps_it(
    tmp_path: Path, case: MakeCase, name: str, purpose: str, label: str, country: str, *, chosen: bool
) -> None:
    reading = read(grants(tmp_path / "g.csv", grant(nomBeneficiaire=name, idBeneficiaire="", objet=purpose)), case())
    (candidate,) = reading.candidates
    assert isinstance(candidate.row, BudgetLine)
    assert (candidate.row.label, candidate.row.country, candidate.chosen) == (label, country, chosen)
    assert ("note.scdl_unnumbered" in {note.key for note in reading.notes}) == ("sans numéro" in label)


@pytest.mark.parametrize("name", ["Kenya ZÉBULON", "ZÉBULON Kenya", "Kenya Mali Zébulon"])
def test_a_person_called_as_a_country_is_not_named_either(
    tmp_path: Path, case: MakeCase, dossier: Dossier, name: str
) -> None:
    lines = (grant(nomBeneficiaire=name, idBeneficiaire="", objet=said) for said in ("Bourse de " + name, "Permis"))
    found = preview(read(grants(tmp_path / "g.csv", *lines), case()), dossier.snapshot())
    assert not any(line.chosen for line in found.lines)
    assert "bulon" not in repr(found).lower()


def test_a_surname_that_is_an_adjective_is_no_country(tmp_path: Path, case: MakeCase) -> None:
    mine = grant(nomBeneficiaire="Zoé ROUMAIN", idBeneficiaire="", objet="Permis de conduire")
    assert skipped(read(grants(tmp_path / "g.csv", grant(), mine), case())) == {"scdl_person": (3,)}


def test_every_year_of_a_file_is_taken_when_none_is_asked_for(tmp_path: Path, case: MakeCase) -> None:
    reading = read(grants(tmp_path / "g.csv", grant(), grant(dateConvention="2023-01-02")), case())
    assert sorted(line.year or 0 for line in money(reading)) == [2023, 2024]


def test_a_purpose_that_names_somebody_is_cut(tmp_path: Path, case: MakeCase) -> None:
    file = grants(tmp_path / "g.csv", grant(objet="Solidarité internationale, projet de Mme Zélie Canari au Mali"))
    (line,) = money(read(file, case()))
    assert line.label == "Solidarité internationale, projet de … au Mali – Association Teranga"


def test_an_association_of_the_dossier_gets_its_grant_and_no_other_is_added(
    tmp_path: Path, case: MakeCase, dossier: Dossier
) -> None:
    typed = Association(name="Les Voisins", rna="W351000001", source="RNA")
    dossier.apply(Operation(name="add", kind="association", changes=(Change(before=None, after=typed),)))
    rows = [
        grant(nomBeneficiaire="Association Les Voisins", rnaBeneficiaire=rna, objet="Fonctionnement", montant=amount)
        for rna, amount in (("W351000001", "300"), ("W351000001", "200"), ("W351000002", "900"))
    ]
    file = grants(tmp_path / "g.csv", *rows)
    found = preview(read(file, case()), dossier.snapshot())
    assert [(line.fate, set(line.fields)) for line in found.lines] == [(Fate.CHANGED, {"grant", "works_with"})]
    change = operation(found)
    assert change
    dossier.apply(change)
    (row,) = dossier.snapshot().associations
    assert (row.name, row.grant, row.works_with, row.source) == ("Les Voisins", 500.0, True, "RNA")
    again = preview(read(file, case()), dossier.snapshot())
    assert {line.fate for line in again.lines} == {Fate.SAME}


def test_the_same_file_twice_changes_nothing(tmp_path: Path, case: MakeCase, dossier: Dossier) -> None:
    file = grants(tmp_path / "g.csv", grant(), grant(objet="Échanges avec la Chine", nomBeneficiaire="Club du Val"))
    first = operation(preview(read(file, case()), dossier.snapshot()))
    assert first
    dossier.apply(first)
    assert len(dossier.snapshot().budget_lines) == 2
    assert {line.fate for line in preview(read(file, case()), dossier.snapshot()).lines} == {Fate.SAME}


def test_a_journey_is_proposed_and_not_taken(tmp_path: Path, case: MakeCase) -> None:
    trip = grant(objet="Séjour de ski en Suisse", nomBeneficiaire="Collège Les Ormes")
    (candidate,) = read(grants(tmp_path / "g.csv", trip), case()).candidates
    assert isinstance(candidate, Candidate)
    assert (candidate.chosen, candidate.why and candidate.why.key) == (False, "why.doubt_travel")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_the_bytes_a_reading_or_a_calm_fault(tmp_path: Path, case: MakeCase, data: st.DataObject) -> None:
    whole = grants(tmp_path / "g.csv", grant(), grant(objet="Jumelage"), grant(nomBeneficiaire="M. X")).read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    stop = data.draw(st.integers(start, min(start + 40, len(whole))))
    file = tmp_path / "mutated.csv"
    file.write_bytes(whole[:start] + data.draw(st.binary(max_size=20)) + whole[stop:])
    try:
        reading = read(file, case())
    except WorldError:
        return
    assert all(isinstance(candidate.row, BudgetLine | Association) for candidate in reading.candidates)


def test_a_date_that_cannot_be_read_and_an_aid_to_a_person_are_called_so(tmp_path: Path, case: MakeCase) -> None:
    rows = (
        grant(),
        grant(dateConvention="31/02/2024"),
        grant(dateConvention=""),
        grant(nomBeneficiaire="DUPONT Jean", idBeneficiaire="", objet="aide au voyage au Mali"),
    )
    reading = read(grants(tmp_path / "g.csv", *rows), case())
    assert skipped(reading) == {"scdl_date": (3,), "scdl_undated": (4,), "scdl_person": (5,)}
    assert [each.example for each in reading.skipped] == ["31/02/2024", "", ""]
    for lang in LANGUAGES:
        assert all(sentence(each.why, load_texts(lang)) for each in reading.skipped)
