"""What a person types, and what it is read as."""

from __future__ import annotations

import pytest

from diagnostic.dossier.checks import remarks
from diagnostic.dossier.fields import FieldType, specs_of
from diagnostic.dossier.records import RECORDS, BudgetLine, Diaspora, Partnership, StudentGroup, Territory
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Campaign, Snapshot
from diagnostic.dossier.values import Unreadable, empty, read, show, typed
from diagnostic.dossier.vocabulary import ActionField, ChartOfAccounts, DiasporaDefinition
from diagnostic.territory.countries import Countries
from diagnostic.texts import Texts

PEOPLE = specs_of(Diaspora)["people"]
COST = specs_of(Partnership)["yearly_cost"]
LAST = specs_of(Partnership)["last_activity"]
SINCE = specs_of(Partnership)["since"]
COUNTRY = specs_of(Diaspora)["country"]
FIELDS = specs_of(Partnership)["fields"]
AGREEMENT = specs_of(Partnership)["agreement"]


@pytest.mark.parametrize(
    ("spec", "text", "value"),
    [
        (PEOPLE, "1240", 1240),
        (PEOPLE, " 1\u202f240 ", 1240),
        (PEOPLE, "1\u00a0240", 1240),
        (PEOPLE, "1.240", 1240),
        (PEOPLE, "1,240,000", 1_240_000),
        (PEOPLE, "12 k", 12_000),
        (PEOPLE, "1,5 k", 1_500),
        (PEOPLE, "0", 0),
        (PEOPLE, "", None),
        (COST, "1 234,50 €", 1234.5),
        (COST, "1,234.5", 1234.5),
        (COST, "1.234,5", 1234.5),
        (COST, "12 k€", 12_000.0),
        (COST, "1,2 M€", 1_200_000.0),
        (COST, "0,125", 0.125),
        (LAST, "2024", "2024"),
        (LAST, "03/2024", "2024-03"),
        (LAST, "2024-3", "2024-03"),
        (LAST, "12/03/2024", "2024-03-12"),
        (LAST, "29/02/2024", "2024-02-29"),
        (SINCE, "1985", 1985),
        (COUNTRY, "cote d'ivoire", "CI"),
        (COUNTRY, "Viêt Nam", "VN"),
        (COUNTRY, "ma", "MA"),
        (FIELDS, "planning, economy", (ActionField.PLANNING, ActionField.ECONOMY)),
        (AGREEMENT, "Oui", True),
        (AGREEMENT, "no", False),
    ],
)
def test_usual_ways_of_typing_are_read(spec, text: str, value: object, countries: Countries) -> None:
    assert read(spec, text, countries) == value


@pytest.mark.parametrize(
    ("spec", "text", "why"),
    [
        (PEOPLE, "environ 300", "number"),
        (PEOPLE, "12,5", "whole"),
        (PEOPLE, "-4", "negative"),
        (PEOPLE, "1e9", "number"),
        (PEOPLE, "999999999999", "too_large"),
        (PEOPLE, "🙂", "number"),
        (PEOPLE, "٣", "number"),
        (COST, "nan", "number"),
        (COST, "inf", "number"),
        (COST, "1,234", "ambiguous"),
        (COST, "12.50.", "number"),
        (COST, "-0,5", "negative"),
        (LAST, "30/02/2024", "day"),
        (LAST, "29/02/2023", "day"),
        (LAST, "13/2024", "day"),
        (LAST, "hier", "day"),
        (SINCE, "85", "year"),
        (SINCE, "9999", "year"),
        (COUNTRY, "Freedonia", "country"),
        (FIELDS, "planning, nothing", "term"),
        (AGREEMENT, "peut-être", "flag"),
    ],
)
def test_what_cannot_be_read_says_why(spec, text: str, why: str, countries: Countries, texts: Texts) -> None:
    with pytest.raises(Unreadable) as caught:
        read(spec, text, countries)
    assert caught.value.key == why
    assert texts(f"unread.{why}", **caught.value.params)


def test_an_editor_gives_back_what_was_read(countries: Countries, texts: Texts, english: Texts) -> None:
    values = {PEOPLE: 12_000, COST: 151_900_000.07, LAST: "2024-03-12", COUNTRY: "CI", FIELDS: (ActionField.POVERTY,)}
    for language in (texts, english):
        for spec, value in values.items():
            assert read(spec, typed(spec, value, language, countries), countries) == value
            assert read(spec, typed(spec, empty(spec), language, countries), countries) == empty(spec)


def test_a_table_shows_values_as_each_language_writes_them(countries: Countries, texts: Texts, english: Texts) -> None:
    assert show(PEOPLE, 12000, texts, countries) == "12\u202f000"
    assert show(PEOPLE, 12000, english, countries) == "12,000"
    assert show(COST, 1234.5, texts, countries) == "1\u202f234,50"
    assert show(LAST, "2024-03", texts, countries) == "mars 2024"
    assert show(AGREEMENT, None, texts, countries) == "—"
    assert show(AGREEMENT, False, english, countries) == "no"


def in_town(*rows: Row, population: int | None = 1000, budget: float | None = 1e6) -> Snapshot:
    """A campaign of a town of a thousand."""
    town = Territory(name="Ville", population=population, operating_budget=budget)
    lists = {"diasporas": tuple(row for row in rows if isinstance(row, Diaspora))}
    return Snapshot(campaign=Campaign(year=2026, day="2026-11-21"), territory=town, **lists)


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        (Diaspora(country="MA", people=1001), ("people", "more_than_population")),
        (Diaspora(country="", people=1), ("country", "needed")),
        (StudentGroup(institution="U", people=5, institution_total=4), ("people", "more_than_total")),
        (Partnership(name="P", country="MA", since=2020, until=2010), ("until", "ends_before_it_begins")),
        (Partnership(name="P", country="MA", last_activity="2031"), ("last_activity", "future")),
        (Partnership(name="P", country="FR"), ("country", "france")),
        (BudgetLine(label="L", chart=ChartOfAccounts.M14, nature="6562"), ("nature", "nature_6562_in_m14")),
        (BudgetLine(label="L", amount=2e6), ("amount", "more_than_budget")),
        (Territory(name="V", population=0), ("population", "zero_population")),
    ],
)
def test_what_is_doubtful_is_said_beside_its_field(row: Row, doubt: tuple[str, str], texts: Texts) -> None:
    found = remarks(row, in_town())
    assert doubt in {(remark.field, remark.key) for remark in found}
    assert all(texts(f"remark.{remark.key}", **remark.params) for remark in found)


@pytest.mark.parametrize("country", ["MA", ""])
def test_a_sound_row_raises_no_doubt(country: str) -> None:
    """Without country, a number of the census is its total for all countries together."""
    row = Diaspora(country=country, people=10, definition=DiasporaDefinition.BIRTHPLACE)
    assert remarks(row, in_town(row)) == ()


def test_a_total_without_a_number_still_needs_both() -> None:
    row = Diaspora(definition=DiasporaDefinition.BIRTHPLACE)
    assert {remark.field for remark in remarks(row, in_town(row))} == {"country", "people"}


def test_every_field_and_term_has_its_words_in_both_languages(texts: Texts, english: Texts) -> None:
    for kind, record in RECORDS.items():
        for name, spec in specs_of(record).items():
            for language in (texts, english):
                assert language(f"field.{kind}.{name}")
                if spec.kind in (FieldType.CHOICE, FieldType.CHOICES):
                    assert all(language.label(term) for term in spec.options or ())
