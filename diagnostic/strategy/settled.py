"""What the campaign before had already done: it stays in the plan, and is said to be of then."""

from __future__ import annotations

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.heirs import heirs


def done_then(previous: Snapshot | None, actions: tuple[Action, ...]) -> frozenset[int]:
    """Return the ids of the actions that are done and already were in the campaign before."""
    if previous is None:
        return frozenset()
    return frozenset(
        now.id
        for then, now in heirs(previous.actions, actions)
        if now is not None and then.state is ActionState.DONE and now.state is ActionState.DONE
    )
