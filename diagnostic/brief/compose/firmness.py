"""How firmly the scores stand when weights, mean and indicators vary: a line in the body, the others in the annex."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from diagnostic.assessment.results import Finding
from diagnostic.assessment.variations import Variations
from diagnostic.brief.compose.firm_words import axes_words, is_published, order_words, removals, score_of, share_words
from diagnostic.brief.compose.inputs import Desk
from diagnostic.brief.content import Block, Heading, Item, Paragraph


def firmness(desk: Desk) -> tuple[Block, ...]:
    """Return how the order stands, or nothing where no variation was run or nothing can be said."""
    run = desk.inputs.variations
    if run is None or not any(is_published(node, desk) for node in run.spreads):
        return ()
    texts = desk.texts
    drawn = texts("brief.firm.drawn", draws=texts.number(run.draws), spread=texts.percent(100 * run.spread))
    words = " ".join(filter(None, (drawn, axes_words(run, desk), order_words(run, desk))))
    annex = texts("brief.firm.in_annex", annex=texts("firm.brief.annex"))
    return (Heading(texts("firm.title"), 3), Paragraph(f"{words} {annex}"))


def firm_items(desk: Desk) -> tuple[Item, ...]:
    """Return all that the variations say, one item each; nothing where none was run or nothing can be said."""
    run = desk.inputs.variations
    if run is None:
        return ()
    told = (
        ("order", order_words(run, desk)),
        ("mean", _mean(run, desk)),
        ("out", _out(run, desk)),
        ("kept", _kept(run, desk)),
    )
    items = [Item(desk.texts(f"firm.brief.lead_{name}"), words) for name, words in told if words]
    return (_weights(run, desk), *items) if items else ()


def _weights(run: Variations, desk: Desk) -> Item:
    texts = desk.texts
    how = texts("firm.brief.how", draws=texts.number(run.draws), spread=texts.percent(100 * run.spread))
    return Item(texts("firm.brief.lead_weights"), f"{how} {axes_words(run, desk)}")


def _mean(run: Variations, desk: Desk) -> str:
    """Return the axes' scores by the geometric mean; nothing while none is published."""
    texts = desk.texts
    said = [
        texts(
            "firm.brief.mean_axis",
            axis=axis.short[desk.lang],
            geometric=texts.number(run.spreads[axis.id].geometric),
            score=texts.number(score_of(axis.id, desk)),
        )
        for axis in desk.framework.axes()
        if axis.id in run.spreads and is_published(axis.id, desk)
    ]
    return texts("firm.brief.mean", axes=texts.listing(said)) if said else ""


def _out(run: Variations, desk: Desk) -> str:
    """Return, for each published axis, the indicator whose absence moves it most."""
    texts, said = desk.texts, []
    for axis in desk.framework.axes():
        first = next((one for one in removals(run, desk) if one.axis == axis.id), None)
        if first:
            title = desk.framework.indicator(first.indicator).title[desk.lang]
            before, after = (texts.number(score, 1) for score in (first.before, first.after))
            name = axis.short[desk.lang]
            said.append(texts("firm.brief.out", indicator=title, axis=name, before=before, after=after))
    return " ".join(said)


def _kept(run: Variations, desk: Desk) -> str:
    return " ".join(
        [
            *_findings("asset", run.assets, desk.assessment.assets, run, desk),
            *_findings("gap", run.gaps, desk.assessment.gaps, run, desk),
        ]
    )


def _findings(
    kind: str, kept: Mapping[str, float], findings: Sequence[Finding], run: Variations, desk: Desk
) -> list[str]:
    """Return how often the first finding stays among the first; nothing where the list is not longer than that."""
    if len(findings) <= run.leading:
        return []
    first = findings[0].indicator
    return [
        desk.texts(
            f"brief.firm.{kind}",
            title=desk.framework.indicator(first).title[desk.lang],
            share=share_words(kept[first], desk),
            leading=str(run.leading),
        )
    ]
