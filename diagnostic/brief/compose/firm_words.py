"""How firmly the scores stand, in words: what the screen and the brief both say of the variations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from diagnostic.assessment.results import Finding
from diagnostic.assessment.variations import Spread, Variations
from diagnostic.brief.compose.inputs import Desk
from diagnostic.framework.model import Node

SURE, DOUBTFUL = 0.95, 0.80
"""Shares of the draws from which an order is called clear, and under which it is called unsure: our judgement."""

LEAST_POINTS = 0.05
"""Under it, a change would read 0,0."""

LEAST_SURE = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two domains, the one more often ahead first; `share` of the draws from 0 to 1. Both 0: level in every draw."""

    ahead: str
    behind: str
    share: float
    level: bool = False


@dataclass(frozen=True, slots=True)
class Removal:
    """An indicator left out: the score of its axis with it and without it."""

    indicator: str
    axis: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """Return the points that the axis gains without it."""
        return self.after - self.before


def is_published(node: str, desk: Desk) -> bool:
    """Return whether a node has a score that may be shown."""
    result = desk.assessment.node(node)
    return result.published and result.interval.applicable and result.interval.mid is not None


def score_of(node: str, desk: Desk) -> float:
    """Return the score of a published node."""
    return desk.assessment.node(node).interval.mid or 0.0


def ranked_domains(run: Variations, desk: Desk) -> tuple[Node, ...]:
    """Return the domains whose score is published, the highest first."""
    found = [node for node in desk.framework.domains() if is_published(node.id, desk) and node.id in run.spreads]
    return tuple(sorted(found, key=lambda node: -score_of(node.id, desk)))


def unpublished(desk: Desk) -> tuple[str, ...]:
    """Return the short names of the domains that apply and whose score is held back."""
    nodes = [node for node in desk.framework.domains() if desk.assessment.node(node.id).interval.applicable]
    return tuple(node.short[desk.lang] for node in nodes if not is_published(node.id, desk))


def pairs(run: Variations, desk: Desk) -> tuple[Pair, ...]:
    """Return every pair of published domains, the least sure order first."""
    found = [_pair(one.id, other.id, run) for one, other in combinations(ranked_domains(run, desk), 2)]
    return tuple(sorted(found, key=lambda pair: 1.0 if pair.level else pair.share))


def _pair(one: str, other: str, run: Variations) -> Pair:
    there, back = run.ahead.get((one, other), 0.0), run.ahead.get((other, one), 0.0)
    first, second, share = (one, other, there) if there >= back else (other, one, back)
    return Pair(first, second, share, level=share == 0)


def share_words(share: float, desk: Desk) -> str:
    """Return a share of the draws; not "100 %" for what failed once, nor "0 %" for what happened once."""
    texts = desk.texts
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return texts("firm.above", share=texts.percent(99))
    if rounded == 0 and share > 0:
        return texts("firm.under", share=texts.percent(1))
    return texts.percent(100 * share)


def share_sign(share: float, desk: Desk) -> str:
    """Return a share as a cell shows it: "93", ">99", "<1"."""
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return ">99"
    return "<1" if rounded == 0 and share > 0 else desk.texts.number(100 * share)


def pair_words(pair: Pair, desk: Desk) -> str:
    """Return "Diasporas devant Étudiants dans 93 % des tirages"."""
    one, other = (desk.framework.node(id_).short[desk.lang] for id_ in (pair.ahead, pair.behind))
    if pair.level:
        return desk.texts("firm.order.tie", one=one, other=other)
    return desk.texts("firm.order.pair", one=one, other=other, share=share_words(pair.share, desk))


def order_words(run: Variations, desk: Desk) -> str:
    """Return how many pairs of domains keep their order, and the least sure; "" under two published domains."""
    found, texts = pairs(run, desk), desk.texts
    if not found:
        return ""
    if len(found) == 1:
        return f"{pair_words(found[0], desk)}."
    settled = sum(1 for pair in found if pair.share >= SURE)
    sure = texts.percent(100 * SURE)
    first = texts.plural("firm.order.settled", settled, total=len(found), sure=sure)
    unsure = [pair_words(pair, desk) for pair in found if pair.share < SURE and not pair.level][:LEAST_SURE]
    last = texts.plural("brief.firm.unsure", len(unsure), pairs=texts.listing(unsure)) if unsure else ""
    if settled == len(found):
        last = texts("firm.order.all_sure")
    return f"{first} {last}".strip()


def axes_words(run: Variations, desk: Desk) -> str:
    """Return how often the axis that is ahead stays ahead, or that the order is not tested."""
    one, other = desk.framework.axes()[:2]
    published = sum(is_published(axis.id, desk) for axis in (one, other))
    if published < 2:
        return desk.texts("firm.axes_held" if published else "firm.axes_none")
    pair = _pair(one.id, other.id, run)
    if pair.level:
        return f"{pair_words(pair, desk)}."
    key = "territory" if pair.ahead == one.id else "institution"
    return desk.texts(f"brief.firm.{key}", share=share_words(pair.share, desk))


def spread_words(node: str, spread: Spread, desk: Desk) -> str:
    """Return a score, what the draws make of it, and the score by the other mean."""
    number = desk.texts.number
    return desk.texts(
        "firm.score.words",
        score=number(score_of(node, desk)),
        low=number(spread.low),
        high=number(spread.high),
        geometric=number(spread.geometric),
    )


def spread_chip(spread: Spread, desk: Desk) -> str:
    """Return "66–69", or one number where both are written alike."""
    low, high = desk.texts.number(spread.low), desk.texts.number(spread.high)
    return low if low == high else desk.texts("firm.score.chip", low=low, high=high)


def removals(run: Variations, desk: Desk, least: float = LEAST_POINTS) -> tuple[Removal, ...]:
    """Return the indicators of the published axes that move them by `least` points, the weightiest first."""
    found = []
    for id_, after in run.leave_one_out.items():
        axis = desk.assessment.indicator(id_).axis
        if is_published(axis, desk):
            found.append(Removal(id_, axis, score_of(axis, desk), after))
    moving = [one for one in found if abs(one.change) >= least]
    return tuple(sorted(moving, key=lambda one: -abs(one.change)))


def removal_words(one: Removal, desk: Desk) -> str:
    """Return "Territoire : 68,1 → 65,6 sans lui"."""
    axis = desk.framework.node(one.axis).short[desk.lang]
    before, after = (desk.texts.number(score, 1) for score in (one.before, one.after))
    return desk.texts("firm.out.words", axis=axis, before=before, after=after)


def change_words(points: float, desk: Desk) -> str:
    """Return "+2,5 pts"."""
    sign = "+" if points > 0 else ""
    return desk.texts("results.findings.points", points=f"{sign}{desk.texts.number(points, 1)}")


def lasting(findings: tuple[Finding, ...], kept: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Return the indicators of a list of findings with how often each stays in the lead, the most lasting first."""
    found = [(finding.indicator, kept[finding.indicator]) for finding in findings if finding.indicator in kept]
    return tuple(sorted(found, key=lambda pair: -pair[1]))
