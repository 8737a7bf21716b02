"""How firmly the scores stand when the weights vary: two or three sentences, with what was run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagnostic.assessment.results import Finding
from diagnostic.assessment.variations import Variations
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Block, Paragraph


def firmness(desk: Desk) -> tuple[Block, ...]:
    """Return the paragraph, or nothing where no variation was run or nothing can be said."""
    run = desk.inputs.variations
    if run is None:
        return ()
    said = [*_axes(run, desk), *_findings("asset", run.assets, desk.assessment.assets, desk)]
    said += _findings("gap", run.gaps, desk.assessment.gaps, desk)
    if not said:
        return ()
    texts = desk.texts
    how = texts("brief.firm.how", draws=texts.number(run.draws), spread=texts.percent(100 * run.spread))
    return (Paragraph(" ".join([how, *said])),)


def _axes(run: Variations, desk: Desk) -> list[str]:
    """Return how often the axis that is ahead stays ahead; nothing while one of them is not published."""
    one, other = desk.framework.axes()[:2]
    if not (desk.assessment.node(one.id).published and desk.assessment.node(other.id).published):
        return []
    share = run.ahead.get((one.id, other.id))
    if share is None:
        return []
    key = "territory" if share >= 0.5 else "institution"
    return [desk.texts(f"brief.firm.{key}", share=desk.texts.percent(100 * max(share, 1 - share)))]


def _findings(kind: str, kept: Mapping[str, float], findings: Sequence[Finding], desk: Desk) -> list[str]:
    """Return how often the first finding stays among the first; nothing where the list is not longer than that."""
    run = desk.inputs.variations
    if run is None or len(findings) <= run.leading:
        return []
    first = findings[0].indicator
    return [
        desk.texts(
            f"brief.firm.{kind}",
            title=desk.framework.indicator(first).title[desk.lang],
            share=desk.texts.percent(100 * kept[first]),
            leading=str(run.leading),
        )
    ]
