"""The express reading in the section of the scores, under a heading of its own."""

from __future__ import annotations

from diagnostic.assessment.express_reading import ExpressReading
from diagnostic.brief.compose.express_words import lead_words, nodes_of, settled_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Block, Column, ColumnKind, Heading, Paragraph, Table, Voice
from diagnostic.charts.wording import interval_words, shown_mid
from diagnostic.formats import UNKNOWN
from diagnostic.framework.model import Node


def express(desk: Desk) -> tuple[Block, ...]:
    """Return the heading, the scores and the caution, or nothing where there is no express reading to tell."""
    reading, texts = desk.inputs.express, desk.texts
    if reading is None:
        return ()
    return (
        Heading(texts("express.title"), 2),
        Paragraph(lead_words(reading, texts)),
        _table(reading, desk),
        Paragraph(texts("express.caution"), Voice.NOTE),
    )


def _table(reading: ExpressReading, desk: Desk) -> Table:
    texts, nodes = desk.texts, nodes_of(reading)
    return Table(
        columns=(
            Column(texts("brief.column.domain"), 0.46),
            Column(texts("express.column.score"), 0.18, ColumnKind.NUMBER),
            Column(texts("brief.column.interval"), 0.18, ColumnKind.NUMBER),
            Column(texts("express.column.settled"), 0.18, ColumnKind.NUMBER),
        ),
        rows=tuple(_row(node, reading, desk) for node in nodes),
        caption=texts("express.caption", asked=texts.number(reading.asked)),
        strong=tuple(place for place, node in enumerate(nodes) if not node.parent),
    )


def _row(node: Node, reading: ExpressReading, desk: Desk) -> tuple[str, ...]:
    texts, result = desk.texts, reading.assessment.node(node.id)
    score, interval = shown_mid(result, texts) or UNKNOWN, interval_words(result.interval, texts)
    return (node.title[desk.lang], score, interval, settled_words(node, reading, texts))
