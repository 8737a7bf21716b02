"""The users' own weights: what they change, and what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.dossier.decisions import Weighting
from diagnostic.dossier.operations import add, answer
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.model import Framework
from diagnostic.framework.weights import Refusal, edition_weights, refusals, weighted


def test_without_own_weights_the_framework_is_the_same(framework: Framework) -> None:
    assert weighted(framework, {}) is framework
    assert weighted(framework, {"citizens": framework.node("citizens").weight}) is framework


def test_an_own_weight_moves_the_share_and_keeps_the_editions(framework: Framework) -> None:
    own = weighted(framework, {"citizens": 3.0, "governance_oda": 0.0})
    assert own.node("citizens").weight == 3.0
    assert own.indicator("governance_oda").weight == 0.0
    assert own.edition_weights == {"citizens": 1.0, "governance_oda": 1.0}
    assert weighted(own, {"citizens": 3.0}).edition_weights["citizens"] == 1.0
    assert edition_weights(own) == edition_weights(framework)


def test_a_weight_of_nothing_known_or_that_empties_a_branch_is_refused(framework: Framework) -> None:
    gone = {indicator.id: 0.0 for indicator in framework.indicators_of("students")}
    found = refusals(framework, {**gone, "nobody": 2.0, "territory": 5.0})
    assert found == {
        **dict.fromkeys(gone, Refusal.WEIGHTLESS),
        "nobody": Refusal.UNKNOWN_ITEM,
        "territory": "unknown_item",
    }
    assert weighted(framework, {**gone, "nobody": 2.0}) == framework


@pytest.fixture
def answered(dossier: Dossier, tmp_path: Path) -> Dossier:
    """A dossier in which one thing is done and one is not."""
    for indicator, state in (("governance_oda", AnswerState.DONE), ("citizens_place", AnswerState.UNANSWERED)):
        dossier.apply(answer(dossier.snapshot(), indicator, state))
    return dossier


def test_the_score_follows_the_weights_stored_in_the_dossier(answered: Dossier, framework: Framework) -> None:
    before = assess(answered.snapshot(), framework)
    answered.apply(add(Weighting(item="governance_oda", weight=4.0, reason="Atelier", author="Bureau")))
    snapshot = answered.snapshot()
    assert snapshot.weights == {"governance_oda": 4.0}
    after = assess(snapshot, weighted(framework, snapshot.weights))
    assert after.indicator("governance_oda").share > before.indicator("governance_oda").share
    assert after.node("governance").interval.low > before.node("governance").interval.low
    assert sum(each.share for each in after.indicators if each.axis == "institution") == pytest.approx(1.0)
