"""What counts as France is one thing for the scores and for the list of countries."""

from __future__ import annotations

from diagnostic.assessment.facts.home import HOME
from diagnostic.territory.countries import load_countries


def test_the_scores_and_the_list_of_countries_agree_on_what_is_france() -> None:
    assert {country.code for country in load_countries().all() if country.home} == HOME
