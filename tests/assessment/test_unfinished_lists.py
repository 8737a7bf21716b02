"""A list that is not said to be complete proves a minimum, never a lack."""

from __future__ import annotations

from diagnostic.assessment.assess import assess
from diagnostic.assessment.results import IndicatorState
from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import Competence
from diagnostic.framework.load import load_edition
from tests.builders import association, counted, expense, link, people, snapshot

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


def test_a_score_never_leaves_its_interval_where_minimums_lift_it() -> None:
    given = snapshot(
        expense(40_000),
        answers={"means_staff": counted("means_staff", 0.1)},
        population=20_000,
        operating_budget=2e7,
        competences=(Competence.CULTURE,),
    )
    for node in assess(given, EDITION).nodes:
        if node.interval.mid is not None:
            assert node.interval.low - 1e-9 <= node.interval.mid <= node.interval.high + 1e-9, node.id


def test_people_of_no_country_are_no_false_zero() -> None:
    found = assess(snapshot(people("", 410), complete="diaspora", population=8_000), EDITION)
    for indicator in ("diasporas_diversity", "diasporas_rooted", "diasporas_contact"):
        assert found.indicator(indicator).state is IndicatorState.UNKNOWN, indicator
    assert [gap.indicator for gap in found.gaps] == ["diasporas_share"]


def test_the_first_row_of_a_list_is_no_gap() -> None:
    found = assess(snapshot(people("DZ", 410), expense(500), population=8_000, operating_budget=1e7), EDITION)
    assert found.gaps == ()


def test_a_partnership_without_country_leaves_open_where_it_is() -> None:
    given = snapshot(link(""), people("DZ", 4_000), complete="partnership economic_tie", population=90_000)
    found = assess(given, EDITION)
    assert found.indicator("economy_partner_countries").state is IndicatorState.UNKNOWN
    assert [reading.id for row in found.matrix for reading in row.readings] == []


def test_a_link_with_frances_own_territories_is_not_international() -> None:
    given = snapshot(link("YT"), association("YT"), complete="partnership association", population=1_500)
    found = assess(given, EDITION)
    assert found.indicator("partnerships_active").measure.numerator == 0
    assert found.indicator("associations_density").measure.numerator == 0


def test_a_share_waits_for_its_list_for_one_more_row_moves_it_either_way() -> None:
    told = link("DE", last_activity="2026-01", agreement=True, evaluated=True, led_with="Redon")
    rows = (told, association("DE", works_with=True), people("DE", 900))
    waiting = assess(town(*rows), EDITION)
    shares = ("partnerships_alive", "partnerships_agreement", "partnerships_joint", "associations_cooperation")
    for name in (*shares, "diasporas_contact"):
        found = waiting.indicator(name)
        assert (found.state, found.low, found.high) == (IndicatorState.UNKNOWN, 0, 100), name
    assert not {finding.indicator for finding in waiting.assets} & {*shares, "diasporas_contact"}
    closed = assess(town(*rows, complete="partnership association diaspora"), EDITION)
    assert closed.indicator("partnerships_alive").score == 100
    for wide, narrow in zip(waiting.nodes, closed.nodes, strict=True):
        assert wide.interval.low - 1e-9 <= narrow.interval.low
        assert narrow.interval.high <= wide.interval.high + 1e-9
