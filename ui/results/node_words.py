"""How an axis's or a domain's score is told in a line or two."""

from __future__ import annotations

from diagnostic.assessment.results import NodeResult
from diagnostic.brief.compose.inputs import Desk


def node_lines(result: NodeResult, desk: Desk) -> tuple[str, ...]:
    """Return the score with its interval, how much is known, and why a score is held back."""
    texts, interval = desk.texts, result.interval
    if not interval.applicable:
        return (texts("results.node.not_applicable"),)
    known = texts("results.node.known", known=texts.percent(100 * interval.known))
    low, high = texts.number(interval.low), texts.number(interval.high)
    if interval.mid is None and interval.low <= 0:
        return (texts("results.node.unknown"),)
    if result.published and interval.known == 1:
        return (texts("results.node.sure", score=texts.number(interval.mid)),)
    if result.published:
        return (texts("results.node.score", score=texts.number(interval.mid), low=low, high=high), known)
    least = texts.percent(100 * desk.framework.node(result.id).known_share)
    return (texts("results.node.held", low=low, high=high, least=least), known)
