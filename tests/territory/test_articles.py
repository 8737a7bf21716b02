"""Every country can stand in a French or English sentence with the words its name wants."""

import re

import pytest

from diagnostic.territory.articles import Case
from diagnostic.territory.countries import load_countries

COUNTRIES = load_countries()
VOWELS = "AEIOUÉÈÊÎÅ"
SILENT = ("Haïti",)
AGREE = {
    "le": ({"du"}, {"au", "dans le"}),
    "la": ({"de", "de la"}, {"en", "à la"}),
    "les": ({"des"}, {"aux", "dans les"}),
    "l’": ({"d’", "de l’"}, {"en", "à l’"}),
    "": ({"de", "d’"}, {"à", "en"}),
}
"""The article by itself, and what may then say where from and where to."""


@pytest.mark.parametrize(
    ("code", "the", "of", "to"),
    [
        ("AL", "l’Albanie", "d’Albanie", "en Albanie"),
        ("ML", "le Mali", "du Mali", "au Mali"),
        ("KM", "les Comores", "des Comores", "aux Comores"),
        ("NL", "les Pays-Bas", "des Pays-Bas", "aux Pays-Bas"),
        ("CU", "Cuba", "de Cuba", "à Cuba"),
        ("HT", "Haïti", "d’Haïti", "en Haïti"),
        ("IL", "Israël", "d’Israël", "en Israël"),
        ("IR", "l’Iran", "d’Iran", "en Iran"),
        ("HU", "la Hongrie", "de Hongrie", "en Hongrie"),
        ("CD", "la République démocratique du Congo", "de la République démocratique du Congo",
         "en République démocratique du Congo"),
        ("JO", "la Jordanie", "de Jordanie", "en Jordanie"),
        ("RE", "La Réunion", "de La Réunion", "à La Réunion"),
        ("OM", "Oman", "d’Oman", "à Oman"),
    ],
)  # fmt: skip
def test_french_puts_the_right_words_before(code: str, the: str, of: str, to: str) -> None:
    country = COUNTRIES.get(code)
    assert country
    assert [country.phrase("fr", case) for case in (Case.THE, Case.OF, Case.TO)] == [the, of, to]


@pytest.mark.parametrize("country", COUNTRIES.all(), ids=lambda country: country.code)
def test_no_country_is_said_against_the_rules_of_elision(country) -> None:  # type: ignore[no-untyped-def]
    the, of, to = (country.phrase("fr", case) for case in (Case.THE, Case.OF, Case.TO))
    name = country.name_fr
    assert the.endswith(name)
    assert of.endswith(name)
    assert to.endswith(name)
    elides = name[0] in VOWELS or name in SILENT
    before = {phrase.removesuffix(name).strip() for phrase in (the, of, to)}
    if elides:
        assert not before & {"le", "la", "de", "de la", "du", "au"}, before
    else:
        assert not any(word.endswith("’") for word in before), before
    word = the.removesuffix(name).strip()
    assert of.removesuffix(name).strip() in AGREE[word][0]
    assert to.removesuffix(name).strip() in AGREE[word][1]
    plural = name.startswith(("Îles ", "Pays-", "États-", "Émirats"))
    assert not plural or word == "les"


def test_english_says_the_before_plurals_and_unions() -> None:
    said = {code: COUNTRIES.get(code).phrase("en", Case.TO) for code in ("NL", "MA", "GB", "KM", "CD")}  # type: ignore[union-attr]
    assert said == {
        "NL": "in the Netherlands", "MA": "in Morocco", "GB": "in the United Kingdom", "KM": "in the Comoros",
        "CD": "in the Democratic Republic of the Congo",
    }  # fmt: skip
    plural = [c for c in COUNTRIES.all("en") if re.search(r"Islands$|^United |Republic", c.name_en)]
    assert all(c.phrase("en", Case.THE).startswith("the ") for c in plural if c.code != "GS")
