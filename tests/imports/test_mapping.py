"""Any table through a layout of its columns, guessed from their names or given; text pasted from a spreadsheet."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from diagnostic.dossier.records import BudgetLine, Diaspora, Partnership, Territory
from diagnostic.dossier.vocabulary import BudgetDirection, DiasporaDefinition
from diagnostic.errors import WorldError
from diagnostic.imports import pointers
from diagnostic.imports.format import Case
from diagnostic.imports.layout import KINDS, Layout, from_json, guess, in_order, signature
from diagnostic.imports.mapping import plain, read_mapped
from diagnostic.imports.pasted import pasted_records, read_pasted
from diagnostic.imports.preview import Fate, operation, preview
from diagnostic.imports.reading import Candidate, Reading
from diagnostic.imports.scope import scope_of
from diagnostic.imports.source import open_source
from diagnostic.imports.words import Words, load_words
from diagnostic.territory.countries import Countries
from diagnostic.territory.folding import fold
from diagnostic.territory.places import Places
from tests.builders import snapshot


@pytest.fixture(scope="module")
def words() -> Words:
    """The words of both languages."""
    return load_words()


@pytest.fixture
def case(places: Places, countries: Countries) -> Case:
    """A territory of one's own, in French."""
    territory = Territory(name="Ici")
    scope = scope_of(territory, places)
    return Case(territory=territory, scope=scope, places=places, countries=countries, lang="fr", day="2026-11-21")


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a table of text."""
    path.write_text(text, encoding=encoding)
    return path


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("place", [0, 1], ids=["fr", "en"])
def test_a_table_titled_with_our_own_labels_is_guessed_whole(words: Words, kind: str, place: int) -> None:
    names = [spec.name for spec in in_order(kind)]
    header = [words.texts[place](f"field.{kind}.{name}") for name in names]
    found = guess([header], words, kind)
    assert found is not None
    assert found.header
    assert dict(found.columns) == dict(enumerate(names))
    assert dict(guess([names], words, kind).columns) == dict(enumerate(names))  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Pays de naissance;Effectif", "diaspora"),
        ("Nom du réseau;Cotisation;Année d'adhésion", "network_membership"),
        ("Établissement;Nationalité;Effectifs;Total", "student_group"),
        ("Ville partenaire;Pays;Thématiques;Date de signature;Statut", "partnership"),
        ("Nom de l'association;Numéro RNA;Objet social;Subvention", "association"),
        ("Exercice;Intitulé;Compte;Fonction;Montant", "budget_line"),
        ("Action;Pilote;Échéance;Coût", "action"),
        ("Foo;Bar", ""),
    ],
)
def test_the_kind_is_guessed_from_usual_names(words: Words, header: str, kind: str) -> None:
    found = guess([header.split(";")], words)
    assert (found.kind if found else "") == kind


def test_a_layout_is_remembered_by_the_names_of_its_columns() -> None:
    layout = Layout(
        kind="diaspora", columns={0: "country", 2: "people"}, fixed={"definition": "nationality"}, sheet="F"
    )
    assert from_json(json.loads(json.dumps(layout.to_json()))) == layout
    assert from_json({"kind": "nothing"}) is None
    assert from_json([]) is None


@pytest.mark.parametrize(
    "columns", [{"0": ["label"]}, {"9" * 5000: "label"}, {"0": "no_such_field"}, {"²": "label"}, {}]
)
def test_a_layout_that_a_hand_spoilt_is_asked_again(columns: dict[str, object]) -> None:
    assert from_json({"kind": "budget_line", "columns": columns}) is None
    assert signature([("Pays", "Nombre ", "")]) == signature([("PAYS", "nombre")]) != signature([("Pays", "Total")])


def test_what_is_read_is_brought_and_nothing_else(tmp_path: Path, case: Case, words: Words) -> None:
    text = (
        "Partenaire;Pays;Domaines;Statut;Coût;Début;Inconnue\r\n"
        '"Sidi Amel";Maroc;"Paix et droits ; éducation";En veille;"12 500,50 €";2009;x\r\n'
        "Douala;Kamerun;;actif;environ 300;;\r\n"
        ";;;;;;\r\n"
    )
    source = open_source(written(tmp_path / "liste.csv", text, "cp1252"))
    layout = guess([text.split("\r\n")[0].split(";")], words)
    assert layout
    reading = read_mapped(source, layout, case)
    first, second = reading.candidates
    assert isinstance(first.row, Partnership)
    assert isinstance(second.row, Partnership)
    assert (first.row.name, first.row.country, first.row.yearly_cost, first.row.since) == (
        "Sidi Amel",
        "MA",
        12500.5,
        2009,
    )
    assert (first.line, second.line) == (2, 3)
    assert "comment" not in first.brought
    assert "until" not in first.brought
    assert dict(second.row.unread)["yearly_cost"] == "environ 300"
    assert dict(second.row.unread)["country"] == "Kamerun"
    assert [(each.name, each.lines) for each in reading.unmatched] == [("Kamerun", (3,))]
    assert "fields" not in second.brought  # an empty cell says nothing


def test_an_update_leaves_what_the_file_does_not_speak_of(tmp_path: Path, case: Case, words: Words) -> None:
    held = snapshot(Diaspora(country="MA", people=100, definition=DiasporaDefinition.NATIONALITY, comment="à nous"))
    layout = Layout(kind="diaspora", columns={0: "country", 1: "people"}, fixed={"definition": "Nationalité"})
    source = open_source(written(tmp_path / "a.csv", 'Pays,Nombre\nMaroc,"1,234"\nSénégal,5\n'))
    found = preview(read_mapped(source, layout, case), held)
    assert [line.fate for line in found.lines] == [Fate.CHANGED, Fate.ADDED]
    after = found.lines[0].after
    assert isinstance(after, Diaspora)
    assert (after.people, after.comment) == (1234, "à nous")
    done = operation(found)
    assert done
    again = snapshot(*(change.after for change in done.changes if change.after))
    assert {line.fate for line in preview(read_mapped(source, layout, case), again).lines} == {Fate.SAME}


def test_a_workbook_is_mapped_by_its_sheet_and_gives_dates_and_numbers(tmp_path: Path, case: Case) -> None:
    from datetime import date

    book = Workbook()
    book.create_sheet("Budget").append(["Libellé", "Sens", "Montant", "Date", "Année"])
    book["Budget"].append(["Eau", "Dépense", 1.234, date(2024, 3, 12), date(2023, 1, 1)])
    book.save(tmp_path / "b.xlsx")
    columns = {0: "label", 1: "direction", 2: "amount", 3: "source_date", 4: "year"}
    layout = Layout(kind="budget_line", columns=columns, sheet="Budget")
    (candidate,) = read_mapped(open_source(tmp_path / "b.xlsx"), layout, case).candidates
    row = candidate.row
    assert isinstance(row, BudgetLine)
    assert (row.direction, row.amount, row.source_date, row.year) == (
        BudgetDirection.EXPENSE,
        1.234,
        "2024-03-12",
        2023,
    )


def test_a_file_without_any_matched_column_is_refused(tmp_path: Path, case: Case) -> None:
    with pytest.raises(WorldError) as fault:
        read_mapped(open_source(written(tmp_path / "a.csv", "a;b\n")), Layout(kind="action", columns={}), case)
    assert fault.value.key == "import_no_column"


def test_rows_point_at_others_by_name(tmp_path: Path, case: Case) -> None:
    held = snapshot(Partnership(name="Sidi Amel", country="MA", id=7))
    layout = Layout(kind="budget_line", columns={0: "label", 1: "partnership"})
    source = open_source(written(tmp_path / "a.csv", "Libellé;Partenariat\nEau;SIDI AMEL\nRien;Ailleurs\n"))
    found = preview(read_mapped(source, layout, case), held)
    assert [getattr(line.after, "partnership", None) for line in found.lines] == [7, None]
    assert dict(found.lines[1].after.unread) == {"partnership": "Ailleurs"}


def test_many_lines_point_at_the_dossier_s_rows_without_reading_them_all_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folded: list[str] = []
    monkeypatch.setattr(pointers, "fold", lambda text: folded.append(text) or fold(text))
    count = 60
    held = snapshot(*(Partnership(id=number, name=f"Ville {number}") for number in range(1, count + 1)))
    lines = tuple(
        Candidate(
            row=BudgetLine(label=f"Projet {number}", unread={"partnership": f"ville {number}"}),
            brought=frozenset({"label", "partnership"}),
        )
        for number in range(1, count + 1)
    )
    found = preview(Reading(format="columns", file="f.csv", candidates=lines), held)
    assert [line.after.partnership for line in found.lines] == list(range(1, count + 1))
    assert len(folded) <= 4 * count


def pasted(text: str, kind: str, case: Case, words: Words, columns: tuple[str, ...] = ()) -> list[object]:
    """Return the rows that a pasted text makes."""
    return [candidate.row for candidate in read_pasted(text, kind, case, words, columns).candidates]


def test_a_paste_without_titles_goes_in_the_order_of_the_table(case: Case, words: Words) -> None:
    rows = pasted("Maroc\t1\u202f234\tNationalité\nSénégal\t12 500\t\n", "diaspora", case, words)
    assert [(row.country, row.people) for row in rows] == [("MA", 1234), ("SN", 12500)]  # type: ignore[attr-defined]
    shown = pasted("1 234\t\tMaroc", "diaspora", case, words, ("people", "", "country"))
    assert [(row.country, row.people) for row in shown] == [("MA", 1234)]  # type: ignore[attr-defined]


def test_a_paste_with_titles_goes_by_them_in_any_order(case: Case, words: Words) -> None:
    text = (
        "Coût annuel (€)\tPartenaire\tPays\tDernière activité\tDomaines\n"
        '1\u202f500,50 €\t"Sidi\nAmel"\tMaroc\tmars 2024\tPaix et droits humains\n'
    )
    (row,) = pasted(text, "partnership", case, words)
    assert isinstance(row, Partnership)
    assert (row.yearly_cost, row.name, row.country, row.last_activity) == (1500.5, "Sidi Amel", "MA", "2024-03")


def test_an_inch_mark_swallows_nothing(case: Case, words: Words) -> None:
    assert [cells for _, cells in pasted_records('"bis\t6\nrien\t5\n')] == [['"bis', "6"], ["rien", "5"]]


def test_a_guarded_formula_gives_its_text_back() -> None:
    assert [plain(text) for text in ("'=1+1", "'-3", "''a", "'abc", "l'eau", "'+33")] == [
        "=1+1",
        "-3",
        "'a",
        "'abc",
        "l'eau",
        "+33",
    ]


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=300), kind=st.sampled_from(KINDS))
def test_any_pasted_text_gives_rows_or_a_calm_fault(text: str, kind: str) -> None:
    case, words = _SHARED()
    try:
        reading = read_pasted(text, kind, case, words)
    except WorldError:
        return
    preview(reading, snapshot())


@settings(max_examples=150, deadline=None)
@given(data=st.binary(min_size=1, max_size=400))
def test_any_bytes_give_rows_or_a_calm_fault(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    case, _ = _SHARED()
    path = tmp_path_factory.mktemp("f") / "f.csv"
    path.write_bytes(b"Pays;Nombre\n" + data)
    layout = Layout(kind="diaspora", columns={0: "country", 1: "people", 2: "comment"}, separator=";")
    with contextlib.suppress(WorldError):
        read_mapped(open_source(path), layout, case)


class _Shared:
    """The case and the words, read once for all the examples."""

    def __init__(self) -> None:
        self._made: tuple[Case, Words] | None = None

    def __call__(self) -> tuple[Case, Words]:
        if self._made is None:
            from diagnostic.territory.countries import load_countries
            from diagnostic.territory.places import load_places

            territory, places = Territory(name="Ici"), load_places()
            made = Case(
                territory=territory, scope=scope_of(territory, places), places=places, countries=load_countries(),
                lang="fr", day="2026-11-21",
            )  # fmt: skip
            self._made = made, load_words()
        return self._made


_SHARED = _Shared()
