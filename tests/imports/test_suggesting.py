"""What is suggested of columns whose titles name no field outright."""

from __future__ import annotations

import pytest

from diagnostic.imports.format import Look
from diagnostic.imports.suggesting import likeliest_sheet, suggested
from diagnostic.imports.words import Words, load_words


@pytest.fixture(scope="module")
def words() -> Words:
    """The words of both languages."""
    return load_words()


@pytest.mark.parametrize(
    ("titles", "kind", "fields"),
    [
        ("Partenaire étranger;Pays concerné;Montant", "partnership", ["name", "country", ""]),
        ("École partenaire;Nombre d’étudiants accueillis;Pays", "student_group", ["institution", "people", "country"]),
        ("Nationalité des résidents;Nombre observé", "diaspora", ["country", "people"]),
        ("Réseau d’appartenance;Depuis quand", "network_membership", ["name", "since"]),
    ],
)
def test_the_words_within_titles_suggest_fields_and_the_kind(
    words: Words, titles: str, kind: str, fields: list[str]
) -> None:
    header = tuple(titles.split(";"))
    layout = suggested([header, ("a", "b", "c")], words)
    assert layout is not None
    assert layout.kind == kind
    assert [layout.columns.get(place, "") for place in range(len(header))] == fields


def test_nothing_is_suggested_of_titles_that_say_nothing_nor_of_people_s_names(words: Words) -> None:
    assert suggested([("Truc", "Machin"), ("a", "b")], words) is None
    layout = suggested([("Nom", "Contact : prénom", "Pays"), ("DUPONT", "Jean", "Mali")], words)
    assert layout is not None
    assert dict(layout.columns) == {2: "country"}


def test_the_likeliest_sheet_is_shown_and_the_one_that_was_chosen_before_it(words: Words) -> None:
    table = (("Partenaire étranger", "Pays concerné"), ("Ségou", "Mali"))
    look = Look(
        name="a.xlsx", text="", separator="", records=(("Bonjour",),), sheet="Note", sheets=("Note", "Liste"),
        others=(table,),
    )  # fmt: skip
    assert likeliest_sheet(look, words).sheet == "Liste"
    assert likeliest_sheet(look, words, "Note").sheet == "Note"
