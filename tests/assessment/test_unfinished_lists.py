"""A list that is not said to be complete proves a minimum, never a lack."""

from __future__ import annotations

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import IndicatorState
from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.framework.load import load_edition
from tests.builders import link, people, snapshot

EDITION = load_edition()
PARTNERS = (link("AR"), link("DE"), link("SN"))


def town(*rows, complete: str = "") -> Snapshot:
    """A town of 200,000 inhabitants."""
    return snapshot(*rows, complete=complete, population=200_000)


def test_three_partnerships_of_an_unfinished_list_are_a_minimum_and_no_gap() -> None:
    found = assess(town(*PARTNERS), EDITION)
    active = found.indicator("partnerships_active")
    assert (active.state, active.score) == (IndicatorState.UNKNOWN, None)
    assert active.measure.at_least
    assert active.measure.numerator == 3
    assert 0 < active.low < active.high == 100
    assert found.gaps == ()


def test_saying_that_the_list_is_complete_makes_it_known_within_what_was_possible() -> None:
    before = assess(town(*PARTNERS), EDITION)
    after = assess(town(*PARTNERS, complete="partnership"), EDITION)
    active = after.indicator("partnerships_active")
    assert active.state is IndicatorState.KNOWN
    assert active.score == before.indicator("partnerships_active").low
    for wide, narrow in zip(before.nodes, after.nodes, strict=True):
        assert wide.interval.low - 1e-9 <= narrow.interval.low
        assert narrow.interval.high <= wide.interval.high + 1e-9


def test_more_rows_only_raise_the_minimum() -> None:
    lows = []
    for count in range(1, 6):
        rows = [people(country, 900) for country in ("DZ", "MA", "SN", "PT", "TR")[:count]]
        lows.append(assess(town(*rows), EDITION).node("territory").interval.low)
    assert lows == sorted(lows)
    assert lows[0] < lows[-1]


def test_a_minimum_at_the_best_goalpost_is_known() -> None:
    rows = [NetworkMembership(name=f"Réseau {place}") for place in range(30)]
    networks = assess(town(*rows), EDITION).indicator("partnerships_networks")
    assert (networks.state, networks.score) == (IndicatorState.KNOWN, 100)


def test_knowing_that_a_list_is_complete_is_a_useful_answer_worth_what_is_left_of_its_interval() -> None:
    found = assess(town(*PARTNERS), EDITION)
    worth = {answer.indicator: answer.narrowing for answer in found.useful}
    active = found.indicator("partnerships_active")
    assert abs(worth[active.id] - active.share * (active.high - active.low)) < 1e-9
