"""What a funder's bounds mean for the actions kept: the aid each could get, and what stays to be found locally."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diagnostic.dossier.decisions import Action, Ally
from diagnostic.dossier.vocabulary import ActionState

WHOLE = 100.0
"""Per cent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Something to fund, in euros: an action, or the plan taken as one project (`plan`)."""

    title: str
    cost: float
    plan: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A project against a funder's bounds, in euros.

    `aid` is the most that the funder could give, `local` what is then to be found elsewhere. `missing` is by how much
    the project is too small for the least aid (None: it is not); `capped`: the funder's most is less than it could use.
    """

    project: Project
    aid: float
    local: float
    missing: float | None = None
    capped: bool = False


def live(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions to come or under way."""
    return tuple(action for action in actions if action.state not in (ActionState.DROPPED, ActionState.DONE))


def projects(actions: Iterable[Action]) -> tuple[Project, ...]:
    """Return the live actions that cost something, then the plan as a whole where it has several."""
    priced = tuple(Project(title=action.title, cost=action.cost) for action in live(actions) if action.cost)
    if len(priced) < 2:
        return priced
    return (*priced, Project(title="", cost=sum(project.cost for project in priced), plan=True))


def unpriced(actions: Iterable[Action]) -> int:
    """Return how many live actions have no cost yet."""
    return sum(1 for action in live(actions) if action.cost is None)


def bounded(funder: Ally) -> bool:
    """Return whether a funder's rules can be set against costs."""
    return any(value is not None for value in (funder.minimum, funder.maximum, funder.local_share))


def fit(project: Project, funder: Ally) -> Fit:
    """Set a project against a funder's bounds: `minimum` and `maximum` bound the aid, both included."""
    share = 1 - (funder.local_share or 0.0) / WHOLE
    usable = project.cost * share
    aid = usable if funder.maximum is None else min(usable, funder.maximum)
    least = funder.minimum or 0.0
    return Fit(
        project=project,
        aid=aid,
        local=project.cost - aid,
        missing=least / share - project.cost if share and round(usable, 2) < least else None,
        capped=aid < usable,
    )
