"""A table of one's own, as people write them: titles under a title, totals at the foot, columns of another use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from diagnostic.dossier.records import EconomicTie, Partnership
from diagnostic.errors import WorldError
from diagnostic.imports.bringing import read_as_before
from diagnostic.imports.layout import KINDS
from diagnostic.imports.reading import Reading
from diagnostic.imports.registry import FORMATS
from diagnostic.imports.remembered import Remembered
from diagnostic.imports.saying import sentence
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from diagnostic.texts import Texts
from tests.imports.census import BIRTH, export
from tests.imports.reading_for import Reader


class Desk:
    """Reads a table for Rennes, of a kind where the user says so."""

    def __init__(self, reader: Reader, folder: Path) -> None:
        self._reader = reader
        self._folder = folder

    def file(self, path: Path, kind: str = "") -> Reading:
        """Return what a file holds."""
        return read_as_before(path, self._reader.case("35238"), FORMATS, Remembered(), kind)

    def __call__(self, text: str, kind: str = "") -> Reading:
        """Return what a table of text holds."""
        path = self._folder / "a-nous.csv"
        path.write_text(text, encoding="utf-8")
        return self.file(path, kind)

    def refused(self, text: str, kind: str = "") -> WorldError:
        """Return why a table of text is not read."""
        with pytest.raises(WorldError) as fault:
            self(text, kind)
        return fault.value


@pytest.fixture
def reader(places: Places, countries: Countries) -> Reader:
    """What reads for a place."""
    return Reader(places, countries)


@pytest.fixture
def desk(tmp_path: Path, reader: Reader) -> Desk:
    """A desk at Rennes."""
    return Desk(reader, tmp_path)


def partners(reading: Reading) -> list[tuple[str, str]]:
    """Return names and countries."""
    return [(row.name, row.country) for each in reading.candidates if isinstance(row := each.row, Partnership)]


def aside(reading: Reading) -> dict[str, tuple[int, ...]]:
    """Return the lines set aside, by reason."""
    return {each.why.key.removeprefix("skip."): each.lines for each in reading.skipped}


def notes(reading: Reading, texts: Texts) -> str:
    """Return what is said of a file."""
    return "\n".join(sentence(said, texts) for said in reading.notes)


def sheet(path: Path, rows: Sequence[Sequence[object]]) -> Path:
    """Write a workbook of one sheet."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", ["", "partnership"])
def test_titles_under_the_title_of_the_table_are_found(desk: Desk, tmp_path: Path, kind: str) -> None:
    rows = [["Nos partenariats en 2026"], [], ["Partenaire", "Pays", "Depuis"], ["Erlangen", "Allemagne", 1964]]
    reading = desk.file(sheet(tmp_path / "p.xlsx", rows), kind)
    assert partners(reading) == [("Erlangen", "DE")]
    assert [each.line for each in reading.candidates] == [4]


def test_a_published_file_is_no_table_of_partners(desk: Desk, tmp_path: Path) -> None:
    path = export(tmp_path / "rp2022_td_img1B.csv", [("IMG1B - Pays de naissance regroupé", BIRTH)])
    with pytest.raises(WorldError) as fault:
        desk.file(path, "partnership")
    assert fault.value.key == "import_essential"


def test_a_first_line_in_the_order_of_the_fields_needs_no_title_but_a_title_is_no_such_line(desk: Desk) -> None:
    from diagnostic.imports.layout import in_order

    order = [spec.name for spec in in_order("partnership")]
    line = [""] * len(order)
    line[order.index("name")], line[order.index("country")] = "Quito", "Équateur"
    assert partners(desk(";".join(line) + "\n", "partnership")) == [("Quito", "EC")]
    assert desk.refused("Nos partenaires\nQuito;;Équateur\n", "partnership").key == "import_essential"


@pytest.mark.parametrize("kind", ["", "partnership", "association"])
@pytest.mark.parametrize(
    "header", ["Nom;Prénom;Pays;Téléphone", "Nom;Date de naissance;Pays", "Surname;First name;Country"]
)
def test_people_make_no_partners(desk: Desk, header: str, kind: str) -> None:
    fault = desk.refused(f"{header}\nDUPONT;Jean;Mali;0612345678\n", kind)
    assert fault.key == "import_persons"
    assert "DUPONT" not in repr(fault.params)


def test_a_partner_may_have_somebody_to_call(desk: Desk) -> None:
    reading = desk("Partenaire;Pays;Téléphone\nSétif;Algérie;0612345678\n")
    assert partners(reading) == [("Sétif", "DZ")]


def test_a_kind_of_tie_makes_economic_ties(desk: Desk, texts: Texts) -> None:
    reading = desk("Nom;Nature du lien;Pays;Chiffre\nKone;Exportateur;Mali;3\n")
    assert [(row.name, row.country) for each in reading.candidates if isinstance(row := each.row, EconomicTie)] == [
        ("Kone", "ML")
    ]
    assert f"«\u202f{texts('exports.sheet.economic_tie')}\u202f»" in notes(reading, texts)
    assert "Chiffre" in notes(reading, texts)


def test_the_second_column_of_a_title_is_said_to_be_left(desk: Desk, texts: Texts) -> None:
    reading = desk("Partenaire;Partenaire;Pays\nA;B;Mali\n")
    assert partners(reading) == [("A", "ML")]
    assert "Partenaire" in notes(reading, texts).splitlines()[-1]


def test_what_may_be_two_kinds_is_not_guessed(desk: Desk, texts: Texts) -> None:
    fault = desk.refused("Nom;Pays\nSétif;Algérie\n")
    assert fault.key == "import_two_kinds"
    assert set(str(fault.params["ids"]).split(" | ")) <= set(KINDS)
    assert partners(desk("Nom;Pays\nSétif;Algérie\n", "partnership")) == [("Sétif", "DZ")]


def test_titles_said_with_other_words_are_read(desk: Desk, texts: Texts) -> None:
    header = "Nom du partenaire étranger;Pays / Country;Depuis quand ?;Budget annuel TTC;Réf. élu;Remarques"
    reading = desk(f"{header}\nErlangen;Allemagne;1964;12 345,50;M. Durand;bien\n", "partnership")
    (candidate,) = reading.candidates
    row = candidate.row
    assert isinstance(row, Partnership)
    assert (row.name, row.country, row.yearly_cost, row.comment) == ("Erlangen", "DE", 12345.5, "bien")
    assert "Réf. élu" in notes(reading, texts)


def test_a_table_without_the_essential_column_is_refused_with_its_titles(desk: Desk) -> None:
    fault = desk.refused("Appellation;Où;Remarques;Thème\nErlangen;Allemagne;bien;\nExeter;;;\n", "partnership")
    assert fault.key == "import_essential"
    assert str(fault.params["missing"]).startswith("Partenaire")
    assert "Appellation, Où, Remarques, Thème" in str(fault.params["found"])


def test_a_row_without_what_is_essential_is_listed(desk: Desk) -> None:
    reading = desk("Partenaire;Pays;Remarques\nSétif;Algérie;\n;;à revoir\n")
    assert partners(reading) == [("Sétif", "DZ")]
    assert aside(reading) == {"no_essential": (3,)}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Pays;Personnes\nMali;1200\nSous-total Afrique;1500\nTotal Europe;3\nEnsemble des pays;9\n", (3, 4, 5)),
        ("Country;People\nMali;12\nSubtotal Africa;12\nGrand total;12\nAll of the world;9\n", (3, 4, 5)),
        ("Partenaire;Pays;Ville\nSétif;Algérie;\nSous-total Maghreb;Algérie;Sétif\n", (3,)),
        ("Partenaire;Pays;Coût annuel\nSétif;Algérie;700\nTotal;;99 999\n", (3,)),
        ("Pays;Effectif\nMali;30\nTotal;999\nEnsemble;30\n", (3, 4)),
        ("Pays;Effectif\nMali;30\nSous-total Afrique;30\nTOTAL GÉNÉRAL :;30\n", (3, 4)),
        ("Exercice;Intitulé;Sens;Montant\n2024;Eau;Dépense;10\n;Total 2024;;10\n", (3,)),
        ("Établissement;Effectif\nINSA;30\nTotal;30\n", (3,)),
    ],
)
def test_totals_are_set_aside(desk: Desk, text: str, lines: tuple[int, ...]) -> None:
    assert aside(desk(text))["own_total"] == lines


def test_a_firm_may_be_called_total(desk: Desk) -> None:
    reading = desk("Entreprise;Type de lien;Pays\nTotal;Exportateur;Angola\n")
    assert [getattr(each.row, "name", "") for each in reading.candidates] == ["Total"]


@pytest.mark.parametrize("header", ["Pays;Effectif", "Établissement;Pays;Niveau;Effectif"])
def test_titles_alone_are_told_from_a_format_nobody_knows(desk: Desk, header: str) -> None:
    assert desk.refused(header + "\n").key == "import_no_line"
    assert desk.refused("Truc;Machin\n").key == "import_unknown"


def test_the_command_line_is_not_told_to_match_columns(texts: Texts) -> None:
    said = [texts(f"error.{key}") for key in ("import_unknown", "import_essential", "import_two_kinds")]
    assert not any("colonnes" in each and "correspondre" in each for each in said)
    assert "--kind" in texts("cli.advice.import_unknown", ids="x")


def test_a_part_of_another_line_is_not_counted_beside_it(desk: Desk) -> None:
    reading = desk("Pays;Personnes\nMali;1200\ndont Mali;300\nof which Mali;1\n")
    assert [getattr(each.row, "people", 0) for each in reading.candidates] == [1200]
    assert aside(reading) == {"own_part": (3, 4)}


@pytest.mark.parametrize("name", ["Total Afrique", "Dont Nod", "Ensemble des élus"])
def test_an_association_bears_the_name_it_wants(desk: Desk, name: str) -> None:
    reading = desk(f"Association;Pays;Objet\n{name};Mali;eau\n{name};;\n", "association")
    assert [getattr(each.row, "name", "") for each in reading.candidates] == [name, name]


def test_rows_that_lack_a_part_of_the_essential_are_kept_and_told(desk: Desk, texts: Texts) -> None:
    reading = desk("Partenaire;Pays;Depuis;Coût annuel\nSétif;Algérie;;\n;Maroc;2001;100\nErlangen;;;\n;;1999;\n")
    assert partners(reading) == [("Sétif", "DZ"), ("", "MA"), ("Erlangen", "")]
    assert aside(reading) == {"no_essential": (5,)}
    said = notes(reading, texts).replace("\u202f", " ").replace("\u00a0", " ")
    assert "1 ligne n’a rien sous « Partenaire » (ligne 3)" in said
    assert "1 ligne n’a rien sous « Pays » (ligne 4)" in said


ERRORS = ("#N/A", "#REF!", "#VALUE!", "#VALEUR!", "#DIV/0!", "#NOM?", "#NAME?", "#NUL!", "#NULL!", "#NOMBRE!", "#NUM!")


@pytest.mark.parametrize("error", ERRORS)
def test_the_error_of_a_formula_is_no_name(desk: Desk, texts: Texts, error: str) -> None:
    reading = desk(f"Partenaire;Pays;Lieu\n{error};Mali;\nSétif;Algérie;{error}\n{error};{error};\n")
    assert partners(reading) == [("", "ML"), ("Sétif", "DZ")]
    assert [dict(each.row.unread) for each in reading.candidates] == [{"name": error}, {"place": error}]
    assert aside(reading) == {"no_essential": (4,)}
    assert "«\u202fPartenaire\u202f» n’a pas pu être lue (ligne 2)" in notes(reading, texts)


def test_the_error_of_a_workbook_s_cell_is_no_name(desk: Desk, tmp_path: Path) -> None:
    path = sheet(tmp_path / "e.xlsx", [["Partenaire", "Pays"], ["#N/A", "Mali"], ["Sétif", "Algérie"]])
    assert partners(desk.file(path)) == [("", "ML"), ("Sétif", "DZ")]


def test_a_name_may_begin_with_a_hash(desk: Desk) -> None:
    assert partners(desk("Partenaire;Pays\n#Ensemble;Mali\n")) == [("#Ensemble", "ML")]


def test_the_unread_cells_of_a_column_are_told_together(desk: Desk, texts: Texts) -> None:
    reading = desk("Pays;Personnes\nMali;cher\nTogo;-3\nBénin;99999999999999\n")
    told = [sentence(each, texts) for each in reading.notes if each.key == "note.unread_cells"]
    assert len(told) == 1
    assert told[0].startswith("3 cellules")


def test_a_congo_is_asked_for_and_said_once(desk: Desk, tmp_path: Path, reader: Reader) -> None:
    reading = desk("Pays;Personnes\nCongo;3\nCongo (Brazzaville);4\nRDC;5\n")
    assert [getattr(each.row, "country", "") for each in reading.candidates] == ["", "CG", "CD"]
    assert [each.name for each in reading.unmatched] == ["Congo"]
    case = reader.case("35238", names={"congo": "CD"})
    answered = read_as_before(tmp_path / "a-nous.csv", case, FORMATS, Remembered())
    assert [getattr(each.row, "country", "") for each in answered.candidates] == ["CD", "CG", "CD"]


def test_countries_that_a_word_joins_are_both_kept(desk: Desk) -> None:
    def of(text: str) -> object:
        (candidate,) = desk(f"Association;Pays d’intervention;Objet\nA;{text};eau\n", "association").candidates
        return getattr(candidate.row, "countries", None)

    assert of("République dominicaine et Dominique") == ("DO", "DM")
    assert of("Mali, Togo et Bénin") == ("ML", "TG", "BJ")
    assert of("Trinité-et-Tobago") == ("TT",)
    assert of("Antigua et Barbuda") == ("AG",)


def test_titles_in_a_refusal_end_at_a_word(desk: Desk) -> None:
    titles = [f"Renseignement {number}" for number in range(20)]
    found = str(desk.refused(";".join(titles) + "\n1;2\n").params["found"])
    assert found.endswith("…")
    assert found.removesuffix("…").split(", ")[-1].removeprefix("Renseignement") in ["", *(f" {n}" for n in range(20))]
