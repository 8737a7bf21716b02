"""The rows in which the users decide: what weighs, what comes first, what is done, and with whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from diagnostic.dossier import fields as f
from diagnostic.dossier import vocabulary as v
from diagnostic.dossier.row import Row

MOST_WEIGHT = 100.0
"""A weight is relative to its siblings'; beyond this, the others would no longer count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Row):
    """One line of the strategy: a recommendation kept, dropped or edited, or the users' own. Euros."""

    kind: ClassVar[str] = "action"

    title: str = f.text(needed=True)
    recommendation: str = f.text()
    description: str = f.note()
    owner: str = f.text()
    due: str = f.day()
    cost: float | None = f.amount()
    raised: float | None = f.amount()
    funding: str = f.text()
    success: str = f.text()
    state: v.ActionState | None = f.choice(v.ActionState)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighting(Row):
    """The users' own weight of an indicator or a domain, relative to its siblings; who chose it and why."""

    kind: ClassVar[str] = "weighting"

    item: str = f.text(needed=True)
    weight: float | None = f.figure(MOST_WEIGHT, needed=True)
    reason: str = f.note()
    author: str = f.text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority(Row):
    """How much the officer (`level`) and a workshop (`votes`) want a recommendation."""

    kind: ClassVar[str] = "priority"

    recommendation: str = f.text(needed=True)
    level: v.PriorityLevel | None = f.choice(v.PriorityLevel)
    votes: int | None = f.count()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ally(Row):
    """A network or a funder of the users' own directory; `entry` is the id of the shipped entry that it replaces.

    `minimum` and `maximum` are the euros that a funder gives, `local_share` the least per cent that stays to be found
    locally, `years` the longest project. `valid_year` is the year the rules were true. `left_out`: not shown any more.
    """

    kind: ClassVar[str] = "ally"

    entry: str = f.text()
    name: str = f.text(needed=True)
    type: v.AllyKind | None = f.choice(v.AllyKind)
    region: str = f.text()
    brings: str = f.note()
    minimum: float | None = f.amount()
    maximum: float | None = f.amount()
    local_share: float | None = f.figure(100.0)
    years: int | None = f.count()
    needs_oda: bool | None = f.flag()
    valid_year: int | None = f.year()
    web: str = f.text()
    contact: str = f.text(personal=True)
    left_out: bool | None = f.flag()
