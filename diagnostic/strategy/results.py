"""What the strategy room proposes, as frozen data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A recommendation proposed for its reasons: the indicators that show a gap or are planned, worst first.

    `points` is the sum of points at stake of its indicators; `unknown` are linked indicators not answered yet.
    """

    recommendation: str
    reasons: tuple[str, ...]
    planned: tuple[str, ...]
    unknown: tuple[str, ...]
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeOpening:
    """A 1 % scheme that the territory's competences open. Euros; None where the budget is unknown.

    `ceiling` is 1 % of the budget; `used` is what the budget lines already show under it.
    """

    scheme: str
    budget: float | None
    ceiling: float | None
    used: float
