"""What became of a campaign's actions in the next one, where rows carry no common number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from diagnostic.dossier.decisions import Action


def heirs(before: Sequence[Action], after: Sequence[Action]) -> tuple[tuple[Action, Action | None], ...]:
    """Return each action of before with the one that continues it, None when there is none.

    The same recommendation and title come first, then the same recommendation under another title, then the same
    title; an action continues one only.
    """
    left = list(after)
    found: dict[int, Action] = {}
    for same in (_both, _recommendation, _title):
        for place, then in enumerate(before):
            heir = _first(then, left, same) if place not in found else None
            if heir is not None:
                found[place] = heir
                left.remove(heir)
    return tuple((then, found.get(place)) for place, then in enumerate(before))


def _first(then: Action, left: Sequence[Action], same: Callable[[Action, Action], bool]) -> Action | None:
    return next((action for action in left if same(then, action)), None)


def _both(one: Action, other: Action) -> bool:
    return _recommendation(one, other) and _title(one, other)


def _recommendation(one: Action, other: Action) -> bool:
    return bool(one.recommendation) and one.recommendation == other.recommendation


def _title(one: Action, other: Action) -> bool:
    return one.title == other.title
