"""What an assessment says: frozen results, each number traceable to the rows and answers that made it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType


class IndicatorState(StrEnum):
    """How an indicator stands."""

    KNOWN = "known"
    PLANNED = "planned"
    """known not to be done yet, and planned: earns nothing, shown apart"""
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Scores from 0 to 100: `low` if all that is unknown were worst, `high` if best, `mid` on what is known.

    `mid` is None when nothing is known; `known` is the known share of weight, 0 to 1 (1 when nothing applies).
    `applicable` is False when every indicator below is not applicable: then there is no score at all.
    """

    low: float
    mid: float | None
    high: float
    known: float
    applicable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One thing an indicator's value was made from: rows of a kind, a field of the territory, or the answer."""

    kind: str
    ids: tuple[int, ...] = ()
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A value computed from the dossier, with the numerator and denominator it came from (same units as shown).

    `value` None means unknown; `reason` is then the key of the sentence that says why (`reason.<key>`), which
    is also given when `applicable` is False. `at_least`: the list is not said to be complete, so that the value is a
    minimum; the indicator is then unknown, between that minimum's score and 100.
    """

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    applicable: bool = True
    planned: bool = False
    at_least: bool = False
    reason: str = ""
    inputs: tuple[Input, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorResult:
    """An indicator's state and score. `share` is its effective share of its axis (0 to 1, not applicable: 0).

    `at_stake` is share × (100 − score), in points of the axis; None while unknown. `option` is the id of the
    chosen option of a categorical scale.
    """

    id: str
    domain: str
    axis: str
    state: IndicatorState
    measure: Measure
    score: float | None
    low: float
    high: float
    share: float
    at_stake: float | None
    option: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeResult:
    """A domain's or an axis's interval. `published` is False when too little is known: show the interval alone."""

    id: str
    axis: str
    interval: Interval
    share: float
    published: bool


class FindingKind(StrEnum):
    """Whether a finding is something to lean on or something missing."""

    ASSET = "asset"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """An indicator that is an asset or a gap. `points`: what it brings (asset) or leaves at stake (gap), of its axis.

    `tied` is True when the next finding of the list has the same points to the tenth; `planned` when the gap
    is one that the collectivité already plans to close.
    """

    kind: FindingKind
    indicator: str
    domain: str
    score: float
    points: float
    tied: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryReading:
    """A named reading of one country, with the figures (by name) that caused it.

    `strength` is how many times over those figures reach their thresholds, added up: what the strongest are told by.
    """

    id: str
    figures: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    strength: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRow:
    """One row of the country matrix. None means unknown or not looked for; 0 means looked for and none.

    A list that is not said to be complete tells only of the countries it has rows for. `partnerships` counts those
    not ended; `alive` those of them with a sign of life in the last 24 months, `silent` those known to have none: 0
    only when each is known. `money` in euros of the lines that name that country, in the year read.
    """

    country: str
    people: int | None
    students: int | None
    associations: int | None
    ties: int | None
    partnerships: int | None
    alive: int | None
    silent: int | None
    money: float | None
    readings: tuple[CountryReading, ...] = ()

    def strength(self, reading: str) -> float | None:
        """Return how strongly a reading holds for this country, None where it does not."""
        return next((found.strength for found in self.readings if found.id == reading), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class UsefulAnswer:
    """An unknown indicator and how much knowing it would narrow its axis's interval, in points."""

    indicator: str
    axis: str
    narrowing: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """All that the diagnostic finds. `position` is the id of the framework's position, "" while undecided."""

    framework: str
    framework_version: str
    indicators: tuple[IndicatorResult, ...]
    nodes: tuple[NodeResult, ...]
    assets: tuple[Finding, ...]
    gaps: tuple[Finding, ...]
    matrix: tuple[CountryRow, ...]
    useful: tuple[UsefulAnswer, ...]
    position: str

    def node(self, id_: str) -> NodeResult:
        """Return the result of a domain or axis; KeyError if there is none."""
        for node in self.nodes:
            if node.id == id_:
                return node
        raise KeyError(id_)

    def carrying(self, reading: str) -> tuple[CountryRow, ...]:
        """Return the countries that a reading names, the strongest first; those alike in the matrix's order."""
        found = [(row.strength(reading), row) for row in self.matrix]
        named = [(strength, row) for strength, row in found if strength is not None]
        return tuple(row for _, row in sorted(named, key=lambda pair: -pair[0]))

    def indicator(self, id_: str) -> IndicatorResult:
        """Return the result of an indicator; KeyError if there is none."""
        for indicator in self.indicators:
            if indicator.id == id_:
                return indicator
        raise KeyError(id_)
