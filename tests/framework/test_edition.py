"""The edition shipped: complete in both languages, honest about its sources, and all of it usable."""

from __future__ import annotations

import re

import pytest

from diagnostic.assessment.measures import REGISTRY
from diagnostic.dossier import records
from diagnostic.formats import number
from diagnostic.framework import known
from diagnostic.framework.known import MEASURES, STEPS
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Framework, Input
from diagnostic.texts import load_texts


@pytest.fixture(scope="module")
def edition() -> Framework:
    return load_edition()


def test_it_has_thirty_to_forty_indicators_in_eight_domains_on_two_axes(edition: Framework) -> None:
    assert [axis.id for axis in edition.axes()] == ["territory", "institution"]
    assert [len(edition.children(axis.id)) for axis in edition.axes()] == [4, 4]
    assert 30 <= len(edition.indicators) <= 40
    assert all(4 <= len(edition.indicators_of(domain.id)) <= 7 for domain in edition.domains())


def test_each_wind_faces_its_counterpart_on_the_other_axis(edition: Framework) -> None:
    for domain in edition.domains():
        other = edition.node(domain.opposite)
        assert other.opposite == domain.id
        assert other.parent != domain.parent


def test_a_first_pass_of_about_fifteen_indicators_touches_every_domain(edition: Framework) -> None:
    express = [indicator for indicator in edition.indicators if indicator.express]
    assert 15 <= len(express) <= 18
    for domain in edition.domains():
        assert sum(indicator.parent == domain.id for indicator in express) >= 2, domain.id


def test_definitions_say_the_thresholds_that_are_used(edition: Framework) -> None:
    """The references of partnerships and the floor of densities are told in words, beside the numbers that score."""
    limits = edition.thresholds
    prefix = "partnerships_reference_"
    references = {name.removeprefix(prefix): int(count) for name, count in limits.items() if name.startswith(prefix)}
    for lang in ("fr", "en"):
        told = edition.indicator("partnerships_active").definition[lang]
        for limit, count in references.items():
            words = {
                "beyond": {"fr": "au-delà", "en": "beyond"}[lang],
                "region": "région",
                "departement": "département",
            }
            limit_words = words.get(limit) or number(float(limit), lang)
            assert limit_words in told, limit
            assert re.search(rf"\b{count}\b", told), count
        density = edition.indicator("associations_density")
        floor = number(limits["density_least_population"], lang)
        assert all(floor in text[lang] for text in (density.definition, density.formula, density.denominator))


def test_a_question_needs_the_list_that_its_own_step_fills(edition: Framework) -> None:
    assert {(one.id, one.needs) for one in edition.indicators if one.needs} == {
        ("students_agreements", "student_group"),
        ("students_welcome", "student_group"),
    }


def test_the_lists_that_a_question_may_need_are_the_dossiers(edition: Framework) -> None:
    assert known.TABLES == records.TABLES


def test_every_goalpost_names_a_year_or_says_that_it_is_a_judgement(edition: Framework) -> None:
    for indicator in edition.indicators:
        if indicator.goalposts:
            source = indicator.goalposts.source
            assert source.judgement is (source.year is None), indicator.id
            if source.judgement:
                assert "jugement" in source.text["fr"], indicator.id
                assert "judgement" in source.text["en"], indicator.id


def test_texts_are_in_two_languages_and_not_copied_from_one_to_the_other(edition: Framework) -> None:
    for indicator in edition.indicators:
        for text in (indicator.question, indicator.definition, indicator.help, indicator.evidence, indicator.done):
            assert text["fr"] != text["en"], indicator.id


def test_each_of_the_ten_recommendations_is_observed_by_an_indicator(edition: Framework) -> None:
    assert [item.number for item in edition.recommendations] == list(range(1, 11))
    linked = {item for indicator in edition.indicators for item in indicator.recommendations}
    assert linked == {item.id for item in edition.recommendations}


def test_a_choice_goes_from_nothing_to_everything(edition: Framework) -> None:
    for indicator in edition.indicators:
        if indicator.input is Input.CHOICE:
            scores = [option.score for option in indicator.options]
            assert scores == sorted(scores)
            assert (scores[0], scores[-1]) == (0, 100)
            assert all(option.score == 0 for option in indicator.options if option.planned)


def test_the_measures_that_a_file_may_name_are_those_that_exist() -> None:
    assert set(REGISTRY) == MEASURES


def test_every_step_of_data_has_an_indicator(edition: Framework) -> None:
    assert {indicator.step for indicator in edition.indicators} == set(STEPS) - {"territory"}


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_error_of_a_framework_has_a_sentence(lang: str) -> None:
    other = {"fr": "en", "en": "fr"}[lang]
    mine, theirs = load_texts(lang), load_texts(other)
    keys = {key for key in theirs.entries if key.startswith(("reason.", "error.framework_"))}
    assert keys
    assert all(mine.has(key) for key in keys)
