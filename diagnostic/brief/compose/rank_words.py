"""A recommendation's rank points in words: each factor, and what they come to. Screen and paper alike."""

from __future__ import annotations

from diagnostic.strategy.results import Rank
from diagnostic.texts import Texts


def rank_words(rank: Rank, texts: Texts) -> str:
    """Return "12,4 points × priorité haute (×2) × effort léger (×1) = 24,8": only the factors that somebody gave."""
    parts = [texts.plural("rank.points", rank.points, points=texts.number(rank.points, 1))]
    if rank.decided:
        parts.append(texts(f"rank.priority.{rank.level.value}", factor=factor_words(rank.priority, texts)))
    if rank.most_votes and rank.votes is not None:
        votes, most = texts.number(rank.votes), texts.number(rank.most_votes)
        parts.append(texts("rank.workshop", votes=votes, most=most, factor=factor_words(rank.workshop, texts)))
    parts.append(texts(f"rank.effort.{rank.effort_level}", factor=factor_words(rank.effort, texts)))
    words = texts("rank.sum", parts=" × ".join(parts), total=texts.number(rank.total, 1))
    return f"{words} ({texts('rank.no_votes')})" if rank.most_votes and rank.votes is None else words


def factor_words(factor: float, texts: Texts) -> str:
    """Return a factor with the decimals that it needs, two at most."""
    digits = next((digits for digits in (0, 1) if abs(round(factor, digits) - factor) < 0.005), 2)
    return texts.number(factor, digits)
