"""Varying the weights and the mean: the same figures for the same dossier, and no more than the scores allow."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import Assessment
from diagnostic.assessment.variations import Variations, vary
from diagnostic.demo import build_demo
from diagnostic.dossier.opening import open_dossier
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.load import load_edition
from tests.builders import said, snapshot

EDITION = load_edition()


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Assessment:
    """The demonstration territory's assessment."""
    path = tmp_path_factory.mktemp("demo") / "demo.rose"
    build_demo(path, "fr")
    dossier = open_dossier(path, read_only=True)
    assessment = assess(dossier.snapshot(), EDITION, dossier.previous())
    dossier.close()
    return assessment


@pytest.fixture(scope="module")
def varied(found: Assessment) -> Variations:
    """How it stands the variations."""
    return vary(found, EDITION)


def test_the_same_dossier_always_gives_the_same_figures(found: Assessment, varied: Variations) -> None:
    assert vary(found, EDITION) == varied


def test_every_score_lies_within_its_spread(found: Assessment, varied: Variations) -> None:
    assert set(varied.spreads) == {node.id for node in EDITION.nodes}
    for node in found.nodes:
        spread = varied.spreads[node.id]
        assert node.interval.mid is not None
        assert spread.low <= node.interval.mid <= spread.high
        assert spread.geometric <= node.interval.mid + 1e-9  # a geometric mean rewards balance


def test_the_territory_is_ahead_of_the_institution_whatever_the_weights(varied: Variations) -> None:
    assert varied.ahead["territory", "institution"] == 1.0
    assert varied.ahead["institution", "territory"] == 0.0
    for (one, other), share in varied.ahead.items():
        assert 0 <= share + varied.ahead[other, one] <= 1 + 1e-12


def test_as_many_findings_lead_as_the_list_has_places(found: Assessment, varied: Variations) -> None:
    for findings, kept in ((found.assets, varied.assets), (found.gaps, varied.gaps)):
        assert set(kept) == {finding.indicator for finding in findings}
        assert sum(kept.values()) == pytest.approx(varied.leading, abs=0.01)
        assert kept[findings[0].indicator] > kept[findings[-1].indicator]


def test_leaving_out_the_best_indicator_lowers_its_axis(found: Assessment, varied: Variations) -> None:
    best, worst = found.assets[0].indicator, found.gaps[0].indicator
    for indicator, lowers in ((best, True), (worst, False)):
        axis = found.indicator(indicator).axis
        assert (varied.leave_one_out[indicator] < (found.node(axis).interval.mid or 0)) is lowers


def test_nothing_known_varies_nothing() -> None:
    varied = vary(assess(snapshot(), EDITION), EDITION)
    assert (dict(varied.spreads), dict(varied.ahead), dict(varied.gaps), dict(varied.leave_one_out)) == ({}, {}, {}, {})


def test_one_answer_is_as_firm_as_can_be() -> None:
    alone = snapshot(answers={"governance_oda": said("governance_oda", AnswerState.DONE)})
    varied = vary(assess(alone, EDITION), EDITION)
    spread = varied.spreads["governance"]
    assert (spread.low, spread.high) == pytest.approx((100, 100))
    assert varied.assets == {"governance_oda": 1.0}
    assert varied.leave_one_out == {}
