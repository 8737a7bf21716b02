"""Pasted rows beside those of the dossier: what is told apart, what goes nowhere."""

from __future__ import annotations

import pytest

from diagnostic.dossier.records import RECORDS, BudgetLine, Diaspora, Partnership, StudentGroup, Territory
from diagnostic.dossier.row import Row
from diagnostic.errors import WorldError
from diagnostic.imports.format import Case
from diagnostic.imports.identity import key_of
from diagnostic.imports.pasted import pasted_records, read_pasted
from diagnostic.imports.preview import Fate, operation, preview
from diagnostic.imports.scope import scope_of
from diagnostic.imports.words import Words, load_words
from diagnostic.territory.countries import Countries
from diagnostic.territory.places import Places
from tests.builders import snapshot


@pytest.fixture
def case(places: Places, countries: Countries) -> Case:
    """A case of a territory in no reference."""
    territory = Territory(name="Ici")
    scope = scope_of(territory, places)
    return Case(
        territory=territory, scope=scope, places=places, countries=countries, lang="fr", day="2026-11-21"
    )  # fmt: skip


@pytest.fixture(scope="module")
def words() -> Words:
    """The words of both languages."""
    return load_words()


def left(text: str, kind: str, case: Case, words: Words, *, measured: tuple[str, ...] = ()) -> list[object]:
    """Return the columns that a paste leaves aside."""
    reading = read_pasted(text, kind, case, words, ("country", "people", "", "source"), measured)
    return [note.params["names"] for note in reading.notes if note.key == "note.columns_left"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pays\tNombre\tRang\tAvis\nMaroc\t1\t5\t\n", ["Rang"]),
        ("Pays\tNombre\tpart %\nMaroc\t1\t0,5\n", []),
        ("Pays\tNombre\t\nMaroc\t1\tx\n", ["3"]),
        ("Maroc\t1\t0,5\tInsee\n", []),
        ("Maroc\t1\t0,5\tInsee\tx\n", ["5"]),
        ("Pays\tNombre\n", []),
    ],
)
def test_columns_that_go_nowhere_are_named(text: str, wanted: list[str], case: Case, words: Words) -> None:
    assert left(text, "diaspora", case, words, measured=("Part %",)) == wanted


def test_a_cell_too_long_to_be_read_is_said() -> None:
    with pytest.raises(WorldError) as fault:
        pasted_records("Sétif;" + "x" * 140_000)
    assert fault.value.key == "import_pasted"


def test_a_line_of_long_cells_is_cut_where_it_should_be() -> None:
    assert pasted_records("a;b\n" + "x" * 70_000 + ";" + "y" * 70_000)[1][1] == ["x" * 70_000, "y" * 70_000]


def test_two_countries_that_nobody_knows_are_two(case: Case, words: Words) -> None:
    text = "Pays\tNombre\nCongolais\t1\nYougoslaves\t2\n"
    found = preview(read_pasted(text, "diaspora", case, words), snapshot())
    assert [line.fate for line in found.lines] == [Fate.ADDED, Fate.ADDED]
    held = snapshot(*(line.after for line in found.lines))
    assert operation(preview(read_pasted(text, "diaspora", case, words), held)) is None
    known = preview(read_pasted(text.replace("\t2", "\t3"), "diaspora", case, words), held)
    assert [line.fate for line in known.lines] == [Fate.SAME, Fate.CHANGED]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (Diaspora(), "country"), (Diaspora(country="MA"), "definition"), (StudentGroup(institution="A"), "level"),
        (Partnership(name="A"), "country"), (BudgetLine(label="A"), "year"),
    ],
)  # fmt: skip
def test_what_could_not_be_read_tells_rows_apart(row: Row, field: str) -> None:
    one, two = (type(row)(**{**said(row), "unread": {field: text}}) for text in ("Un", "Deux"))
    again = type(row)(**{**said(row), "unread": {field: "un "}})
    assert key_of(one) != key_of(two)
    assert key_of(one) != key_of(row)
    assert key_of(one) == key_of(again)


def said(row: Row) -> dict[str, object]:
    """Return what a row says, by field."""
    return {name: getattr(row, name) for name in ("name", "institution", "label", "country") if hasattr(row, name)}


def test_every_kind_that_can_be_pasted_is_known_by_something() -> None:
    assert all(key_of(RECORDS[kind]()) for kind in RECORDS)
