"""Actions and allies follow into the next campaign; what is late is said, what was done then stays done then."""

from __future__ import annotations

import pytest

from diagnostic.dossier.checks import remarks
from diagnostic.dossier.decisions import Action, Ally, Priority
from diagnostic.dossier.operations import add
from diagnostic.dossier.store import Dossier
from diagnostic.dossier.vocabulary import ActionState, AllyKind, PriorityLevel
from diagnostic.strategy.settled import done_then
from tests.builders import snapshot

KEPT = Action(
    title="Former les agents", recommendation="training", owner="Ressources humaines", due="2027-03", cost=4500.0,
    raised=2000.0, funding="CNFPT", success="Vingt agents formés", state=ActionState.KEPT,
)  # fmt: skip


def test_all_that_an_action_says_follows_into_the_next_campaign(dossier: Dossier) -> None:
    done, dropped = Action(title="Fait", state=ActionState.DONE), Action(title="Écarté", state=ActionState.DROPPED)
    dossier.apply(add(KEPT, done, dropped))
    dossier.start_campaign(2027, "2027-02-01")
    now = dossier.snapshot().actions
    assert [action.title for action in now] == ["Former les agents", "Fait"]
    for name in ("recommendation", "owner", "due", "cost", "raised", "funding", "success", "state"):
        assert getattr(now[0], name) == getattr(KEPT, name), name
    assert done_then(dossier.previous(), now) == {now[1].id}


def test_priorities_and_allies_follow_too(dossier: Dossier) -> None:
    dossier.apply(add(Priority(recommendation="training", level=PriorityLevel.HIGH, votes=4)))
    dossier.apply(add(Ally(entry="ficol", name="FICOL", type=AllyKind.FUNDER, contact="Mme X", left_out=True)))
    dossier.start_campaign(2027, "2027-02-01")
    (priority,), (ally,) = dossier.snapshot().priorities, dossier.snapshot().allies
    assert (priority.level, priority.votes) == (PriorityLevel.HIGH, 4)
    assert (ally.entry, ally.contact, ally.left_out) == ("ficol", "Mme X", True)


def test_what_was_done_in_the_campaign_itself_is_not_of_then() -> None:
    before = snapshot(Action(title="a", state=ActionState.STARTED), Action(title="b", state=ActionState.DONE))
    now = snapshot(Action(title="a", state=ActionState.DONE), Action(title="b", state=ActionState.DONE))
    assert done_then(before, now.actions) == {2}
    assert done_then(None, now.actions) == frozenset()


@pytest.mark.parametrize(
    ("due", "state", "late"),
    [
        ("2024-06-29", ActionState.KEPT, True),
        ("2024-06-30", ActionState.KEPT, False),
        ("2024-05", ActionState.STARTED, True),
        ("2024-06", ActionState.STARTED, False),
        ("2023", None, True),
        ("2024", None, False),
        ("2023", ActionState.DONE, False),
        ("2023", ActionState.DROPPED, False),
        ("", ActionState.KEPT, False),
    ],
)
def test_a_date_that_has_passed_is_remarked(due: str, state: ActionState | None, late: bool) -> None:
    given = snapshot(Action(title="a", due=due, state=state), day="2024-06-30")
    found = [(remark.field, remark.key) for remark in remarks(given.actions[0], given)]
    assert found == ([("due", "past_due")] if late else [])
