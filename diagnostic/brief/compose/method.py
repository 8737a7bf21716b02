"""The method in half a page."""

from __future__ import annotations

from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Item, Items, Section

POINTS = ("axes", "score", "interval", "published", "states", "points", "readings")


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
    }
    items = tuple(
        Item(texts(f"brief.method.{point}.lead"), texts(f"brief.method.{point}.text", **figures)) for point in POINTS
    )
    label = texts("brief.method.label")
    return Section(id="method", label=label, title=texts("brief.method.title"), blocks=(Items(items),))
