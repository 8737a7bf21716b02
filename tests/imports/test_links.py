"""Which titles and purposes speak of another country: what is taken, what is only proposed, what is left."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from diagnostic.imports.links.lexicon import Lexicon, load_lexicon
from diagnostic.imports.links.verdict import Verdict, judge
from diagnostic.imports.links.words import Letters
from diagnostic.territory.countries import Countries
from diagnostic.territory.demonyms import load_demonyms
from diagnostic.territory.folding import fold
from diagnostic.texts import Texts
from tests.imports.link_cases import CASES, LEFT, OFFERED, TAKEN, Case
from tests.imports.link_cases_apart import CASES_APART


@pytest.fixture(scope="module")
def lexicon(countries: Countries) -> Lexicon:
    """The words of French."""
    return load_lexicon(countries)


def verdict(case: Case, lexicon: Lexicon) -> Verdict | None:
    return judge((case.code,), fold(case.title).split(), fold(case.purpose).split(), lexicon)


def outcome(found: Verdict | None) -> str:
    return LEFT if found is None else TAKEN if found.chosen else OFFERED


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_an_association_is_taken_offered_or_left(case: Case, lexicon: Lexicon) -> None:
    found = verdict(case, lexicon)
    assert outcome(found) == case.expected
    if found and case.expected == TAKEN:
        assert sorted(found.countries) == sorted(case.countries.split())


def test_the_words_hold_on_associations_they_were_not_settled_with(lexicon: Lexicon) -> None:
    outcomes = [(outcome(verdict(case, lexicon)), case.expected) for case in CASES_APART]
    taken = [expected for found, expected in outcomes if found == TAKEN]
    wanted = [found for found, expected in outcomes if expected == TAKEN]
    assert taken.count(TAKEN) / len(taken) >= 0.93
    assert wanted.count(TAKEN) / len(wanted) >= 0.95
    assert sum(found == expected for found, expected in outcomes) / len(outcomes) >= 0.9


def test_the_countries_hold_on_associations_they_were_not_settled_with(lexicon: Lexicon) -> None:
    for case in CASES_APART:
        found = verdict(case, lexicon)
        if found and found.chosen and case.expected == TAKEN:
            assert sorted(found.countries) == sorted(case.countries.split()), case


def test_every_guess_says_what_it_rests_on_in_both_languages(lexicon: Lexicon, texts: Texts, english: Texts) -> None:
    for case in (*CASES, *CASES_APART):
        found = verdict(case, lexicon)
        for said in (texts, english) if found else ():
            assert found
            assert "{" not in said(f"import.{found.why.key}", **found.why.params)


def test_a_doubt_says_that_it_is_one(lexicon: Lexicon) -> None:
    for case in CASES:
        found = verdict(case, lexicon)
        assert found is None or found.chosen != found.why.key.startswith("why.doubt_")


@pytest.mark.parametrize(
    ("title", "country"),
    [("Amicale nigérienne", "NE"), ("Amicale nigériane", "NG"), ("Amis de la Guinée", "GN"),
     ("Amis de la Guinée-Bissau", "GW"), ("Amis de la Guinée équatoriale", "GQ"),
     ("Papouasie-Nouvelle-Guinée", "PG"), ("Entraide sud-soudanaise", "SS"),
     ("Entraide soudanaise", "SD"), ("Amis de la République dominicaine", "DO"), ("Les Dominiquais", "DM"),
     ("Amis du Congo-Kinshasa", "CD"), ("Amis du Congo Brazzaville", "CG"), ("Amis de la Corée du Sud", "KR"),
     ("AMIS DE LA COTE D'IVOIRE", "CI"), ("Amis du Viêt Nam", "VN"), ("Amis de la Grande-Bretagne", "GB"),
     ("Amitié franco-khmère", "KH"), ("Entraide nord-coréenne", "KP"), ("Amicale sino-française", "CN")],
)  # fmt: skip
def test_countries_of_like_names_are_told_apart(title: str, country: str, lexicon: Lexicon) -> None:
    found = judge((), fold(title).split(), (), lexicon)
    assert found
    assert found.countries == (country,)


@pytest.mark.parametrize(
    ("title", "purpose", "expected"),
    [
        ("Guinée solidarité", "développement en Guinée-Bissau", ("GW",)),
        ("Guinée Bissau solidarité", "entraide", ("GW",)),
        ("Guinée et Guinée-Bissau", "solidarité", ("GN", "GW")),
        ("Congo espoir", "aide à la République démocratique du Congo", ("CD",)),
    ],
)
def test_a_title_may_shorten_the_name_of_its_country(
    title: str, purpose: str, expected: tuple[str, ...], lexicon: Lexicon
) -> None:
    found = judge(("020020",), fold(title).split(), fold(purpose).split(), lexicon)
    assert found
    assert found.countries == expected


def test_a_name_that_two_countries_share_is_left_open(lexicon: Lexicon) -> None:
    found = judge((), fold("Amicale des Congolais").split(), (), lexicon)
    assert found
    assert (found.chosen, found.countries, found.open) == (True, (), ("congolais",))


def test_every_country_answers_to_its_own_adjective(countries: Countries, lexicon: Lexicon) -> None:
    for demonym in load_demonyms():
        for form in demonym.forms():
            found = judge((), ["union", "des", *fold(form).split()], (), lexicon)
            home = countries.get(demonym.code)
            assert home
            assert (found.countries if found else ()) == (() if home.home else (demonym.code,)), form


def test_states_with_a_usual_adjective_are_all_there(countries: Countries) -> None:
    known = {demonym.code for demonym in load_demonyms()}
    assert {country.code for country in countries.all() if country.oda} - known == {"MS", "NU", "SH", "TK"}
    others = (
        "AD AL AT AU BE BG CA CH CN CY CZ DE DK EE ES FI GB GR HR HU IE IL IS IT JP KR LT LU LV MC MT NL NO PL PT RO "
        "RU SE SI SK US"
    )
    assert _codes(others) <= known


def _codes(text: str) -> set[str]:
    return set(text.split())


def test_no_form_belongs_to_two_countries(countries: Countries) -> None:
    owners: dict[str, set[str]] = {}
    for demonym in load_demonyms():
        for form in demonym.forms():
            owners.setdefault(fold(form), set()).add(demonym.code)
    assert _shared(owners.items()) == set()


def _shared(owners: Iterable[tuple[str, set[str]]]) -> set[str]:
    return {form for form, codes in owners if len(codes) > 1}


@given(st.text())
@example("Éire, ŒUVRE d’ÉTÉ ; St-Malo — Ste Anne e\u0301te\u0301 ﬁn İstanbul ß ½ 𝑨")
@example("0ำ")
def test_words_are_those_of_folding(text: str) -> None:
    assert Letters().words(text) == fold(text).split()
