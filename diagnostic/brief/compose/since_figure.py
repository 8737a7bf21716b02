"""From campaign to campaign: every score then and now, with what is sure of the change."""

from __future__ import annotations

from diagnostic.assessment.comparing import LEAST_POINTS, Comparison
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
    """Return how many domains surely rose or fell, never more than the intervals allow."""
    texts, domains = desk.texts, desk.framework.domains()
    points = [change.points for node in domains if (change := changes.node(node.id)).sure and change.points is not None]
    counts = {
        "up": sum(moved >= LEAST_POINTS for moved in points),
        "down": sum(moved <= -LEAST_POINTS for moved in points),
    }
    parts = [texts.plural(f"figure.since.{way}", count) for way, count in counts.items() if count]
    if not parts:
        return texts("figure.since.none")
    return texts("figure.since.title", parts=texts.listing(parts), total=str(len(domains)))
