"""From campaign to campaign: every score then and now, with what is sure of the change."""

from __future__ import annotations

from collections.abc import Sequence

from diagnostic.assessment.comparing import LEAST_POINTS, Comparison, NodeChange
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Figure
from diagnostic.charts.since import since


def since_figure(changes: Comparison, then: int, desk: Desk) -> Figure:
    """Return the figure; `then` is the year of the campaign before."""
    texts, years = desk.texts, (then, desk.snapshot.campaign.year)
    return Figure(
        drawing=since(changes, desk.framework, years, texts),
        title=_title(changes, desk),
        legend=texts("figure.since.legend", then=str(years[0]), now=str(years[1])),
        data=texts("brief.figure.data_below"),
    )


def _title(changes: Comparison, desk: Desk) -> str:
    """Return how many domains surely rose or fell, never more than the intervals allow; where none, why."""
    texts, domains = desk.texts, [changes.node(node.id) for node in desk.framework.domains()]
    points = [change.points for change in domains if change.sure and change.points is not None]
    counts = {
        "up": sum(moved >= LEAST_POINTS for moved in points),
        "down": sum(moved <= -LEAST_POINTS for moved in points),
    }
    parts = [texts.plural(f"figure.since.{way}", count) for way, count in counts.items() if count]
    if not parts:
        return _unsure(domains, desk)
    return texts("figure.since.title", parts=texts.listing(parts), total=str(len(domains)))


def _unsure(domains: Sequence[NodeChange], desk: Desk) -> str:
    """Return that no domain surely changed, and of how many for which reason: that alone which is so of each."""
    texts = desk.texts
    lacking = sum(change.points is None for change in domains)
    if lacking == len(domains):
        return texts("figure.since.none_compared")
    same = sum(change.sure for change in domains)
    counts = {"overlap": len(domains) - lacking - same, "same": same, "lacking": lacking}
    parts = [texts.plural(f"figure.since.{why}", count) for why, count in counts.items() if count]
    return f"{texts('figure.since.none')}{texts('figure.colon')}{texts.listing(parts)}"
