"""A recommendation's rank is a product that anybody can check, and each factor changes the order as it is said to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.brief.compose.rank_words import rank_words
from diagnostic.dossier.decisions import Priority
from diagnostic.dossier.vocabulary import PriorityLevel
from diagnostic.errors import WorldError
from diagnostic.framework.known import RANKING
from diagnostic.framework.load import load_edition, load_texts
from diagnostic.framework.model import Framework
from diagnostic.strategy.propose import propose
from diagnostic.strategy.rank import rank
from diagnostic.strategy.results import Proposal
from diagnostic.texts import Texts
from tests.builders import chosen, snapshot

EDITION = load_edition()
ANSWERS = {
    answer.indicator: answer
    for answer in (
        chosen("governance_report", "none"),
        chosen("citizens_skills", "none"),
        chosen("citizens_place", "absent"),
        chosen("citizens_communication", "none"),
    )
}
ASSESSMENT = assess(snapshot(answers=ANSWERS), EDITION)


def proposals(*priorities: Priority, framework: Framework = EDITION) -> dict[str, Proposal]:
    """Return the proposals of a few gaps, by recommendation, in order."""
    return {one.recommendation: one for one in propose(ASSESSMENT, framework, priorities)}


def without(*names: str) -> Framework:
    """Return the edition with some thresholds not set."""
    kept: Mapping[str, float] = {n: v for n, v in EDITION.thresholds.items() if n not in names}
    return replace(EDITION, thresholds=MappingProxyType(dict(kept)))


def test_without_any_priority_points_and_effort_alone_rank() -> None:
    found = list(proposals().values())
    assert len(found) >= 4
    totals = [one.points * EDITION.thresholds[f"effort_{one.rank.effort_level}"] for one in found]
    assert totals == sorted(totals, reverse=True)
    assert [one.rank.total for one in found] == pytest.approx(totals)
    assert {(one.rank.priority, one.rank.workshop, one.rank.decided) for one in found} == {(1.0, 1.0, False)}


def test_a_high_priority_doubles_and_a_low_one_halves_without_hiding() -> None:
    before = proposals()
    last = list(before)[-1]
    high = proposals(Priority(recommendation=last, level=PriorityLevel.HIGH))[last]
    low = proposals(Priority(recommendation=last, level=PriorityLevel.LOW))[last]
    assert high.rank.total == pytest.approx(2 * before[last].rank.total)
    assert low.rank.total == pytest.approx(before[last].rank.total / 2)
    normal = proposals(Priority(recommendation=last, level=PriorityLevel.NORMAL))[last]
    assert (normal.rank.total, normal.rank.decided) == (before[last].rank.total, True)
    assert high.points == low.points == before[last].points, "priorities change the order, not the points"


def test_votes_count_in_proportion_of_the_most_voted() -> None:
    first, second = list(proposals())[:2]
    voted = proposals(Priority(recommendation=first, votes=5), Priority(recommendation=second, votes=10))
    assert (voted[second].rank.workshop, voted[first].rank.workshop) == (2.0, 1.5)
    others = {one.rank.workshop for id_, one in voted.items() if id_ not in (first, second)}
    assert others == {1.0}
    elsewhere = proposals(Priority(recommendation=first, votes=5), Priority(recommendation="together", votes=20))
    assert elsewhere[first].rank.workshop == pytest.approx(1.25), "votes for what is not proposed are votes too"


def test_votes_of_zero_divide_nothing() -> None:
    assert {one.rank.workshop for one in proposals(Priority(recommendation="training", votes=0)).values()} == {1.0}


def test_equal_totals_are_said_to_be_tied_and_the_lighter_effort_comes_first() -> None:
    flat = without("effort_1", "effort_2", "effort_3")
    found = proposals(framework=flat)
    assert found["awareness"].rank.tied
    assert found["training"].rank.tied
    order = list(found)
    assert order.index("awareness") < order.index("training")
    assert not proposals()["awareness"].rank.tied, "the lighter one counts more"


def test_a_framework_without_factors_ranks_by_points() -> None:
    found = proposals(Priority(recommendation="training", level=PriorityLevel.HIGH), framework=without(*RANKING))
    assert [one.rank.total for one in found.values()] == [one.points for one in found.values()]


def test_the_edition_sets_every_factor() -> None:
    assert all(name in EDITION.thresholds for name in RANKING)


@pytest.mark.parametrize("name", RANKING)
def test_a_factor_of_zero_is_refused_by_its_name(name: str) -> None:
    folder = Path("resources/framework/edition-1")
    sources = {file.name: file.read_text(encoding="utf-8") for file in folder.glob("*.toml")}
    kept = [line for line in sources["framework.toml"].splitlines() if not line.startswith(f"{name} ")]
    place = kept.index("[thresholds]") + 1
    sources["framework.toml"] = "\n".join([*kept[:place], f"{name} = 0", *kept[place:]])
    with pytest.raises(WorldError) as fault:
        load_texts(sources)
    assert (fault.value.key, fault.value.params["field"]) == ("framework_out_of_bounds", name)


def test_the_sum_is_written_so_that_it_can_be_checked(texts: Texts, english: Texts) -> None:
    training = EDITION.recommendation("training")
    given = (
        Priority(recommendation="training", level=PriorityLevel.HIGH, votes=3),
        Priority(recommendation="x", votes=4),
    )
    made = rank(12.4, training, given, EDITION.thresholds)
    words = rank_words(made, texts)
    assert words == (
        "12,4 points en jeu × priorité haute (×2) × 3 voix en atelier, 4 au plus (×1,75) × effort moyen (×0,8) = 34,7"
    )
    assert rank_words(rank(1.0, training, (), EDITION.thresholds), english) == (
        "1.0 point at stake × medium effort (×0.8) = 0.8"
    )
