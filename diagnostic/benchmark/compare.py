"""A territory's own figures set beside the panel's. Pure; nothing here is a score or a rank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from diagnostic.assessment.facts.spending import euros, expenses, is_blurred, undated_lines, year_lines
from diagnostic.assessment.results import Assessment, IndicatorResult, IndicatorState
from diagnostic.benchmark.panel import Bracket, Bracketed, National, Panel, Shared
from diagnostic.benchmark.practices import practised_fields, practised_forms
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TableState, TerritoryKind

STAFF = "means_staff"
OTHERS = frozenset([TerritoryKind.DEPARTEMENT, TerritoryKind.REGION])
"""Kinds of territory that the survey did not ask."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure of the territory and where it stands in the panel: `share` is the per cent of it in the same bracket.

    `least`: the territory's figure is a minimum, its list being still under way, and so is its bracket.
    """

    measure: Bracketed
    value: float
    bracket: Bracket
    share: float
    least: bool = False


@dataclass(frozen=True, slots=True)
class Practice:
    """A term of the survey: the per cent of the panel, and whether it is the territory's too; None if not known."""

    term: str
    share: float
    own: bool | None


@dataclass(frozen=True, slots=True)
class BesideShared:
    """What the territory does beside the share of the panel that does the same.

    `answer` is the territory's option (an id of the indicator's) where the survey asked another question; no practice
    is then the territory's own.
    """

    measure: Shared
    practices: tuple[Practice, ...]
    answer: str = ""


@dataclass(frozen=True, slots=True)
class BesideNational:
    """A figure of the territory (in the indicator's unit) and the national one."""

    national: National
    value: float


@dataclass(frozen=True, slots=True)
class PanelComparison:
    """What can be compared. `peer` is False where the panel describes other territories, None where that is unknown.

    `other_kind`: it is no peer because départements and régions were not asked, whatever their size.
    """

    source: Panel
    panel: tuple[Beside, ...]
    national: tuple[BesideNational, ...]
    peer: bool | None
    shared: tuple[BesideShared, ...] = ()
    other_kind: bool = False

    @property
    def empty(self) -> bool:
        """Return whether nothing can be compared."""
        return not (self.panel or self.shared or self.national)


def set_beside(snapshot: Snapshot, assessment: Assessment, panel: Panel) -> PanelComparison:
    """Return the territory's known figures and practices beside the panel's and the national ones."""
    population, other = snapshot.territory.population, snapshot.territory.type in OTHERS
    return PanelComparison(
        source=panel,
        panel=_figures(snapshot, assessment, panel),
        national=tuple(
            BesideNational(figure, value)
            for figure in panel.national
            if (value := _value(assessment, figure.indicator)) is not None
        ),
        peer=False if other else None if population is None else population >= panel.peer_population,
        shared=_practices(snapshot, assessment, panel),
        other_kind=other,
    )


def _figures(snapshot: Snapshot, assessment: Assessment, panel: Panel) -> tuple[Beside, ...]:
    own = {"budget": _budget(snapshot), "staff": _value(assessment, STAFF)}
    least = {"budget": _is_least(snapshot)}
    return tuple(
        _beside(panel.bracketed[name], value, least.get(name, False))
        for name, value in own.items()
        if value is not None
    )


def _beside(measure: Bracketed, value: float, least: bool) -> Beside:
    bracket = measure.bracket_of(value)
    share = 100 * bracket.count / sum(each.count for each in measure.brackets)
    return Beside(measure, value, bracket, share, least)


def _practices(snapshot: Snapshot, assessment: Assessment, panel: Panel) -> tuple[BesideShared, ...]:
    tables = {"forms": practised_forms(snapshot), "fields": practised_fields(snapshot)}
    found = []
    for measure in panel.shared.values():
        result = _result(assessment, measure.indicator)
        if own := tables.get(measure.id):
            if any(one is not None for one in own.values()):
                found.append(BesideShared(measure, _by_term(measure, own)))
        elif result and result.option and result.state in (IndicatorState.KNOWN, IndicatorState.PLANNED):
            found.append(_answered(measure, result.option))
    return tuple(found)


def _answered(measure: Shared, option: str) -> BesideShared:
    """Return the territory's answer among the panel's; beside them where the survey asked another question."""
    if measure.options or option not in measure.shares:
        return BesideShared(measure, _by_term(measure, {}), option)
    return BesideShared(measure, _by_term(measure, {term: term == option for term in measure.shares}))


def _by_term(measure: Shared, own: Mapping[str, bool | None]) -> tuple[Practice, ...]:
    return tuple(Practice(term, share, own.get(term)) for term, share in measure.shares.items())


def _budget(snapshot: Snapshot) -> float | None:
    """Return the euros spent in the year read; None while a line of it has no amount, or nothing is said."""
    state, lines = snapshot.standing("budget_line"), expenses(year_lines(snapshot))
    if state in (TableState.UNKNOWN, TableState.NOT_APPLICABLE) or any(line.amount is None for line in lines):
        return None
    spent = euros(lines)
    return spent if spent or (not _is_least(snapshot)) else None


def _is_least(snapshot: Snapshot) -> bool:
    """Return whether what the budget lines add up to is a minimum: there may be more, or some say too little."""
    unsure = undated_lines(snapshot) or any(is_blurred(line) for line in year_lines(snapshot))
    return bool(unsure) or snapshot.standing("budget_line") is not TableState.COMPLETE


def _value(assessment: Assessment, indicator: str) -> float | None:
    """Return the value of an indicator, None while it is unknown or the framework has none of that name."""
    result = _result(assessment, indicator)
    return result.measure.value if result and result.score is not None else None


def _result(assessment: Assessment, indicator: str) -> IndicatorResult | None:
    return next((result for result in assessment.indicators if result.id == indicator), None)
