"""The panel is what the survey printed, and a territory is set beside it without being ranked."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.benchmark.compare import set_beside
from diagnostic.benchmark.panel import Panel, load_panel
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionField, PartnershipForm
from diagnostic.framework.load import load_edition
from tests.builders import counted, expense, snapshot

EDITION = load_edition()


@pytest.fixture(scope="module")
def panel() -> Panel:
    """The shipped panel."""
    return load_panel()


def beside(panel: Panel, given: Snapshot) -> dict[str, tuple[float, float]]:
    """Return the territory's figures and the share of the panel in the same bracket."""
    found = set_beside(given, assess(given, EDITION), panel)
    return {each.measure.id: (each.value, each.share) for each in found.panel}


def test_the_panel_adds_up_to_its_n_and_covers_the_whole_vocabulary(panel: Panel) -> None:
    for measure in panel.bracketed.values():
        assert sum(bracket.count for bracket in measure.brackets) == measure.n
    assert set(panel.shared["forms"].shares) == set(PartnershipForm)
    assert set(panel.shared["fields"].shares) == set(ActionField)
    options = {option.id for option in EDITION.indicator("citizens_place").options}
    assert set(panel.shared["citizens_place"].shares) == options
    assert {figure.indicator for figure in panel.national} <= {indicator.id for indicator in EDITION.indicators}


@pytest.mark.parametrize(
    ("euros", "count"), [(0, 12), (99_999, 12), (100_000, 7), (300_000, 11), (1_000_000, 4), (9e9, 4)]
)
def test_a_budget_falls_in_its_bracket(panel: Panel, euros: float, count: int) -> None:
    given = snapshot(expense(euros), population=200_000)
    assert beside(panel, given)["budget"] == (euros, 100 * count / 34)


def test_staff_is_compared_once_it_is_known(panel: Panel) -> None:
    given = snapshot(answers={"means_staff": counted("means_staff", 6)}, population=200_000)
    assert beside(panel, given) == {"staff": (6, 100 * 11 / 34)}


def test_what_is_unknown_is_not_compared(panel: Panel) -> None:
    assert beside(panel, snapshot()) == {}
    assert beside(panel, snapshot(expense(10), expense(None), population=200_000)) == {}
    assert set_beside(snapshot(), assess(snapshot(), EDITION), panel).national == ()


@pytest.mark.parametrize(("population", "peer"), [(1_200, False), (49_999, False), (230_000, True), (None, None)])
def test_a_small_commune_is_told_that_the_panel_is_no_peer_group(
    panel: Panel, population: int | None, peer: bool | None
) -> None:
    given = snapshot(population=population)
    assert set_beside(given, assess(given, EDITION), panel).peer is peer
