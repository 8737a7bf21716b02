"""The scores: rose, bars of the domains, and their numbers in a table."""

from __future__ import annotations

from diagnostic.assessment.results import NodeResult
from diagnostic.brief.compose.express import express
from diagnostic.brief.compose.firmness import firmness
from diagnostic.brief.compose.inputs import Desk, Missing
from diagnostic.brief.content import Block, Column, ColumnKind, Figure, Paragraph, Section, Table, Voice
from diagnostic.charts.domains import domain_bars
from diagnostic.charts.wording import interval_words, says_something, shown_mid
from diagnostic.formats import UNKNOWN
from diagnostic.framework.model import Node


def scores(desk: Desk) -> Section | Missing:
    """Return the section, or that nothing is known yet: a domain known as a minimum only has an interval to show."""
    texts = desk.texts
    if not any(says_something(desk.assessment.node(node.id).interval) for node in desk.framework.domains()):
        if desk.nothing_applies:
            return Missing(texts("brief.scores.label"), texts("applying.nothing"))
        words = texts("brief.scores.none_published", total=str(len(desk.framework.domains())))
        return Missing(texts("brief.scores.label"), words)
    blocks: list[Block] = [
        Paragraph(_reading(desk)),
        Figure(
            drawing=domain_bars(desk.assessment, desk.framework, texts),
            title=texts("brief.figure.domains"),
            legend=texts("brief.figure.domains_legend"),
            data=texts("brief.figure.data_below"),
        ),
        score_table(desk),
        Paragraph(texts("brief.scores.how"), Voice.NOTE),
        *firmness(desk),
        *express(desk),
    ]
    label = texts("brief.scores.label")
    return Section(id="scores", label=label, title=_title(desk), blocks=tuple(blocks))


def _published(desk: Desk) -> list[tuple[Node, float]]:
    """Return the domains whose score may be published, the highest first."""
    found = []
    for node in desk.framework.domains():
        result = desk.assessment.node(node.id)
        if result.published and result.interval.applicable and result.interval.mid is not None:
            found.append((node, result.interval.mid))
    return sorted(found, key=lambda pair: -pair[1])


def _title(desk: Desk) -> str:
    """Return the gap between the axes when their intervals do not meet, else what the intervals leave open."""
    return ahead_words(desk) or desk.texts("brief.scores.title_open")


def ahead_words(desk: Desk) -> str:
    """Return which axis is ahead whatever the missing answers, "" while their intervals meet."""
    across, up = (desk.assessment.node(axis.id).interval for axis in desk.framework.axes()[:2])
    if not (across.applicable and up.applicable):
        return ""
    if across.low > up.high:
        return desk.texts("brief.scores.title_territory")
    return desk.texts("brief.scores.title_institution") if up.low > across.high else ""


def _reading(desk: Desk) -> str:
    texts, known, total = desk.texts, _published(desk), len(desk.framework.domains())
    if not known:
        return texts("brief.scores.none_published", total=str(total))
    first = texts.plural("brief.scores.published", len(known), total=str(total))
    if len(known) < 2:
        return first
    (top, high), (bottom, low) = known[0], known[-1]
    return f"{first} " + texts(
        "brief.scores.extremes",
        top=top.short[desk.lang],
        high=texts.number(high),
        bottom=bottom.short[desk.lang],
        low=texts.number(low),
    )


def score_table(desk: Desk) -> Table:
    """Return axes and domains with score, interval and known share."""
    texts = desk.texts
    columns = (
        Column(texts("brief.column.domain"), 0.44),
        Column(texts("brief.column.score"), 0.14, ColumnKind.NUMBER),
        Column(texts("brief.column.interval"), 0.18, ColumnKind.NUMBER),
        Column(texts("brief.column.known"), 0.12, ColumnKind.NUMBER),
        Column(texts("brief.column.weight"), 0.12, ColumnKind.NUMBER),
    )
    nodes = [node for axis in desk.framework.axes() for node in (axis, *desk.framework.children(axis.id))]
    return Table(
        columns=columns,
        rows=tuple(_row(node, desk.assessment.node(node.id), desk) for node in nodes),
        caption=texts("brief.scores.caption"),
        strong=tuple(place for place, node in enumerate(nodes) if not node.parent),
    )


def _row(node: Node, result: NodeResult, desk: Desk) -> tuple[str, ...]:
    texts = desk.texts
    mid = shown_mid(result, texts)
    known = texts.percent(result.interval.known * 100) if result.interval.applicable else ""
    weight = texts.percent(result.share * 100, 1) if node.parent else ""
    return (node.title[desk.lang], mid or UNKNOWN, interval_words(result.interval, texts), known, weight)
