"""What actions or decisions cost and could bring in together, for the screen and the brief alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from diagnostic.dossier.decisions import Action
from diagnostic.dossier.vocabulary import ActionState
from diagnostic.strategy.projects import live


class Priced(Protocol):
    """What may have a cost and outside money, in euros; None while unknown."""

    @property
    def cost(self) -> float | None:
        """Return the cost."""
        ...

    @property
    def raised(self) -> float | None:
        """Return the outside money expected."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Sums of what is known, in euros, None when nothing is; `unpriced` have no cost yet."""

    cost: float | None
    raised: float | None
    unpriced: int


def parted(actions: Iterable[Action]) -> Mapping[str, tuple[Action, ...]]:
    """Return the actions to lead (`live`, to come or under way) and those `done`; dropped ones are in neither."""
    found = tuple(actions)
    return MappingProxyType(
        {"live": live(found), "done": tuple(action for action in found if action.state is ActionState.DONE)}
    )


def totals(items: Iterable[Priced]) -> Totals:
    """Add up the costs and the outside money that are known."""
    found = list(items)
    costs = [item.cost for item in found if item.cost is not None]
    raised = [item.raised for item in found if item.raised is not None]
    return Totals(
        cost=sum(costs) if costs else None,
        raised=sum(raised) if raised else None,
        unpriced=len(found) - len(costs),
    )
