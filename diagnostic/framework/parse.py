"""Raw entries to the framework's frozen data, one function per kind of entry."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType

from diagnostic.framework.entry import Entry
from diagnostic.framework.model import (
    Goalposts,
    Indicator,
    Input,
    Mean,
    Node,
    Option,
    Position,
    Reading,
    Recommendation,
    Source,
)

DEFAULT_KNOWN_SHARE = 0.65
"""Of the method (rule 4), when a file says nothing."""
MOST_DIGITS = 6
"""Decimals that an indicator may be shown with."""


class Purpose(StrEnum):
    """What a framework file is for: a whole diagnostic, or an index alone (titles are then the only texts needed)."""

    DIAGNOSTIC = "diagnostic"
    INDEX = "index"


class Direction(StrEnum):
    """Whether more is better or less is."""

    UP = "up"
    DOWN = "down"


def parse_node(entry: Entry, known_share: float) -> Node:
    """Return an axis or a domain."""
    title = entry.bilingual("title")
    node = Node(
        id=entry.text("id"),
        parent=entry.text("parent", ""),
        weight=_weight(entry),
        mean=entry.term("mean", Mean, Mean.ARITHMETIC),
        title=title,
        short=entry.bilingual("short") if entry.has("short") else title,
        known_share=parse_share(entry, known_share),
        opposite=entry.text("opposite", ""),
    )
    entry.close()
    return node


def parse_share(entry: Entry, default: float) -> float:
    """Return the least known share of an entry. WorldError, naming that entry, beyond 0 to 1."""
    share = entry.number("known_share", default)
    if not 0 <= share <= 1:
        raise entry.fault("out_of_bounds", field="known_share", value=share, bounds="0 … 1")
    return share


def parse_indicator(entry: Entry, purpose: Purpose) -> Indicator:
    """Return an indicator with its scale. Raise WorldError when the scale does not fit the kind of input."""
    whole = purpose is Purpose.DIAGNOSTIC
    kind = entry.term("input", Input, None if whole else Input.NUMBER)
    indicator = Indicator(
        id=entry.text("id"),
        parent=entry.text("parent"),
        weight=_weight(entry),
        input=kind,
        title=entry.bilingual("title"),
        question=entry.bilingual("question", needed=whole),
        definition=entry.bilingual("definition", needed=whole),
        formula=entry.bilingual("formula", needed=whole),
        unit=entry.bilingual("unit", needed=whole),
        unit_one=entry.bilingual("unit_one", needed=False),
        help=entry.bilingual("help", needed=whole),
        evidence=entry.bilingual("evidence", needed=whole),
        done=entry.bilingual("done", needed=whole),
        denominator=entry.bilingual("denominator", needed=whole),
        measure=entry.text("measure", ""),
        digits=_digits(entry),
        goalposts=_goalposts(entry, purpose),
        options=tuple(_option(option) for option in entry.tables("options")),
        minimum=entry.optional_number("minimum"),
        maximum=entry.optional_number("maximum"),
        whole=entry.flag("whole"),
        express=entry.flag("express"),
        step=entry.text("step", "organisation"),
        needs=entry.text("needs", ""),
        recommendations=entry.texts("recommendations"),
        sdg=entry.texts("sdg"),
    )
    entry.close()
    return indicator


def parse_reading(entry: Entry) -> Reading:
    """Return a named reading of the country matrix."""
    thresholds = entry.table("thresholds")
    reading = Reading(
        id=entry.text("id"),
        title=entry.bilingual("title"),
        meaning=entry.bilingual("meaning"),
        next_step=entry.bilingual("next_step"),
        thresholds=thresholds.numbers() if thresholds else MappingProxyType({}),
    )
    entry.close()
    return reading


def parse_position(entry: Entry) -> Position:
    """Return a reading of the axes taken together."""
    position = Position(
        id=entry.text("id"),
        title=entry.bilingual("title"),
        meaning=entry.bilingual("meaning"),
        strong=entry.texts("strong"),
    )
    entry.close()
    return position


def parse_recommendation(entry: Entry) -> Recommendation:
    """Return a recommendation of the study."""
    recommendation = Recommendation(
        id=entry.text("id"),
        number=entry.whole("number"),
        title=entry.bilingual("title"),
        why=entry.bilingual("why"),
        first_step=entry.bilingual("first_step"),
        success=entry.bilingual("success"),
        effort=entry.whole("effort"),
    )
    if recommendation.effort not in (1, 2, 3):
        raise entry.fault("out_of_bounds", field="effort", value=recommendation.effort, bounds="1, 2, 3")
    entry.close()
    return recommendation


def _weight(entry: Entry) -> float:
    weight = entry.number("weight", 1.0)
    if weight < 0:
        raise entry.fault("weight", value=weight)
    return weight


def _digits(entry: Entry) -> int:
    digits = entry.whole("digits", 0)
    if not 0 <= digits <= MOST_DIGITS:
        raise entry.fault("out_of_bounds", field="digits", value=digits, bounds=f"0 … {MOST_DIGITS}")
    return digits


def _goalposts(entry: Entry, purpose: Purpose) -> Goalposts | None:
    table = entry.table("goalposts")
    if table is None:
        return None
    goalposts = Goalposts(
        worst=table.number("worst"),
        best=table.number("best"),
        logarithm=table.flag("logarithm"),
        source=_source(table, purpose),
    )
    direction = table.term("direction", Direction, Direction.UP)
    table.close()
    if goalposts.worst == goalposts.best:
        raise entry.fault("goalposts_equal", value=goalposts.worst)
    if (goalposts.worst < goalposts.best) is not (direction is Direction.UP):
        raise entry.fault("goalposts_reversed", worst=goalposts.worst, best=goalposts.best)
    if goalposts.logarithm and min(goalposts.worst, goalposts.best) <= 0:
        raise entry.fault("goalposts_logarithm", value=min(goalposts.worst, goalposts.best))
    return goalposts


def _source(table: Entry, purpose: Purpose) -> Source:
    return Source(
        text=table.bilingual("source", needed=purpose is Purpose.DIAGNOSTIC),
        year=table.whole("year") if table.has("year") else None,
        judgement=table.flag("judgement"),
    )


def _option(entry: Entry) -> Option:
    option = Option(
        id=entry.text("id"),
        label=entry.bilingual("label"),
        score=entry.number("score"),
        planned=entry.flag("planned"),
    )
    if not 0 <= option.score <= 100:
        raise entry.fault("out_of_bounds", field=f"options.{option.id}.score", value=option.score, bounds="0 … 100")
    entry.close()
    return option
