"""Keeping, dropping and reconsidering a proposal, as operations on the rows of the action plan."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.operations import Operation, add, edit, remove
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.framework.model import Recommendation

_LAST = {ActionState.DONE: 1, ActionState.DROPPED: 2}


def action_of(recommendation: str, snapshot: Snapshot) -> Action | None:
    """Return the row that says what became of a recommendation: one to come, else done, else dropped; None for none."""
    found = [action for action in snapshot.actions if action.recommendation == recommendation]
    return min(found, key=lambda action: _LAST.get(action.state, 0), default=None)


def untouched(action: Action) -> bool:
    """Return whether nobody has written anything in an action since it was kept or dropped."""
    written = (action.description, action.owner, action.due, action.cost, action.raised, action.funding)
    decided = action.state in (ActionState.KEPT, ActionState.DROPPED)
    return decided and not any(value not in (None, "") for value in written)


def choose(recommendation: Recommendation, state: ActionState, lang: str, snapshot: Snapshot) -> Operation:
    """Return the operation that keeps or drops a recommendation; the row made before is changed, not doubled."""
    before = action_of(recommendation.id, snapshot)
    if before:
        return edit(before, state=state)
    return add(
        Action(
            recommendation=recommendation.id,
            title=recommendation.title[lang],
            success=recommendation.success[lang],
            state=state,
        )
    )


def reconsider(action: Action, snapshot: Snapshot) -> Operation:
    """Return the operation that leaves a recommendation undecided again."""
    return remove(snapshot, (action,))
