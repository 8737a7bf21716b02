"""Recommendations are proposed for reasons, and 1 % schemes only where the law and the competences open them."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.dossier.vocabulary import AnswerState, Competence, OnePercentScheme
from diagnostic.framework.load import load_edition
from diagnostic.strategy.propose import propose
from diagnostic.strategy.schemes import scheme_openings
from tests.builders import chosen, expense, said, snapshot

EDITION = load_edition()


def test_nothing_is_proposed_while_nothing_is_known() -> None:
    assert propose(assess(snapshot(), EDITION), EDITION) == ()


def test_a_proposal_shows_its_gaps_its_plans_and_what_is_unknown() -> None:
    answers = (
        chosen("governance_report", "none"),
        chosen("governance_strategy", "planned"),
        chosen("citizens_skills", "none"),
        chosen("governance_delegate", "both"),
    )
    assessment = assess(snapshot(answers={answer.indicator: answer for answer in answers}), EDITION)
    found = {proposal.recommendation: proposal for proposal in propose(assessment, EDITION)}
    diagnostic = found["diagnostic"]
    assert set(diagnostic.reasons) == {"governance_report", "governance_strategy"}
    assert diagnostic.planned == ("governance_strategy",)
    assert "partnerships_alive" in diagnostic.unknown
    stakes = [assessment.indicator(reason).at_stake or 0.0 for reason in diagnostic.reasons]
    assert diagnostic.points == pytest.approx(sum(stakes))
    assert "citizens" not in found


def test_proposals_go_by_points_then_by_the_lighter_effort() -> None:
    answers = {"citizens_skills": chosen("citizens_skills", "none")}
    found = propose(assess(snapshot(answers=answers), EDITION), EDITION)
    assert [proposal.recommendation for proposal in found] == ["awareness", "training"], "same points, lighter first"
    more = answers | {"governance_oda": said("governance_oda", AnswerState.NOT_DONE)}
    more |= {"citizens_communication": chosen("citizens_communication", "none")}
    more |= {"citizens_place": chosen("citizens_place", "absent")}
    more |= {"citizens_diasporas": chosen("citizens_diasporas", "none")}
    assert propose(assess(snapshot(answers=more), EDITION), EDITION)[0].recommendation == "citizens"


def test_a_scheme_opens_one_per_cent_of_the_budgets_held() -> None:
    given = snapshot(
        expense(20_000, scheme=OnePercentScheme.WATER_SANITATION),
        expense(90_000, year=2020, scheme=OnePercentScheme.WATER_SANITATION),
        competences=(Competence.WATER, Competence.MOBILITY),
        water_budget=8_000_000.0,
        sanitation_budget=5_000_000.0,
        waste_budget=3_000_000.0,
    )
    water, mobility = scheme_openings(given)
    assert (water.scheme, water.budget, water.ceiling, water.used) == (
        "water_sanitation",
        8_000_000.0,
        pytest.approx(80_000.0),
        20_000.0,
    )
    assert (mobility.scheme, mobility.budget, mobility.ceiling, mobility.used) == ("mobility", None, None, 0.0)


def test_no_competence_known_opens_nothing() -> None:
    assert scheme_openings(snapshot(water_budget=8_000_000.0)) == ()
