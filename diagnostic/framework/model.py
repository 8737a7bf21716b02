"""A framework as frozen data: the tree of indicators, their scales, the readings and the recommendations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

Bilingual = Mapping[str, str]
"""A text by language: {"fr": …, "en": …}."""


class Mean(StrEnum):
    """How a node gathers its children."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"


class Input(StrEnum):
    """Where an indicator's value comes from."""

    MEASURE = "measure"
    """computed from the dossier's rows by the named measure"""
    STATUS = "status"
    """answered done, planned or not done"""
    CHOICE = "choice"
    """answered by one of the options"""
    NUMBER = "number"
    """answered by a number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a goalpost comes from; `judgement` says that it is the authors' own, and `text` why."""

    text: Bilingual
    year: int | None = None
    judgement: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Goalposts:
    """The values that earn 0 (`worst`) and 100 (`best`), capped beyond; `best` < `worst` where less is better."""

    worst: float
    best: float
    logarithm: bool = False
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice of a categorical scale; `planned` earns the score but is shown apart."""

    id: str
    label: Bilingual
    score: float
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """A leaf of the tree. `minimum` and `maximum` bound the numbers that can be true (a percentage: 0 to 100).

    `whole` says that only whole ones can: things that are counted.
    """

    id: str
    parent: str
    weight: float
    input: Input
    title: Bilingual
    question: Bilingual
    definition: Bilingual
    formula: Bilingual
    unit: Bilingual
    unit_one: Bilingual
    """the unit of a single one, empty where the unit does not vary"""
    help: Bilingual
    evidence: Bilingual
    done: Bilingual
    denominator: Bilingual
    measure: str = ""
    digits: int = 0
    goalposts: Goalposts | None = None
    options: tuple[Option, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    whole: bool = False
    express: bool = False
    step: str = "organisation"
    needs: str = ""
    """the kind of table without which the question, left unanswered, has no sense; "" when it needs none"""
    recommendations: tuple[str, ...] = ()
    sdg: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A branch of the tree: an axis or a domain. `known_share` is the least share of weight known to publish."""

    id: str
    parent: str
    weight: float
    mean: Mean
    title: Bilingual
    short: Bilingual
    known_share: float
    opposite: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A named reading of the country matrix, with its thresholds and its proposed next step."""

    id: str
    title: Bilingual
    meaning: Bilingual
    next_step: Bilingual
    thresholds: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A reading of the axes taken together: `strong` names the axes that are strong, the others are not."""

    id: str
    title: Bilingual
    meaning: Bilingual
    strong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """One of the study's recommendations; `effort` from 1 (light) to 3 (heavy)."""

    id: str
    number: int
    title: Bilingual
    why: Bilingual
    first_step: Bilingual
    success: Bilingual
    effort: int


class _Named(Protocol):
    @property
    def id(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def _with_id(items: tuple[_N, ...], id_: str) -> _N:
    for item in items:
        if item.id == id_:
            return item
    raise KeyError(id_)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """A whole edition. `nodes` in order, parents first; the two axes are the nodes without parent."""

    id: str
    version: str
    title: Bilingual
    nodes: tuple[Node, ...]
    indicators: tuple[Indicator, ...]
    readings: tuple[Reading, ...] = ()
    positions: tuple[Position, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    thresholds: Mapping[str, float] = field(default_factory=dict)
    edition_weights: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """the edition's weights of the items that the users weigh otherwise"""
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), repr=False, compare=False)
    """the text of its files by name"""

    def indicator(self, id_: str) -> Indicator:
        """Return the indicator of that id; KeyError if there is none."""
        return _with_id(self.indicators, id_)

    def node(self, id_: str) -> Node:
        """Return the node of that id; KeyError if there is none."""
        return _with_id(self.nodes, id_)

    def recommendation(self, id_: str) -> Recommendation:
        """Return the recommendation of that id; KeyError if there is none."""
        return _with_id(self.recommendations, id_)

    def reading(self, id_: str) -> Reading:
        """Return the reading of the country matrix of that id; KeyError if there is none."""
        return _with_id(self.readings, id_)

    def position(self, id_: str) -> Position:
        """Return the reading of the axes of that id; KeyError if there is none."""
        return _with_id(self.positions, id_)

    def axes(self) -> tuple[Node, ...]:
        """Return the roots, in order: the axes (territory, institution)."""
        return tuple(node for node in self.nodes if not node.parent)

    def children(self, id_: str) -> tuple[Node, ...]:
        """Return the nodes right under a node: an axis's domains."""
        return tuple(node for node in self.nodes if node.parent == id_)

    def domains(self) -> tuple[Node, ...]:
        """Return the nodes that hold indicators, in order."""
        holders = {indicator.parent for indicator in self.indicators}
        return tuple(node for node in self.nodes if node.id in holders)

    def indicators_of(self, id_: str) -> tuple[Indicator, ...]:
        """Return the indicators right under a node, in order."""
        return tuple(indicator for indicator in self.indicators if indicator.parent == id_)

    def questions(self) -> tuple[Indicator, ...]:
        """Return the indicators that a person answers (all but the computed ones), in order."""
        return tuple(indicator for indicator in self.indicators if indicator.input is not Input.MEASURE)
