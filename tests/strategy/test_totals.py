"""The plan's totals: sums of what is known, with what is not."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.strategy.totals import Totals, totals


def test_totals_add_what_is_known_and_count_what_has_no_cost() -> None:
    actions = (Action(title="A", cost=100.0, raised=0.0), Action(title="B", cost=50.0), Action(title="C"))
    assert totals(actions) == Totals(cost=150.0, raised=0.0, unpriced=1)


def test_a_sum_of_nothing_known_is_unknown() -> None:
    assert totals((Action(title="C"),)) == Totals(cost=None, raised=None, unpriced=1)
    assert totals(()) == Totals(cost=None, raised=None, unpriced=0)
