"""A territory's own figures set beside the panel's. Pure; nothing here is a score or a rank."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.facts.spending import euros, expenses, year_lines
from diagnostic.assessment.results import Assessment
from diagnostic.benchmark.panel import Bracket, Bracketed, National, Panel
from diagnostic.dossier.snapshot import Snapshot

STAFF = "means_staff"


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of the territory and where it stands in the panel: `share` is the per cent of it in the same bracket."""

    measure: Bracketed
    value: float
    bracket: Bracket
    share: float


@dataclass(frozen=True, slots=True)
class BesideNational:
    """A figure of the territory (in the indicator's unit) and the national one."""

    national: National
    value: float


@dataclass(frozen=True, slots=True)
class PanelComparison:
    """What can be compared. `peer` is False where the panel describes other territories, None where that is unknown."""

    source: Panel
    panel: tuple[Beside, ...]
    national: tuple[BesideNational, ...]
    peer: bool | None


def set_beside(snapshot: Snapshot, assessment: Assessment, panel: Panel) -> PanelComparison:
    """Return the territory's known figures beside the panel's and the national ones."""
    own = {"budget": _budget(snapshot), "staff": _value(assessment, STAFF)}
    beside = tuple(_beside(panel.bracketed[name], value) for name, value in own.items() if value is not None)
    national = tuple(
        BesideNational(figure, value)
        for figure in panel.national
        if (value := _value(assessment, figure.indicator)) is not None
    )
    population = snapshot.territory.population
    return PanelComparison(panel, beside, national, None if population is None else population >= panel.peer_population)


def _beside(measure: Bracketed, value: float) -> Beside:
    bracket = measure.bracket_of(value)
    return Beside(measure, value, bracket, 100 * bracket.count / sum(each.count for each in measure.brackets))


def _budget(snapshot: Snapshot) -> float | None:
    """Return the euros spent in the year read; None while a line of it has no amount, or there is none."""
    lines = expenses(year_lines(snapshot))
    return euros(lines) if lines and all(line.amount is not None for line in lines) else None


def _value(assessment: Assessment, indicator: str) -> float | None:
    """Return the value of an indicator, None while it is unknown or the framework has none of that name."""
    for result in assessment.indicators:
        if result.id == indicator:
            return result.measure.value if result.score is not None else None
    return None
