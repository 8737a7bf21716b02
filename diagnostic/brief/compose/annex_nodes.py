"""The means, axis by axis and domain by domain: how each is made, what is known of it, its score and its interval."""

from __future__ import annotations

from diagnostic.assessment.results import NodeResult
from diagnostic.brief.compose.annex_numbers import DECIMALS, decimals, exact, fixed
from diagnostic.brief.compose.annex_places import gathered, node_place
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Column, ColumnKind, Table
from diagnostic.formats import UNKNOWN
from diagnostic.framework.model import Node


def node_table(desk: Desk) -> Table:
    """Return axes and domains, each axis before what stands under it."""
    texts, number = desk.texts, ColumnKind.NUMBER
    columns = (
        Column(texts("brief.column.domain"), 0.232),
        Column(texts("annex.column.mean"), 0.13),
        Column(texts("annex.column.gathers"), 0.1),
        Column(texts("brief.column.weight"), 0.078, number),
        Column(texts("annex.column.share"), 0.085, number),
        Column(texts("brief.column.known"), 0.095, number),
        Column(texts("annex.column.least"), 0.065, number),
        Column(texts("annex.column.low"), 0.07, number),
        Column(texts("brief.column.score"), 0.075, number),
        Column(texts("annex.column.high"), 0.07, number),
    )
    nodes = [node for axis in desk.framework.axes() for node in _family(axis, desk)]
    return Table(
        columns=columns,
        rows=tuple(_row(node, desk.assessment.node(node.id), desk) for node in nodes),
        caption=texts("annex.nodes_caption"),
        strong=tuple(place for place, node in enumerate(nodes) if not node.parent),
        dense=True,
    )


def _family(node: Node, desk: Desk) -> list[Node]:
    return [node, *(each for child in desk.framework.children(node.id) for each in _family(child, desk))]


def _row(node: Node, result: NodeResult, desk: Desk) -> tuple[str, ...]:
    place = node_place(node, desk.framework)
    title = node.title[desk.lang]
    return (
        desk.texts("annex.numbered", place=place, title=title) if place else title,
        desk.texts(f"annex.mean.{node.mean.value}"),
        gathered(node, desk),
        exact(node.weight, desk, 4) if node.parent else "",
        desk.texts.percent(result.share * 100, DECIMALS) if node.parent else "",
        *_numbers(node, result, desk),
    )


def _numbers(node: Node, result: NodeResult, desk: Desk) -> tuple[str, str, str, str, str]:
    """Return the known share, the least one, the low end, the score if it may be published, the high end."""
    texts, interval = desk.texts, result.interval
    if not interval.applicable:
        return "", "", "", texts("chart.not_applicable"), ""
    known, least = (texts.percent(share * 100, digits) for share, digits in ((interval.known, DECIMALS), _least(node)))
    mid = fixed(interval.mid, desk) if result.published and interval.mid is not None else UNKNOWN
    return known, least, fixed(interval.low, desk), mid, fixed(interval.high, desk)


def _least(node: Node) -> tuple[float, int]:
    return node.known_share, decimals(node.known_share * 100)
