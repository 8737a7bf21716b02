"""What must hold for any tree, any answers: the promises of the method, by random search."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diagnostic.assessment.aggregate import aggregate
from diagnostic.assessment.assess import assess
from diagnostic.assessment.means import Zeros
from diagnostic.assessment.tree import Branch, Tree
from diagnostic.dossier.records import Answer
from diagnostic.dossier.vocabulary import AnswerState
from diagnostic.framework.load import load_edition
from diagnostic.framework.model import Mean
from tests.builders import counted, said, snapshot

EDITION = load_edition()
MEANS = st.sampled_from(list(Mean))
SCORE = st.one_of(st.none(), st.floats(0, 100))
WEIGHT = st.floats(0.1, 10)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Tree, np.ndarray, np.ndarray]:
    """A tree of two domains of three leaves under one root, its scores (NaN: unknown), and what applies."""
    tree = Tree(
        leaves=("a", "b", "c", "d", "e", "f"),
        nodes=("root", "left", "right"),
        weights=np.array(draw(st.lists(WEIGHT, min_size=9, max_size=9))),
        branches=(
            Branch(8, (3, 4, 5), draw(MEANS)),
            Branch(7, (0, 1, 2), draw(MEANS)),
            Branch(6, (7, 8), draw(MEANS)),
        ),
    )
    scores = draw(st.lists(SCORE, min_size=6, max_size=6))
    applies = draw(st.lists(st.booleans(), min_size=6, max_size=6))
    return tree, np.array([np.nan if score is None else score for score in scores]), np.array(applies)


@given(cases())
def test_the_score_stands_within_its_interval(case: tuple[Tree, np.ndarray, np.ndarray]) -> None:
    tree, scores, applies = case
    found = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    for low, mid, high, known, applicable in zip(
        found.low, found.mid, found.high, found.known, found.applicable, strict=True
    ):
        assert 0 <= known <= 1 + 1e-12
        if applicable:
            assert -1e-9 <= low <= high + 1e-9 <= 100 + 1e-6
            assert np.isnan(mid) == (known == 0)
            if not np.isnan(mid):
                assert low - 1e-6 <= mid <= high + 1e-6


@given(cases(), st.integers(0, 5), st.floats(0, 100))
def test_one_more_answer_never_widens_an_interval(
    case: tuple[Tree, np.ndarray, np.ndarray], leaf: int, score: float
) -> None:
    tree, scores, applies = case
    scores[leaf] = np.nan
    before = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    scores[leaf] = score
    after = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    told = before.applicable
    assert (after.low[told] >= before.low[told] - 1e-6).all()
    assert (after.high[told] <= before.high[told] + 1e-6).all()


@given(cases(), st.integers(0, 5), st.floats(0, 100), st.floats(0, 100))
def test_a_better_indicator_never_lowers_a_score(
    case: tuple[Tree, np.ndarray, np.ndarray], leaf: int, one: float, other: float
) -> None:
    tree, scores, applies = case
    scores[leaf] = min(one, other)
    worse = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    scores[leaf] = max(one, other)
    better = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    told = worse.applicable
    assert (better.low[told] >= worse.low[told] - 1e-6).all()
    known = told & ~np.isnan(worse.mid)
    assert (better.mid[known] >= worse.mid[known] - 1e-6).all()


@given(cases(), st.integers(0, 5), SCORE)
def test_what_does_not_apply_changes_nothing(
    case: tuple[Tree, np.ndarray, np.ndarray], leaf: int, score: float | None
) -> None:
    tree, scores, applies = case
    applies[leaf] = False
    before = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    scores[leaf] = np.nan if score is None else score
    after = aggregate(tree, scores, applies, zeros=Zeros.SHIFT)
    for name in ("low", "mid", "high", "known"):
        assert getattr(before, name) == pytest.approx(getattr(after, name), nan_ok=True)


@given(cases())
def test_all_at_their_best_is_a_hundred(case: tuple[Tree, np.ndarray, np.ndarray]) -> None:
    tree, scores, applies = case
    found = aggregate(tree, np.full(scores.shape, 100.0), applies)
    assert found.mid[found.applicable] == pytest.approx(100.0)


ANSWERS = st.dictionaries(
    st.sampled_from([indicator.id for indicator in EDITION.questions()]),
    st.one_of(st.sampled_from([state for state in AnswerState if state is not AnswerState.VALUE]), st.floats(0, 100)),
)


@settings(max_examples=40, deadline=None)
@given(ANSWERS, st.randoms())
def test_the_order_of_the_answers_changes_nothing(
    given_answers: dict[str, AnswerState | float], chance: random.Random
) -> None:
    answers: list[Answer] = [
        said(id_, value) if isinstance(value, AnswerState) else counted(id_, value)
        for id_, value in given_answers.items()
    ]
    one = assess(snapshot(answers={answer.indicator: answer for answer in answers}), EDITION)
    chance.shuffle(answers)
    assert assess(snapshot(answers={answer.indicator: answer for answer in answers}), EDITION) == one
