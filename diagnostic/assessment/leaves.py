"""From a snapshot to the state of every indicator: its measure, or what was answered."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from diagnostic.assessment.measures import REGISTRY
from diagnostic.assessment.measures.case import Case, not_applicable, table, unknown
from diagnostic.assessment.measures.growing import is_minimum
from diagnostic.assessment.results import IndicatorState, Measure
from diagnostic.assessment.results import Input as Origin
from diagnostic.dossier.records import Answer
from diagnostic.dossier.vocabulary import AnswerState, TableState
from diagnostic.framework.bounds import out_of_bounds
from diagnostic.framework.model import Framework, Indicator, Input


@dataclass(frozen=True, slots=True)
class Leaf:
    """One indicator read. `scored` is the score given without goalposts (a status, an option); None otherwise."""

    measure: Measure
    state: IndicatorState
    scored: float | None = None
    option: str = ""

    @property
    def value(self) -> float:
        """Return what the scale reads: the score given, else the measure's value; NaN while unknown."""
        if self.state in (IndicatorState.UNKNOWN, IndicatorState.NOT_APPLICABLE):
            return math.nan
        if self.scored is not None:
            return self.scored
        return math.nan if self.measure.value is None else self.measure.value

    @property
    def minimum(self) -> float:
        """Return the value that an unfinished list already reaches; NaN where there is none."""
        return self.measure.value if self.measure.at_least and self.measure.value is not None else math.nan


def read_leaves(case: Case, framework: Framework) -> tuple[Leaf, ...]:
    """Return every indicator of the framework as this snapshot knows it, in its order."""
    return tuple(_read(case, indicator) for indicator in framework.indicators)


def _read(case: Case, indicator: Indicator) -> Leaf:
    if indicator.input is Input.MEASURE:
        return _measured(case, indicator)
    answer = case.snapshot.answers.get(indicator.id)
    if answer is None or answer.state in (None, AnswerState.UNANSWERED):
        return _unanswered(case, indicator, answer)
    return _answered(indicator, answer)


def _unanswered(case: Case, indicator: Indicator, answer: Answer | None) -> Leaf:
    """Return that a question waits; or that it has no sense, where the table it needs is said not to apply here."""
    if indicator.needs and case.snapshot.standing(indicator.needs) is TableState.NOT_APPLICABLE:
        return _computed(not_applicable("needed_table_not_applicable", table(indicator.needs)))
    return _computed(unknown("unanswered", *(() if answer is None else (_origin(indicator, answer),))))


def _measured(case: Case, indicator: Indicator) -> Leaf:
    measure = REGISTRY[indicator.measure](case)
    posts = indicator.goalposts
    if measure.value is None or posts is None or not is_minimum(case, indicator.measure):
        return _computed(measure)
    if posts.worst < posts.best <= measure.value:
        return _computed(measure)  # more rows would change the value and not the score
    known = posts.worst < posts.best
    return Leaf(replace(measure, at_least=known, reason="list_open"), IndicatorState.UNKNOWN)


def _computed(measure: Measure) -> Leaf:
    if not measure.applicable:
        return Leaf(measure, IndicatorState.NOT_APPLICABLE)
    value = measure.value
    if value is None or not math.isfinite(value):
        return Leaf(measure, IndicatorState.UNKNOWN)
    return Leaf(measure, IndicatorState.PLANNED if measure.planned else IndicatorState.KNOWN)


def _answered(indicator: Indicator, answer: Answer) -> Leaf:
    """Return what an answer says. One of another kind than its question is unknown, with what the question expects.

    A number waits for a number; a status for a state; a choice for an option, though "planned" and "not done" say
    enough of it. A number or an option beside a state that is enough is left aside.
    """
    origin = _origin(indicator, answer)
    if answer.state is AnswerState.NOT_APPLICABLE:
        return _computed(not_applicable("declared_not_applicable", origin))
    if indicator.input is Input.NUMBER:
        return _number(indicator, answer, origin)
    if answer.state is AnswerState.VALUE:
        return _option(indicator, answer, origin)
    return _status(indicator, answer.state, origin)


def _origin(indicator: Indicator, answer: Answer) -> Origin:
    return Origin(kind="answer", ids=(answer.id,), field=indicator.id)


def _status(indicator: Indicator, state: AnswerState | None, origin: Origin) -> Leaf:
    if state is AnswerState.PLANNED:
        return Leaf(Measure(planned=True, inputs=(origin,)), IndicatorState.PLANNED, 0.0)
    if indicator.input is Input.CHOICE and state is AnswerState.DONE:
        return _computed(unknown("done_without_option", origin))
    score = 100.0 if state is AnswerState.DONE else 0.0
    return Leaf(Measure(inputs=(origin,)), IndicatorState.KNOWN, score)


def _number(indicator: Indicator, answer: Answer, origin: Origin) -> Leaf:
    number = answer.number if answer.state is AnswerState.VALUE else None
    if number is None or not math.isfinite(number):
        return _computed(unknown("number_expected", origin))
    if out_of_bounds(indicator, number):
        return _computed(unknown("number_out_of_bounds", origin))
    return _computed(Measure(value=number, numerator=number, inputs=(origin,)))


def _option(indicator: Indicator, answer: Answer, origin: Origin) -> Leaf:
    if indicator.input is Input.STATUS:
        return _computed(unknown("status_expected", origin))
    for option in indicator.options:
        if option.id == answer.choice:
            state = IndicatorState.PLANNED if option.planned else IndicatorState.KNOWN
            return Leaf(Measure(planned=option.planned, inputs=(origin,)), state, option.score, option.id)
    return _computed(unknown("option_unknown" if answer.choice else "option_expected", origin))
