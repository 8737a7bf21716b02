"""Each action from the campaign before to now: what the yearly report follows."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.brief.compose.inputs import Desk
from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.heirs import heirs
from diagnostic.strategy.settled import done_then


@dataclass(frozen=True, slots=True)
class Course:
    """An action as it was planned (None: decided on since) and as it is now (None: it left the plan)."""

    then: Action | None
    now: Action | None


def courses(desk: Desk) -> tuple[Course, ...]:
    """Return the actions of the campaign before with their heirs, then those decided on since.

    What was done or dropped before that campaign already is no news of the year, and is left out; what it had dropped
    and is back was decided on since.
    """
    actions = desk.snapshot.actions
    if desk.inputs.previous is None:
        return tuple(Course(None, action) for action in actions)
    before = desk.inputs.previous[0]
    old = done_then(before, actions)
    pairs = heirs(before.actions, actions)
    kept = {now.id for _, now in pairs if now is not None}
    planned = [(then, now) for then, now in pairs if then.state is not ActionState.DROPPED]
    back = [now for then, now in pairs if then.state is ActionState.DROPPED and now is not None]
    known = (Course(then, now) for then, now in planned if now is None or now.id not in old)
    taken_up = (action for action in back if action.state is not ActionState.DROPPED)
    new = (action for action in actions if action.id not in kept)
    return (*known, *(Course(None, action) for action in (*taken_up, *new)))


def is_done(course: Course) -> bool:
    """Return whether the action is done now."""
    return course.now is not None and course.now.state is ActionState.DONE
