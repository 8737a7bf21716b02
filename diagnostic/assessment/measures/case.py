"""What a measure reads, and the few answers that all measures give alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from diagnostic.assessment.results import Input, Measure
from diagnostic.dossier.row import Row
from diagnostic.dossier.snapshot import Snapshot
from diagnostic.dossier.vocabulary import TableState
from diagnostic.framework.known import DENSITY_LEAST


@dataclass(frozen=True, slots=True)
class Case:
    """A snapshot read against a framework's thresholds, with the campaign before it when there is one."""

    snapshot: Snapshot
    thresholds: Mapping[str, float]
    previous: Snapshot | None = None


MeasureFunction = Callable[[Case], Measure]


def unknown(reason: str, *inputs: Input) -> Measure:
    """Return a value that is not known, and why."""
    return Measure(reason=reason, inputs=inputs)


def not_applicable(reason: str, *inputs: Input) -> Measure:
    """Return a value that has no sense here, and why."""
    return Measure(applicable=False, reason=reason, inputs=inputs)


def said_of_table(case: Case, kind: str) -> Measure | None:
    """Return the measure that the state of a table decides alone, or None when its rows must be read.

    Not applicable stays so; "we don't know" is unknown even with rows; an open table without rows is unknown; a table
    said to be complete without rows is read, and gives a true zero.
    """
    state = case.snapshot.standing(kind)
    rows = case.snapshot.rows(kind)
    if state is TableState.NOT_APPLICABLE:
        return not_applicable("table_not_applicable", table(kind))
    if state is TableState.UNKNOWN:
        return unknown("table_unknown", table(kind))
    if state is TableState.OPEN and not rows:
        return unknown("table_empty", table(kind))
    return None


def said_complete(case: Case, kind: str) -> bool:
    """Return whether the user says that a table holds all there is."""
    return case.snapshot.standing(kind) is TableState.COMPLETE


def nothing_in(case: Case, kind: str, reason: str, *inputs: Input) -> Measure:
    """Return the measure of what a list has none of: not applicable, or unknown while one more row could bring it.

    The lack itself is scored once, by the measure that counts; those that describe what there is have nothing to say.
    """
    return not_applicable(reason, *inputs) if said_complete(case, kind) else unknown("list_unfinished", *inputs)


def unfinished(case: Case, kind: str) -> Measure | None:
    """Return that a ratio must wait until its list is said to be complete: one more row could move it either way."""
    return None if said_complete(case, kind) else unknown("list_unfinished", table(kind))


def once_complete(case: Case, kind: str, measure: Measure) -> Measure:
    """Return a ratio read from a list, or that it must wait: one more row could move it either way."""
    if measure.value is None or said_complete(case, kind):
        return measure
    return unknown("list_unfinished", *measure.inputs)


def table(kind: str) -> Input:
    """Return a whole table as an input, for what no row made."""
    return Input(kind=kind)


def rows(kind: str, found: Iterable[Row]) -> Input:
    """Return rows of one kind as an input."""
    return Input(kind=kind, ids=tuple(row.id for row in found))


def field(name: str) -> Input:
    """Return a field of the territory as an input."""
    return Input(kind="territory", field=name)


def per_inhabitants(
    case: Case, amount: float, each: float, inputs: tuple[Input, ...], *, least: float = 0.0
) -> Measure:
    """Return `amount` per `each` inhabitants; unknown without a population above zero, unless there is nothing.

    A population under `least` is counted as that many.
    """
    population = case.snapshot.territory.population
    inputs = (*inputs, field("population"))
    if population is None:
        return unknown("no_population", *inputs) if amount else Measure(value=0.0, numerator=0.0, inputs=inputs)
    if population <= 0:
        return unknown("zero_population", *inputs)
    counted = max(float(population), least)
    return Measure(value=amount * each / counted, numerator=amount, denominator=counted, inputs=inputs)


def density(case: Case, count: int, each: float, inputs: tuple[Input, ...]) -> Measure:
    """Return things per `each` inhabitants, a population under the threshold `density_least_population` counted as it.

    In a village, a single association would otherwise be the densest fabric of all.
    """
    return per_inhabitants(case, float(count), each, inputs, least=case.thresholds.get(DENSITY_LEAST, 0.0))


def share(part: float, whole: float, inputs: tuple[Input, ...], *, scale: float = 100.0) -> Measure:
    """Return a part of a whole above zero, in per cent (or per `scale`)."""
    return Measure(value=scale * part / whole, numerator=part, denominator=whole, inputs=inputs)


def share_of_flags(case: Case, kind: str, flags: Iterable[bool | None], inputs: tuple[Input, ...]) -> Measure:
    """Return the share of True among the flags that are known of a kind's rows, in per cent.

    Unknown while the list is not said to be complete, and when less than the threshold `known_rows` of the flags is
    known; ValueError when there is no flag at all.
    """
    said = list(flags)
    if not said:
        raise ValueError("a share of nothing")
    known = [flag for flag in said if flag is not None]
    if not enough(case, len(known), len(said)):
        return unknown("too_few_known", *inputs)
    return once_complete(case, kind, share(float(sum(known)), float(len(known)), inputs))


def enough(case: Case, known: float, whole: float) -> bool:
    """Return whether enough of a table is known for what is left to be passed over."""
    return whole <= 0 or (known > 0 and known >= case.thresholds["known_rows"] * whole)
