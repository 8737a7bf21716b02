"""Every indicator with what its score is made from: value, scale, weight, and the points that it brings or leaves."""

from __future__ import annotations

from itertools import groupby

from diagnostic.assessment.results import IndicatorResult, IndicatorState
from diagnostic.brief.compose.annex_numbers import DECIMALS, end_with_unit, exact, fixed, range_words, value_with_unit
from diagnostic.brief.compose.annex_places import domain_place, indicator_place
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.provenance import row_sources
from diagnostic.brief.compose.wording import value_words
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Paragraph, Table
from diagnostic.formats import UNKNOWN
from diagnostic.framework.model import Goalposts, Indicator, Input, Node

TOLD = (IndicatorState.KNOWN, IndicatorState.PLANNED)


def indicator_tables(desk: Desk) -> list[Block]:
    """Return the domains one after the other: tables of those of which something is known, the names of the others."""
    blocks: list[Block] = []
    for told, domains in groupby(desk.framework.domains(), key=lambda domain: _told(domain, desk)):
        if told:
            blocks.append(_table(tuple(domains), desk))
        else:
            blocks += [
                block for domain in domains for block in (Heading(_title(domain, desk), 3), _names(domain, desk))
            ]
    return blocks


def _results(domain: Node, desk: Desk) -> list[tuple[Indicator, IndicatorResult]]:
    return [(i, desk.assessment.indicator(i.id)) for i in desk.framework.indicators_of(domain.id)]


def _told(domain: Node, desk: Desk) -> bool:
    """Return whether something is known of a domain: a value, a plan, or at least a minimum."""
    return any(result.state in TOLD or result.measure.at_least for _, result in _results(domain, desk))


def _title(domain: Node, desk: Desk) -> str:
    place = str(domain_place(domain.id, desk.framework))
    return desk.texts("brief.annex.domain", place=place, domain=domain.title[desk.lang])


def _names(domain: Node, desk: Desk) -> Paragraph:
    """Return the names of a domain's indicators, by what is not known of them."""
    sentences = [
        desk.texts(f"brief.annex.{key}", titles=desk.texts("brief.separator").join(titles))
        for key, state in (("all_unknown", IndicatorState.UNKNOWN), ("not_applicable", IndicatorState.NOT_APPLICABLE))
        if (titles := [indicator.title[desk.lang] for indicator, r in _results(domain, desk) if r.state is state])
    ]
    return Paragraph(" ".join(sentences))


def _table(domains: tuple[Node, ...], desk: Desk) -> Table:
    """Return the indicators of domains that follow each other, each domain's under its title."""
    texts, number = desk.texts, ColumnKind.NUMBER
    columns = (
        Column(texts("brief.column.indicator"), 0.215),
        Column(texts("brief.column.value"), 0.21),
        Column(texts("brief.column.goalposts"), 0.302),
        Column(texts("annex.column.score"), 0.113, number),
        Column(texts("annex.column.weight"), 0.085, number),
        Column(texts("annex.column.points"), 0.075, number),
    )
    rows: list[tuple[str, ...]] = []
    bands: list[int] = []
    for domain in domains:
        bands.append(len(rows))
        rows.append((_title(domain, desk), *[""] * (len(columns) - 1)))
        rows += [_row(*pair, desk) for pair in _results(domain, desk)]
    caption = texts("annex.indicators_caption") if domains[0] is desk.framework.domains()[0] else ""
    return Table(columns=columns, rows=tuple(rows), caption=caption, bands=tuple(bands), dense=True)


def _row(indicator: Indicator, result: IndicatorResult, desk: Desk) -> tuple[str, ...]:
    place, title = indicator_place(indicator.id, desk.framework), indicator.title[desk.lang]
    head = desk.texts("annex.numbered_indicator", place=place, title=title)
    share = desk.texts.percent(result.share * 100, DECIMALS)
    return (
        f"{head}\n{indicator.formula[desk.lang]}".strip(),
        "\n".join(_value(indicator, result, desk)),
        _scale(indicator, desk),
        _score(result, desk),
        f"{exact(indicator.weight, desk, 4)}\n{share}",
        _points(result, desk),
    )


def _value(indicator: Indicator, result: IndicatorResult, desk: Desk) -> list[str]:
    """Return the value, its numerator and denominator, why it is unknown, and where its data comes from."""
    texts, measure = desk.texts, result.measure
    lines = [_exact_value(indicator, result, desk)]
    told = result.state is IndicatorState.KNOWN or measure.at_least
    if told and measure.numerator is not None and measure.denominator is not None:
        parts = (exact(part, desk) for part in (measure.numerator, measure.denominator))
        lines.append(texts("brief.fraction", above=next(parts), below=next(parts)))
    if measure.reason and result.state is not IndicatorState.KNOWN and texts.has(f"reason.{measure.reason}"):
        lines.append(texts(f"reason.{measure.reason}"))
    if sources := row_sources(result, desk):
        lines.append(texts("brief.source", source=sources))
    return lines


def _exact_value(indicator: Indicator, result: IndicatorResult, desk: Desk) -> str:
    """Return "v = 19,579 %", "v ≥ 12 pays" of an unfinished list, or the answer in words."""
    value = result.measure.value
    if value is not None and (result.measure.at_least or result.state is IndicatorState.KNOWN):
        key = "annex.value_at_least" if result.measure.at_least else "annex.value"
        return desk.texts(key, value=value_with_unit(value, indicator, desk))
    return value_words(result, desk)


def _scale(indicator: Indicator, desk: Desk) -> str:
    """Return what earns 0 and 100 and who says so (a judgement's own text says that it is one), or the options."""
    texts, goalposts = desk.texts, indicator.goalposts
    if goalposts is not None:
        worst, best = (end_with_unit(value, indicator, desk) for value in (goalposts.worst, goalposts.best))
        return f"{texts('brief.annex.goalposts', worst=worst, best=best)}\n{_course(goalposts, desk)}"
    if indicator.input is Input.STATUS:
        return texts("brief.annex.status")
    parts = [f"{option.label[desk.lang]} {exact(option.score, desk)}" for option in indicator.options]
    return texts("brief.annex.scale", options=texts("brief.separator").join(parts))


def _course(goalposts: Goalposts, desk: Desk) -> str:
    texts, source = desk.texts, goalposts.source
    way = texts(f"annex.way.{'up' if goalposts.best > goalposts.worst else 'down'}")
    course = texts(f"annex.course.{'logarithmic' if goalposts.logarithm else 'linear'}", way=way)
    words = source.text[desk.lang]
    return f"{course} " + (texts("annex.source_of", year=str(source.year), words=words) if source.year else words)


def _score(result: IndicatorResult, desk: Desk) -> str:
    """Return the score, or the interval left open, over the state."""
    texts = desk.texts
    if result.state is IndicatorState.NOT_APPLICABLE:
        return f"{UNKNOWN}\n{texts('chart.not_applicable')}"
    if result.score is None:
        state = "minimum" if result.measure.at_least else "unknown"
        return f"{range_words(result.low, result.high, desk)}\n{texts(f'annex.state.{state}')}"
    return f"{fixed(result.score, desk)}\n{texts(f'annex.state.{result.state.value}')}"


def _points(result: IndicatorResult, desk: Desk) -> str:
    """Return the points of the axis that the indicator brings, over those that it leaves at stake."""
    if result.score is None or result.at_stake is None or not result.share:
        return f"{UNKNOWN}\n{UNKNOWN}"
    return f"{fixed(result.share * result.score, desk)}\n{fixed(result.at_stake, desk)}"
