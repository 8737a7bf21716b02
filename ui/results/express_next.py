"""What the first pass still misses: questions to answer, lists to say complete, and where. Pure: no widget."""

from __future__ import annotations

from dataclasses import dataclass

from diagnostic.assessment.express_reading import ExpressReading
from diagnostic.assessment.results import IndicatorResult
from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Indicator, Input
from ui.wizard.express_pass import table_of

LIST_REASONS = frozenset({"list_open", "list_unfinished", "say_complete"})
"""Why a measure waits, where saying that its list is complete is all that it waits for."""

FACT_REASONS = frozenset({"no_population", "zero_population", "no_budget", "zero_budget"})
"""Why a measure waits, where a fact of the territory is what it waits for."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing to do: its words, the step where it is done and what to bring forward there."""

    title: str
    detail: str
    step: str
    focus: str


def asks(reading: ExpressReading, desk: Desk) -> tuple[Ask, ...]:
    """Return what is missing, what narrows an axis most first; what one list holds back is one thing to do."""
    groups: dict[tuple[str, str, str], list[Indicator]] = {}
    for useful in reading.assessment.useful:
        indicator = reading.framework.indicator(useful.indicator)
        result = reading.assessment.indicator(indicator.id)
        groups.setdefault((*_place(indicator, result), _reason(result)), []).append(indicator)
    return tuple(_ask(place, held, desk) for place, held in groups.items())


def _place(indicator: Indicator, result: IndicatorResult) -> tuple[str, str]:
    """Return the step where an indicator waits, and what to bring forward there."""
    if indicator.input is not Input.MEASURE:
        return "organisation", f"answer:{indicator.id}"
    if result.measure.reason in FACT_REASONS:
        fields = [source.field for source in result.measure.inputs if source.kind == "territory"]
        return "territory", f"territory:{fields[-1]}" if fields else ""
    return indicator.step, table_of(indicator)


def _reason(result: IndicatorResult) -> str:
    return "list" if result.measure.reason in LIST_REASONS else result.measure.reason


def _ask(place: tuple[str, str, str], held: list[Indicator], desk: Desk) -> Ask:
    step, focus, reason = place
    texts, lang = desk.texts, desk.lang
    if held[0].input is not Input.MEASURE:
        return Ask(held[0].title[lang], held[0].question[lang], step, focus)
    served = texts("express.next.for", names=", ".join(indicator.title[lang] for indicator in held))
    name = texts(f"step.{step}.name")
    if reason == "list":
        return Ask(texts("express.next.list", step=name), served, step, focus)
    return Ask(name, f"{texts(f'reason.{reason}')} {served}", step, focus)
