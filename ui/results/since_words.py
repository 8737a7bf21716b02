"""How a change since the campaign before is told. Knows no Qt."""

from __future__ import annotations

from diagnostic.assessment.comparing import LEAST_POINTS, IndicatorChange, NodeChange
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.wording import colon, value_words
from diagnostic.charts.wording import score_words

ROSE, FELL, LEVEL, MISSING = "▲", "▼", "=", "?"


def mark_of(points: float | None) -> str:
    """Return the sign of a change: up, down, level or not known."""
    if points is None:
        return MISSING
    if abs(points) < LEAST_POINTS:
        return LEVEL
    return ROSE if points > 0 else FELL


def change_chip(points: float | None, desk: Desk) -> str:
    """Return "+4,2 pts", the words for no change, or "" for what cannot be compared."""
    if points is None:
        return ""
    if abs(points) < LEAST_POINTS:
        return desk.texts("results.since.level")
    sign = "+" if points > 0 else ""
    return desk.texts("results.findings.points", points=f"{sign}{desk.texts.number(points, 1)}")


def node_detail(change: NodeChange, then: int, desk: Desk) -> str:
    """Return the score of then and that of now, and what keeps them from being compared surely, or at all."""
    words = _then_now(score_words(change.before, desk.texts), score_words(change.after, desk.texts), then, desk)
    if change.lack:
        now = desk.snapshot.campaign.year
        return f"{words} · {desk.texts(f'results.since.lack.{change.lack.value}', then=then, now=now)}"
    return words if change.sure else f"{words} · {desk.texts('results.since.unsure')}"


def indicator_detail(change: IndicatorChange, then: int, desk: Desk) -> str:
    """Return an indicator's domain, and its value then and now."""
    domain = desk.framework.node(change.after.domain).short[desk.lang]
    return f"{domain} · {_then_now(value_words(change.before, desk), value_words(change.after, desk), then, desk)}"


def _then_now(before: str, after: str, then: int, desk: Desk) -> str:
    old = colon(str(then), before, desk)
    return f"{old} → {colon(str(desk.snapshot.campaign.year), after, desk)}"
