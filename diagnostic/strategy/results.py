"""What the strategy room proposes, as frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from diagnostic.dossier.decisions import Ally
from diagnostic.dossier.vocabulary import PriorityLevel


@dataclass(frozen=True, slots=True, kw_only=True)
class Rank:
    """Why a recommendation stands where it does: points × priority × workshop × effort = total.

    `level` is the officer's, NORMAL while nobody decided (`decided`). `votes` is None when no workshop gave any;
    `most_votes` is what the recommendation most wanted got. `effort_level` goes from 1 (light) to 3 (heavy).
    `tied`: another proposal has the same total, as it is written.
    """

    points: float
    level: PriorityLevel = PriorityLevel.NORMAL
    decided: bool = False
    priority: float = 1.0
    votes: int | None = None
    most_votes: int = 0
    workshop: float = 1.0
    effort_level: int = 1
    effort: float = 1.0
    tied: bool = False

    @property
    def total(self) -> float:
        """Return the rank points."""
        return self.points * self.priority * self.workshop * self.effort


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
    rank: Rank


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeOpening:
    """A 1 % scheme that the territory's competences open. Euros; None where the budget is unknown.

    `ceiling` is 1 % of the budget; `used` is what the budget lines already show under it.
    """

    scheme: str
    budget: float | None
    ceiling: float | None
    used: float


class Openness(StrEnum):
    """Whether a funder is within reach of the territory, as far as its rules and the dossier say."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a funder is open or not: the sentence `funding.reason.<key>` and what fills it.

    `subject` is an action's title; the figures are euros, per cent or years by name (`funding.money` …).
    """

    key: str
    openness: Openness
    subject: str = ""
    euros: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    percent: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One line of the merged directory: the users' row (`ally.id` is not 0), or a shipped entry written as one.

    `scheme` is the 1 % scheme that the entry stands for, "" for none.
    """

    ally: Ally
    scheme: str = ""

    @property
    def own(self) -> bool:
        """Return whether the users wrote or changed it."""
        return self.ally.id != 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What a funder could do for the territory now, and why."""

    listed: Listed
    openness: Openness
    reasons: tuple[Reason, ...]


class RegionAnswer(StrEnum):
    """What the directory answers when asked for the network of the territory's région."""

    FOUND = "found"
    NONE = "none"
    """the région is known, and no network of it is in the directory"""
    UNKNOWN = "unknown"
    """the territory's région is not known"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalHelp:
    """The networks of the territory's own région."""

    answer: RegionAnswer
    networks: tuple[Listed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """Declaring the ODA as an action to add: it would open `opens`."""

    recommendation: str
    title: str
    first_step: str
    success: str
    opens: tuple[Listed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingAdvice:
    """All that the rules say of money and help: suggestions by openness, the région's network, the ODA to declare."""

    suggestions: tuple[Suggestion, ...] = ()
    region: RegionalHelp = field(default_factory=lambda: RegionalHelp(answer=RegionAnswer.UNKNOWN))
    declaration: Declaration | None = None
    helpers: tuple[Listed, ...] = ()
    """who can help otherwise than with money, regional networks apart"""

    def of(self, openness: Openness) -> tuple[Suggestion, ...]:
        """Return the suggestions of one openness, in the directory's order."""
        return tuple(one for one in self.suggestions if one.openness is openness)
