"""How values, gaps in knowledge and long texts are written in every section."""

from __future__ import annotations

import re

from diagnostic.assessment.results import IndicatorResult, IndicatorState
from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Indicator, Input
from diagnostic.texts import Texts

_BREAKABLE = re.compile(r"[^\S\u00a0\u202f\u2007]+")
"""Spaces at which a line may break; the others keep a number and its unit together."""


def short(text: str, limit: int) -> str:
    """Return a text on one line, cut at a word with an ellipsis when longer than `limit` characters."""
    line = " ".join(_BREAKABLE.split(text)).strip()
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rpartition(" ")[0]
    return (at_word if len(at_word) > limit // 2 else head).rstrip(" ,;:.") + "…"


def colon(label: str, text: str, desk: Desk) -> str:
    """Return "label : text" as the language writes it."""
    return desk.texts("brief.colon", label=label, text=text)


def value_words(result: IndicatorResult, desk: Desk) -> str:
    """Return an indicator's value in words and units; planned, unknown and not applicable are said as such."""
    if result.state is IndicatorState.NOT_APPLICABLE:
        return desk.texts("brief.word.not_applicable")
    indicator = desk.framework.indicator(result.id)
    if result.measure.at_least:
        return desk.texts("brief.word.at_least", value=with_unit(result.measure.value, indicator, desk))
    if result.state is IndicatorState.UNKNOWN:
        return desk.texts("brief.word.unknown")
    if indicator.input is Input.CHOICE and result.option:
        return _option(indicator, result, desk)
    if result.state is IndicatorState.PLANNED:
        return desk.texts("brief.word.planned")
    if indicator.input in (Input.STATUS, Input.CHOICE):
        return desk.texts("brief.word.done" if result.score else "brief.word.not_done")
    return with_unit(result.measure.value, indicator, desk)


def with_unit(value: float | None, indicator: Indicator, desk: Desk) -> str:
    """Return a value of an indicator with its unit."""
    unit = unit_words(value, indicator, desk.texts)
    if unit.startswith("%"):
        return desk.texts.percent(value, indicator.digits) + unit[1:]
    if unit.startswith("‰"):
        return desk.texts("brief.per_mille", number=desk.texts.number(value, indicator.digits)) + unit[1:]
    if unit.startswith("€"):
        return desk.texts.money(value, indicator.digits) + unit[1:]
    return f"{desk.texts.number(value, indicator.digits)}\u00a0{unit}".strip()


def unit_words(value: float | None, indicator: Indicator, texts: Texts) -> str:
    """Return the unit that follows a value as it is written: that of a single one, or of several."""
    written = round(value, indicator.digits) if value is not None else None
    one = indicator.unit_one[texts.lang] if written is not None and texts.single(written) else ""
    return one or indicator.unit[texts.lang]


def fraction_words(result: IndicatorResult, desk: Desk) -> str:
    """Return "2 972 sur 31 759" where a value has a numerator and a denominator, else ""."""
    above, below = result.measure.numerator, result.measure.denominator
    told = result.state is IndicatorState.KNOWN or result.measure.at_least
    if above is None or below is None or not told:
        return ""
    return desk.texts("brief.fraction", above=plain(above, desk), below=plain(below, desk))


def number_words(value: float | None, desk: Desk) -> str:
    """Return a whole number, or that it is not known."""
    return desk.texts("brief.word.unknown") if value is None else desk.texts.number(value)


def plain(value: float, desk: Desk) -> str:
    """Return a number whole, or to two decimals where it is not."""
    return desk.texts.number(value, 0 if float(value).is_integer() or abs(value) >= 1000 else 2)


def _option(indicator: Indicator, result: IndicatorResult, desk: Desk) -> str:
    for option in indicator.options:
        if option.id == result.option:
            label = option.label[desk.lang]
            planned = desk.texts("brief.word.planned")
            return f"{label} ({planned})" if option.planned and planned not in label.casefold() else label
    return desk.texts("brief.word.unknown")


def year_source(source: str, date: str, desk: Desk) -> str:
    """Return "INSEE, 2022", the source or the date alone, or ""."""
    return ", ".join(part for part in (short(source, 120), desk.texts.date(date) if date else "") if part)
