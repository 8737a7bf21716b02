"""The annexes: every indicator with its data, the whole matrix, the budget's numbers, sources, words."""

from __future__ import annotations

from collections.abc import Iterable

from diagnostic.assessment.results import IndicatorResult, IndicatorState
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.money import reference_year
from diagnostic.brief.compose.provenance import provenance_table, row_sources
from diagnostic.brief.compose.wording import fraction_words, goalpost_words, number_words, value_words
from diagnostic.brief.compose.world import SHOWN, matrix_table
from diagnostic.brief.content import (
    Block,
    Column,
    ColumnKind,
    Heading,
    Item,
    Items,
    Paragraph,
    Section,
    Table,
    Voice,
)
from diagnostic.dossier.records import BudgetLine
from diagnostic.framework.model import Indicator, Node

TERMS = ("aeict", "oda", "country_link", "sdg", "epci", "one_percent", "goalposts", "interval")


def annex(desk: Desk) -> tuple[Section, ...]:
    """Return the annexes that have something to show."""
    found = (_indicators(desk), _matrix(desk), _lines(desk), _sources(desk), _glossary(desk))
    return tuple(section for section in found if section is not None)


def _indicators(desk: Desk) -> Section:
    texts = desk.texts
    blocks: list[Block] = [Paragraph(texts("brief.annex.how"), Voice.NOTE)]
    for place, domain in enumerate(desk.framework.domains(), 1):
        title = texts("brief.annex.domain", place=str(place), domain=domain.title[desk.lang])
        blocks += [Heading(title, 3), _domain(domain, desk)]
    label = texts("brief.annex.indicators")
    return Section(id="indicators", label=label, title=label, blocks=tuple(blocks))


def _domain(domain: Node, desk: Desk) -> Block:
    """Return the table of a domain's indicators, or their names alone while none of them is known."""
    pairs = [(i, desk.assessment.indicator(i.id)) for i in desk.framework.indicators_of(domain.id)]
    told = (IndicatorState.KNOWN, IndicatorState.PLANNED)
    if any(result.state in told or result.measure.at_least for _, result in pairs):
        return _domain_table(pairs, desk)
    sentences = [
        desk.texts(f"brief.annex.{key}", titles=desk.texts("brief.separator").join(titles))
        for key, state in (("all_unknown", IndicatorState.UNKNOWN), ("not_applicable", IndicatorState.NOT_APPLICABLE))
        if (titles := [indicator.title[desk.lang] for indicator, result in pairs if result.state is state])
    ]
    return Paragraph(" ".join(sentences))


def _domain_table(pairs: list[tuple[Indicator, IndicatorResult]], desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.indicator"), 0.27),
        Column(texts("brief.column.value"), 0.26),
        Column(texts("brief.column.goalposts"), 0.31),
        Column(texts("brief.column.score"), 0.08, ColumnKind.NUMBER),
        Column(texts("brief.column.weight"), 0.08, ColumnKind.NUMBER),
    )
    rows = tuple(_indicator_row(indicator, result, desk) for indicator, result in pairs)
    return Table(columns=columns, rows=rows, caption="", dense=True)


def _indicator_row(indicator: Indicator, result: IndicatorResult, desk: Desk) -> tuple[str, ...]:
    return (
        f"{indicator.title[desk.lang]}\n{indicator.formula[desk.lang]}".strip(),
        "\n".join(_value(result, desk)),
        _goalposts(indicator, desk),
        _score(result, desk),
        desk.texts.percent(result.share * 100, 1),
    )


def _value(result: IndicatorResult, desk: Desk) -> list[str]:
    """Return the value, its numerator and denominator, why it is unknown, and where its data comes from."""
    texts, measure = desk.texts, result.measure
    lines = [value_words(result, desk)]
    if fraction := fraction_words(result, desk):
        lines.append(fraction)
    if measure.reason and result.state is not IndicatorState.KNOWN and texts.has(f"reason.{measure.reason}"):
        lines.append(texts(f"reason.{measure.reason}"))
    if sources := row_sources(result, desk):
        lines.append(texts("brief.source", source=sources))
    return lines


def _goalposts(indicator: Indicator, desk: Desk) -> str:
    """Return what earns 0 and 100, and who says so (a judgement's own text says that it is one)."""
    texts, goalposts = desk.texts, indicator.goalposts
    if goalposts is None:
        words = _scale(indicator, desk)
        return texts("brief.annex.scale", options=words) if words else texts("brief.annex.status")
    key = "brief.annex.goalposts_log" if goalposts.logarithm else "brief.annex.goalposts"
    worst, best = (goalpost_words(value, indicator, desk) for value in (goalposts.worst, goalposts.best))
    source = goalposts.source
    words = source.text[desk.lang] + (f", {source.year}" if source.year else "")
    return f"{texts(key, worst=worst, best=best)}\n{words}"


def _scale(indicator: Indicator, desk: Desk) -> str:
    parts = [f"{option.label[desk.lang]} {desk.texts.number(option.score)}" for option in indicator.options]
    return desk.texts("brief.separator").join(parts)


def _score(result: IndicatorResult, desk: Desk) -> str:
    texts = desk.texts
    if result.state is IndicatorState.NOT_APPLICABLE:
        return texts("chart.not_applicable")
    if result.score is None:
        return texts("chart.interval", low=texts.number(result.low), high=texts.number(result.high))
    words = texts.number(result.score)
    return f"{words}\n{texts('brief.word.planned')}" if result.state is IndicatorState.PLANNED else words


def _matrix(desk: Desk) -> Section | None:
    """Return the whole matrix when the section shows only its head."""
    rows = desk.assessment.matrix
    if len(rows) <= SHOWN:
        return None
    label = desk.texts("brief.annex.matrix")
    ordered = sorted(rows, key=lambda row: desk.country(row.country))
    table = matrix_table(ordered, desk.texts("brief.annex.matrix_caption", total=str(len(rows))), desk, dense=True)
    return Section(id="matrix", label=label, title=label, blocks=(table,))


def _lines(desk: Desk) -> Section | None:
    """Return the budget lines of the year that the section on means adds up, then those that give no year."""
    texts, money = desk.texts, reference_year(desk.snapshot)
    undated = [line for line in desk.snapshot.budget_lines if line.year is None]
    blocks = [_line_table(money.lines, texts("brief.annex.lines_caption", year=money.year), desk)] if money else []
    if undated:
        blocks.append(_line_table(undated, texts("brief.annex.undated_caption"), desk))
    if not blocks:
        return None
    label = texts("brief.annex.lines", year=money.year) if money else texts("brief.annex.undated")
    return Section(id="lines", label=label, title=label, blocks=tuple(blocks))


def _line_table(lines: Iterable[BudgetLine], caption: str, desk: Desk) -> Table:
    texts = desk.texts
    columns = (
        Column(texts("brief.column.line"), 0.32),
        Column(texts("brief.column.direction"), 0.12),
        Column(texts("brief.column.function"), 0.14),
        Column(texts("brief.column.amount"), 0.14, ColumnKind.NUMBER),
        Column(texts("brief.column.funder"), 0.28),
    )
    ordered = sorted(lines, key=lambda line: (line.direction or "", -(line.amount or 0.0), line.label))
    rows = tuple(_line(line, desk) for line in ordered)
    return Table(columns=columns, rows=rows, caption=caption, dense=True)


def _line(line: BudgetLine, desk: Desk) -> tuple[str, ...]:
    texts, unknown = desk.texts, desk.texts("brief.word.unknown")
    where = " ".join(part for part in (line.chart.value if line.chart else "", line.function) if part)
    return (
        line.label or unknown,
        texts.label(line.direction) if line.direction else unknown,
        where or unknown,
        number_words(line.amount, desk),
        line.funder,
    )


def _sources(desk: Desk) -> Section:
    texts = desk.texts
    label = texts("brief.annex.sources")
    blocks: tuple[Block, ...] = (provenance_table(desk), Paragraph(texts("brief.attribution.long"), Voice.NOTE))
    return Section(id="sources", label=label, title=label, blocks=blocks)


def _glossary(desk: Desk) -> Section:
    texts = desk.texts
    label = texts("brief.annex.glossary")
    items = tuple(Item(texts(f"glossary.{term}.name"), texts(f"glossary.{term}.text")) for term in TERMS)
    return Section(id="glossary", label=label, title=label, blocks=(Items(items),))
