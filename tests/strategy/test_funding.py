"""Funders are open, closed or not known for a reason that can be read, at each bound and for each answer."""

from __future__ import annotations

from typing import Any

import pytest

from diagnostic.dossier.decisions import Action, Ally
from diagnostic.dossier.operations import add
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState, AllyKind, AnswerState, Competence, OnePercentScheme
from diagnostic.framework.load import load_edition
from diagnostic.strategy.declaring import declaring_action
from diagnostic.strategy.directory import load_directory
from diagnostic.strategy.funding import advise
from diagnostic.strategy.results import FundingAdvice, Openness, Reason, RegionAnswer, Suggestion
from tests.builders import expense, said, snapshot

EDITION, DIRECTORY = load_edition(), load_directory()
LEAST_PROJECT = 200_000 / 0.7


def advice(given: Snapshot, lang: str = "fr") -> FundingAdvice:
    """Return what the rules say of a campaign."""
    return advise(given, EDITION, DIRECTORY, lang)


def funder(given: Snapshot, entry: str) -> Suggestion:
    """Return what the rules say of one shipped funder."""
    return next(one for one in advice(given).suggestions if one.listed.ally.entry == entry)


def plan(*costs: float | None, **values: Any) -> Snapshot:
    """Return a campaign whose kept actions have these costs."""
    actions = [Action(title=f"Action {n}", cost=cost, state=ActionState.KEPT) for n, cost in enumerate(costs)]
    return snapshot(*actions, **values)


def only(suggestion: Suggestion) -> Reason:
    """Return the only reason of a suggestion."""
    (reason,) = suggestion.reasons
    return reason


@pytest.mark.parametrize(
    ("cost", "openness", "key"),
    [
        (200_000.0, Openness.CLOSED, "action_small"),
        (round(LEAST_PROJECT, 2), Openness.OPEN, "action_fits"),
        (LEAST_PROJECT - 1, Openness.CLOSED, "action_small"),
        (1_500_000.0, Openness.OPEN, "action_fits"),
        (1_500_000 / 0.7 - 1, Openness.OPEN, "action_fits"),
        (3_000_000.0, Openness.OPEN, "action_capped"),
    ],
)
def test_ficol_bounds_the_aid_not_the_project(cost: float, openness: Openness, key: str) -> None:
    found = funder(plan(cost), "ficol")
    assert (found.openness, only(found).key) == (openness, key)
    assert only(found).euros["cost"] == cost


def test_the_local_share_is_given_in_euros() -> None:
    euros = only(funder(plan(1_500_000.0), "ficol")).euros
    assert (euros["aid"], euros["local"]) == pytest.approx((1_050_000, 450_000))
    capped = only(funder(plan(3_000_000.0), "ficol")).euros
    assert (capped["aid"], capped["local"]) == pytest.approx((1_500_000, 1_500_000))


def test_below_the_least_aid_it_says_by_how_much() -> None:
    euros = only(funder(plan(200_000.0), "ficol")).euros
    assert (euros["aid"], euros["minimum"]) == pytest.approx((140_000, 200_000))
    assert (euros["missing"], euros["least"]) == pytest.approx((LEAST_PROJECT - 200_000, LEAST_PROJECT))


def test_small_actions_can_reach_it_together_and_that_is_said_apart() -> None:
    reason = only(funder(plan(150_000.0, 150_000.0), "ficol"))
    assert (reason.key, reason.openness, reason.euros["cost"]) == ("plan_fits", Openness.OPEN, 300_000)
    one_is_enough = only(funder(plan(400_000.0, 10_000.0), "ficol"))
    assert (one_is_enough.key, one_is_enough.subject) == ("action_fits", "Action 0")
    assert only(funder(plan(1000.0, 2000.0), "ficol")).key == "plan_small"


def test_what_has_no_cost_keeps_it_open_to_question() -> None:
    assert only(funder(plan(), "ficol")).key == "no_action"
    assert only(funder(plan(None), "ficol")).key == "no_cost"
    some = funder(plan(1000.0, None), "ficol")
    assert some.openness is Openness.UNKNOWN
    assert [reason.key for reason in some.reasons] == ["costs_missing", "action_small"]
    free = funder(plan(0.0), "ficol")
    assert (free.openness, only(free).key) == (Openness.CLOSED, "nothing_to_fund")


def test_done_and_dropped_actions_ask_for_no_money() -> None:
    gone = [Action(title="a", cost=900_000.0, state=state) for state in (ActionState.DONE, ActionState.DROPPED)]
    assert only(funder(snapshot(*gone), "ficol")).key == "no_action"


def test_rules_that_leave_all_to_be_found_locally_bring_nothing() -> None:
    own = Ally(name="Tout local", type=AllyKind.FUNDER, local_share=100.0)
    action = Action(title="a", cost=1000.0, state=ActionState.KEPT)
    found = advice(snapshot(own, action)).suggestions[-1]
    assert (found.openness, only(found).key) == (Openness.CLOSED, "all_local")


@pytest.mark.parametrize(
    ("state", "openness", "key"),
    [
        (AnswerState.DONE, Openness.OPEN, "oda_done"),
        (AnswerState.PLANNED, Openness.CLOSED, "oda_planned"),
        (AnswerState.NOT_DONE, Openness.CLOSED, "oda_not_done"),
        (AnswerState.NOT_APPLICABLE, Openness.UNKNOWN, "oda_nothing"),
        (AnswerState.UNANSWERED, Openness.UNKNOWN, "oda_unknown"),
        (None, Openness.UNKNOWN, "oda_unknown"),
    ],
)
def test_ministry_calls_open_with_the_declaration_only(state: AnswerState | None, openness: Openness, key: str) -> None:
    answers = {"governance_oda": said("governance_oda", state)} if state else {}
    found = funder(snapshot(answers=answers), "meae")
    assert (found.openness, only(found).key) == (openness, key)


@pytest.mark.parametrize("state", [AnswerState.NOT_DONE, AnswerState.PLANNED])
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_declaring_is_proposed_until_an_action_is_about_it(state: AnswerState, lang: str) -> None:
    answers = {"governance_oda": said("governance_oda", state)}
    declared = advice(snapshot(answers=answers), lang).declaration
    assert declared is not None
    assert declared.recommendation == "budget"
    assert [one.ally.entry for one in declared.opens] == ["meae"]
    made = add(declaring_action(declared)).changes[0].row
    assert isinstance(made, Action)
    assert all((made.title, made.description, made.success))
    assert advice(snapshot(made, answers=answers)).declaration is None
    renamed = Action(title="Notre affaire", success=made.success)
    assert advice(snapshot(renamed, answers=answers), lang).declaration is None
    own_words = Action(title="Déclarer notre APD au ministère")
    assert advice(snapshot(own_words, answers=answers), lang).declaration is None
    other = Action(title="Adapter nos soda-bars", recommendation="budget")
    assert advice(snapshot(other, answers=answers), lang).declaration is not None


def test_declaring_is_not_proposed_when_made_unknown_or_of_no_use() -> None:
    for state in (AnswerState.DONE, AnswerState.UNANSWERED, AnswerState.NOT_APPLICABLE):
        assert advice(snapshot(answers={"governance_oda": said("governance_oda", state)})).declaration is None
    hidden = Ally(entry="meae", name="x", type=AllyKind.FUNDER, needs_oda=True, left_out=True)
    not_done = {"governance_oda": said("governance_oda", AnswerState.NOT_DONE)}
    assert advice(snapshot(hidden, answers=not_done)).declaration is None


def test_schemes_open_their_euros_where_the_competence_is_held() -> None:
    given = snapshot(competences=(Competence.WATER,), water_budget=8_000_000.0)
    found = funder(given, "one_percent_water")
    assert (found.openness, only(found).key) == (Openness.OPEN, "scheme")
    assert only(found).euros["ceiling"] == pytest.approx(80_000)
    waste = funder(given, "one_percent_waste")
    assert (waste.openness, only(waste).key) == (Openness.CLOSED, "not_held")
    assert only(funder(snapshot(), "one_percent_water")).key == "competences_unknown"
    assert only(funder(snapshot(competences=(Competence.WASTE,)), "one_percent_water")).key == "none_held"


def test_a_scheme_without_budget_with_none_or_all_spent() -> None:
    held = (Competence.WASTE,)
    assert only(funder(snapshot(competences=held), "one_percent_waste")).key == "budget_unknown"
    zero = funder(snapshot(competences=held, waste_budget=0.0), "one_percent_waste")
    assert (zero.openness, only(zero).key) == (Openness.CLOSED, "budget_zero")
    spent = snapshot(expense(10_000, scheme=OnePercentScheme.WASTE), competences=held, waste_budget=1_000_000.0)
    assert only(funder(spent, "one_percent_waste")).key == "scheme_spent"
    half = snapshot(expense(4_000, scheme=OnePercentScheme.WASTE), competences=held, waste_budget=1_000_000.0)
    assert only(funder(half, "one_percent_waste")).euros["left"] == pytest.approx(6_000)


def test_a_funder_without_known_rules_is_never_said_to_be_open() -> None:
    found = funder(plan(500_000.0), "europe")
    assert (found.openness, only(found).key) == (Openness.UNKNOWN, "no_rule")


@pytest.mark.parametrize(
    ("region", "entry"),
    [("53", "bretagne_solidaire"), ("44", "gescod"), ("01", "karib_horizon"), ("93", "territoires_solidaires")],
)
def test_the_network_is_that_of_the_territorys_own_region(region: str, entry: str) -> None:
    found = advice(snapshot(region=region)).region
    assert (found.answer, [one.ally.entry for one in found.networks]) == (RegionAnswer.FOUND, [entry])


@pytest.mark.parametrize("region", ["11", "52", "94", "02", "03", "04", "06", "zz"])
def test_a_region_without_network_in_the_directory_is_said_so(region: str) -> None:
    found = advice(snapshot(region=region)).region
    assert (found.answer, found.networks) == (RegionAnswer.NONE, ())


def test_nothing_is_derived_from_an_unknown_region() -> None:
    assert advice(snapshot()).region.answer is RegionAnswer.UNKNOWN
    assert advice(snapshot(region_name="Bretagne")).region.answer is RegionAnswer.UNKNOWN
    own = Ally(name="Réseau francilien", type=AllyKind.REGIONAL_NETWORK, region="11")
    assert advice(snapshot(own, region="11")).region.networks[0].ally.name == "Réseau francilien"
    assert advice(snapshot(own)).region.networks == ()


def test_a_funder_of_another_region_is_closed() -> None:
    own = Ally(name="Région Bretagne", type=AllyKind.FUNDER, region="53")
    for region, key in (("53", "own_region"), ("11", "other_region"), ("", "region_unknown")):
        assert only(advice(snapshot(own, region=region)).suggestions[-1]).key == key


def test_the_worst_of_two_conditions_decides() -> None:
    own = Ally(name="Deux conditions", type=AllyKind.FUNDER, needs_oda=True, minimum=1000.0)
    action = Action(title="a", cost=5000.0, state=ActionState.KEPT)
    for state, openness in ((AnswerState.DONE, Openness.OPEN), (AnswerState.NOT_DONE, Openness.CLOSED)):
        answers = {"governance_oda": said("governance_oda", state)}
        assert advice(snapshot(own, action, answers=answers)).suggestions[-1].openness is openness
