"""A domain in detail: each indicator's value, where it comes from, how it is scored, and the way to its answers."""

from __future__ import annotations

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from diagnostic.assessment.results import IndicatorResult, IndicatorState
from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Indicator
from ui.results.answer_links import answer_links
from ui.results.column import Column
from ui.results.indicator_words import figures, reason_words, scale_line, score_line
from ui.results.link_line import LinkLine
from ui.results.node_words import node_lines
from ui.shell.typography import Label, muted

MARKS = {
    IndicatorState.KNOWN: "●",
    IndicatorState.PLANNED: "◐",
    IndicatorState.UNKNOWN: "?",
    IndicatorState.NOT_APPLICABLE: "–",
}


def domain_detail(domain: str, mark: str, desk: Desk, body: Column, followed: SignalInstance) -> QWidget | None:
    """Fill the column with a domain; return the block of the indicator `mark`, if there is one."""
    for line in node_lines(desk.assessment.node(domain), desk):
        body.add(muted(line))
    marked: QWidget | None = None
    for indicator in desk.framework.indicators_of(domain):
        block = indicator_block(indicator, desk.assessment.indicator(indicator.id), desk, followed)
        body.space(8)
        body.add(block)
        marked = block if indicator.id == mark else marked
    return marked


def indicator_block(indicator: Indicator, result: IndicatorResult, desk: Desk, followed: SignalInstance) -> QWidget:
    """Return an indicator's lines and links."""
    block = Column(spacing=2)
    block.add(Label(indicator.title[desk.lang], bold=True))
    block.add(Label(f"{MARKS[result.state]} {figures(result, desk)}"))
    lines = (
        reason_words(result, desk.texts),
        score_line(result, desk.texts),
        scale_line(indicator, desk),
    )
    for line in lines:
        if line:
            block.add(muted(line))
    block.add(LinkLine(answer_links(result, desk), followed))
    return block
