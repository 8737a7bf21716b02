"""Keeping, dropping and reconsidering a proposal, as operations on the rows of the action plan."""

from __future__ import annotations

from diagnostic.dossier.operations import Operation, add, edit, remove
from diagnostic.dossier.records import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.framework.model import Recommendation


def action_of(recommendation: str, snapshot: Snapshot) -> Action | None:
    """Return the row that says what became of a recommendation; None while nothing was decided."""
    for action in snapshot.actions:
        if action.recommendation == recommendation:
            return action
    return None


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
