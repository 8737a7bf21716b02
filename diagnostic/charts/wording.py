"""How a score and its interval are written, in figures and tables alike."""

from __future__ import annotations

from diagnostic.assessment.results import Interval, NodeResult
from diagnostic.texts import Texts


def score_words(node: NodeResult, texts: Texts) -> str:
    """Return "78 [72–84]", the interval alone while too little is known, or the words for nothing to score."""
    return f"{shown_mid(node, texts)} {beside_mid(node, texts)}".strip()


def shown_mid(node: NodeResult, texts: Texts) -> str:
    """Return the central score if it may be published, or ""."""
    if node.published and node.interval.applicable and node.interval.mid is not None:
        return texts.number(node.interval.mid)
    return ""


def beside_mid(node: NodeResult, texts: Texts) -> str:
    """Return the interval to set beside the score, "" when it says no more than the score."""
    low, high = texts.number(node.interval.low), texts.number(node.interval.high)
    return "" if low == high == shown_mid(node, texts) else interval_words(node.interval, texts)


def says_something(interval: Interval) -> bool:
    """Return whether anything is known below: a value, or at least a minimum."""
    return interval.mid is not None or interval.low > 0


def interval_words(interval: Interval, texts: Texts) -> str:
    """Return "[72–84]", "unknown" when nothing is known, "not applicable" when nothing applies."""
    if not interval.applicable:
        return texts("chart.not_applicable")
    if not says_something(interval):
        return texts("chart.unknown")
    return texts("chart.interval", low=texts.number(interval.low), high=texts.number(interval.high))
