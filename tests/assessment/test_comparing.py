"""Two campaigns are compared where both are known, by the same questions, and what is missing is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diagnostic.assessment.assess import assess
from diagnostic.assessment.comparing import Lack, comparable, compare
from diagnostic.assessment.results import Assessment, IndicatorState, Interval
from diagnostic.dossier.snapshot import Campaign
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Input
from tests.builders import chosen, said, snapshot

FRAMEWORK = load_edition()
QUESTIONS = [question for question in FRAMEWORK.questions() if question.input is Input.CHOICE]
ASKED = [question.id for question in QUESTIONS]


def answered(*bests: bool | None) -> Assessment:
    """Return an assessment where the first questions got their best or their worst option, None for no answer."""
    told = {}
    for question, best in zip(QUESTIONS, bests, strict=False):
        if best is not None:
            option = (max if best else min)(question.options, key=lambda each: each.score)
            told[question.id] = chosen(question.id, option.id)
    return assess(snapshot(answers=told), FRAMEWORK)


def with_node(found: Assessment, id_: str, interval: Interval, *, published: bool) -> Assessment:
    """Return an assessment in which a node has another interval."""
    nodes = (replace(n, interval=interval, published=published) if n.id == id_ else n for n in found.nodes)
    return replace(found, nodes=tuple(nodes))


def point(score: float) -> Interval:
    """Return an interval that is quite known."""
    return Interval(low=score, mid=score, high=score, known=1)


def test_a_score_that_rose_beyond_both_intervals_is_sure() -> None:
    found = answered()
    then, now = (with_node(found, "students", point(score), published=True) for score in (40, 55))
    change = compare(then, now).node("students")
    assert (change.points, change.sure, change.lack) == (15, True, None)


def test_a_change_within_the_intervals_is_not_sure() -> None:
    then = with_node(answered(), "students", Interval(low=30, mid=40, high=60, known=0.8), published=True)
    now = with_node(answered(), "students", Interval(low=50, mid=55, high=70, known=0.8), published=True)
    assert not compare(then, now).node("students").sure
    assert compare(then, then).node("students").points == 0
    assert compare(then, then).node("students").sure


@pytest.mark.parametrize(
    ("before", "after", "lack"),
    [(False, True, Lack.THEN), (True, False, Lack.NOW), (False, False, Lack.BOTH)],
)
def test_a_score_that_is_not_published_is_not_compared(before: bool, after: bool, lack: Lack) -> None:
    then = with_node(answered(), "students", point(40), published=before)
    now = with_node(answered(), "students", point(60), published=after)
    change = compare(then, now).node("students")
    assert (change.points, change.lack) == (None, lack)


def test_what_did_not_apply_is_not_compared() -> None:
    nothing = Interval(low=0, mid=None, high=0, known=1, applicable=False)
    then = with_node(answered(), "students", nothing, published=False)
    now = with_node(answered(), "students", point(60), published=True)
    assert compare(then, now).node("students").lack is Lack.NOT_APPLICABLE


def test_the_indicators_that_moved_come_with_the_points_they_moved_the_axis_by() -> None:
    found = compare(answered(False, True), answered(True, False))
    assert {change.id for change in found.moved} == set(ASKED[:2])
    for change in found.moved:
        sign = 1 if change.id == ASKED[0] else -1
        assert change.points == pytest.approx(sign * 100 * change.after.share)
    assert [abs(c.points) for c in found.moved] == sorted((abs(c.points) for c in found.moved), reverse=True)
    assert compare(answered(True), answered(True)).moved == ()


def test_what_is_known_in_one_campaign_only_is_told_apart() -> None:
    found = compare(answered(True), answered(None, False))
    assert (found.learnt, found.lost, found.moved) == ((ASKED[1],), (ASKED[0],), ())
    with pytest.raises(KeyError):
        found.node("nothing")


def test_an_unknown_that_became_not_applicable_is_not_learnt() -> None:
    told = {ASKED[0]: said(ASKED[0], AnswerState.NOT_APPLICABLE)}
    then, now = answered(None), assess(snapshot(answers=told), FRAMEWORK)
    assert now.indicator(ASKED[0]).state is IndicatorState.NOT_APPLICABLE
    assert compare(then, now).learnt == ()


def test_only_the_same_version_of_the_same_framework_compares() -> None:
    first = Campaign(year=2025, day="2025-01-01", framework="rose", framework_version="1.0")
    assert comparable(first, replace(first, year=2026))
    assert not comparable(first, replace(first, framework_version="1.1"))
    assert not comparable(first, replace(first, framework="other"))
