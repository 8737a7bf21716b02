"""The panel is what the survey printed, and a territory is set beside it without being ranked."""

from __future__ import annotations

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.benchmark.compare import set_beside
from diagnostic.benchmark.panel import Panel, load_panel
from diagnostic.dossier.records import NetworkMembership
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionField, PartnershipForm, PartnershipState, TableState, TerritoryKind
from diagnostic.framework.load import load_edition
from tests.builders import chosen, counted, expense, link, snapshot

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
    for measure in panel.shared.values():
        assert bool(measure.indicator) is not bool(measure.vocabulary)
        assert not measure.options or set(measure.options) == set(measure.shares)
    assert {figure.indicator for figure in panel.national} <= {indicator.id for indicator in EDITION.indicators}


@pytest.mark.parametrize(
    ("euros", "count"), [(0, 12), (99_999, 12), (100_000, 7), (300_000, 11), (1_000_000, 4), (9e9, 4)]
)
def test_a_budget_falls_in_its_bracket(panel: Panel, euros: float, count: int) -> None:
    given = snapshot(expense(euros), complete="budget_line", population=200_000)
    assert beside(panel, given)["budget"] == (euros, 100 * count / 34)


def test_staff_is_compared_once_it_is_known(panel: Panel) -> None:
    given = snapshot(answers={"means_staff": counted("means_staff", 6)}, population=200_000)
    assert beside(panel, given) == {"staff": (6, 100 * 11 / 34)}


def test_what_is_unknown_is_not_compared(panel: Panel) -> None:
    assert beside(panel, snapshot()) == {}
    assert beside(panel, snapshot(expense(10), expense(None), population=200_000)) == {}
    assert set_beside(snapshot(), assess(snapshot(), EDITION), panel).national == ()


def test_a_budget_is_a_minimum_while_its_list_is_under_way(panel: Panel) -> None:
    for given, least in (
        (snapshot(expense(40_000)), True),
        (snapshot(expense(40_000), complete="budget_line"), False),
        (snapshot(expense(40_000), expense(10, year=None), complete="budget_line"), True),
    ):
        (found,) = set_beside(given, assess(given, EDITION), panel).panel
        assert (found.value, found.least) == (40_000, least)


def test_no_line_in_a_list_said_complete_is_a_budget_of_nothing(panel: Panel) -> None:
    assert beside(panel, snapshot(complete="budget_line"))["budget"][0] == 0
    for state in (TableState.UNKNOWN, TableState.NOT_APPLICABLE):
        assert beside(panel, snapshot(expense(9), standings={"budget_line": state})) == {}


def own(panel: Panel, given: Snapshot, measure: str) -> dict[str, bool | None]:
    """Return what of a shared measure is the territory's own; empty where it is not compared."""
    found = set_beside(given, assess(given, EDITION), panel).shared
    return {one.term: one.own for each in found if each.measure.id == measure for one in each.practices}


FESTIVAL = link("DE", form=PartnershipForm.TWINNING, fields=(ActionField.SPORT_CULTURE,))


def test_a_list_under_way_never_says_no(panel: Panel) -> None:
    forms, fields = own(panel, snapshot(FESTIVAL), "forms"), own(panel, snapshot(FESTIVAL), "fields")
    assert forms.pop("twinning") is True
    assert set(forms.values()) == {None}
    assert fields.pop("sport_culture") is True
    assert set(fields.values()) == {None}


def test_a_complete_list_says_no_unless_a_partnership_is_silent(panel: Panel) -> None:
    whole = snapshot(FESTIVAL, complete="partnership network_membership")
    silent = snapshot(FESTIVAL, link("SN"), complete="partnership network_membership")
    for given, other in ((whole, False), (silent, None)):
        for measure in ("forms", "fields"):
            assert (
                sorted(own(panel, given, measure).values(), key=str).count(other) == len(own(panel, given, measure)) - 1
            )


def test_belonging_to_a_network_is_a_form_of_action(panel: Panel) -> None:
    member = NetworkMembership(name="Cités Unies France")
    assert own(panel, snapshot(member), "forms")["network"] is True
    assert own(panel, snapshot(FESTIVAL, complete="partnership"), "forms")["network"] is None
    assert own(panel, snapshot(FESTIVAL, complete="partnership network_membership"), "forms")["network"] is False


def test_a_partnership_that_is_over_or_planned_is_not_practised(panel: Panel) -> None:
    for state in (PartnershipState.ENDED, PartnershipState.PROJECT):
        given = snapshot(link("DE", state, form=PartnershipForm.TWINNING), complete="partnership")
        assert own(panel, given, "forms")["twinning"] is False


def test_a_table_said_unknown_tells_nothing(panel: Panel) -> None:
    for state in (TableState.UNKNOWN, TableState.NOT_APPLICABLE):
        given = snapshot(FESTIVAL, standings={"partnership": state})
        assert own(panel, given, "forms") == {}
        assert own(panel, given, "fields") == {}


def test_citizens_place_stands_beside_those_who_said_the_same(panel: Panel) -> None:
    given = snapshot(answers={"citizens_place": chosen("citizens_place", "drivers")})
    assert [term for term, mine in own(panel, given, "citizens_place").items() if mine] == ["drivers"]
    assert set(own(panel, given, "citizens_place").values()) == {True, False}


def test_the_sharing_is_shown_beside_another_question_and_matches_none(panel: Panel) -> None:
    given = snapshot(answers={"governance_sharing": chosen("governance_sharing", "written")})
    (found,) = set_beside(given, assess(given, EDITION), panel).shared
    assert found.answer == "written"
    assert found.measure.n is None
    assert found.measure.doubt
    assert {one.own for one in found.practices} == {None}


@pytest.mark.parametrize("kind", [TerritoryKind.DEPARTEMENT, TerritoryKind.REGION])
def test_a_departement_or_a_region_is_no_peer_whatever_its_size(panel: Panel, kind: TerritoryKind) -> None:
    given = snapshot(population=3_000_000, type=kind)
    found = set_beside(given, assess(given, EDITION), panel)
    assert (found.peer, found.other_kind) == (False, True)


@pytest.mark.parametrize(("population", "peer"), [(1_200, False), (49_999, False), (230_000, True), (None, None)])
def test_a_small_commune_is_told_that_the_panel_is_no_peer_group(
    panel: Panel, population: int | None, peer: bool | None
) -> None:
    given = snapshot(population=population)
    assert set_beside(given, assess(given, EDITION), panel).peer is peer
