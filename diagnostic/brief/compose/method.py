"""The method in half a page."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.compose.rank_words import factor_words
from diagnostic.brief.compose.versions import method_items
from diagnostic.brief.content import Item, Items, Section
from diagnostic.framework import known
from diagnostic.strategy.rank import NEUTRAL

POINTS = ("axes", "score", "interval", "published", "states", "points", "readings", "rank")


def method(desk: Desk) -> Section:
    """Return the section."""
    texts, framework = desk.texts, desk.framework
    shares = [node.known_share for node in framework.domains()]
    figures = {
        "indicators": str(len(framework.indicators)),
        "domains": str(len(framework.domains())),
        "share": texts.percent(100 * min(shares, default=0.0)),
        "framework": framework.title[desk.lang],
        "version": framework.version,
        **rank_figures(desk),
    }
    items = tuple(
        Item(texts(f"brief.method.{point}.lead"), texts(f"brief.method.{point}.text", **figures)) for point in POINTS
    )
    label = texts("brief.method.label")
    return Section(
        id="method", label=label, title=texts("brief.method.title"), blocks=(Items((*items, *method_items(desk))),)
    )


def rank_figures(desk: Desk) -> dict[str, str]:
    """Return the factors of a recommendation's rank, as the framework sets them."""
    names = ("high", "low", "light", "middle", "heavy", "most")
    factors = (desk.framework.thresholds.get(name, NEUTRAL) for name in known.RANKING)
    return {name: factor_words(factor, desk.texts) for name, factor in zip(names, factors, strict=True)}
